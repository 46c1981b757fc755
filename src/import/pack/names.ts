import { createEncodingProbe } from '../text/encoding';

/** A name as it stands in an archive. */
export interface RawName {
  bytes: Uint8Array;
  /** The archive says that it is UTF-8. */
  utf8: boolean;
}

/** The names of the files of an archive, as they can be shown; nothing for folders, and for what macOS adds for itself. */
export function toNames(raw: readonly RawName[]): (string | undefined)[] {
  const decode = toDecode(raw.filter(({ utf8 }) => !utf8).map(({ bytes }) => bytes));
  const taken = new Set<string>();
  return raw.map(({ bytes, utf8 }) => {
    const text = utf8 ? new TextDecoder().decode(bytes) : decode(bytes);
    const path = toCleanPath(text);
    return path === '' || /[\\/]$/.test(text) || isLeftOver(path) ? undefined : toUnique(path, taken);
  });
}

/** Beyond ASCII, in the order of their bytes: what the first zip programs wrote, and what the format means where it says nothing. */
const CODE_PAGE_437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** All names of an archive were written on one machine, so they are looked at together. Chinese ones are often in GBK. */
function toDecode(names: readonly Uint8Array[]): (bytes: Uint8Array) => string {
  const probe = createEncodingProbe();
  for (const name of names) {
    probe.push(name);
    probe.push(Uint8Array.of(10));
  }
  const { label } = probe.finish();
  const decoder = new TextDecoder(label);
  if (/^(utf-8|gb18030|big5|shift_jis|euc-jp|euc-kr|windows-1251|ibm866)$/.test(label)) {
    return (bytes) => decoder.decode(bytes);
  }
  return (bytes) =>
    Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CODE_PAGE_437[byte - 0x80]!)).join(
      '',
    );
}

/** Control characters, and those that turn the direction of writing, with which a name can hide its ending. */
const HIDDEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function toCleanPath(text: string): string {
  return text
    .replace(HIDDEN, '')
    .replace(/^[A-Za-z]:(?=[\\/])/, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}

function isLeftOver(path: string): boolean {
  return /^__MACOSX\//.test(path) || /(^|\/)\.DS_Store$/.test(path);
}

function toUnique(path: string, taken: Set<string>): string {
  let unique = path;
  for (let number = 2; taken.has(unique); number++) unique = `${path} (${number})`;
  taken.add(unique);
  return unique;
}
