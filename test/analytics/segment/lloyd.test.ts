import { expect, it } from 'vitest';
import { settle } from '../../../src/analytics/segment/lloyd';

it('begins a cluster that loses all its rows anew, at the row that lies worst', () => {
  const points = { values: Float64Array.of(0, 1, 2, 3, 40), rows: 5, width: 1 };
  const centres = Float64Array.of(1, 2, 1e6);
  const { codes, inertia } = settle(points, centres);
  expect([...codes]).toEqual([0, 0, 1, 1, 2]);
  expect([...centres]).toEqual([0.5, 2.5, 40]);
  expect(inertia).toBeCloseTo(1, 14);
});
