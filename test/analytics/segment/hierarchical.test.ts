import { describe, expect, it } from 'vitest';
import type { Linkage } from '../../../src/analytics/segment/hierarchical';
import { countDifferent, cutMerges, findMerges } from '../../../src/analytics/segment/hierarchical';
import iris from './iris.json';
import { toPlain, toSpots } from './spots';

const columns = iris.columns.map((values) => Float64Array.from(values));
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('hierarchical clusters', () => {
  // scipy.cluster.hierarchy.linkage(X, method) of SciPy 1.10.1: the sum of heights, the last ones, and the last rows of Z
  it.each<[Linkage, number, number[], number[][]]>([
    [
      'ward',
      39.55964411774939,
      [4.7244396923472, 8.433869678907504],
      [
        [113, 115, 28],
        [116, 117, 60],
      ],
    ],
    [
      'average',
      18.220533967690073,
      [1.3767594385697433, 1.8275332668969138],
      [
        [111, 115, 22],
        [116, 117, 60],
      ],
    ],
    [
      'complete',
      26.163632762351856,
      [2.5244466774578007, 3.6044150614133206],
      [
        [114, 115, 28],
        [116, 117, 60],
      ],
    ],
    [
      'single',
      10.369285879399428,
      [0.5320443700562619, 0.5516187978365361],
      [
        [115, 116, 7],
        [114, 117, 60],
      ],
    ],
  ])('merge as in SciPy: %s', (linkage, total, last, ends) => {
    const merges = findMerges(toPlain(toSpots(60)), { linkage });
    const { one, other, heights, sizes } = merges;
    expect(sum(heights)).toBeCloseTo(total, 11);
    expect(Array.from(heights.subarray(57))).toEqual(last.map((height) => expect.closeTo(height, 12)));
    expect([57, 58].map((at) => [one[at], other[at], sizes[at]])).toEqual(ends);
    expect(Array.from(heights.subarray(0, 3))).toEqual(
      [0.005053455791251322, 0.015508767643602098, 0.019010925084766803].map((height) =>
        expect.closeTo(height, 14),
      ),
    );
  });

  // the same, and fcluster(Z, 3, 'maxclust'), of the irises
  it.each<[Linkage, number[], number]>([
    ['ward', [64, 50, 36], 138.16224196388305],
    ['average', [64, 50, 36], 65.21280928322638],
    ['complete', [72, 50, 28], 87.52824631225513],
    ['single', [98, 50, 2], 43.52377963829875],
  ])('of the irises are those of SciPy: %s', (linkage, known, total) => {
    const merges = findMerges(toPlain(columns), { linkage });
    const codes = cutMerges(merges, 3);
    const sizes = [0, 1, 2].map((code) => codes.filter((one) => one === code).length);
    expect(sizes.sort((a, b) => b - a)).toEqual(known);
    // ties may be broken otherwise, which heights of average and complete linkage feel a little
    expect(Math.abs(sum(merges.heights) / total - 1)).toBeLessThan(0.01);
  });

  it('cut as often as rows differ, and no row alone needs a merge', () => {
    const merges = findMerges(toPlain([Float64Array.of(1, 1, 5, 9, 9)]), { linkage: 'complete' });
    expect(countDifferent(merges)).toBe(3);
    expect([...cutMerges(merges, 3)]).toEqual([0, 0, 1, 2, 2]);
    expect([...cutMerges(merges, 1)]).toEqual([0, 0, 0, 0, 0]);
    expect([...cutMerges(findMerges(toPlain([Float64Array.of(4)]), { linkage: 'ward' }), 1)]).toEqual([0]);
  });

  it('are not made of more rows than memory holds', () => {
    expect(() => findMerges(toPlain([new Float64Array(5001)]), { linkage: 'ward' })).toThrow(
      expect.objectContaining({ params: { why: 'too-many-rows', rows: 5001, limit: 5000 } }),
    );
  });
});
