import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';

test('a seed gives the same numbers each time, other seeds give others', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).next);
  expect(draw(7)).toEqual(draw(7));
  const firsts = [0, 1, 2, -1, 0.5, 2 ** 32, 2 ** 40].map((seed) => draw(seed)[0]);
  expect(new Set(firsts).size).toBe(firsts.length);
  expect(() => createRandom(NaN)).toThrow('seed');
});

test('the numbers of a seed never change, since saved workbooks rely on them', () => {
  const random = createRandom(42);
  expect([random.bits(), random.next(), random.below(1000), random.normal()]).toMatchInlineSnapshot(`
    [
      3774986537,
      0.5218345267913034,
      994,
      2.294967317094716,
    ]
  `);
});

test('uniform numbers have the mean and the variance that they should', () => {
  const { next } = createRandom(1);
  let [sum, squares, fine] = [0, 0, 0];
  for (let at = 0; at < 100_000; at++) {
    const value = next();
    sum += value;
    squares += (value - 0.5) ** 2;
    if ((value * 2 ** 53) % 2 === 1) fine++;
  }
  expect(Math.abs(sum / 1e5 - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 1e5));
  expect(squares / 1e5).toBeCloseTo(1 / 12, 3);
  expect(fine / 1e5).toBeCloseTo(0.5, 2);
});

test('normal numbers have the moments and tails that they should', () => {
  const random = createRandom(2);
  const [moments, count] = [[0, 0, 0, 0], 200_000];
  let beyond = 0;
  for (let at = 0; at < count; at++) {
    const value = random.normal();
    moments.forEach((_, power) => (moments[power]! += value ** (power + 1) / count));
    if (Math.abs(value) > 2.5758293035489) beyond++;
  }
  expect(moments[0]).toBeCloseTo(0, 2);
  expect(Math.abs(moments[1]! - 1)).toBeLessThan(0.015);
  expect(Math.abs(moments[2]!)).toBeLessThan(0.03);
  expect(Math.abs(moments[3]! - 3)).toBeLessThan(0.1);
  expect(Math.abs(beyond / count - 0.01)).toBeLessThan(0.001);
});

test('whole numbers below a limit come equally often', () => {
  const random = createRandom(3);
  const counts = new Int32Array(7);
  for (let at = 0; at < 70_000; at++) counts[random.below(7)]!++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test('shuffled items are the same items in another order, each place as likely', () => {
  const random = createRandom(4);
  const shuffled = random.shuffle(Int32Array.from({ length: 100 }, (_, at) => at));
  expect([...shuffled].sort((a, b) => a - b)).toEqual([...shuffled.keys()]);
  const first = new Int32Array(4);
  for (let at = 0; at < 8000; at++) first[random.shuffle([0, 1, 2, 3])[0]!]!++;
  for (const count of first) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test('a sample has different numbers, and is the same whether few or many are taken', () => {
  const few = createRandom(5).sample(1000, 50);
  const many = createRandom(5).sample(1000, 1000);
  expect(new Set(few).size).toBe(50);
  expect(many.slice(0, 50)).toEqual(few);
  expect(new Set(many).size).toBe(1000);
  expect(() => createRandom(5).sample(3, 4)).toThrow('sample');
});

test('a seed that was saved draws what it always drew', () => {
  expect(createRandom(7).bits()).toBe(3153001767);
  expect(createRandom(7).next()).toBe(0.7341154326492552);
});
