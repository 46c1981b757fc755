import { toCrc32 } from '../import/pack/crc32';
import { createDeflate } from './deflate/createDeflate';
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

/** What has come of the bytes of a part so far, and the sum of all that have been packed. */
export interface Packed {
  bytes: Bytes;
  crc: number;
}

/** Packs the bytes of a part one after another, and takes them away. */
export type PackPart = (bytes: Bytes, isLast: boolean) => Packed | Promise<Packed>;

export interface ZipStreamOptions {
  date?: Date;
  /** Called for each part. */
  pack?: () => PackPart;
}

/** So many pieces are on their way to be packed and written. */
const AHEAD = 8;

/** Writes an archive whose parts are not known when they begin; nothing of it is held. */
export function createZipStream(push: Push, { date = new Date(), pack = packHere }: ZipStreamOptions = {}) {
  const time = toDosTime(date);
  const entries: Entry[] = [];
  let offset = 0;
  const put = async (bytes: Bytes) => {
    offset += bytes.length;
    if (offset > MOST_BYTES) throw new RangeError('the archive is too large');
    await push(bytes);
  };
  // what is written comes in its order, while whoever writes goes on
  let last: Promise<unknown> = Promise.resolve();
  const waiting: Promise<unknown>[] = [];
  const enqueue = async (work: () => Promise<void>): Promise<void> => {
    last = last.then(work);
    last.catch(() => {});
    waiting.push(last);
    if (waiting.length > AHEAD) await waiting.shift();
  };
  const begin = (path: string, fields: Partial<Entry>) => {
    const name = new TextEncoder().encode(path);
    const entry = { name, flags: UTF8, method: 0, crc: 0, packed: 0, size: 0, offset: 0, ...fields };
    entries.push(entry);
    // as it is now: when it is written, sizes may be known in part
    const header = toHeader(entry, time);
    const putHeader = () => {
      entry.offset = offset;
      return put(header);
    };
    return { entry, putHeader };
  };

  return {
    isFull: () => offset > MOST_BYTES,
    /** A part as it is. */
    async store(path: string, bytes: Bytes): Promise<void> {
      const { putHeader } = begin(path, {
        crc: toCrc32(bytes),
        packed: bytes.length,
        size: bytes.length,
      });
      await enqueue(async () => {
        await putHeader();
        await put(bytes);
      });
    },

    /** A part that is packed as it comes; only one is open at a time. */
    async open(path: string) {
      const { entry, putHeader } = begin(path, { flags: UTF8 | SUMS_BEHIND, method: DEFLATED });
      const packPart = pack();
      await enqueue(putHeader);
      const add = (bytes: Bytes, isLast: boolean) => {
        entry.size += bytes.length;
        const coming = Promise.resolve(packPart(bytes, isLast));
        coming.catch(() => {});
        return enqueue(async () => {
          const packed = await coming;
          entry.packed += packed.bytes.length;
          entry.crc = packed.crc;
          await put(packed.bytes);
        });
      };
      return {
        /** The bytes are taken away. The next are made while these are packed. */
        write: (bytes: Bytes): Promise<void> => add(bytes, false),
        async close(): Promise<void> {
          await add(new Uint8Array(0), true);
          await enqueue(() => put(write([[4, DESCRIPTOR], ...toSums(entry)])));
        },
      };
    },

    async finish(): Promise<void> {
      await last;
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

/** Packs on the thread that writes. */
export function packHere(): PackPart {
  const deflate = createDeflate();
  let crc = 0;
  return (bytes, isLast) => {
    crc = toCrc32(bytes, crc);
    return { bytes: deflate.push(bytes, isLast), crc };
  };
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
