import { expect, it } from 'vitest';
import { toBars } from '../../../src/grid/glance/bars';

it('the fullest bar is as high as the box, an empty one is left out, and a small one can still be seen', () => {
  expect(toBars([5, 0, 10, 0.01])).toBe('M0 1v-0.5h0.92v0.5zM2 1v-1h0.92v1zM3 1v-0.03h0.92v0.03z');
  expect(toBars([0])).toBe('');
});
