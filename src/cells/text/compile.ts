import { readVariable } from '../../sql/bound';
import type { Bound } from '../../sql/bound';
import { fold, isSameName } from '../../sql/name';
import { quoteName } from '../../sql/quote';
import type { Cell } from '../../workbook/cell';
import type { PlanContext, RunKind } from '../../workbook/plan';
import { toText } from '../../workbook/settings';
import { findParts, toWord } from './compile/parts';
import type { ValuePart, Word } from './compile/parts';

/** Markdown, in which `{{name}}` and `{{cell.column}}` stand for values. */
export interface TextCell extends Cell {
  readonly kind: 'text';
  readonly markdown: string;
}

export const textKind: RunKind<TextCell> = {
  kind: 'text',
  gives: 'nothing',

  toCell: (spec, id) => ({ id, kind: 'text', markdown: toText(spec, 'markdown') }),

  findReads({ markdown }) {
    const names = toUnique(findParts(markdown).map(({ name }) => name.text));
    return { tables: names, values: [], maybeValues: names };
  },

  rename(cell, { of, from, to, twin = false }) {
    const isMeant = (column: unknown) => !twin || (column !== undefined) === (of === 'table');
    const words = findParts(cell.markdown)
      .filter(({ name, column }) => isSameName(name.text, from) && isMeant(column))
      .map(({ name }) => name);
    return { ...cell, markdown: replaceWords(cell.markdown, words, toWord(to)) };
  },

  /** One query for all of them. What is not to be found is left out, and the text shows that it is. */
  toPlan({ markdown }, context) {
    const values: Record<string, Bound> = {};
    const columns = new Map<string, string>();
    for (const part of findParts(markdown)) {
      const read = columns.has(part.key) ? undefined : toRead(part, context);
      if (!read) continue;
      columns.set(part.key, `${read.sql} AS ${quoteName(part.key)}`);
      if (read.value) values[fold(part.name.text)] = read.value;
    }
    if (columns.size === 0) return { do: 'nothing' };
    // one row comes; a limit of one would have the engine count whether there are more
    return { do: 'fetch', sql: `SELECT ${[...columns.values()].join(',\n  ')}`, values, maxRows: 2 };
  },
};

interface ValueRead {
  sql: string;
  value?: Bound;
}

/** A bare name is an input's value before it is a table; a name with a column is a table before it is a range. */
function toRead({ name, column }: ValuePart, { findValue, findColumns }: PlanContext): ValueRead | undefined {
  const value = findValue(name.text);
  const columns = findColumns(name.text);
  const variable = readVariable(fold(name.text));
  if (!column) {
    if (value) return { sql: variable, value };
    return columns?.[0] === undefined ? undefined : { sql: toFirst(name.text, columns[0]) };
  }
  const folded = fold(column.text);
  const found = columns?.find((other) => fold(other) === folded);
  if (found !== undefined) return { sql: toFirst(name.text, found) };
  if (!value || !('fields' in value)) return undefined;
  const field = Object.keys(value.fields).find((other) => fold(other) === folded);
  return field === undefined ? undefined : { sql: `${variable}.${quoteName(field)}`, value };
}

function toFirst(table: string, column: string): string {
  return `(SELECT ${quoteName(column)} FROM ${quoteName(table)} LIMIT 1)`;
}

function replaceWords(text: string, words: readonly Word[], by: string): string {
  return words.reduceRight((done, { from, to }) => done.slice(0, from) + by + done.slice(to), text);
}

function toUnique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [fold(name), name])).values()];
}
