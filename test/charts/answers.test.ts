import { beforeAll, describe, expect, it } from 'vitest';
import { toAsked, toWhole } from '../../src/charts/spec/compile';
import { toCounted, toDensity } from '../../src/charts/spec/density';
import { CELLS } from '../../src/charts/spec/kinds/violin';
import type { Fit } from '../../src/charts/spec/least';
import { toLine } from '../../src/charts/spec/least';
import type { Squares } from '../../src/charts/spec/kinds/point';
import type { Studio } from './harness';
import { uglyTables } from '../../scripts/pictures/uglyTables.mjs';
import { createStudio } from './harness';

/** Miles per gallon of 32 cars: `mtcars$mpg` of R (Motor Trend 1974). */
const MPG = [
  21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4,
  30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
];
/** Speeds and stopping distances: `cars` of R (Ezekiel 1930). */
const CARS = {
  speed: [
    4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16,
    17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25,
  ],
  dist: [
    2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32,
    40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85,
  ],
};
const toTable = (columns: Readonly<Record<string, readonly number[]>>) =>
  `SELECT ${Object.entries(columns)
    .map(([name, values]) => `unnest([${values.join(', ')}]) AS ${name}`)
    .join(', ')}`;

describe('what charts of how values lie come to', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await createStudio();
  });

  it('a box has the quartiles that R gives, and whiskers within 1.5 times its height', async () => {
    // R 4.2.2: quantile(mtcars$mpg) is 10.400 15.425 19.200 22.800 33.900
    const { rows } = await studio.chart({ mark: 'box', y: 'mpg' }, toTable({ mpg: MPG }));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      least: 10.4,
      middle: 19.2,
      greatest: 33.9,
      low: 10.4,
      high: 32.4,
      count: 32,
    });
    expect(rows[0]!.first).toBeCloseTo(15.425, 10);
    expect(rows[0]!.third).toBeCloseTo(22.8, 10);
    expect(rows[0]).toMatchObject({ outliers: 1, above: [33.9] });
  });

  it('a box says how many outliers it draws of how many', async () => {
    const { picture, rows } = await studio.chart(
      { mark: 'box', y: 'x' },
      'SELECT CAST(CASE WHEN range < 100 THEN 1000 + range ELSE range % 7 END AS INTEGER) AS x FROM range(2000)',
    );
    expect(rows[0]).toMatchObject({ outliers: 100 });
    expect(rows[0]!.above).toHaveLength(40);
    expect(picture.notes.join(' ')).toContain('Of 100 outliers the 40 that lie furthest are drawn.');
  });

  it('a density has the bandwidth and the height that R gives', async () => {
    // R 4.2.2: density(mtcars$mpg) says bw = 2.4767, and that its greatest y is 6.795e-02
    const { rows } = await studio.chart({ mark: 'violin', y: 'mpg' }, toTable({ mpg: MPG }));
    const { bandwidth, density } = toDensity(toCounted(rows[0]!), CELLS, 512);
    expect(bandwidth).toBeCloseTo(2.477, 3);
    // its grid of 512 binned places makes it lower by a thousandth
    expect(Math.max(...density)).toBeCloseTo(0.06795, 3);
  });

  it('a density by counts is that of all values, each by itself', async () => {
    const { rows, table } = await studio.chart({ mark: 'ridge', y: 'amount', x: 'name' }, uglyTables.plain!);
    for (const row of rows) {
      const values = studio
        .rows(`SELECT amount FROM ${table} WHERE name = '${String(row.x)}'`)
        .map(([v]) => Number(v));
      const { at, density, bandwidth } = toDensity(toCounted(row), CELLS);
      const exact = at.map((x) => {
        const sum = values.reduce((sum, value) => sum + Math.exp(-0.5 * ((x - value) / bandwidth) ** 2), 0);
        return sum / (values.length * bandwidth * Math.sqrt(2 * Math.PI));
      });
      for (const [place, value] of density.entries()) expect(value).toBeCloseTo(exact[place]!, 4);
    }
  });

  it('a line of least squares and its band are those that R gives', async () => {
    // R 4.2.2: lm(dist ~ speed, cars), and predict(…, interval = "confidence") at 12, 19 and 24
    const { made } = await studio.chart({ mark: 'regression', x: 'speed', y: 'dist' }, toTable(CARS));
    const line = toLine((made.told.fits as Fit[])[0]!)!;
    expect(line.intercept).toBeCloseTo(-17.5791, 4);
    expect(line.slope).toBeCloseTo(3.9324, 4);
    expect(line.explained).toBeCloseTo(0.6511, 4);
    const published = [
      [12, 29.60981, 24.39514, 34.82448],
      [19, 57.13667, 51.82913, 62.44421],
      [24, 76.79872, 68.38765, 85.20978],
    ] as const;
    for (const [speed, fit, lower, upper] of published) {
      const { y, reach } = line.at(speed);
      expect(y).toBeCloseTo(fit, 4);
      expect(y - reach).toBeCloseTo(lower, 4);
      expect(y + reach).toBeCloseTo(upper, 4);
    }
  });

  it('a regression of each colour is that of its rows', async () => {
    const { made, table } = await studio.chart(
      { mark: 'regression', x: 'age', y: 'amount', color: 'other' },
      uglyTables['some missing']!,
    );
    const expected = studio.rows(
      `SELECT other, count(*), regr_slope(amount, age) FROM ${table} WHERE amount IS NOT NULL AND age IS NOT NULL GROUP BY 1 ORDER BY 1`,
    );
    const fits = made.told.fits as Fit[];
    expect(fits.map((fit) => [fit.by.color, fit.count, toLine(fit)!.slope])).toEqual(expected);
    expect(made.told.missing).toBe(20);
  });

  it('bins of a histogram begin at round numbers, and whole numbers are not cut', async () => {
    const { rows, table, made } = await studio.chart(
      { mark: 'histogram', x: { column: 'age', bins: 20 } },
      uglyTables.plain!,
    );
    expect(made.told.bins).toMatchObject({ x: { from: 15, step: 5 } });
    expect(rows.map(({ x, y }) => [x, y])).toEqual(
      studio.rows(`SELECT CAST(floor(age / 5) * 5 AS DOUBLE), count(*) FROM ${table} GROUP BY 1 ORDER BY 1`),
    );
  });

  it('a histogram on a logarithmic axis has bins of like widths there, and says what has no place', async () => {
    const { rows, made } = await studio.chart(
      { mark: 'histogram', x: { column: 'x', scale: 'log', bins: 4 } },
      'SELECT unnest([0, -1, 1, 5, 10, 50, 100, 500, 1000, 5000, 9999]) AS x',
    );
    expect(rows.map(({ x, y }) => [Math.round(Number(x)), y])).toEqual([
      [1, 2],
      [10, 2],
      [100, 2],
      [1000, 3],
    ]);
    expect(made.told.missing).toBe(2);
  });

  it('values without an end are in no bin, and are counted', async () => {
    const { rows, made } = await studio.chart(
      { mark: 'histogram', x: 'x' },
      "SELECT unnest([1.0, 2.0, 3.0, 'inf'::DOUBLE, '-inf'::DOUBLE, 'nan'::DOUBLE]) AS x",
    );
    expect(rows.reduce((sum, { y }) => sum + Number(y), 0)).toBe(3);
    expect(made.told.missing).toBe(3);
  });

  it('the cells of a heat map are those of an own query', async () => {
    const { rows, table } = await studio.chart(
      { mark: 'heat', x: 'name', y: 'other', color: { column: 'amount', aggregate: 'mean' } },
      uglyTables.plain!,
    );
    const expected = studio.rows(`SELECT name, other, avg(amount) FROM ${table} GROUP BY ALL`);
    const sort = (some: unknown[][]) => some.map((row) => JSON.stringify(row)).toSorted();
    expect(sort(rows.map(({ x, y, color }) => [x, y, color]))).toEqual(sort(expected));
  });

  it('a calendar counts by days, also where a column has hours', async () => {
    const { rows, table, picture } = await studio.chart({ mark: 'calendar', x: 'moment' }, uglyTables.plain!);
    const expected = studio.rows(
      `SELECT CAST(CAST(moment AS DATE) AS VARCHAR), count(*) FROM ${table} GROUP BY 1 ORDER BY 1`,
    );
    expect(rows.map(({ x, color }) => [(x as Date).toISOString().slice(0, 10), color])).toEqual(expected);
    expect(picture.says).toMatch(/^Calendar of Rows by Day: of 90/);
  });

  it('shares of a Pareto chart add up to the whole, with the rest last', async () => {
    const { picture } = await studio.chart(
      { mark: 'pareto', x: { column: 'g', top: 4 }, y: 'n' },
      "SELECT * FROM (VALUES ('a', 50), ('b', 30), ('c', 10), ('d', 4), ('e', 3), ('f', 3)) AS t(g, n)",
    );
    const bars = picture.marks.find(({ mark }) => mark === 'rect')!.data as {
      together: number;
      isRest: boolean;
    }[];
    expect(bars.map(({ together }) => Number(together.toFixed(6)))).toEqual([0.5, 0.8, 0.9, 1]);
    expect(bars.map(({ isRest }) => isRest)).toEqual([false, false, false, true]);
    expect(picture.says).toBe('Pareto chart of n, sum: 2 of 6 groups come to 80%: a, b.');
  });

  it('no shares are added up of means, nor of what is less than nothing', async () => {
    const mean = await studio.chart(
      { mark: 'pareto', x: 'name', y: { column: 'amount', aggregate: 'mean' } },
      uglyTables.plain!,
    );
    const negative = await studio.chart(
      { mark: 'pareto', x: 'name', y: 'amount' },
      uglyTables['both signs']!,
    );
    for (const { picture } of [mean, negative]) {
      expect(picture.marks.some(({ mark }) => mark === 'line')).toBe(false);
      expect(picture.notes).toHaveLength(1);
    }
  });

  it('each point is in one square of a density, by an own query', async () => {
    const { rows, made, table } = await studio.chart(
      { mark: 'point', x: 'age', y: 'amount', dense: 'density' },
      uglyTables.plain!,
    );
    const { x, y } = made.told.squares as Squares;
    expect(rows.reduce((sum, { count }) => sum + Number(count), 0)).toBe(360);
    for (const { column, line, count } of rows.slice(0, 20)) {
      const within = (name: string, { from, step }: Squares['x'], at: unknown) =>
        `${name} >= ${from + step * Number(at)} - 1e-9 AND ${name} <= ${from + step * (Number(at) + 1)} + 1e-9`;
      const [[most]] = studio.rows(
        `SELECT count(*) FROM ${table} WHERE ${within('age', x, column)} AND ${within('amount', y, line)}`,
      ) as [[number]];
      expect(most).toBeGreaterThanOrEqual(Number(count));
    }
  });

  it('more points than are to be drawn become a density by themselves', async () => {
    const spec = { mark: 'point', x: 'age', y: 'amount', most: 100 };
    const dense = await studio.chart(spec, uglyTables.plain!);
    const thinned = await studio.chart({ ...spec, dense: 'points' }, uglyTables.plain!);
    expect(dense.picture.marks.some(({ mark }) => mark === 'rect')).toBe(true);
    expect(thinned.rows).toHaveLength(90);
    expect(thinned.made.told.thinned).toEqual({ from: 360, to: 90 });
  });

  it('of many colours those of few points stand together as others', async () => {
    const { rows, made } = await studio.chart(
      { mark: 'point', x: 'age', y: 'amount', color: 'name' },
      uglyTables['300 groups']!,
    );
    expect(rows).toHaveLength(900);
    expect(new Set(rows.map(({ color }) => color)).size).toBe(10);
    expect(rows.filter((row) => row['color.rest'])).toHaveLength(900 - 9 * 3);
    expect(made.told.cut).toEqual({ groups: 300, shown: 9, together: true });
  });

  it('a thinned line has the first, last, least and greatest row of every column', async () => {
    const points = 20_000;
    const { rows, table, made, picture } = await studio.chart(
      { mark: 'line', x: 't', y: { column: 'v', aggregate: 'none' } },
      `SELECT CAST(range AS INTEGER) AS t, sin(range / 700.0) * 100 + hash(range) % 50 AS v FROM range(${points})`,
      { width: 100 },
    );
    expect(made.told.fine).toEqual({ from: 0, to: points - 1, columns: 100, rows: points });
    expect(rows.length).toBeLessThanOrEqual(400);
    const column = `CAST(least(floor(t / (${points - 1} / 100)), 99) AS INTEGER)`;
    const kept = new Set(rows.map(({ x, y }) => `${Number(x)} ${Number(y)}`));
    const expected = studio.rows(
      `SELECT min(t), arg_min(v, t), max(t), arg_max(v, t), min(v), max(v) FROM ${table} GROUP BY ${column}`,
    );
    for (const [first, firstY, last, lastY, low, high] of expected) {
      expect(kept.has(`${Number(first)} ${Number(firstY)}`)).toBe(true);
      expect(kept.has(`${Number(last)} ${Number(lastY)}`)).toBe(true);
      expect(rows.some(({ y }) => Number(y) === low)).toBe(true);
      expect(rows.some(({ y }) => Number(y) === high)).toBe(true);
    }
    expect(picture.notes[0]).toMatch(/^Of 20,000 rows \d+ are drawn/);
  });

  it('a line of few rows goes through all of them', async () => {
    const { rows } = await studio.chart(
      { mark: 'line', x: 'moment', y: { column: 'age', aggregate: 'none' } },
      uglyTables.plain!,
    );
    expect(rows).toHaveLength(360);
  });

  it('another scale is asked for anew where rows are put in bins along it, and only there', () => {
    const asked = (mark: string, settings: object) => toAsked(toWhole(mark, { x: 'a', ...settings }));
    expect(asked('histogram', { x: { column: 'a', scale: 'log' } })).not.toBe(asked('histogram', {}));
    expect(asked('bar', { y: { column: 'b', scale: 'log' } })).toBe(asked('bar', { y: 'b' }));
  });
});
