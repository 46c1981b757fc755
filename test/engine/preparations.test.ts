import { expect, test } from 'vitest';
import { createDuck } from '../run/duck';

test.each(['date_trunc', 'datetrunc'])('rows without a date are one group of %s and a flag', async (name) => {
  const { query } = await createDuck();
  query(`CREATE TABLE days AS SELECT i % 2 = 0 AS flag,
    CASE WHEN i % 3 > 0 THEN DATE '2024-01-01' + CAST(7 * i AS INTEGER) END AS day FROM range(40) AS r(i)`);
  const months = query(`SELECT ${name}('month', day) AS month, flag, CAST(count(*) AS INTEGER) AS n
    FROM days GROUP BY ALL HAVING month IS NULL ORDER BY flag`);
  expect(months.toArray().map(({ n }) => Number(n))).toEqual([7, 7]);
  expect(query(`SELECT ${name}('hour', TIMESTAMP '2024-05-06 07:08:09')`).toArray().length).toBe(1);
});

test('columns and parameters by the names that stand in its place are others', async () => {
  const { query } = await createDuck();
  const [row] = query(`SELECT date_trunc(part, moment) = DATE '2024-05-01' AS outer_names,
      list_transform([moment], moment -> date_trunc('month', moment)) = [DATE '2024-05-01'] AS in_list,
      date_trunc('month', CAST(NULL AS DATE)) IS NULL AS missing,
      date_trunc('hour', INTERVAL 90 MINUTE) = INTERVAL 1 HOUR AS spans
    FROM (SELECT 'month' AS part, DATE '2024-05-06' AS moment)`).toArray();
  expect({ ...row!.toJSON() }).toEqual({ outer_names: true, in_list: true, missing: true, spans: true });
});
