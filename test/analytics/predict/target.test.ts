import { describe, expect, it } from 'vitest';
import { checkTarget, countRows } from '../../../src/analytics/predict/target';

describe('a target', () => {
  it('has as many rows as values or codes', () => {
    expect(countRows({ kind: 'number', values: Float64Array.of(1, 2, 3) })).toBe(3);
    expect(countRows({ kind: 'class', codes: Int32Array.of(1, 0), classes: 2 })).toBe(2);
  });

  it('has to vary and be finite', () => {
    const check = (...values: number[]) => checkTarget({ kind: 'number', values: Float64Array.from(values) });
    expect(() => check(4, 4, 5)).not.toThrow();
    expect(() => check(4, 4, 4)).toThrow(expect.objectContaining({ params: { why: 'constant-target' } }));
    expect(() => check(4, 5, Infinity)).toThrow(
      expect.objectContaining({ params: { why: 'target-not-finite' } }),
    );
    expect(() => checkTarget({ kind: 'class', codes: Int32Array.of(1, 1), classes: 2 })).toThrow(
      expect.objectContaining({ params: { why: 'one-class' } }),
    );
  });
});
