import { quoteName } from '../sql/quote';
import type { Loose } from './field';
import { column, choice, list } from './field';

/** An order of rows, as a setting; none means the order in which they come. */
export const orderFields = {
  column: column(),
  direction: choice(['up', 'down']),
  missing: choice(['last', 'first']),
};

export interface Sort {
  readonly column: string;
  readonly direction: 'up' | 'down';
  readonly missing: 'last' | 'first';
}

/** Sorts that may be none. */
export const order = (options?: { when?: (settings: Loose) => boolean }) =>
  list(orderFields, { optional: true, ...options });

/** What stands after `ORDER BY`. */
export function toOrder(sorts: readonly Sort[]): string {
  return sorts
    .map(({ column: name, direction, missing }) => {
      const way = direction === 'down' ? 'DESC' : 'ASC';
      return `${quoteName(name)} ${way} NULLS ${missing === 'first' ? 'FIRST' : 'LAST'}`;
    })
    .join(', ');
}
