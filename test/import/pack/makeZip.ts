import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string | Uint8Array;
  data?: string | Uint8Array;
  /** 8, deflate, by itself. */
  method?: number;
  flags?: number;
  crc?: number;
  /** What the archive says of its size. */
  bytes?: number;
  /** Its sizes and place are in an extra field. */
  zip64?: boolean;
}

export interface ZipOptions {
  before?: string;
  comment?: string;
  /** The end of the directory is in the long form. */
  zip64?: boolean;
  /** What the archive says of the number of its files. */
  count?: number;
}

/** An archive, right or wrong in whatever way a test wants. */
export function makeZip(
  parts: readonly ZipPart[],
  { before = '', comment = '', zip64 = false, count = parts.length }: ZipOptions = {},
): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name as string);
    const data = Buffer.from((part.data ?? '') as string);
    const { method = 8, flags = 0x800, crc = crc32(data), bytes = data.length } = part;
    const packed = method === 8 ? deflateRawSync(data) : data;
    const local = record('IHHHHHIIIHH', [
      0x04034b50,
      20,
      flags,
      method,
      0,
      0,
      crc,
      packed.length,
      bytes,
      name.length,
      4,
    ]);
    // an extra field that the directory does not have
    locals.push(local, name, record('HH', [0xcafe, 0]), packed);
    const extra = part.zip64 ? record('HHQQQ', [1, 24, bytes, packed.length, at]) : Buffer.alloc(0);
    const [size, packedSize, start] = part.zip64
      ? [0xffffffff, 0xffffffff, 0xffffffff]
      : [bytes, packed.length, at];
    directory.push(
      record('IHHHHHHIIIHHHHHII', [
        0x02014b50,
        20,
        20,
        flags,
        method,
        0,
        0,
        crc,
        packedSize,
        size,
        name.length,
        extra.length,
        0,
        0,
        0,
        0,
        start,
      ]),
      name,
      extra,
    );
    at += local.length + name.length + 4 + packed.length;
  }
  const bytes = directory.reduce((sum, piece) => sum + piece.length, 0);
  const long = zip64
    ? [
        record('IQHHIIQQQQ', [0x06064b50, 44, 45, 45, 0, 0, count, count, bytes, at]),
        record('IIQI', [0x07064b50, 0, at + bytes, 1]),
      ]
    : [];
  const end = zip64
    ? record('IHHHHIIH', [0x06054b50, 0, 0, 0xffff, 0xffff, 0xffffffff, 0xffffffff, comment.length])
    : record('IHHHHIIH', [0x06054b50, 0, 0, count, count, bytes, at, comment.length]);
  return Uint8Array.from(
    Buffer.concat([Buffer.from(before), ...locals, ...directory, ...long, end, Buffer.from(comment)]),
  );
}

/** Numbers as they stand in a file: H two bytes, I four, Q eight, the least first. */
function record(form: string, values: readonly number[]): Buffer {
  return Buffer.concat(
    [...form].map((letter, index) => {
      const bytes = Buffer.alloc({ H: 2, I: 4, Q: 8 }[letter]!);
      if (letter === 'H') bytes.writeUInt16LE(values[index]!);
      else if (letter === 'I') bytes.writeUInt32LE(values[index]!);
      else bytes.writeBigUInt64LE(BigInt(values[index]!));
      return bytes;
    }),
  );
}
