export interface RawName {
  bytes: Uint8Array;
  utf8: boolean;
}

/** The names of the files of an archive, as they can be shown; nothing for what is no file of anybody's. */
export function toNames(raw: readonly RawName[]): (string | undefined)[] {
  const taken = new Set<string>();
  return raw.map(({ bytes }) => {
    const text = new TextDecoder().decode(bytes);
    const path = toCleanPath(text);
    if (/[\\/]$/.test(text) || path === '' || isLeftOver(path)) return undefined;
    return toUnique(path, taken);
  });
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
