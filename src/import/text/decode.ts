import { Problem } from '../../lib/problem';

const SAMPLE_BYTES = 2 ** 20;

export interface DecodedText {
  /** The text without its mark. */
  body: Blob;
  /** Bytes of the file before `body`. */
  before: number;
  sample: string;
}

/** Makes sure that a file is a text that can be read, and takes a sample of it that ends with a whole line. */
export async function openText(file: File): Promise<DecodedText> {
  if (file.size === 0) throw new Problem('file-empty', { params: { file: file.name } });
  const head = await readHead(file);
  const kind = findBinaryKind(head);
  if (kind) throw new Problem('file-not-text', { params: { file: file.name, kind } });
  const before = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const body = before ? file.slice(before) : file;
  const whole = file.size <= SAMPLE_BYTES;
  const sample = decodeSample(head.subarray(before), { whole, file: file.name });
  return {
    body,
    before,
    sample: whole ? sample : sample.slice(0, Math.max(sample.lastIndexOf('\n'), 0) || undefined),
  };
}

async function readHead(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(0, SAMPLE_BYTES).arrayBuffer());
  } catch (cause) {
    throw new Problem('file-unreadable', { params: { file: file.name }, cause });
  }
}

function decodeSample(bytes: Uint8Array, { whole, file }: { whole: boolean; file: string }): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
  } catch (cause) {
    throw new Problem('file-not-utf8', { params: { file }, cause });
  }
}

/** What a file is that is not a delimited text, from its first bytes. */
function findBinaryKind(head: Uint8Array): string | undefined {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x50, 0x4b, 3, 4)) return 'XLSX / ZIP';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'XLS';
  if (starts(0x1f, 0x8b)) return 'GZIP';
  if (starts(0x50, 0x41, 0x52, 0x31)) return 'Parquet';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'PDF';
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return 'UTF-16';
  const zeros = head.subarray(0, 4096).reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  return zeros > Math.min(head.length, 4096) / 10 ? '?' : undefined;
}
