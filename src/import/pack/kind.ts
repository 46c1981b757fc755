import { Problem } from '../../lib/problem';
import { createDecoder } from '../text/decoder';
import { findMark } from '../text/marks';
import { findUtf16 } from '../text/utf16';
import { readCompoundNames } from './compound';
import { toJsonStart } from './jsonStart';
import { toFileName } from './limit';
import { findSignature } from './signatures';
import type { ZipEntry } from './zip';
import { openEntry, readDirectory } from './zip';

/** What a file is, by what is in it. */
export type ContentKind =
  | { kind: 'empty' | 'text' | 'gzip' | 'zip' | 'parquet' | 'duckdb' }
  /** `lines` where each line is a value of its own. */
  | { kind: 'json'; lines: boolean }
  | { kind: 'excel'; format: 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'html' | 'xml'; encrypted: boolean }
  | { kind: 'arrow'; format: 'file' | 'stream' | 'feather' }
  /** What can't be read, by its own name. */
  | { kind: 'foreign'; name: string };

const HEAD_BYTES = 2 ** 16;

/** Finds out what a file is, from its first bytes, and from the list of its parts where it has parts. */
export async function findKind(file: Blob): Promise<ContentKind> {
  if (file.size === 0) return { kind: 'empty' };
  const head = await readHead(file);
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  if (starts(0x1f, 0x8b, 8)) return { kind: 'gzip' };
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return findPackage(file);
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return findCompound(file);
  if (await isParquet(file, head)) return { kind: 'parquet' };
  const format = toArrowFormat(head);
  if (format) return { kind: 'arrow', format };
  if (isDuckDb(head)) return { kind: 'duckdb' };
  const name = findSignature(head);
  if (name) return { kind: 'foreign', name };
  const wide = toWide(head);
  if (!wide && isBareXls(head)) return toExcel('xls');
  if (!wide && isBinary(head)) return { kind: 'foreign', name: '?' };
  const mark = findMark(head)?.bytes.length ?? 0;
  const text = createDecoder(wide ?? 'utf-8').decode(head.subarray(mark), { stream: true });
  return findTextKind(text, { isCut: file.size > head.length, isNamedJson: isNamedJson(file) });
}

async function readHead(file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  } catch (cause) {
    throw new Problem('file-unreadable', { params: { file: toFileName(file) }, cause });
  }
}

function toExcel(format: (ContentKind & { kind: 'excel' })['format'], encrypted = false): ContentKind {
  return { kind: 'excel', format, encrypted };
}

/** A damaged archive is one all the same: whoever opens it says what is wrong. */
async function findPackage(file: Blob): Promise<ContentKind> {
  let entries: ZipEntry[];
  try {
    entries = await readDirectory(file);
  } catch (error) {
    if (error instanceof Problem) return { kind: 'zip' };
    throw error;
  }
  const paths = new Set(entries.map(({ path }) => path.toLowerCase()));
  if (paths.has('xl/workbook.bin')) return toExcel('xlsb');
  if (paths.has('xl/workbook.xml')) return toExcel('xlsx');
  if (paths.has('word/document.xml')) return { kind: 'foreign', name: 'Word' };
  if (paths.has('ppt/presentation.xml')) return { kind: 'foreign', name: 'PowerPoint' };
  if (paths.has('index/document.iwa') || paths.has('index.zip')) {
    return { kind: 'foreign', name: 'Apple Numbers' };
  }
  if (paths.has('content.xml') && paths.has('mimetype')) {
    const type = await readType(
      file,
      entries.find(({ path }) => path === 'mimetype')!,
    );
    if (type.includes('opendocument.spreadsheet')) return toExcel('ods');
    if (type.includes('opendocument')) return { kind: 'foreign', name: 'OpenDocument' };
  }
  // another producer may keep the workbook in a folder of another name
  return paths.has('[content_types].xml') && [...paths].some((path) => /(^|\/)workbook\.xml$/.test(path))
    ? toExcel('xlsx')
    : { kind: 'zip' };
}

async function readType(file: Blob, entry: ZipEntry): Promise<string> {
  try {
    return await new Response(await openEntry(file, entry, { maxBytes: 1024 })).text();
  } catch (error) {
    if (error instanceof Problem) return '';
    throw error;
  }
}

async function findCompound(file: Blob): Promise<ContentKind> {
  const names = await readCompoundNames(file);
  if (names.includes('EncryptedPackage')) return toExcel('xlsx', true);
  if (names.includes('WordDocument')) return { kind: 'foreign', name: 'Word' };
  if (names.includes('PowerPoint Document')) return { kind: 'foreign', name: 'PowerPoint' };
  if (names.some((name) => name.startsWith('__properties_version')))
    return { kind: 'foreign', name: 'Outlook' };
  return toExcel('xls');
}

/** The name of a column may be PAR1 too, so the end is looked at as well. */
async function isParquet(file: Blob, head: Uint8Array): Promise<boolean> {
  if (toAscii(head, 0, 4) !== 'PAR1') return false;
  return (await file.slice(-4).text()) === 'PAR1' || isBinary(head);
}

function toArrowFormat(head: Uint8Array): 'file' | 'stream' | 'feather' | undefined {
  if (toAscii(head, 0, 8) === 'ARROW1\0\0') return 'file';
  if (toAscii(head, 0, 4) === 'FEA1' && isBinary(head)) return 'feather';
  if (head.length < 16) return undefined;
  // a stream starts with four FF and the length of its schema, a multiple of eight
  const view = new DataView(head.buffer, head.byteOffset);
  const length = view.getInt32(4, true);
  return view.getUint32(0) === 0xffffffff && length > 0 && length % 8 === 0 ? 'stream' : undefined;
}

/** The magic stands behind a checksum, and is followed by a small version number. */
function isDuckDb(head: Uint8Array): boolean {
  return toAscii(head, 8, 12) === 'DUCK' && toAscii(head, 14, 20) === '\0\0\0\0\0\0';
}

/** The record that a sheet of Excel 2 to 5 starts with, where no container is around it. */
function isBareXls(head: Uint8Array): boolean {
  const [type, version, length, zero] = head;
  return type === 9 && [0, 2, 4, 8].includes(version!) && length! >= 4 && length! <= 16 && zero === 0;
}

function toAscii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** The encoding of a text whose characters have two bytes or four. */
function toWide(head: Uint8Array): string | undefined {
  const label = findMark(head)?.label;
  return label && /^utf-(16|32)/.test(label) ? label : findUtf16(head);
}

/** What stands between fields in exports of Hive, the end of a DOS text, and what turns to another set of characters. */
const HARMLESS = [1, 26, 27];

/** Texts have hardly any control characters. Zeros do get into them, where fields of fixed width are filled up. */
function isBinary(head: Uint8Array): boolean {
  let zeros = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) zeros++;
    else if (byte < 32 && !(byte >= 9 && byte <= 13) && !HARMLESS.includes(byte)) controls++;
  }
  return controls > head.length / 50 || zeros > head.length / 3;
}

function isNamedJson(file: Blob): boolean {
  return /\.(json|geojson|jsonl|ndjson)$/i.test(toFileName(file));
}

function findTextKind(
  text: string,
  { isCut, isNamedJson }: { isCut: boolean; isNamedJson: boolean },
): ContentKind {
  const start = text.trimStart();
  if (start.startsWith('<')) {
    const markup = findMarkup(start);
    if (markup) return markup;
  }
  const json = toJsonStart(start, isCut);
  if (json) return { kind: 'json', lines: json === 'lines' };
  // a JSON file with a mistake at its start: its reader says where
  return isNamedJson && !isDelimited(start) ? { kind: 'json', lines: false } : { kind: 'text' };
}

/** Lines that are cut alike, and nothing in them that JSON has around its values. */
function isDelimited(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/, 3).slice(0, 2);
  const [first, second] = lines.map((line) => line.replaceAll(/[^,;\t|]/g, ''));
  return !lines.some((line) => /[{}[\]]/.test(line)) && first !== '' && first === second;
}

function findMarkup(start: string): ContentKind | undefined {
  const lower = start.slice(0, 4096).toLowerCase();
  if (lower.includes('urn:schemas-microsoft-com:office:spreadsheet') && lower.startsWith('<?xml')) {
    return toExcel('xml');
  }
  if (/<(!doctype html|html|head|meta|style|body|table)\b/.test(lower)) return toExcel('html');
  return lower.startsWith('<?xml') ? { kind: 'foreign', name: 'XML' } : undefined;
}
