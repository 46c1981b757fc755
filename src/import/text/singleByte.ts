import type { Alphabet } from './alphabets';
import { alphabets } from './alphabets';

/** An encoding of one byte a character that `TextDecoder` has, and how likely it is before anything is read. */
export interface SingleByte {
  label: string;
  prior: number;
}

export const singleBytes: readonly SingleByte[] = [
  { label: 'windows-1252', prior: -2 },
  { label: 'windows-1251', prior: -3 },
  { label: 'windows-1250', prior: -3 },
  { label: 'windows-1253', prior: -3 },
  { label: 'windows-1254', prior: -3.5 },
  { label: 'windows-1257', prior: -4 },
  { label: 'windows-1255', prior: -4 },
  { label: 'windows-1256', prior: -4 },
  { label: 'windows-874', prior: -4 },
  { label: 'iso-8859-15', prior: -4 },
  { label: 'iso-8859-2', prior: -4 },
  { label: 'koi8-r', prior: -4 },
  { label: 'koi8-u', prior: -4.5 },
  { label: 'iso-8859-7', prior: -4 },
  { label: 'iso-8859-5', prior: -5 },
  { label: 'windows-1258', prior: -5 },
  { label: 'ibm866', prior: -5 },
  { label: 'iso-8859-13', prior: -5.5 },
  { label: 'macintosh', prior: -6 },
  { label: 'iso-8859-4', prior: -6 },
  { label: 'iso-8859-6', prior: -6 },
  { label: 'iso-8859-8', prior: -6 },
  { label: 'iso-8859-16', prior: -6 },
  { label: 'x-mac-cyrillic', prior: -7 },
  { label: 'iso-8859-10', prior: -8 },
];

const FOREIGN = Math.log(1e-4);
const UNDEFINED = -25;
/** What stands beside words in ordinary texts; other signs are seldom meant. */
const SIGNS = new Set('’“”–—…«»„‘‚‹›€£§°№®©™·•¿¡ºª½²³×\u00a0');

/** How often two bytes are neighbours in a text: the first × 256 + the second, and the count. */
export type Neighbours = readonly (readonly [pair: number, count: number])[];

/** What each byte stands for in an encoding, and what kind of character that is. */
export interface CodePage {
  characters: readonly string[];
  kinds: readonly Kind[];
}

const codePages = new Map<string, CodePage | undefined>();

/** Nothing where the platform does not know the encoding: Node knows fewer than browsers do. */
export function maybeCodePage(label: string): CodePage | undefined {
  if (!codePages.has(label)) codePages.set(label, createCodePage(label));
  return codePages.get(label);
}

function createCodePage(label: string): CodePage | undefined {
  try {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    // all at once, Node 20 takes windows-1252 for Latin-1: nodejs/node#56542
    const characters = [...new TextDecoder(label).decode(bytes, { stream: true })];
    return { characters, kinds: characters.map(toKind) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * How likely a text is by a code page: whether its letters are those of one language, and whether they form words. A natural
 * logarithm.
 */
export function toSingleByteLikelihood(neighbours: Neighbours, { characters, kinds }: CodePage): number {
  const uses = new Map<number, number>();
  let words = 0;
  for (const [pair, count] of neighbours) {
    const byte = pair & 0xff;
    words += count * toStep(kinds[pair >> 8]!, kinds[byte]!);
    if (byte >= 0x80) uses.set(byte, (uses.get(byte) ?? 0) + count);
  }
  const used = [...uses].map(
    ([byte, count]) => [characters[byte]!.toLowerCase(), kinds[byte]!, count] as const,
  );
  return words + Math.max(...models.map((model) => toLetters(used, model)));
}

interface Model {
  prior: number;
  letters: Map<string, number>;
}

const models = alphabets.map(toModel);

/** Each letter is rarer by a share than the one before it: steeply in a short alphabet, gently in a long one. */
function toModel({ letters, weight }: Alphabet): Model {
  const all = [...letters];
  const share = all.length > 20 ? 0.89 : 0.75;
  const whole = all.reduce((sum, _, rank) => sum + share ** rank, 0);
  return {
    prior: Math.log(weight / 100),
    letters: new Map(all.map((letter, rank) => [letter, Math.log(share ** rank / whole)])),
  };
}

function toLetters(used: readonly (readonly [string, Kind, number])[], { prior, letters }: Model): number {
  let sum = prior;
  for (const [char, kind, count] of used) sum += count * (letters.get(char) ?? toStray(char, kind));
  return sum;
}

function toStray(char: string, kind: Kind): number {
  if (char === '\ufffd') return UNDEFINED;
  if (kind.group === 'control') return -14;
  if (kind.group === 'sign') return -5.5;
  return kind.group === 'symbol' ? -8.5 : FOREIGN;
}

interface Kind {
  group: 'lower' | 'upper' | 'letter' | 'mark' | 'digit' | 'ascii' | 'sign' | 'symbol' | 'control';
  script: string;
}

function toKind(char: string): Kind {
  return { group: toGroup(char), script: toScript(char) };
}

function toGroup(char: string): Kind['group'] {
  if (/[0-9]/.test(char)) return 'digit';
  if (SIGNS.has(char)) return 'sign';
  if (/\p{Ll}/u.test(char)) return 'lower';
  if (/\p{Lu}/u.test(char)) return 'upper';
  if (/\p{Script=Inherited}/u.test(char)) return 'mark';
  if (/[\p{L}\p{M}]/u.test(char)) return 'letter';
  if (char < '\x80') return 'ascii';
  return /[\p{Cc}\ufffd]/u.test(char) ? 'control' : 'symbol';
}

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Thai'].map(
  (name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const,
);

function toScript(char: string): string {
  return scripts.find(([, form]) => form.test(char))?.[0] ?? '';
}

/** How likely it is that the second follows the first. */
function toStep(first: Kind, second: Kind): number {
  const isWord = first.script !== '' && second.script !== '';
  return (isWord && first.script !== second.script ? -5 : 0) + (steps[first.group][second.group] ?? 0);
}

const SYMBOL = -4;
/** An accent that stands on nothing. */
const LOOSE = -6;
const steps: Record<Kind['group'], Partial<Record<Kind['group'], number>>> = {
  lower: { upper: -8, letter: -4, digit: -2.5, sign: -1, symbol: SYMBOL, control: -4 },
  mark: { mark: LOOSE, letter: -4, digit: -2.5, sign: -1, symbol: SYMBOL, control: -4 },
  upper: { lower: -0.3, upper: -0.7, letter: -4, digit: -2.5, sign: -2, symbol: SYMBOL, control: -4 },
  letter: { lower: -4, upper: -4, mark: LOOSE, digit: -2.5, sign: -1, symbol: SYMBOL, control: -4 },
  digit: { lower: -2, upper: -2, letter: -3, mark: LOOSE, symbol: -1, control: -4 },
  ascii: { lower: -0.2, upper: -1.8, mark: LOOSE, symbol: -1, control: -2 },
  sign: { lower: -1.5, upper: -2, mark: LOOSE, digit: -1, symbol: -3, control: -4 },
  symbol: { lower: SYMBOL, upper: SYMBOL, letter: SYMBOL, mark: LOOSE, digit: -2, control: -4 },
  control: { lower: -4, upper: -4, letter: -4, mark: LOOSE, digit: -2, control: -4 },
};
