import { fold } from '../../../sql/name';
import { quoteName } from '../../../sql/quote';
import { findCode } from './code';

/** What stands between `{{` and `}}`: `total.revenue | 0.00`. */
export interface ValuePart {
  name: Word;
  column?: Word;
  format?: string;
  /** The same for every part that shows the same value. */
  key: string;
}

/** A part, and where it stands. */
export interface PlacedPart extends ValuePart {
  from: number;
  to: number;
}

/** A name, and where it stands. */
export interface Word {
  text: string;
  from: number;
  to: number;
}

const NAME = /"(?:[^"\n]|"")+"|[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;

// one in a table of Markdown keeps its bar by a backslash
const BAR = /\s*\\?\|\s*([^{}|\n]*?)\s*(?=\}\})/y;

/** No one writes longer ones; a limit keeps thousands of open brackets from being read thousands of times. */
const LONGEST = 300;

/** Every value that a text shows. Code shows none. */
export function findParts(markdown: string): PlacedPart[] {
  const parts: PlacedPart[] = [];
  const code = findCode(markdown);
  let block = 0;
  for (let at = markdown.indexOf('{{'); at >= 0; at = markdown.indexOf('{{', at)) {
    while (block < code.length && code[block]!.to <= at) block++;
    const inCode = block < code.length && code[block]!.from <= at;
    const part = inCode || isEscaped(markdown, at) ? undefined : readPart(markdown, at);
    if (part) parts.push({ ...part, from: at });
    at = part ? part.to : at + 1;
  }
  return parts;
}

/** The part that begins at an offset, and where it ends. */
export function readPart(markdown: string, from: number): (ValuePart & { to: number }) | undefined {
  const text = markdown.slice(from, from + LONGEST);
  if (!text.startsWith('{{')) return undefined;
  const name = readWord(text, skipBlank(text, 2), from);
  if (!name) return undefined;
  let at = name.to - from;
  let column: Word | undefined;
  if (text[at] === '.') {
    column = readWord(text, at + 1, from);
    if (!column) return undefined;
    at = column.to - from;
  }
  BAR.lastIndex = at;
  const bar = BAR.exec(text);
  at = skipBlank(text, at + (bar?.[0].length ?? 0));
  if (!text.startsWith('}}', at)) return undefined;
  const key = [name, ...(column ? [column] : [])].map((word) => quoteName(fold(word.text))).join('.');
  return { name, ...(column && { column }), ...(bar?.[1] && { format: bar[1] }), key, to: from + at + 2 };
}

/** `{{"my cell".revenue}}`, as it is written. */
export function toPart(name: string, column?: string): string {
  return `{{${[name, ...(column === undefined ? [] : [column])].map(toWord).join('.')}}}`;
}

/** A name as it stands in a part: in quotes only where it needs them. */
export function toWord(name: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) ? name : quoteName(name);
}

function readWord(text: string, at: number, offset: number): Word | undefined {
  NAME.lastIndex = at;
  const found = NAME.exec(text)?.[0];
  if (found === undefined) return undefined;
  const plain = found.startsWith('"') ? found.slice(1, -1).replaceAll('""', '"') : found;
  return { text: plain, from: offset + at, to: offset + at + found.length };
}

function skipBlank(text: string, at: number): number {
  let to = at;
  while (text[to] === ' ' || text[to] === '\t') to++;
  return to;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
