import type { VersionEntry } from '../../storage/workbooks';

const DAY_MS = 24 * 3600 * 1000;
const MOST_DAYS = 50;

/** Versions that a person did not ask for, and can do without: of days gone by the last one stays, for fifty days. */
export function findThinned(versions: readonly VersionEntry[], now: number): string[] {
  const days = new Set<string>();
  return versions
    .filter(({ why }) => why !== 'named' && why !== 'unsaved')
    .toSorted((a, b) => b.at - a.at)
    .filter(({ at }) => {
      if (now - at < DAY_MS) return false;
      const day = new Date(at).toDateString();
      if (days.has(day) || days.size === MOST_DAYS) return true;
      days.add(day);
      return false;
    })
    .map(({ id }) => id);
}
