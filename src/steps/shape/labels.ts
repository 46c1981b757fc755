import { toFreeName } from '../../lib/freeName';
import { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import type { Column, Value } from '../../table/column';
import { isCode } from '../model/keys';
import type { StepContext } from '../step';

/** As many columns as values may become; DuckDB takes more, but nobody reads them. */
export const MOST_LABELS = 500;

/** A column's values as texts, as they come to be names of columns. */
export function toTextSql({ name, type }: Column): string {
  return type === 'VARCHAR' ? quoteName(name) : `CAST(${quoteName(name)} AS VARCHAR)`;
}

/** A text whose values may become columns: not one that has another for each row. */
export function findWords(columns: readonly Column[]): Column | undefined {
  const texts = columns.filter(({ type }) => type === 'VARCHAR');
  return texts.find(isSpoken) ?? texts[0];
}

/** By its name: no code, which stands for one row or a few. */
export function isSpoken({ name }: Column): boolean {
  return !isCode(name);
}

/** The order in which the columns stand that values become. */
export type LabelOrder = 'value' | 'first' | 'frequent';

/** Asks which values a column has, as texts; a missing one comes last. One more than may be is asked for, to tell. */
export function askLabels({ from }: StepContext, column: Column, order: LabelOrder = 'value'): string {
  const sort = {
    value: 'min("value")',
    first: 'min("row_no")',
    frequent: 'count(*) DESC, min("value")',
  }[order];
  const number = order === 'first' ? ', row_number() OVER () AS "row_no"' : '';
  return [
    'SELECT "label"',
    `FROM (SELECT ${quoteName(column.name)} AS "value", ${toTextSql(column)} AS "label"${number} FROM ${from})`,
    'GROUP BY "label"',
    `ORDER BY "label" IS NULL, ${sort}, "label"`,
    `LIMIT ${MOST_LABELS + 1}`,
  ].join('\n');
}

export interface Label {
  /** Null where the value is missing. */
  text: string | null;
  /** What its column is called. */
  name: string;
}

/** Values as names of columns, told apart from one another and from those that are there. */
export function toLabels(
  found: readonly (readonly Value[])[],
  { column, taken, prefix = '' }: { column: string; taken: readonly string[]; prefix?: string },
): Label[] {
  const texts = (found[0] ?? []) as readonly (string | null)[];
  if (texts.length > MOST_LABELS)
    throw new Problem('step-misfit', { params: { why: 'labels-many', column, most: MOST_LABELS } });
  const used = [...taken];
  return texts.map((text) => {
    const name = toFreeName(prefix + (text === null ? 'missing' : text.trim() === '' ? 'blank' : text), used);
    used.push(name);
    return { text, name };
  });
}
