import { readStream, toStream } from '../import/pack/stream';
import { Problem } from '../lib/problem';
import type { Workbook } from '../workbook/document';
import type { SourceNeed, WorkbookJson } from '../workbook/serialize';
import { deserialize } from '../workbook/deserialize';

/** Chat programs and mail cut longer ones off. */
const MOST_CHARACTERS = 30_000;
/** What no link of that length should ever come to. */
const MOST_BYTES = 16 * 2 ** 20;
const MARK = '#w=';

/** A workbook without data as a link. What stands behind `#` is not sent to any server. */
export async function toLink(workbook: WorkbookJson, page: string): Promise<string> {
  const packed = new Blob([JSON.stringify(workbook)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const link = `${page.replace(/#.*$/s, '')}${MARK}${toBase64Url(bytes)}`;
  if (link.length > MOST_CHARACTERS) {
    throw new Problem('link-too-long', { params: { length: link.length, limit: MOST_CHARACTERS } });
  }
  return link;
}

/** Whether an address brings a workbook. */
export function isLink(address: string): boolean {
  return address.includes(MARK);
}

export async function fromLink(address: string): Promise<{ workbook: Workbook; needs: SourceNeed[] }> {
  const { workbook, sources } = deserialize(
    await readJson(address.slice(address.indexOf(MARK) + MARK.length)),
  );
  return { workbook, needs: sources };
}

async function readJson(text: string): Promise<unknown> {
  try {
    const packed = fromBase64Url(text);
    async function* give() {
      yield packed;
    }
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const unpacked = toStream(give()).pipeThrough(new DecompressionStream('deflate-raw'));
    for await (const piece of readStream(unpacked)) {
      bytes += piece.length;
      if (bytes > MOST_BYTES) throw new Problem('link-damaged');
      pieces.push(piece);
    }
    return JSON.parse(await new Blob(pieces).text()) as unknown;
  } catch (cause) {
    throw new Problem('link-damaged', { cause });
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
