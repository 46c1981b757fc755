import { describe, expect, it } from 'vitest';
import { maybeSteppedEdges, toEqualEdges, toQuantileEdges } from '../../../src/steps/shape/edges';

describe('edges of bins', () => {
  it('keep the ends as they are, and are short between them', () => {
    expect(toEqualEdges('0', '100', 3)).toEqual(['0', '33.3', '66.7', '100']);
    expect(toEqualEdges('1.25', '1.26', 2)).toEqual(['1.25', '1.255', '1.26']);
    expect(toEqualEdges('5', '5', 4)).toEqual(['5', '5']);
  });

  it('stand at multiples of a width, around every value', () => {
    expect(maybeSteppedEdges('3', '20', { width: 10, start: 0 })).toEqual(['0', '10', '20', '30']);
    expect(maybeSteppedEdges('-3', '4', { width: 5, start: 1 })).toEqual(['-4', '1', '6']);
    expect(maybeSteppedEdges('0.1', '0.3', { width: 0.1, start: 0 })).toEqual(['0.1', '0.2', '0.3', '0.4']);
    expect(maybeSteppedEdges('0', '1e12', { width: 1, start: 0 })).toBeUndefined();
  });

  it('stand once where quantiles are the same', () => {
    expect(toQuantileEdges(['1', '1', '2.3333333', '9'])).toEqual(['1', '2.33', '9']);
    expect(toQuantileEdges(['4', '4', '4'])).toEqual(['4', '4']);
  });
});
