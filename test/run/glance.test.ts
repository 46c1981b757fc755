import { beforeAll, describe, expect, it } from 'vitest';
import type { Glance } from '../../src/run/glance';
import { readFacts, readGlance, toBins } from '../../src/run/glance';
import { createDuck } from './duck';

type Duck = Awaited<ReturnType<typeof createDuck>>;
let duck: Duck;

beforeAll(async () => {
  duck = await createDuck();
});

async function glanceAt(select: string): Promise<Glance[]> {
  const { columns } = duck.create('looked_at', select);
  const options = { engine: duck.engine, id: 'looked_at', signal: new AbortController().signal };
  const facts = await readFacts(columns, options);
  return Promise.all(columns.map((column, index) => readGlance(column, facts[index]!, options)));
}

describe('a glance at a column', () => {
  it('numbers fall into equal parts from the least to the greatest, and the missing ones are counted', async () => {
    const [glance] = await glanceAt('SELECT if(range < 20, NULL, range / 10.0)::DOUBLE AS n FROM range(120)');
    expect(glance).toMatchObject({ rows: 120, missing: 20, shape: { kind: 'bins', from: 2, to: 11.9 } });
    expect(glance!.shape).toHaveProperty('counts', [9, 8, 8, 9, 8, 8, 8, 9, 8, 8, 8, 9]);
  });

  it('a whole number has a part to itself where there are few of them', async () => {
    const [glance] = await glanceAt('SELECT (range % 5)::INTEGER AS n FROM range(50) WHERE range % 5 <> 2');
    expect(glance!.shape).toEqual({
      kind: 'bins',
      from: 0,
      to: 4,
      width: 1,
      unit: 1,
      counts: [10, 10, 0, 10, 10],
    });
  });

  it('every part of many whole numbers holds as many of them, but for the last', () => {
    expect(toBins({ name: 'n', type: 'BIGINT' }, 1, 100)).toEqual({ width: 9, count: 12, unit: 1 });
    expect(toBins({ name: 'n', type: 'BIGINT' }, 1, 14)).toEqual({ width: 2, count: 7, unit: 1 });
    expect(toBins({ name: 'n', type: 'DATE' }, 0, 86_400 * 2)).toEqual({
      width: 86_400,
      count: 3,
      unit: 86_400,
    });
    expect(toBins({ name: 'n', type: 'DOUBLE' }, 4, 4)).toEqual({ width: 1, count: 1, unit: 0 });
  });

  it('infinite numbers and dates are no end of a scale, and none of the values is lost that can be placed', async () => {
    const [number, date] = await glanceAt(
      `SELECT * FROM (VALUES (1.0::DOUBLE, DATE '2024-01-01'), (2.0, DATE '2024-01-03'), ('inf'::DOUBLE, 'infinity'::DATE), ('nan'::DOUBLE, NULL)) AS t(n, d)`,
    );
    expect(number).toMatchObject({ missing: 0, shape: { from: 1, to: 2 } });
    const day = Date.UTC(2024, 0, 1) / 1000;
    expect(date).toEqual({
      rows: 4,
      missing: 1,
      shape: {
        kind: 'bins',
        from: day,
        to: day + 2 * 86_400,
        width: 86_400,
        unit: 86_400,
        counts: [1, 0, 1],
      },
    });
  });

  it('of text the most frequent values are given with their counts, in the order of the alphabet where they are even', async () => {
    const [glance] = await glanceAt(
      `SELECT unnest(['b', 'a', 'c', 'b', 'a', NULL, 'it''s "c"']) AS "a ""name"""`,
    );
    expect(glance).toEqual({
      rows: 7,
      missing: 1,
      shape: {
        kind: 'values',
        distinct: 4,
        isExact: true,
        frequent: [
          ['a', 2],
          ['b', 2],
        ],
      },
    });
  });

  it('texts of which none comes twice are not listed', async () => {
    const [glance] = await glanceAt(`SELECT 'id' || range AS id FROM range(30)`);
    expect(glance!.shape).toEqual({ kind: 'values', distinct: 30, isExact: true, frequent: [] });
  });

  it('of very many different texts the count is an estimate that says so', async () => {
    const [glance] = await glanceAt(`SELECT 'id' || range AS id FROM range(200000)`);
    expect(glance!.shape).toMatchObject({ kind: 'values', isExact: false, frequent: [] });
  });

  it('flags are told as their two values', async () => {
    const [glance] = await glanceAt('SELECT unnest([true, false, false, NULL]) AS f');
    expect(glance).toMatchObject({
      missing: 1,
      shape: {
        distinct: 2,
        frequent: [
          [false, 2],
          [true, 1],
        ],
      },
    });
  });

  it('there is something of every type, and of a column without a value nothing but that', async () => {
    const glances = await glanceAt(
      'SELECT * EXCLUDE (bignum) FROM test_all_types() UNION ALL BY NAME SELECT NULL AS empty',
    );
    const kinds = new Set(glances.map(({ shape }) => shape.kind));
    expect([...kinds].toSorted()).toEqual(['bins', 'nothing', 'values']);
    expect(glances.at(-1)).toEqual({ rows: 4, missing: 4, shape: { kind: 'nothing' } });
  });
});
