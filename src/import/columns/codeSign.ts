import type { Why } from '../inspection';
import type { NameSigns } from './codes';
import type { NumberMeaning } from './meaning';
import type { Tally } from './tally';
import { sum } from './tally';

/** Why the numbers of a column are better kept as text; undefined where they are numbers. */
export function findCodeSign(tallies: readonly Tally[], name: NameSigns): Why | undefined {
  const total = sum(tallies);
  const phones = sum(tallies.filter(({ meaning }) => meaning.code === 'phone'));
  const widths = tallies.map(({ meaning }) => meaning.number?.width ?? 0);
  const narrowest = Math.min(...widths);
  const widest = Math.max(...widths);
  const some = (sign: 'hasLeadingZero' | 'isLong' | 'isBareExponent' | 'hasMark') =>
    tallies.some(({ meaning }) => meaning.number?.[sign]);

  if (tallies.every(({ meaning }) => meaning.code === 'identity-card')) return 'identity-card';
  if (name.postcode && narrowest >= 4 && widest <= 9) return 'postcode';
  if (name.phone && narrowest >= 6) return 'phone';
  // among mobile numbers stand a few of the fixed net, which are digits like any others
  if (phones * 5 >= total * 4) return 'phone';
  if (some('hasLeadingZero')) return 'leading-zero';
  if (name.code && narrowest === widest && narrowest >= 6) return 'name-says-code';
  if (some('isLong')) return 'long-number';
  if (tallies.every(({ meaning }) => meaning.number?.isOrdinal)) return 'like-a-code';
  return some('isBareExponent') && !some('hasMark') ? 'like-a-code' : undefined;
}

const SIGNS: { [why in Why]?: (keyof NumberMeaning)[] } = {
  'leading-zero': ['hasLeadingZero'],
  'long-number': ['isLong'],
  'like-a-code': ['isOrdinal', 'isBareExponent'],
};

/** The first value that has the sign, where not all of them have. */
export function maybeCodeExample(tallies: readonly Tally[], why: Why): { example?: string } {
  const signs = SIGNS[why] ?? [];
  const tally = tallies.find(({ meaning: { number } }) => number && signs.some((sign) => number[sign]));
  const [example] = tally?.examples ?? [];
  return example === undefined ? {} : { example };
}
