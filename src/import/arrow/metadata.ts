import { Message } from 'apache-arrow';
import { Problem } from '../../lib/problem';

/** A table of a flatbuffer, by the places of its fields: the tables and the vectors in it, these with the bytes of an item. */
interface Shape {
  tables?: Record<number, () => Shape>;
  vectors?: Record<number, number | (() => Shape)>;
  /** The place of a table that may be one of several, and before it the place that tells which. */
  union?: { at: number; shapes: Record<number, () => Shape> };
}

// https://github.com/apache/arrow/tree/main/format: Schema.fbs, Message.fbs, File.fbs
const plain = (): Shape => ({});
const unionType = (): Shape => ({ vectors: { 1: 4 } });
const field = (): Shape => ({
  union: { at: 3, shapes: { 14: unionType } },
  tables: { 4: plain },
  vectors: { 5: field, 6: plain },
});
const schema = (): Shape => ({ vectors: { 1: field, 2: plain, 3: 8 } });
const recordBatch = (): Shape => ({ vectors: { 1: 16, 2: 16, 4: 8 }, tables: { 3: plain } });
const dictionaryBatch = (): Shape => ({ tables: { 1: recordBatch } });
const message = (): Shape => ({
  union: { at: 2, shapes: { 1: schema, 2: dictionaryBatch, 3: recordBatch } },
  vectors: { 4: plain },
});
const footer = (): Shape => ({ tables: { 1: schema }, vectors: { 2: 24, 3: 24, 4: plain } });

/**
 * The library believes the lengths that metadata give and would count to two thousand million for a byte that is wrong; so
 * metadata are gone through before it sees them.
 */
export function guardMetadata(): void {
  if (Message.decode === decodeChecked) return;
  decode = Message.decode.bind(Message);
  Message.decode = decodeChecked;
}

let decode: typeof Message.decode;

function decodeChecked(bytes: Parameters<typeof Message.decode>[0]): Message {
  checkMetadata(toBytes(bytes), message());
  return decode(bytes);
}

export function checkFooter(bytes: Uint8Array): void {
  checkMetadata(bytes, footer());
}

function checkMetadata(bytes: Uint8Array, root: Shape): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // a table has four bytes at least; one to which many places lead would be gone through again for each
  let budget = bytes.length / 4;
  const follow = (place: number) => place + view.getUint32(place, true);

  function walk(place: number, { tables = {}, vectors = {}, union }: Shape): void {
    if (budget-- < 0) throw createDamage();
    const list = place - view.getInt32(place, true);
    const size = view.getUint16(list, true);
    const find = (field: number): number => {
      const offset = 4 + 2 * field < size ? view.getUint16(list + 4 + 2 * field, true) : 0;
      return offset && place + offset;
    };
    for (const [field, shape] of Object.entries(tables)) {
      const found = find(Number(field));
      if (found) walk(follow(found), shape());
    }
    for (const [field, item] of Object.entries(vectors)) {
      const found = find(Number(field));
      if (found) walkVector(follow(found), item);
    }
    const [kind, chosen] = union ? [find(union.at - 1), find(union.at)] : [0, 0];
    const shape = kind ? union?.shapes[view.getUint8(kind)] : undefined;
    if (chosen && shape) walk(follow(chosen), shape());
  }

  function walkVector(place: number, item: number | (() => Shape)): void {
    const count = view.getUint32(place, true);
    const bytesOfItem = typeof item === 'number' ? item : 4;
    if (count * bytesOfItem > view.byteLength - place - 4) throw createDamage();
    if (typeof item === 'number') return;
    for (let at = 0; at < count; at++) walk(follow(place + 4 + at * 4), item());
  }

  try {
    walk(follow(0), root);
  } catch (error) {
    throw error instanceof RangeError ? createDamage(error) : error;
  }
}

function toBytes(source: Parameters<typeof Message.decode>[0]): Uint8Array {
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  return new Uint8Array(source as ArrayBuffer);
}

function createDamage(cause?: unknown): Problem {
  return new Problem('arrow-damaged', {
    params: { detail: 'metadata that lead nowhere' },
    ...(cause !== undefined && { cause }),
  });
}
