const ENTRY_BYTES = 128;
const NAME_BYTES = 64;
/** The first places of the table of sectors are in the header; a directory that needs more is not looked at further. */
const HEADER_TABLES = 109;
const MOST_SECTORS = 64;

/**
 * The names of what a compound file holds at its top, the container of XLS, DOC and password-protected workbooks; none where
 * it is damaged. Deeper down are embedded files, which may be anything.
 */
export async function readCompoundNames(file: Blob): Promise<string[]> {
  const entries = await readEntries(file);
  const names: string[] = [];
  const waiting = entries[0] ? [entries[0].child] : [];
  const seen = new Set<number>();
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    names.push(entry.name);
    waiting.push(...entry.siblings);
  }
  return names;
}

interface Entry {
  name: string;
  siblings: [number, number];
  child: number;
}

async function readEntries(file: Blob): Promise<Entry[]> {
  const header = await readView(file, 0, 512);
  if (header.byteLength < 512) return [];
  const shift = header.getUint16(30, true);
  if (shift < 7 || shift > 16) return [];
  const size = 2 ** shift;
  const readSector = (sector: number) => readView(file, (sector + 1) * size, (sector + 2) * size);
  const entries: Entry[] = [];
  let sector = header.getUint32(48, true);
  for (let count = 0; count < MOST_SECTORS && sector * size < file.size; count++) {
    const directory = await readSector(sector);
    for (let at = 0; at + ENTRY_BYTES <= directory.byteLength; at += ENTRY_BYTES) {
      entries.push(readEntry(directory, at));
    }
    const place = Math.floor(sector / (size / 4));
    if (place >= HEADER_TABLES) break;
    const table = await readSector(header.getUint32(76 + place * 4, true));
    const at = (sector % (size / 4)) * 4;
    if (at + 4 > table.byteLength) break;
    sector = table.getUint32(at, true);
  }
  return entries;
}

function readEntry(view: DataView, at: number): Entry {
  const length = Math.max(0, Math.min(NAME_BYTES, view.getUint16(at + NAME_BYTES, true)) - 2);
  const name = new Uint8Array(view.buffer, view.byteOffset + at, length);
  return {
    name: new TextDecoder('utf-16le').decode(name),
    siblings: [view.getUint32(at + 68, true), view.getUint32(at + 72, true)],
    child: view.getUint32(at + 76, true),
  };
}

async function readView(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}
