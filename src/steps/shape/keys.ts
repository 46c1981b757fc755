import type { Note } from '../../lib/note';
import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { choice, column, list } from '../field';
import type { StepContext } from '../step';
import { findColumn } from '../write';

/** By which columns rows of two tables belong together; the other table's column has the same name unless it is named. */
export const keyFields = { left: column(), right: column({ of: 'table', optional: true }) };
export const keys = (options?: { optional?: boolean }) => list(keyFields, options);
export const match = () => choice(['exact', 'tidy']);

export interface KeySettings {
  readonly table: string;
  readonly keys: readonly { readonly left: string; readonly right: string }[];
  readonly match: 'exact' | 'tidy';
}

/** A column here and one there, whose values are compared. */
export interface Key {
  left: Column;
  right: Column;
  /** Of types that cannot be compared but as text. */
  isText: boolean;
  /** What stands for the value when it is compared. */
  toSql: (side: 'left' | 'right', alias?: string) => string;
}

/** What is wrong with keys whose other column is not named. */
export function checkKeys({ table, keys }: KeySettings, { tables }: StepContext): Problem | undefined {
  const gone = keys.find(({ left, right }) => right === '' && !findColumn(tables.get(table)!, left));
  return gone ? new Problem('step-column', { params: { column: gone.left } }) : undefined;
}

export function toKeys(
  settings: KeySettings,
  { columns, tables }: Pick<StepContext, 'columns' | 'tables'>,
): Key[] {
  const others = tables.get(settings.table)!;
  return settings.keys.map((key) => {
    const left = findColumn(columns, key.left)!;
    const right = findColumn(others, key.right === '' ? key.left : key.right)!;
    return toKey(left, right, settings.match);
  });
}

export function toKey(left: Column, right: Column, match: 'exact' | 'tidy' = 'exact'): Key {
  const isText = !isComparable(left.type, right.type);
  const areTexts = isText || (toFamily(left.type) === 'text' && toFamily(right.type) === 'text');
  return {
    left,
    right,
    isText,
    toSql(side, alias) {
      const { name, type } = { left, right }[side];
      const value = alias === undefined ? quoteName(name) : `${alias}.${quoteName(name)}`;
      const text = isText ? toText(value, type) : value;
      return match === 'tidy' && areTexts ? toTidy(text) : text;
    },
  };
}

/** Missing values belong to nothing. */
export function toOn(keys: readonly Key[], left: string, right: string): string {
  return keys.map((key) => `${key.toSql('left', left)} = ${key.toSql('right', right)}`).join('\n  AND ');
}

export function toKeyNotes(keys: readonly Key[]): Note[] {
  return keys
    .filter(({ isText }) => isText)
    .map(({ left, right }) => ({
      why: 'key-types',
      params: { left: left.name, one: left.type, right: right.name, other: right.type },
    }));
}

/** Whether a column of the other table is one of the keys. */
export function isKeyOfOther(keys: readonly Key[], { name }: Column): boolean {
  return keys.some(({ right }) => isSameName(right.name, name));
}

function isComparable(one: string, other: string): boolean {
  if (one === other) return true;
  const isMoment = (type: string) => type === 'DATE' || /^TIMESTAMP(_S|_MS|_NS)?$/.test(type);
  if (isMoment(one) && isMoment(other)) return true;
  const family = toFamily(one);
  return family === toFamily(other) && (family === 'number' || family === 'text');
}

/** A whole number reads the same, whichever type it has. */
function toText(sql: string, type: string): string {
  const text = toFamily(type) === 'text' ? sql : `CAST(${sql} AS VARCHAR)`;
  return /^(DOUBLE|FLOAT|DECIMAL)/.test(type) ? `regexp_replace(${text}, '\\.0+$', '')` : text;
}

/** What is nothing but spaces is missing. */
function toTidy(sql: string): string {
  return `nullif(regexp_replace(lower(${sql}), '[\\s\\p{Z}]+', '', 'g'), '')`;
}
