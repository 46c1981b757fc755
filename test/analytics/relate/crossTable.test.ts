import { expect, test } from 'vitest';
import { countPairs, type CrossTable, testCrossTable } from '../../../src/analytics/relate/crossTable';
import { testFisher } from '../../../src/analytics/relate/fisherExact';
import { testLargerFisher } from '../../../src/analytics/relate/fisherLarger';

const table = (rows: number, columns: number, ...counts: number[]): CrossTable => ({
  rows,
  columns,
  counts: Float64Array.from(counts),
});
const close = (values: number[], digits = 13) => values.map((value) => expect.closeTo(value, digits));

const THREE = table(3, 3, 12, 5, 7, 9, 14, 3, 20, 8, 6);
const TWO = table(2, 2, 10, 2, 3, 15);
// job satisfaction by income (Agresti, Categorical Data Analysis, 2nd ed. 2002, p. 57)
const JOBS = table(4, 4, 1, 3, 10, 6, 2, 3, 10, 7, 1, 6, 14, 12, 0, 1, 9, 11);

test('chi-square, G and the residuals are those of R 4.2.2, Cramér’s V that of SciPy 1.10.1', () => {
  const found = testCrossTable(THREE);
  expect(found.chiSquare).toBeCloseTo(9.423544561143197, 13);
  expect(found.pValue).toBeCloseTo(0.05134216558552999, 15);
  expect(found.g).toBeCloseTo(9.01783475138816, 13);
  expect(found.gPValue).toBeCloseTo(0.06065523967169935, 15);
  expect(found.cramersV).toBeCloseTo(0.23683860992173952, 14);
  expect([...found.residuals.subarray(0, 3)]).toEqual(
    close([0.08347838711296844, -0.9772545497599155, 1.1358602781278038]),
  );
  expect([...found.adjusted.subarray(3, 6)]).toEqual(
    close([-1.7425069138449623, 2.851661708299333, -1.173460222480155]),
  );
  expect(found.freedom).toBe(4);
  expect(found.correctedV).toBeCloseTo(Math.sqrt((9.423544561143197 / 84 - 4 / 83) / (2 - 4 / 83)), 12);
});

test('Yates’s correction is R’s, and is for two by two alone', () => {
  expect(testCrossTable(TWO, { yates: true }).chiSquare).toBeCloseTo(10.45814479638009, 13);
  expect(testCrossTable(TWO, { yates: true }).pValue).toBeCloseTo(0.001221098516311509, 16);
  expect(testCrossTable(TWO).chiSquare).toBeCloseTo(13.0316742081448, 13);
  expect(testCrossTable(THREE, { yates: true }).chiSquare).toBe(testCrossTable(THREE).chiSquare);
});

test('rows without counts are left out, and a table of one row is refused', () => {
  const gapped = testCrossTable(table(3, 3, 10, 0, 2, 0, 0, 0, 3, 0, 15));
  const plain = testCrossTable(TWO);
  expect([gapped.chiSquare, gapped.freedom, gapped.cramersV]).toEqual([
    plain.chiSquare,
    plain.freedom,
    plain.cramersV,
  ]);
  expect(gapped.adjusted[4]).toBe(0);
  expect(() => testCrossTable(table(2, 2, 5, 3, 0, 0))).toThrow('analysis-misfit');
  expect(() => testCrossTable(table(0, 0))).toThrow('analysis-misfit');
});

test('small expected counts are told', () => {
  expect(testCrossTable(table(2, 2, 1, 9, 2, 8))).toMatchObject({ leastExpected: 1.5, shareBelowFive: 0.5 });
});

test('pairs of codes are counted', () => {
  const found = countPairs(Int32Array.of(0, 1, 1, 0, 1), Int32Array.of(2, 0, 2, 2, 0), 2, 3);
  expect([...found.counts]).toEqual([0, 0, 2, 2, 0, 1]);
});

test('Fisher’s exact test and the odds ratio are those of R', () => {
  const found = testFisher(TWO);
  expect(found.pValue).toBeCloseTo(5.367241191434359e-4, 17);
  expect(found.lessPValue).toBeCloseTo(0.9999845190186861, 15);
  expect(found.greaterPValue).toBeCloseTo(4.651809433629058e-4, 17);
  expect(found.sampleOddsRatio).toBe(25);
  // R finds the roots of these to two digits only; mpmath 1.2.1 has them all
  expect(found.oddsRatio).toBeCloseTo(21.30531755675034, 12);
  expect(found.interval.low).toBeCloseTo(2.753382788249323, 13);
  expect(found.interval.high).toBeCloseTo(301.4623379715164, 11);
});

test('a cell without counts has odds without end, and an interval all the same', () => {
  const found = testFisher(table(2, 2, 5, 0, 2, 7));
  expect(found.pValue).toBeCloseTo(0.02097902097902097, 15);
  expect([found.oddsRatio, found.interval.high, found.sampleOddsRatio]).toEqual([
    Infinity,
    Infinity,
    Infinity,
  ]);
  expect(found.interval.low).toBeCloseTo(1.44948, 4);
  expect(testFisher(table(2, 2, 0, 5, 7, 2)).interval.low).toBe(0);
  expect(() => testFisher(table(2, 2, 0, 5, 0, 2))).toThrow('analysis-misfit');
});

test('larger tables have R’s exact p-values, whichever side is up', () => {
  expect(testLargerFisher(THREE, { seed: 1 })).toMatchObject({
    pValue: expect.closeTo(0.06624136995751172, 12),
    isExact: true,
  });
  // every table counted with Python's whole numbers; R has 0.78268493896564
  expect(testLargerFisher(JOBS, { seed: 1 }).pValue).toBeCloseTo(0.7826849389663948, 12);
  expect(testLargerFisher(table(2, 3, 3, 0, 0, 1, 2, 4), { seed: 1 }).pValue).toBeCloseTo(
    0.133333333333333,
    13,
  );
  expect(testLargerFisher(table(3, 2, 3, 1, 0, 2, 0, 4), { seed: 1 }).pValue).toBeCloseTo(
    0.133333333333333,
    13,
  );
  expect(testLargerFisher(TWO, { seed: 1 }).pValue).toBeCloseTo(5.367241191434359e-4, 14);
});

test('where there are too many tables some are drawn, the same for each seed', () => {
  const drawn = testLargerFisher(THREE, { seed: 1, most: 1, draws: 20_000 });
  expect(drawn.isExact).toBe(false);
  expect(drawn.pValue).toBeCloseTo(0.0662, 2);
  expect(testLargerFisher(THREE, { seed: 1, most: 1, draws: 20_000 })).toEqual(drawn);
  expect(testLargerFisher(JOBS, { seed: 2, most: 1, draws: 5000 }).pValue).toBeCloseTo(0.78, 1);
  expect(testLargerFisher(THREE, { seed: 2, most: 1, draws: 20_000 }).pValue).not.toBe(drawn.pValue);
});

test('tables of many thousands are drawn without delay, and have a p-value that fits chi-square', () => {
  const large = table(3, 3, 5000, 5050, 4900, 5100, 5000, 5075, 4950, 5020, 5090);
  const found = testLargerFisher(large, { seed: 1, draws: 2000 });
  expect(found.isExact).toBe(false);
  expect(found.pValue).toBeCloseTo(testCrossTable(large).pValue, 1);
});
