import type { ZipEntry } from '../../pack/zip';
import type { StringTable } from '../strings';
import { createStrings } from '../strings';
import { BANG, COLON, LT, QUESTION, skipDeclaration, skipTag, SLASH } from './bytes';
import type { PartOptions } from './part';
import { scanPart } from './part';
import { createTextReader } from './textReader';

/** The shared texts of a workbook, no further than the last that is asked for. */
export async function readSharedStrings(
  file: Blob,
  entry: ZipEntry,
  { last, ...options }: PartOptions & { last: number },
): Promise<StringTable> {
  const strings = createStrings();
  const reader = createTextReader();

  const scan = (bytes: Uint8Array): number => {
    for (let at = 0; ;) {
      if (strings.count > last) return -1;
      const open = bytes.indexOf(LT, at);
      if (open < 0) return bytes.length;
      const first = bytes[open + 1];
      const end =
        first === BANG || first === QUESTION ? skipDeclaration(bytes, open) : skipTag(bytes, open + 1);
      if (end < 0) return open;
      at = end;
      if (!isItem(bytes, open + 1)) continue;
      if (bytes[end - 2] === SLASH) strings.add(bytes, 0, 0);
      else {
        at = reader.readItem(bytes, end);
        if (at < 0) return open;
        strings.add(reader.bytes, reader.from, reader.to);
      }
    }
  };

  await scanPart(file, entry, scan, options);
  return strings;
}

/** `<si`, whatever its prefix. */
function isItem(bytes: Uint8Array, nameAt: number): boolean {
  let at = nameAt;
  let end = at;
  for (; bytes[end]! > 32 && bytes[end] !== SLASH && bytes[end] !== 62; end++)
    if (bytes[end] === COLON) at = end + 1;
  return end - at === 2 && bytes[at] === 115 && bytes[at + 1] === 105;
}
