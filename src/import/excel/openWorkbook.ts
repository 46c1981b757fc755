import { Problem } from '../../lib/problem';
import { readDirectory } from '../pack/zip';
import { decryptWorkbook, isEncryptedPackage } from './encrypted';
import { openHtml } from './html';
import { openBinary } from './binary';
import { openOds } from './ods';
import { openSpreadsheetXml } from './spreadsheetXml';
import type { Workbook } from './workbook';
import type { Unpack } from './xlsx/part';
import { openXlsx } from './xlsx/xlsx';

export interface OpenOptions {
  password?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Of XLSX. */
  unpack?: Unpack | undefined;
}

/** Files that are text are taken as a whole; more than this is no export that a browser could have saved. */
const MOST_TEXT_BYTES = 256 * 2 ** 20;

/** Opens a workbook of any kind, told by what is in it: XLSX, XLSM, XLSB, XLS, ODS, and what web sites save as `.xls`. */
export async function openWorkbook(file: Blob, options: OpenOptions = {}): Promise<Workbook> {
  const kind = await findContainer(file);
  switch (kind) {
    case 'zip':
      return openPackage(file, options);
    case 'compound': {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (isEncryptedPackage(bytes)) {
        const { unpack } = options;
        return openPackage(await decryptWorkbook(bytes, options.password), { unpack });
      }
      return openBinary(bytes, 'xls', options);
    }
    case 'biff':
      return openBinary(new Uint8Array(await file.arrayBuffer()), 'xls', options);
    case 'html':
      return openHtml(await readText(file));
    case 'xml':
      return openSpreadsheetXml(await readText(file));
    case undefined:
      throw new Problem('workbook-damaged', { params: { detail: file instanceof File ? file.name : '' } });
  }
}

async function openPackage(file: Blob, options: OpenOptions): Promise<Workbook> {
  const entries = await readDirectory(file);
  const has = (path: string) => entries.some((entry) => entry.path.toLowerCase() === path);
  if (has('xl/workbook.bin')) {
    return openBinary(new Uint8Array(await file.arrayBuffer()), 'xlsb', options);
  }
  return has('content.xml') ? openOds(file, entries) : openXlsx(file, entries, options.unpack);
}

/** What holds a workbook, by its first bytes; undefined where it is none that can be opened. */
export async function findContainer(
  file: Blob,
): Promise<'zip' | 'compound' | 'biff' | 'html' | 'xml' | undefined> {
  const start = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const [one, two, three, four] = start;
  if (one === 0x50 && two === 0x4b && (three === 3 || three === 5)) return 'zip';
  if (one === 0xd0 && two === 0xcf && three === 0x11 && four === 0xe0) return 'compound';
  // the record that every stream of Excel 2 to 4 starts with, and of later ones that were never put into a container
  if (one === 0x09 && two !== undefined && [0, 2, 4, 8].includes(two) && four === 0) return 'biff';
  const text = decodeText(start, true).toLowerCase();
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && text.includes('<?xml')) return 'xml';
  if (/<(!doctype html|html|table|meta|head|style|body)\b/.test(text)) return 'html';
  return text.includes('urn:schemas-microsoft-com:office:spreadsheet') ? 'xml' : undefined;
}

async function readText(file: Blob): Promise<string> {
  if (file.size > MOST_TEXT_BYTES) {
    const limit = MOST_TEXT_BYTES / 2 ** 20;
    const name = file instanceof File ? file.name : '';
    throw new Problem('archive-too-large', { params: { file: name, limit } });
  }
  return decodeText(new Uint8Array(await file.arrayBuffer()));
}

/** Text by its mark, by what it says of itself, or as UTF-8 where it is that, else as GB18030. */
function decodeText(bytes: Uint8Array, isStart = false): string {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (one === 0xfe && two === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label = /(?:charset|encoding)\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1];
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isStart });
  } catch {
    return maybeDecode(bytes, label) ?? new TextDecoder('gb18030').decode(bytes);
  }
}

function maybeDecode(bytes: Uint8Array, label: string | undefined): string | undefined {
  if (!label || /^utf-?(8|16)/i.test(label)) return undefined;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined;
  }
}
