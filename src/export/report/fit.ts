import type { ReportColumn } from './content';

/** About how wide a letter of a table is in the widest of the usual fonts, and what stands free in each of its columns. */
const LETTER = 7.6;
const FREE = 17;
/** A longer word is broken; letters of Chinese and its neighbours, which are broken anywhere, count two. */
const LONGEST_WORD = 24;
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/gu;

/** As many columns as there is room for without any being cut; the first at least. */
export function fitColumns(columns: readonly ReportColumn[], room: number): ReportColumn[] {
  let left = room;
  const beyond = columns.findIndex((column) => (left -= toLeast(column)) < 0);
  return columns.slice(0, beyond < 0 ? columns.length : Math.max(1, beyond));
}

/** How a column stands in the page: numbers at their end, what is not broken, and what has to be. */
export function toLookOf(column: ReportColumn): 'n' | 'd' | 'w' | '' {
  return column.isRight ? 'n' : isOfMarks(column) ? 'd' : hasLongWords(column) ? 'w' : '';
}

type Measured = Pick<ReportColumn, 'name' | 'isRight' | 'texts'>;

/** How wide each column stands where all have so much room: none narrower than it can be, the rest by what their values would take. */
export function toWidths(columns: readonly Measured[], room: number): number[] {
  const least = columns.map(toLeast);
  const whole = columns.map((column, at) => Math.max(least[at]!, toWhole(column)));
  const [all, wanted] = [least, whole].map((widths) => widths.reduce((sum, width) => sum + width, 0)) as [
    number,
    number,
  ];
  if (all >= room) return least.map((width) => (width * room) / all);
  if (wanted <= room) return whole.map((width) => (width * room) / wanted);
  return least.map((width, at) => width + ((whole[at]! - width) * (room - all)) / (wanted - all));
}

/** As wide as its longest value in one line. */
function toWhole({ name, texts }: Measured): number {
  return texts.reduce((most, text) => Math.max(most, toLetters(text)), toLetters(name)) * LETTER + FREE;
}

/** Whether a column has words that have to be broken so that others stand beside it. */
export function hasLongWords({ texts }: Pick<ReportColumn, 'texts'>): boolean {
  return texts.some((text) => toWords(text) > LONGEST_WORD);
}

/** Whether it is of dates, times and the like, which are not broken where their parts end. */
export function isOfMarks({ texts }: Pick<ReportColumn, 'texts'>): boolean {
  return (
    texts.some((text) => /\d/.test(text)) &&
    texts.every((text) => /^[\d\-:.,/ +TZ]{1,26}$|^\D{0,12}$/.test(text))
  );
}

/** How narrow a column can be: its longest word, and of numbers all. */
function toLeast(column: Measured): number {
  const { name, texts } = column;
  const isWhole = column.isRight || isOfMarks(column);
  const most = Math.max(
    ...name.split(/[\s_]+/).map(toLetters),
    ...texts.map((text) => (isWhole ? toLetters(text) : toWords(text))),
  );
  return Math.min(most, isWhole ? most : LONGEST_WORD) * LETTER + FREE;
}

function toWords(text: string): number {
  return Math.max(...text.replace(WIDE, ' ').split(/[\s]+/).map(toLetters));
}

function toLetters(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
