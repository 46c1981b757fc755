import type { Meaning } from './meaning';

/** Values that no reading tells apart. */
export interface Tally extends Examples {
  meaning: Meaning;
  count: number;
}

/** The first of some values, all different, and the line of each where it was told. */
export interface Examples {
  examples: string[];
  lines: number[];
}

export const MOST_EXAMPLES = 5;
/** An example is shown, not read: a cell of megabytes need not be kept for it. */
const LONGEST_EXAMPLE = 200;

export function count(counted: { count: number } & Examples, value: string, line: number | undefined): void {
  counted.count++;
  if (counted.examples.length >= MOST_EXAMPLES) return;
  const example = value.slice(0, LONGEST_EXAMPLE);
  if (counted.examples.includes(example)) return;
  counted.examples.push(example);
  if (line !== undefined) counted.lines.push(line);
}

export function sum(tallies: readonly Tally[]): number {
  return tallies.reduce((total, tally) => total + tally.count, 0);
}
