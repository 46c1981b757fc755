import { toCrc32 } from '../import/pack/crc32';
import { readStream } from '../import/pack/stream';
import type { Push } from './formats/format';
import { toDosTime, write } from './zip';

type Bytes = Uint8Array<ArrayBuffer>;

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8 = 0x0800;
/** The sums come behind the bytes. */
const SUMS_BEHIND = 0x0008;
const DEFLATED = 8;
/** Beyond this a zip needs fields that Excel takes for damage. */
export const MOST_BYTES = 0xffffffff;

interface Entry {
  name: Bytes;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** Packs what is written as gzip. */
export type Pack = () => {
  writable: WritableStream<BufferSource>;
  readable: ReadableStream<Bytes>;
};

export interface ZipStreamOptions {
  date?: Date;
  pack?: Pack;
}

/** Writes an archive whose parts are not known when they begin; nothing of it is held. */
export function createZipStream(
  push: Push,
  { date = new Date(), pack = () => new CompressionStream('gzip') }: ZipStreamOptions = {},
) {
  const time = toDosTime(date);
  const entries: Entry[] = [];
  let offset = 0;
  const put = async (bytes: Bytes) => {
    offset += bytes.length;
    if (offset > MOST_BYTES) throw new RangeError('the archive is too large');
    await push(bytes);
  };
  const begin = async (path: string, fields: Partial<Entry>): Promise<Entry> => {
    const name = new TextEncoder().encode(path);
    const entry = { name, flags: UTF8, method: 0, crc: 0, packed: 0, size: 0, offset, ...fields };
    entries.push(entry);
    await put(toHeader(entry, time));
    return entry;
  };

  return {
    isFull: () => offset > MOST_BYTES,
    /** A part as it is. */
    async store(path: string, bytes: Bytes): Promise<void> {
      await begin(path, { crc: toCrc32(bytes), packed: bytes.length, size: bytes.length });
      await put(bytes);
    },

    /** A part that is packed as it comes; only one is open at a time. */
    async open(path: string) {
      const entry = await begin(path, { flags: UTF8 | SUMS_BEHIND, method: DEFLATED });
      const packer = pack();
      const writer = packer.writable.getWriter();
      const packing = (async () => {
        for await (const bytes of unwrap(packer.readable, (crc) => (entry.crc = crc))) {
          entry.packed += bytes.length;
          await put(bytes);
        }
      })();
      // whoever writes is told
      packing.catch((error: unknown) => writer.abort(error).catch(() => {}));
      let last = Promise.resolve();
      return {
        /** The bytes must not change afterwards. The next are made while these are packed. */
        async write(bytes: Bytes): Promise<void> {
          await last;
          entry.size += bytes.length;
          last = writer.write(bytes);
          last.catch(() => {});
        },
        async close(): Promise<void> {
          await last;
          await Promise.all([writer.close(), packing]);
          await put(write([[4, DESCRIPTOR], ...toSums(entry)]));
        },
      };
    },

    async finish(): Promise<void> {
      const start = offset;
      for (const entry of entries) await put(toListed(entry, time));
      const count = entries.length;
      await put(
        write([
          [4, END],
          [2, 0],
          [2, 0],
          [2, count],
          [2, count],
          [4, offset - start],
          [4, start],
          [2, 0],
        ]),
      );
    },
  };
}

const GZIP_HEADER = 10;
const GZIP_END = 8;

/** What is packed within gzip, whose end has the sum that a zip wants: the browser's own code reckons it much faster. */
async function* unwrap(stream: ReadableStream<Bytes>, onCrc: (crc: number) => void): AsyncGenerator<Bytes> {
  let left = GZIP_HEADER;
  let held: Bytes = new Uint8Array(0);
  for await (const piece of readStream(stream)) {
    const bytes = piece.subarray(Math.min(left, piece.length));
    left -= piece.length - bytes.length;
    const all = new Uint8Array(held.length + bytes.length);
    all.set(held);
    all.set(bytes, held.length);
    const end = Math.max(0, all.length - GZIP_END);
    if (end > 0) yield all.subarray(0, end);
    held = all.slice(end);
  }
  onCrc(new DataView(held.buffer).getUint32(0, true));
}

export type ZipStream = ReturnType<typeof createZipStream>;

function toHeader(entry: Entry, time: number): Bytes {
  return write([[4, LOCAL_HEADER], [2, VERSION], ...toCommon(entry, time), entry.name]);
}

function toListed(entry: Entry, time: number): Bytes {
  const rest = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, entry.offset],
  ] as const;
  return write([[4, ENTRY], [2, VERSION], [2, VERSION], ...toCommon(entry, time), ...rest, entry.name]);
}

function toCommon(entry: Entry, time: number) {
  const { flags, method, name } = entry;
  return [[2, flags], [2, method], [4, time], ...toSums(entry), [2, name.length], [2, 0]] as const;
}

function toSums({ crc, packed, size }: Entry) {
  return [
    [4, crc],
    [4, packed],
    [4, size],
  ] as const;
}
