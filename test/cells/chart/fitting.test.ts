import { expect, test } from 'vitest';
import { toFittingHeight } from '../../../src/cells/chart/fitting';

test('a picture grows into its room, and becomes lower only as far as its labels have room', () => {
  expect(toFittingHeight(320, 500)).toBe(500);
  expect(toFittingHeight(320, 250)).toBe(250);
  expect(toFittingHeight(320, 20)).toBe(192);
  expect(toFittingHeight(1000, 300)).toBe(600);
  expect(toFittingHeight(120, 20)).toBe(100);
  expect(toFittingHeight(60, 20)).toBe(60);
});
