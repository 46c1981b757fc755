import { testShapiroWilk } from '../../relate/normality';
import type { CompareSettings, Part } from './comparison';
import { maybeTested } from './comparison';

/** From so many rows on, means are near enough to normal whatever the values are (the rule of thumb of most textbooks). */
const ENOUGH_ROWS = 30;
/** Stricter than usual, as every group is tested. */
const DOUBTED_BELOW = 0.01;

/** Small groups whose values are far from normal, so that tests of their means say little. */
export function findDoubtful(parts: readonly Part[]): (Part & { p: number })[] {
  return parts.flatMap((part) => {
    if (part.values.length >= ENOUGH_ROWS) return [];
    const p = maybeTested(() => testShapiroWilk(part.values))?.pValue ?? 1;
    return p < DOUBTED_BELOW ? [{ ...part, p }] : [];
  });
}

/** Whether ranks are compared, and what is to be said of the choice. */
export function chooseMethod(parts: readonly Part[], { method }: CompareSettings) {
  const [worst] = findDoubtful(parts).sort((a, b) => a.p - b.p);
  const byRanks = method === 'ranks' || (method === 'auto' && worst !== undefined);
  const why = method === 'auto' ? 'compare-ranks-chosen' : 'compare-not-normal';
  const isTold = worst !== undefined && method !== 'ranks';
  return { byRanks, notes: isTold ? [{ why, params: { group: worst.name, p: worst.p } }] : [] };
}
