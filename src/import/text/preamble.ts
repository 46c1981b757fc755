import type { Cut } from './cutter';
import type { Field } from './fields';
import type { Dialect } from './sniff';
import { readFields } from './fields';
import { findForms, hasForm } from './shape';
import { maybeTitles } from './titles';

const MOST_LINES = 60;
const COMMENTS = ['#', '//'];

/** Where in the records the table begins: behind titles and notes, which fill fewer fields than its rows. */
export function findStart(cuts: readonly Cut[], filled: readonly Cut[], dialect: Dialect): number {
  const { width } = dialect;
  if (width < 2) return 0;
  const whole = filled
    .filter(({ fields }) => fields.length === width)
    .slice(0, 1000)
    .map(({ fields }) => fields);
  const forms = findForms(whole.slice(whole.length > 12 ? 5 : 1), width);
  const lastGap = findGap(cuts, filled);
  const isRow = (fields: Field[]) =>
    forms.some(({ shapes }) => shapes.length > 0) &&
    fields.every((field, column) => hasForm(field ?? '', forms[column] ?? { shapes: [], blank: 'always' }));

  function isTitle(index: number): boolean {
    const { fields } = filled[index]!;
    const next = filled[index + 1]?.fields;
    if (fields.length !== width && next?.length === width && isRow(next)) {
      if (maybeTitles(filled[index]!, dialect, width)) return false;
    }
    const count = fields.filter(isFilled).length;
    if (count === 0 || fields.length === 1) return true;
    if (isRow(fields)) return false;
    if (width > 2 && count === 1) return isFilled(fields[0]!);
    if (index < lastGap) return count <= width / 2 || fields.length !== width || areSame(fields);
    return (
      width > 3 && count <= width / 2 && fields.slice(0, count).every(isFilled) && fields.length !== width
    );
  }

  let start = 0;
  while (start < Math.min(filled.length, MOST_LINES) && isTitle(start)) start++;
  return start < filled.length && start < MOST_LINES ? start : 0;
}

const isFilled = (field: Field) => field !== null && field.trim() !== '';

const areSame = (fields: readonly Field[]) => fields.every((field) => field === fields[0]);

/** The place of the first record after a blank line among the first lines, if there is one. */
function findGap(cuts: readonly Cut[], filled: readonly Cut[]): number {
  const gap = cuts
    .slice(0, MOST_LINES)
    .findLastIndex(({ from, to, fields }) => from === to || !fields.some(isFilled));
  const after = cuts.slice(gap + 1).find(({ from, to }) => to > from);
  return gap < 0 || !after ? 0 : filled.indexOf(after);
}

/** What comment lines start with, where lines that start so are no records: `#1` in a first column is data. */
export function findComment(head: string, dialect: Dialect): string {
  for (const mark of COMMENTS) {
    const starts = [...head.matchAll(/[^\r\n]+/g)].map(({ index }) => index);
    const marked = starts.filter((at) => head.startsWith(mark, at));
    if (marked.length === 0 || marked.length > starts.length / 2) continue;
    // a record may go on below its line
    const isRecord = (at: number) => readFields(head, at, dialect).fields.length === dialect.width;
    const records = marked.filter(isRecord);
    const isOnTop = marked.every((at, index) => at === starts[index]);
    // a header that is marked too: the last of the lines on top
    const isHeaderMarked = isOnTop && dialect.width > 1 && isRecord(marked.at(-1)!);
    if (isHeaderMarked)
      return marked.length > 1 && marked.slice(0, -1).every((at) => head.startsWith(mark + mark, at))
        ? mark + mark
        : '';
    if (dialect.width > 1 && records.length <= marked.length / 10) return mark;
    if (
      dialect.width === 1 &&
      starts.length > marked.length &&
      marked.every((at) => head.startsWith(`${mark} `, at))
    )
      return mark;
  }
  return '';
}
