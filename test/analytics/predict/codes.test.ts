import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { toCoded } from '../../../src/analytics/predict/codes';
import { addCode, createUsedCodes, takeCodes } from '../../../src/analytics/predict/usedCodes';

describe('codes of a column', () => {
  it('are one for each value, in order', () => {
    const { codes, lows, highs } = toCoded(Float64Array.of(3, -1, 3, 0, -0, 9));
    expect([...codes]).toEqual([2, 0, 2, 1, 1, 3]);
    expect([...lows]).toEqual([-1, 0, 3, 9].map((value) => expect.closeTo(value, 15)));
    expect(highs).toEqual(lows);
  });

  it('put neighbours together where there may be few, as many rows in each', () => {
    const random = createRandom(1);
    const column = Float64Array.from({ length: 10_000 }, () => random.normal());
    const { codes, lows, highs } = toCoded(column, 100);
    expect(codes).toBeInstanceOf(Uint8Array);
    expect(lows).toHaveLength(100);
    const counts = new Int32Array(100);
    for (const [row, code] of codes.entries()) {
      counts[code]!++;
      expect(column[row]! >= lows[code]! && column[row]! <= highs[code]!).toBe(true);
    }
    expect([...new Set(counts)]).toEqual([100]);
  });

  it('keep a value that most rows have in one code, and the others apart', () => {
    const column = Float64Array.from({ length: 1000 }, (_, row) => (row < 900 ? 5 : row));
    const { codes, lows, highs } = toCoded(column, 10);
    expect([...new Set(codes.slice(0, 900))]).toEqual([0]);
    expect([...lows]).toEqual([5, 900]);
    expect([...highs]).toEqual([5, 999]);
  });
});

describe('a set of codes', () => {
  it('comes out in order, and is empty then', () => {
    const random = createRandom(2);
    const used = createUsedCodes(100_000);
    for (const size of [0, 1, 40, 5000]) {
      const codes = [0, 31, 32, 1023, 1024, 32_767, 32_768, 99_999, ...random.sample(100_000, size)];
      for (const code of codes) addCode(used, code);
      const expected = [...new Set(codes)].sort((one, other) => one - other);
      expect(used.taken.slice(0, takeCodes(used))).toEqual(Int32Array.from(expected));
    }
    expect(takeCodes(used)).toBe(0);
  });
});
