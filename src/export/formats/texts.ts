import type { Vector } from 'apache-arrow';
import type { Column } from '../../table/column';
import { toRawText } from '../../table/format';
import { toParquetValues } from '../values';
import { toNumberText } from './out';

/** A column's values as exact texts; null where one is missing. What is nested has come as text. */
export function toTexts(vector: Vector, column: Column): (string | null)[] {
  return Array.from(toParquetValues(vector) as ArrayLike<unknown>, (value) =>
    value === null ? null : toText(value, column),
  );
}

function toText(value: unknown, column: Column): string {
  if (typeof value !== 'number') return String(value);
  return column.type === 'FLOAT' && Number.isFinite(value) && value !== 0
    ? toRawText(value, column)
    : toNumberText(value);
}
