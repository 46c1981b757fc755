import { beforeAll, expect, test } from 'vitest';
import type { Studio } from './harness';
import { createStudio } from './harness';

let studio: Studio;
beforeAll(async () => {
  studio = await createStudio();
});

test('of parts of a whole the shares of the largest are said, in both languages', async () => {
  const table = `SELECT * FROM (VALUES ('a', 50), ('b', 30), ('c', 10), ('d', 10)) AS r(name, amount)`;
  const spec = { mark: 'bar', x: 'name', y: 'amount' };
  const english = await studio.chart(spec, table);
  expect(english.picture.more).toBe('The largest has 50% of the whole, the largest three 90%.');
  const chinese = await studio.chart(spec, table, { locale: 'zh-CN' });
  expect(chinese.picture.more).toBe('最大的占 50%，前三个共占 90%。');
  const means = await studio.chart({ ...spec, y: { column: 'amount', aggregate: 'mean' } }, table);
  expect(means.picture.more).toBeUndefined();
});

test('of several series along time it is said how each went', async () => {
  const table = `
    SELECT DATE '2024-01-01' + CAST(i * 31 AS INTEGER) AS day, k, CASE k WHEN 'up' THEN 100 + 5 * i WHEN 'down' THEN 80 - i ELSE 10 END AS n
    FROM range(11) AS r(i), (VALUES ('up'), ('down'), ('still'), ('more')) AS s(k)`;
  const spec = { mark: 'line', x: { column: 'day', unit: 'month' }, y: 'n', color: 'k' };
  const { picture } = await studio.chart(spec, table);
  expect(picture.more).toMatch(
    /^From first to last: up up 50%, down down 12\.5%, \w+ level, and 1 more series\.$/,
  );
});

test('of points the correlation is said that the engine finds too', async () => {
  const table = `SELECT i AS a, i * i % 97 AS b FROM range(60) AS r(i)`;
  const { picture, table: from } = await studio.chart({ mark: 'point', x: 'a', y: 'b' }, table);
  const [[r]] = studio.rows(`SELECT corr(a, b) FROM ${from}`) as [[number]];
  expect(picture.more).toContain(`Correlation of a and b as drawn: ${r.toFixed(2)}`);
});
