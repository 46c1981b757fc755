import { toFreeName } from '../../lib/freeName';
import type { GivenColumn } from '../frame';

/** Columns of a table, each read of its rows. */
export function toColumnsOf<R>(rows: ArrayLike<R>) {
  const toValues = (read: (row: R, at: number) => number | undefined) =>
    Float64Array.from(rows, (row, at) => read(row, at) ?? NaN);
  return {
    doubles: (name: string, read: (row: R, at: number) => number | undefined): GivenColumn => ({
      name,
      type: 'DOUBLE',
      values: toValues(read),
    }),
    counts: (name: string, read: (row: R, at: number) => number | undefined): GivenColumn => ({
      name,
      type: 'BIGINT',
      values: toValues(read),
    }),
    days: (name: string, read: (row: R, at: number) => number | undefined): GivenColumn => ({
      name,
      type: 'DATE',
      values: toValues(read),
    }),
    words: (name: string, read: (row: R, at: number) => string | null): GivenColumn => ({
      name,
      type: 'VARCHAR',
      values: Array.from(rows, read),
    }),
    flags: (name: string, read: (row: R, at: number) => boolean): GivenColumn => ({
      name,
      type: 'BOOLEAN',
      values: Uint8Array.from(rows, (row, at) => Number(read(row, at))),
    }),
  };
}

/** Columns after the one that says whose a row is, which is not there where `by` is empty. */
export function toNamed<R>(
  by: string,
  rows: readonly R[],
  nameOf: (row: R) => string | null,
  others: readonly GivenColumn[],
): GivenColumn[] {
  if (by === '') return [...others];
  const taken = others.map(({ name }) => name);
  return [toColumnsOf(rows).words(toFreeName(by, taken), nameOf), ...others];
}
