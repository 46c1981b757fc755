import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

const LOCAL_BYTES = 30;

/** Writes a zip file, an entry after the other, without holding any of them. @param {string} file */
export async function createZip(file) {
  const handle = await open(file, 'w');
  /** @type {Entry[]} */
  const entries = [];
  let position = 0;
  const append = async (/** @type {Buffer} */ bytes) => {
    await handle.write(bytes, 0, bytes.length, position);
    position += bytes.length;
  };

  return {
    /** @param {string} name @param {Iterable<string>} texts */
    async add(name, texts) {
      const entry = { name: Buffer.from(name), offset: position, crc: 0, size: 0, packed: 0 };
      position += LOCAL_BYTES + entry.name.length;
      const start = position;
      for await (const bytes of Readable.from(toBytes(texts, entry)).pipe(createDeflateRaw()))
        await append(bytes);
      entry.packed = position - start;
      const header = toLocal(entry);
      await handle.write(header, 0, header.length, entry.offset);
      entries.push(entry);
    },
    async close() {
      const start = position;
      for (const entry of entries) await append(toCentral(entry));
      await append(toEnd(entries.length, { start, bytes: position - start }));
      await handle.close();
    },
  };
}

/** @typedef {{name: Buffer, offset: number, crc: number, size: number, packed: number}} Entry */

/** @param {Iterable<string>} texts @param {Entry} entry notes what went through */
function* toBytes(texts, entry) {
  for (const text of texts) {
    const bytes = Buffer.from(text);
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    yield bytes;
  }
}

// The records and the places of their fields are those of PKWARE's APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16.

/** @param {Entry} entry */
function toLocal(entry) {
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(0x04034b50, 0);
  writeShared(header, entry, 4);
  return Buffer.concat([header, entry.name]);
}

/** @param {Entry} entry */
function toCentral(entry) {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  writeShared(header, entry, 6);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

/** @param {Buffer} header @param {Entry} entry @param {number} at */
function writeShared(header, { name, crc, size, packed }, at) {
  const [deflate, utf8Names, firstOfJanuary] = [8, 0x800, 0x21];
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(utf8Names, at + 2);
  header.writeUInt16LE(deflate, at + 4);
  header.writeUInt16LE(firstOfJanuary, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

/** @param {number} count @param {{start: number, bytes: number}} directory */
function toEnd(count, { start, bytes }) {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(start, 16);
  return end;
}
