import type { SheetColumn } from './book';

/** What a total's formula comes to, so that those who do not reckon see it too. */
export interface Tally {
  add: (value: number) => void;
  /** A value that is text in the file, and not in the total. */
  miss: () => void;
  missed: () => number;
  /** Nothing where there is none, as of no values. */
  result: () => number | undefined;
}

export function createTally(total: NonNullable<SheetColumn['total']>): Tally {
  let count = 0;
  let missed = 0;
  let sum = 0;
  let rest = 0;
  let least = Infinity;
  let greatest = -Infinity;
  return {
    add(value) {
      count++;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      // Neumaier: what rounding takes off the sum is kept
      const next = sum + value;
      rest += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      sum = next;
    },
    miss: () => void missed++,
    missed: () => missed,
    result() {
      switch (total) {
        case 'sum':
          return sum + rest;
        case 'count':
          return count;
        case 'average':
          return count > 0 ? (sum + rest) / count : undefined;
        case 'max':
          return count > 0 ? greatest : undefined;
        case 'min':
          return count > 0 ? least : undefined;
      }
    },
  };
}
