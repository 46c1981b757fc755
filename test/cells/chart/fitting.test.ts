import { expect, test } from 'vitest';
import { toFittingHeight, toNumberHeight } from '../../../src/cells/chart/fitting';

test('a picture grows into its room, and becomes lower only as far as its labels have room', () => {
  expect(toFittingHeight(320, 500)).toBe(500);
  expect(toFittingHeight(320, 250)).toBe(250);
  expect(toFittingHeight(320, 20)).toBe(192);
  expect(toFittingHeight(1000, 300)).toBe(600);
  expect(toFittingHeight(120, 20)).toBe(100);
  expect(toFittingHeight(60, 20)).toBe(60);
});

test('a large number is no higher than it has to be, and in a low place as high as the number alone', () => {
  expect(toNumberHeight(128, 500)).toBe(128);
  expect(toNumberHeight(128, 90)).toBe(90);
  expect(toNumberHeight(128, 20)).toBe(52);
});
