import { toFamily, type Column, type Value } from '../table/column';
import { countDigits, hasOpenDigits } from '../table/format';

export interface Summary {
  /** Numbers among the values; everything else is skipped. */
  count: number;
  sum: number;
  mean: number;
  min: number;
  max: number;
  /** Fraction digits that the values have, to show the sum with as many. */
  digits: number;
}

export interface SummaryBuilder {
  add(column: Column, values: readonly Value[]): void;
  finish(): Summary;
}

/** Sums by Neumaier's method (ZAMM 54, 1974, p. 39), so that 1e16 + 1 − 1e16 is 1. */
export function createSummary(): SummaryBuilder {
  let count = 0;
  let sum = 0;
  let lost = 0;
  let min = Infinity;
  let max = -Infinity;
  let digits = 0;

  function addNumber(value: number): void {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
    count++;
    if (value < min) min = value;
    if (value > max) max = value;
  }

  return {
    add(column, values) {
      if (toFamily(column.type) !== 'number') return;
      for (const value of values) {
        const number = maybeNumber(value);
        if (number === undefined) continue;
        addNumber(number);
        digits = Math.max(digits, countFraction(value, column.type));
      }
    },
    finish() {
      const total = Number.isFinite(sum) ? sum + lost : sum;
      return { count, sum: total, mean: total / count, min, max, digits };
    },
  };
}

function maybeNumber(value: Value): number | undefined {
  if (value === null || value === '' || (typeof value !== 'number' && typeof value !== 'string'))
    return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function countFraction(value: Value, type: string): number {
  if (hasOpenDigits(type)) return countDigits(value, type);
  return Math.min(6, Number(/^DECIMAL\(\d+,\s*(\d+)\)/.exec(type)?.[1] ?? 0));
}
