import { describe, expect, it } from 'vitest';
import { findDistinct, findPlace } from '../../../src/analytics/core/sorted';

const values = Float64Array.of(-3, 0, 0, 2, 2, 2, 7);

describe('sorted values', () => {
  it('are found once each', () => {
    expect(findDistinct(values)).toEqual(Float64Array.of(-3, 0, 2, 7));
    expect(findDistinct(new Float64Array(0))).toHaveLength(0);
  });

  it('are found at the first place that is not less', () => {
    expect([-9, -3, 0, 1, 2, 7, 8].map((value) => findPlace(values, value))).toEqual([0, 0, 1, 3, 3, 6, 6]);
  });
});
