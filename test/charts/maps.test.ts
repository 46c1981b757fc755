import { beforeAll, describe, expect, test } from 'vitest';
import type { MapTold } from '../../src/charts/spec/maps/makeMap';
import { toBehindSql } from '../../src/charts/spec/behind';
import { toClasses } from '../../src/charts/spec/maps/classes';
import type { PointsTold } from '../../src/charts/spec/maps/makePoints';
import { toArea, toBounds, toRings } from '../../src/charts/spec/maps/paths';
import type { ColumnFacts } from '../../src/charts/spec/propose/facts';
import { findRegion } from '../../src/charts/spec/propose/regions';
import { createPointing } from '../../src/charts/spec/pointing';
import { uglyTables } from '../../scripts/pictures/uglyTables.mjs';
import { createStudio } from './harness';
import type { Drawn, Studio } from './harness';

let studio: Studio;

beforeAll(async () => {
  studio = await createStudio();
});

const provinces = `SELECT * FROM (VALUES ('北京', 12.0, 2023), ('北京市', 8, 2024), ('广东省', 30, 2023), ('内蒙古自治区', 5, 2023),
  ('Taiwan', 9, 2024), ('西藏', -4, 2024), ('Atlantis', 7, 2023), ('Atlantis', 1, 2023), ('Nowhere', 2, 2023), (NULL, 3, 2023)) AS t(省份, 金额, 年)`;

const toldOf = ({ made }: Drawn) => made.told.map as MapTold;

describe('a map of regions', () => {
  test('names of one region come together, by whatever they are called', async () => {
    const drawn = await studio.chart(
      { mark: 'map', region: '省份', color: { column: '金额', aggregate: 'mean' } },
      provinces,
    );
    expect(toldOf(drawn).atlas).toBe('china');
    const byHand = studio.rows(
      `SELECT * FROM (VALUES ('110000', (SELECT avg(金额) FROM ${drawn.table} WHERE 省份 LIKE '北京%')), ('440000', 30), ('150000', 5), ('710000', 9), ('540000', -4)) ORDER BY ALL`,
    );
    const rows = drawn.rows.map(({ region, color }) => [region, Number(color)]).sort();
    expect(rows).toEqual(byHand.map(([id, value]) => [id, Number(value)]));
  });
  test('names that are no region are listed with their rows, and so are rows without one', async () => {
    const drawn = await studio.chart({ mark: 'map', region: '省份' }, provinces);
    expect(toldOf(drawn)).toEqual({
      atlas: 'china',
      blank: 1,
      missed: {
        names: [
          ['Atlantis', 2],
          ['Nowhere', 1],
        ],
        groups: 2,
        rows: 3,
      },
    });
    expect(drawn.picture.notes).toEqual([
      'Not found on the map: “Atlantis” (2), “Nowhere” (1); rows: 3.',
      'Rows without a region: 1; they are not drawn.',
    ]);
  });

  test('a name that a person has explained is found', async () => {
    const drawn = await studio.chart(
      { mark: 'map', region: '省份', pairs: [{ name: 'Atlantis', region: '海南' }] },
      provinces,
    );
    expect(drawn.rows.find(({ region }) => region === '460000')?.color).toBe(2);
    expect(toldOf(drawn).missed.rows).toBe(1);
  });

  test('the rows behind a region are those of all its names', async () => {
    const { made, table, rows, columns } = await studio.chart({ mark: 'map', region: '省份' }, provinces);
    const at = rows.findIndex(({ region }) => region === '110000');
    const { values } = studio.query(made.sql);
    const context = { from: table, columns: studio.query(`SELECT * FROM ${table}`).columns, made, values };
    const sql = toBehindSql({ ...rows[at]!, '#': at }, context)!;
    expect(columns).toHaveLength(2);
    expect(studio.rows(sql).map(([name]) => name)).toEqual(['北京', '北京市']);
  });

  test('a condition is kept to, and columns may be called as the query’s own', async () => {
    const drawn = await studio.chart(
      { mark: 'map', region: 'name', color: 'id', where: 'id > 1' },
      `SELECT * FROM (VALUES ('France', 1, 'x'), ('Spain', 2, 'y'), ('Peru', 3, 'z')) AS t(name, id, region)`,
    );
    expect(drawn.rows.map(({ region, color }) => [region, Number(color)]).sort()).toEqual([
      ['ES', 2],
      ['PE', 3],
    ]);
  });

  test('each country is found by a pointer where most of it is, and a tiny one before that around it', async () => {
    const { spots } = await studio.chart(
      { mark: 'map', region: 'c' },
      `SELECT unnest(['United States', 'Singapore', 'Brazil', 'Fiji']) AS c`,
    );
    const { find } = createPointing(spots);
    const spotOf = (id: string) => spots.find(({ datum }) => datum.region === id)!;
    for (const id of ['US', 'SG', 'BR', 'FR']) {
      const { x, y, tip } = spotOf(id);
      const found = find(x + (tip?.dx ?? 0), y + (tip?.dy ?? 0));
      expect(spots[found!]!.datum.region).toBe(id);
    }
    expect(spotOf('FR').lines()).toEqual([
      { name: 'c', text: 'France' },
      { name: 'No value', text: '' },
    ]);
  });

  test.each([
    ['zh-CN', 340, true],
    ['en-GB', 720, false],
  ] as const)('looks as before: %s, %i wide', async (locale, width, dark) => {
    const drawn = await studio.chart({ mark: 'map', region: '省份', color: '金额', names: true }, provinces, {
      locale,
      width,
      dark,
    });
    expect(toBrief(drawn.text)).toMatchSnapshot();
  });

  test.each(['no rows', 'missing', '300 groups', 'not finite', 'odd names'])(
    'of a table without places, such as “%s”, is empty',
    async (name) => {
      const drawn = await studio.chart({ mark: 'map', region: 'name', color: 'amount' }, uglyTables[name]!, {
        width: 340,
      });
      expect(drawn.rows).toEqual([]);
      expect(drawn.text).not.toMatch(/NaN|Infinity/);
    },
  );
});

describe('a map of points', () => {
  const towns = `SELECT * FROM (VALUES ('Beijing', 116.4, 39.9, 21.5), ('Shanghai', 121.5, 31.2, 24.9), ('Chengdu', 104.1, 30.7, 20.9), ('Harbin', 126.6, 45.8, 9.9), ('Mars', 500, 3, 1), ('Nobody', NULL, 4, 1)) AS t(town, lon, lat, people)`;
  const many = `SELECT 8 + 3 * sin(i) AS lon, 49 + 2 * cos(i * 1.7) AS lat FROM (SELECT range AS i FROM range(3000))`;
  const spec = { mark: 'map-points', longitude: 'lon', latitude: 'lat' };
  const pointsOf = ({ made }: Drawn) => made.told.points as PointsTold;

  test('is of China where the points are there, and says what is no place', async () => {
    const drawn = await studio.chart({ ...spec, size: 'people', label: 'town' }, towns);
    expect(pointsOf(drawn)).toEqual({ atlas: 'china', nowhere: 1 });
    expect(drawn.rows).toHaveLength(4);
    expect(drawn.picture.notes).toEqual([
      'Rows without a value on an axis: 1; they are not drawn.',
      'Circles: as large in area as people; the largest is 24.9.',
      'Rows whose longitude and latitude are no place on Earth: 1; they are not drawn.',
    ]);
    expect(toBrief(drawn.text)).toMatchSnapshot();
  });

  test('many points are counted in squares, none twice and none left out', async () => {
    const drawn = await studio.chart({ ...spec, most: 1000 }, many);
    const counted = drawn.rows.reduce((sum, { points }) => sum + Number(points), 0);
    expect([counted, pointsOf(drawn).squares?.points]).toEqual([3000, 3000]);
    const [first] = drawn.rows;
    const { longitude, latitude } = pointsOf(drawn).squares!;
    const [[byHand]] = studio.rows(
      `SELECT count(*) FROM ${drawn.table} WHERE lon >= ${Number(first!.longitude)} - 1e-12 AND lon < ${Number(first!.longitude) + longitude} - 1e-12 AND lat >= ${Number(first!.latitude)} - 1e-12 AND lat < ${Number(first!.latitude) + latitude} - 1e-12`,
    ) as [[unknown]];
    expect(Number(first!.points)).toBe(Number(byHand));
    const { made, table } = drawn;
    const { values } = studio.query(made.sql);
    const { columns } = studio.query(`SELECT * FROM ${table}`);
    const behind = toBehindSql({ ...first!, '#': 0 }, { from: table, columns, made, values })!;
    expect(studio.rows(behind)).toHaveLength(Number(first!.points));
  });

  test('of a small part of the Earth only that is shown, and nothing lies beyond the frame', async () => {
    const drawn = await studio.chart({ ...spec, dense: 'points' }, many, { width: 500 });
    expect(pointsOf(drawn).span).toBeDefined();
    for (const { x, y } of drawn.spots) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(500);
      expect(y).toBeGreaterThan(0);
    }
  });

  test('an empty table has an empty map', async () => {
    for (const name of ['no rows', 'missing', 'one row', 'huge', 'not finite'])
      await expect(
        studio.chart({ mark: 'map-points', longitude: 'amount', latitude: 'age' }, uglyTables[name]!),
      ).resolves.toBeDefined();
  });
});

test('a column of places is found by one question, and none where there is none', async () => {
  const table = studio.create('places', provinces).name;
  const toFacts = (name: string): ColumnFacts => ({
    column: { name, type: 'VARCHAR' },
    role: 'category',
    distinct: 8,
    low: null,
    high: null,
  });
  const asked: string[] = [];
  const ask = async (sql: string) => {
    asked.push(sql);
    return studio.query(sql).values;
  };
  const find = (from: string, ...names: string[]) =>
    findRegion({ rows: 10, columns: names.map(toFacts) }, from, ask);
  expect((await find(table, '省份'))?.column.name).toBe('省份');
  expect(
    await find(`(SELECT * FROM ${table}, (VALUES ('a'), ('b'), ('c'), ('d')) AS t(letter))`, 'letter'),
  ).toBeUndefined();
  expect(asked).toHaveLength(2);
});

describe('classes of values', () => {
  const options = { dark: false, count: 5, by: 'auto', scheme: 'auto', middle: 0 } as const;

  test('are even at round numbers, unless most values would lie in one', () => {
    expect(toClasses([1, 3, 5, 7, 9.5], options).ends).toEqual([0, 2, 4, 6, 8, 10]);
    // quantiles as R's quantile(c(1, 2, 3, 4, 5, 1000), 0:5 / 5) has them
    expect(toClasses([1, 2, 3, 4, 5, 1000], options).ends).toEqual([1, 2, 3, 4, 5, 1000]);
  });

  test('go both ways from a middle where there are values on both sides', () => {
    const { ends, colors, colorOf } = toClasses([-4, 5, 20], options);
    expect(ends).toEqual([-20, -10, 0, 10, 20]);
    expect([colorOf(-4), colorOf(5), colorOf(20)]).toEqual([colors[1], colors[2], colors[3]]);
  });

  test('are one where all values are the same', () => {
    expect(toClasses([3, 3], options).colors).toHaveLength(1);
    expect(toClasses([], options).colorOf(1)).toMatch(/^#/);
  });
});

test('a path is pointed at where it is, and not in its hole', () => {
  const area = toArea(toRings('M0,0L20,0L20,20L0,20ZM5,5L15,5L15,15L5,15Z'))!;
  expect([area.contains!(2, 2), area.contains!(10, 10), area.contains!(30, 2)]).toEqual([true, false, false]);
});

/** Paths by the boxes that they fill: what is drawn is seen in pictures, and 100 kB of numbers are read by nobody. */
function toBrief(svg: string): string {
  return svg.replaceAll(/ d="([^"]*)"/g, (_, d: string) => {
    const box = d.includes('a') ? [] : toBounds(toRings(d).flat());
    return ` d="${box.map((value) => Math.round(value)).join(' ')}"`;
  });
}
