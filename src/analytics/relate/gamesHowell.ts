/** All pairs of means of groups that need not vary alike: Games and Howell (J. Educ. Stat. 1, 1976). */
import {
  toStudentizedRangeUpper,
  toUpperStudentizedRangeQuantile,
} from '../core/distributions/studentizedRange';
import type { GroupMean } from './anova';
import type { TukeyPair } from './tukey';

/** Each group has two rows or more, and varies. */
export function compareByGamesHowell(groups: readonly GroupMean[], { confidence = 0.95 } = {}): TukeyPair[] {
  return groups.flatMap((one, at) =>
    groups.slice(at + 1).map((other) => {
      const [ofOne, ofOther] = [one.deviation! ** 2 / one.count, other.deviation! ** 2 / other.count];
      const range = {
        groups: groups.length,
        freedom: (ofOne + ofOther) ** 2 / (ofOne ** 2 / (one.count - 1) + ofOther ** 2 / (other.count - 1)),
      };
      const error = Math.sqrt((ofOne + ofOther) / 2);
      const width = toUpperStudentizedRangeQuantile(1 - confidence, range) * error;
      const difference = other.mean - one.mean;
      return {
        one: one.code,
        other: other.code,
        difference,
        low: difference - width,
        high: difference + width,
        pValue: toStudentizedRangeUpper(Math.abs(difference) / error, range),
      };
    }),
  );
}
