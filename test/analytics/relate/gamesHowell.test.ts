import { expect, test } from 'vitest';
import { fitAnova } from '../../../src/analytics/relate/anova';
import { compareByGamesHowell } from '../../../src/analytics/relate/gamesHowell';

// R's PlantGrowth (Dobson 1983)
const WEIGHTS = [
  4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14, 4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89,
  4.32, 4.69, 6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26,
];

// R 4.2: ptukey(|d| / e, 3, df, lower.tail = FALSE) and d ± qtukey(0.95, 3, df) e; qtukey has seven digits
test('pairs of groups that vary differently have the p-values and intervals of R’s studentized range', () => {
  const plants = Int32Array.from({ length: 30 }, (_, row) => Math.floor(row / 10));
  const pairs = compareByGamesHowell(fitAnova(Float64Array.from(WEIGHTS), plants, 3).groups);
  const expected = [
    [-0.371, -1.172087501501756, 0.430087501501755, 0.47455492219398],
    [0.494, -0.100554433333155, 1.088554433333154, 0.112889176854217],
    [0.865, 0.1135129933171953, 1.6164870066828052, 0.0237034547392031],
  ];
  for (const [at, [difference, low, high, p]] of expected.entries()) {
    expect(pairs[at]!.difference).toBeCloseTo(difference!, 12);
    expect(pairs[at]!.low).toBeCloseTo(low!, 6);
    expect(pairs[at]!.high).toBeCloseTo(high!, 6);
    expect(pairs[at]!.pValue).toBeCloseTo(p!, 9);
  }
});
