import { commonCharacters } from './commonCharacters';

/** An encoding of East Asia, and how likely its characters are in texts of its language. All figures are natural logarithms. */
export interface DoubleByte {
  label: string;
  family: 'pairs' | 'shiftJis' | 'eucJp';
  /** How likely it is before anything is read. */
  prior: number;
  /** How likely a character is; `pair` is how it stands in the file. */
  toLikelihood: (char: string, pair: number) => number;
}

/** The rows of the standard where its common characters are, and where the others are. */
interface Rows {
  first: [number, number];
  second: [number, number];
  /** The least second byte of a character in these rows. */
  least: number;
}

const RARE = Math.log(3e-7);
const PRIVATE = -20;

export const doubleBytes: readonly DoubleByte[] = [
  {
    label: 'gb18030',
    family: 'pairs',
    prior: 0,
    toLikelihood: createModel('simplified', { first: [0xb0, 0xd7], second: [0xd8, 0xf7], least: 0xa1 }),
  },
  {
    label: 'big5',
    family: 'pairs',
    prior: -3,
    toLikelihood: createModel('traditional', { first: [0xa4, 0xc6], second: [0xc9, 0xf9], least: 0x40 }),
  },
  {
    label: 'shift_jis',
    family: 'shiftJis',
    prior: -3,
    toLikelihood: createModel('japanese', { first: [0x88, 0x97], second: [0x98, 0xea], least: 0x40 }),
  },
  {
    label: 'euc-jp',
    family: 'eucJp',
    prior: -4,
    toLikelihood: createModel('japanese', { first: [0xb0, 0xcf], second: [0xd0, 0xf4], least: 0xa1 }),
  },
  {
    label: 'euc-kr',
    family: 'pairs',
    prior: -3,
    toLikelihood: createModel('korean', { first: [0xb0, 0xc8], second: [0xca, 0xfd], least: 0xa1 }),
  },
];

function createModel(language: keyof typeof commonCharacters, rows: Rows): DoubleByte['toLikelihood'] {
  const common = toCommon(commonCharacters[language]);
  return (char, pair) =>
    common.get(char) ?? toOther(char, language === 'japanese') ?? toByRow(rows, pair >> 8, pair & 0xff);
}

/** The more frequent, the likelier, by Zipf's law; together they make up six sevenths of a text. */
function toCommon(characters: string): Map<string, number> {
  const all = [...new Set(characters)];
  const weights = all.map((_, rank) => 1 / (rank + 30));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(all.map((char, rank) => [char, Math.log((6 / 7) * (weights[rank]! / whole))]));
}

const PUNCTUATION = new Set('，。、（）：；“”‘’《》！？—…·「」『』【】～　％￥＄＃＆＋－／・ー〜');

/** Signs, and letters of other scripts. */
function toOther(char: string, japanese: boolean): number | undefined {
  if (PUNCTUATION.has(char)) return Math.log(4e-3);
  if (/^[\uff01-\uff5e\u2460-\u247f\u2160-\u217f\u3000-\u303f]$/.test(char)) return Math.log(3e-4);
  if (/^\p{Script=Hiragana}$/u.test(char)) return Math.log(japanese ? 6e-3 : 1e-6);
  if (/^[\uff61-\uff9f]$/.test(char)) return Math.log(4e-3);
  if (/^\p{Script=Katakana}$/u.test(char)) return Math.log(japanese ? 3e-3 : 1e-6);
  if (/^\p{Co}$/u.test(char)) return PRIVATE;
  if (/^[\p{S}\p{P}]$/u.test(char)) return Math.log(1e-5);
  if (!/^[\p{Script=Han}\p{Script=Hangul}]$/u.test(char)) return RARE;
  return undefined;
}

function toByRow({ first, second, least }: Rows, lead: number, trail: number): number {
  if (trail < least) return RARE;
  if (lead >= first[0] && lead <= first[1]) return Math.log(3e-5);
  return lead >= second[0] && lead <= second[1] ? Math.log(2e-6) : RARE;
}
