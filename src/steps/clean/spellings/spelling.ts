/** A value of a column, and how many rows have it. */
export interface Spelling {
  readonly value: string;
  readonly count: number;
}

/** Values that may be one, the most frequent first; `to` is what they would be called. */
export interface SpellingGroup {
  readonly to: string;
  readonly spellings: readonly Spelling[];
}

/** Work done in slices: it yields how much of it is done, from 0 to 1, and returns what it found. */
export type Sliced<T> = Generator<number, T>;

/** A group of at least two, named as most rows have it. */
export function toGroup(spellings: readonly Spelling[]): SpellingGroup {
  const sorted = [...spellings].sort(byCount);
  return { to: sorted[0]!.value.trim(), spellings: sorted };
}

/** The largest groups first. */
export function toSorted(groups: SpellingGroup[]): SpellingGroup[] {
  const total = new Map(
    groups.map((group) => [group, group.spellings.reduce((sum, { count }) => sum + count, 0)]),
  );
  return groups.sort((a, b) => total.get(b)! - total.get(a)! || compare(a.to, b.to));
}

/** Most rows first; of equals the one without blanks around, then by code, so that the same values give the same names. */
export function byCount(a: Spelling, b: Spelling): number {
  const blanks = (text: string) => Number(text !== text.trim());
  return b.count - a.count || blanks(a.value) - blanks(b.value) || compare(a.value, b.value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
