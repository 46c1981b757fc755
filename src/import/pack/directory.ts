import { Problem } from '../../lib/problem';
import { toFileName } from './limit';
import type { RawName } from './names';
import { toNames } from './names';

const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const END = 0x06054b50;
const END_BYTES = 22;
const END64 = 0x06064b50;
const END64_BYTES = 56;
const LOCATOR64 = 0x07064b50;
const LOCATOR64_BYTES = 20;
const LONGEST_COMMENT = 0xffff;
const ZIP64_EXTRA = 1;
const UNICODE_PATH_EXTRA = 0x7075;

/** A file in a zip archive. */
export interface ZipEntry {
  /** As it can be shown: slashes between folders, nothing that leads out of the archive, and no two alike. */
  path: string;
  bytes: number;
  packedBytes: number;
  encrypted: boolean;
  /** How it is packed, by the number that the format has for it: 0 not at all, 8 deflate. */
  method: number;
  crc: number;
  /** Where its own header starts in the archive. */
  start: number;
}

/** The files of an archive, in its order. Folders, and what macOS adds for itself, are left out. */
export async function readDirectory(file: Blob, name = toFileName(file)): Promise<ZipEntry[]> {
  const { view, count, shift } = await findDirectory(file, name);
  const names: RawName[] = [];
  const entries: Omit<ZipEntry, 'path'>[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= view.byteLength && view.getUint32(at, true) === ENTRY) {
    const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw toDamaged(name);
    const flags = view.getUint16(at + 8, true);
    const nameBytes = new Uint8Array(
      view.buffer,
      view.byteOffset + at + ENTRY_BYTES,
      nameEnd - at - ENTRY_BYTES,
    );
    const extras = readExtras(view, nameEnd, extraEnd);
    const [bytes, packedBytes, start] = readPlaces(view, at, extras.get(ZIP64_EXTRA));
    const unicode = extras.get(UNICODE_PATH_EXTRA);
    if (![bytes, packedBytes, start].every(Number.isSafeInteger)) throw toDamaged(name);
    names.push(
      unicode
        ? { bytes: toBytes(unicode).subarray(5), utf8: true }
        : { bytes: nameBytes, utf8: (flags & 0x800) !== 0 },
    );
    entries.push({
      bytes,
      packedBytes,
      // by a password for the file, or for the directory as well
      encrypted: (flags & 0x2041) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      start: start + shift,
    });
    at = next;
  }
  // some programs count to 65,535 and begin again
  if (entries.length % 0x10000 !== count % 0x10000) throw toDamaged(name);
  const paths = toNames(names);
  return entries.flatMap((entry, index) => {
    const path = paths[index];
    return path === undefined ? [] : [{ path, ...entry }];
  });
}

/** The problem of an archive that can't be read as what it is, or not any more. */
export function toDamaged(file: string, cause?: unknown): Problem {
  const isGone = cause instanceof DOMException && /^Not(Readable|Found)Error$/.test(cause.name);
  return new Problem(isGone ? 'file-unreadable' : 'archive-damaged', { params: { file }, cause });
}

interface Directory {
  view: DataView;
  count: number;
  /** Bytes before the archive, a program that unpacks it for example; its own offsets leave them out. */
  shift: number;
}

async function findDirectory(file: Blob, name: string): Promise<Directory> {
  const tailStart = Math.max(0, file.size - END_BYTES - LONGEST_COMMENT);
  const tail = await readView(file, tailStart, file.size);
  for (const at of findEnds(tail)) {
    const end = await readEnd(file, tail, at, tailStart + at);
    // a part of an archive in several files has its directory in another
    if (end.disk !== 0 || end.offset + end.bytes > end.at) continue;
    const behind = end.at - end.bytes - end.offset;
    for (const shift of [0, behind]) {
      const from = end.offset + shift;
      const view = await readView(file, from, from + end.bytes);
      if (end.bytes === 0 || (view.byteLength >= 4 && view.getUint32(0, true) === ENTRY)) {
        return { view, count: end.count, shift };
      }
    }
  }
  throw toDamaged(name);
}

/** Where the end of the directory may be, the last first; a comment may look like one, but does not fill the rest as well. */
function findEnds(tail: DataView): number[] {
  const ends: number[] = [];
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--)
    if (tail.getUint32(at, true) === END) ends.push(at);
  const toRest = (at: number) => tail.byteLength - at - END_BYTES - tail.getUint16(at + 20, true);
  return [...ends.filter((at) => toRest(at) === 0), ...ends.filter((at) => toRest(at) > 0)];
}

async function readEnd(file: Blob, tail: DataView, at: number, position: number) {
  const plain = {
    disk: tail.getUint16(at + 4, true),
    count: tail.getUint16(at + 10, true),
    bytes: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
    at: position,
  };
  const locator = at - LOCATOR64_BYTES;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR64) return plain;
  const told = Number(tail.getBigUint64(locator + 8, true));
  for (const from of [told, position - LOCATOR64_BYTES - END64_BYTES]) {
    const view = await readView(file, from, from + END64_BYTES);
    if (view.byteLength < END64_BYTES || view.getUint32(0, true) !== END64) continue;
    return {
      disk: view.getUint32(16, true),
      count: Number(view.getBigUint64(32, true)),
      bytes: Number(view.getBigUint64(40, true)),
      offset: Number(view.getBigUint64(48, true)),
      at: from,
    };
  }
  return plain;
}

async function readView(file: Blob, from: number, to: number): Promise<DataView> {
  if (from < 0 || from > file.size) return new DataView(new ArrayBuffer(0));
  return new DataView(await file.slice(from, to).arrayBuffer());
}

function readExtras(view: DataView, from: number, to: number): Map<number, DataView> {
  const extras = new Map<number, DataView>();
  for (let at = from; at + 4 <= to;) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > to) break;
    extras.set(view.getUint16(at, true), new DataView(view.buffer, view.byteOffset + at + 4, length));
    at += 4 + length;
  }
  return extras;
}

/** Its size, its packed size and its start. Each that does not fit into four bytes is in an extra field, in this order. */
function readPlaces(view: DataView, at: number, extra: DataView | undefined): [number, number, number] {
  let next = 0;
  const read = (offset: number): number => {
    const value = view.getUint32(offset, true);
    if (value !== 0xffffffff || !extra || next + 8 > extra.byteLength) return value;
    next += 8;
    return Number(extra.getBigUint64(next - 8, true));
  };
  return [read(at + 24), read(at + 20), read(at + 42)];
}

function toBytes(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
