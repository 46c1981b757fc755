import type { Loose } from '../../../steps/field';

/** A value that a group has one of, called as its column is. */
export const one = (column: string, more: Loose = {}): Loose => ({
  column,
  aggregate: 'mean',
  title: column,
  ...more,
});

/** The value of each row. */
export const each = (column: string, more: Loose = {}): Loose => ({ column, aggregate: 'none', ...more });

export const largestFirst = (column: string): Loose => ({ column, sort: 'value' });
export const byName = (column: string): Loose => ({ column, sort: 'name' });

/** Whole numbers, each a place of its own. */
export const counted = (column: string): Loose => ({ column, bins: 200 });

/** Dates as they are, of whatever periods. */
export const dates = (column: string): Loose => ({ column, unit: 'none' });

/** What is on slots only where there is such a column. */
export const maybe = (slot: string, column: string | undefined): Loose =>
  column === undefined ? {} : { [slot]: column };
