import { expect, it } from 'vitest';
import { createPerFrame } from '../../../src/cells/input/perFrame';

it('of many moves within a frame the last one counts', () => {
  const frames: (() => void)[] = [];
  const seen: number[] = [];
  const move = createPerFrame((value: number) => seen.push(value), {
    request: (callback) => frames.push(() => callback(0)),
  });
  for (const value of [1, 2, 3]) move(value);
  expect([seen, frames.length]).toEqual([[], 1]);
  frames[0]!();
  move(4);
  frames[1]!();
  expect(seen).toEqual([3, 4]);
});
