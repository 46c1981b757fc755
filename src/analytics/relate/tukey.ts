/** All pairs of means after an analysis of variance: Tukey's honest differences, for unequal groups by Kramer (Biometrics 12, 1956). */
import {
  toStudentizedRangeUpper,
  toUpperStudentizedRangeQuantile,
} from '../core/distributions/studentizedRange';
import type { Anova } from './anova';

export interface TukeyPair {
  /** Codes of groups: the second less the first. */
  one: number;
  other: number;
  difference: number;
  low: number;
  high: number;
  /** Corrected for all the pairs. */
  pValue: number;
}

export function compareByTukey({ groups, within }: Anova, { confidence = 0.95 } = {}): TukeyPair[] {
  const range = { groups: groups.length, freedom: within.freedom };
  const width = toUpperStudentizedRangeQuantile(1 - confidence, range);
  const pairs: TukeyPair[] = [];
  for (const [at, one] of groups.entries()) {
    for (const other of groups.slice(at + 1)) {
      const difference = other.mean - one.mean;
      const error = Math.sqrt((within.mean / 2) * (1 / one.count + 1 / other.count));
      pairs.push({
        one: one.code,
        other: other.code,
        difference,
        low: difference - width * error,
        high: difference + width * error,
        pValue: toStudentizedRangeUpper(
          error > 0 ? Math.abs(difference) / error : difference === 0 ? 0 : Infinity,
          range,
        ),
      });
    }
  }
  return pairs;
}
