const ENTRY_BYTES = 128;
const NAME_BYTES = 64;
/** The first places of the table of sectors are in the header; a directory that needs more is not looked at further. */
const HEADER_TABLES = 109;
const MOST_SECTORS = 64;

/** The names of what a compound file holds, the container of XLS, DOC and password-protected workbooks; none where it is damaged. */
export async function readCompoundNames(file: Blob): Promise<string[]> {
  const header = await readView(file, 0, 512);
  if (header.byteLength < 512) return [];
  const shift = header.getUint16(30, true);
  if (shift < 7 || shift > 16) return [];
  const size = 2 ** shift;
  const readSector = (sector: number) => readView(file, (sector + 1) * size, (sector + 2) * size);
  const names: string[] = [];
  let sector = header.getUint32(48, true);
  for (let count = 0; count < MOST_SECTORS && sector * size < file.size; count++) {
    const directory = await readSector(sector);
    for (let at = 0; at + ENTRY_BYTES <= directory.byteLength; at += ENTRY_BYTES) {
      names.push(readName(directory, at));
    }
    const place = Math.floor(sector / (size / 4));
    if (place >= HEADER_TABLES) break;
    const table = await readSector(header.getUint32(76 + place * 4, true));
    const at = (sector % (size / 4)) * 4;
    if (at + 4 > table.byteLength) break;
    sector = table.getUint32(at, true);
  }
  return names.filter((name) => name !== '');
}

function readName(directory: DataView, at: number): string {
  const length = Math.min(NAME_BYTES, directory.getUint16(at + NAME_BYTES, true)) - 2;
  if (length <= 0) return '';
  return new TextDecoder('utf-16le').decode(
    new Uint8Array(directory.buffer, directory.byteOffset + at, length),
  );
}

async function readView(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}
