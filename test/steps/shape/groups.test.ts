import { describe, expect, it } from 'vitest';
import { findGroups } from '../../../src/steps/shape/groups';

describe('the groups of a pattern', () => {
  it('are its brackets, in order, with their names', () => {
    expect(findGroups('(a)(?:b)(?P<c>x(d))(?<e>f)')).toEqual(['', 'c', '', 'e']);
  });

  it('are none where a bracket is meant as itself', () => {
    expect(findGroups('\\(a\\)[(]\\Q(\\E[]()]')).toEqual([]);
    expect(findGroups('[^]()](a)')).toEqual(['']);
    expect(findGroups('(?i)a')).toEqual([]);
  });
});
