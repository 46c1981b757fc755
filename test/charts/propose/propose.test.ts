import { expect, test } from 'vitest';
import { chartKinds } from '../../../src/charts/spec/catalog';
import { findKnownChart, findKnownCharts } from '../../../src/charts/spec/propose/known';
import { toResultCharts } from '../../../src/charts/spec/propose/result';
import { isDrawable } from '../../../src/charts/spec/propose/drawable';
import { toFacts, toFactsSql } from '../../../src/charts/spec/propose/facts';
import { findRegion } from '../../../src/charts/spec/propose/regions';
import { propose, proposeFor } from '../../../src/charts/spec/propose/propose';
import { createStudio } from '../harness';

const studio = await createStudio();

function factsOf(sql: string) {
  const from = `(${sql})`;
  const { columns } = studio.query(`SELECT * FROM ${from} LIMIT 0`);
  return toFacts(columns, studio.query(toFactsSql(columns, from)).values);
}

const orders = `SELECT 'A' || i AS id, 1000 + i AS order_no, DATE '2023-01-01' + (i % 700)::INTEGER AS day,
  ['Berlin', 'Paris', 'Rome', '上海'][1 + i % 4] AS city, ['new', 'old'][1 + i % 2] AS kind, (i * 37 % 1000) / 10 AS amount,
  18 + i % 60 AS age, 'a note of its own, number ' || i AS note, 1 AS same, [i] AS many
  FROM range(700) t(i)`;

test('what a column is good for is found by one question: ids, texts of their own and constants are left out', () => {
  const { rows, columns } = factsOf(orders);
  expect(rows).toBe(700);
  expect(Object.fromEntries(columns.map(({ column, role }) => [column.name, role]))).toEqual({
    id: 'none',
    order_no: 'none',
    day: 'moment',
    city: 'category',
    kind: 'category',
    amount: 'measure',
    age: 'measure',
    note: 'none',
    same: 'none',
  });
});

test('charts are proposed that can be drawn, the likeliest first, and what is averaged is not added up', () => {
  const facts = factsOf(orders);
  const columns = facts.columns.map(({ column }) => column);
  const proposals = propose(facts);
  expect(proposals[0]).toEqual({ mark: 'line', settings: { x: 'day', y: 'amount' } });
  expect(proposals.length).toBeGreaterThan(5);
  expect(proposals.every((proposal) => isDrawable(proposal, columns))).toBe(true);
  expect(new Set(proposals.map((proposal) => JSON.stringify(proposal))).size).toBe(proposals.length);
  const used = JSON.stringify(proposals);
  for (const name of ['"id"', '"order_no"', '"note"', '"same"', '"many"']) expect(used).not.toContain(name);
  expect(proposeFor(facts, ['city', 'age'])[0]?.settings['y']).toEqual({ column: 'age', aggregate: 'mean' });
});

test('every proposal is drawn of the rows that there are', async () => {
  const proposals = propose(factsOf(orders));
  for (const { mark, settings } of proposals) {
    const { rows, text } = await studio.chart({ mark, ...settings }, orders, { width: 300, height: 170 });
    expect(rows.length, mark).toBeGreaterThan(0);
    expect(text, mark).toContain('<svg');
  }
}, 120_000);

test('a column of places is found by one question, and none where there is none', async () => {
  const region = (sql: string) =>
    findRegion(factsOf(sql), `(${sql})`, async (asked) => studio.query(asked).values);
  const countries =
    "SELECT ['France', 'Germany', 'Italy', 'Spain'][1 + i % 4] AS land, i AS n FROM range(80) t(i)";
  expect((await region(countries))?.column.name).toBe('land');
  expect(await region(orders)).toBe(undefined);
});

test('tables of which nothing can be drawn get no proposal', () => {
  expect(propose(factsOf('SELECT 1 AS a WHERE false'))).toEqual([]);
  expect(propose(factsOf("SELECT 'x' AS a FROM range(30)"))).toEqual([]);
  expect(propose(factsOf('SELECT NULL::INTEGER AS a FROM range(30)'))).toEqual([]);
  expect(propose(factsOf('SELECT [1] AS a'))).toEqual([]);
});

test('columns that a person has chosen are shown, whatever they are', () => {
  const facts = factsOf(orders);
  expect(proposeFor(facts, ['order_no'])[0]?.settings['x']).toBe('order_no');
  expect(proposeFor(facts, ['city', 'amount'])[0]).toEqual({
    mark: 'bar',
    settings: { x: 'city', y: 'amount' },
  });
  expect(JSON.stringify(proposeFor(facts, ['city', 'amount']))).not.toContain('day');
});

test('tables of analyses are known by their columns, and drawn as kinds that there are', () => {
  const typed = (types: Record<string, string>) =>
    Object.entries(types).map(([name, type]) => ({ name, type }));
  const importance = findKnownChart(typed({ column: 'VARCHAR', importance: 'DOUBLE', spread: 'DOUBLE' }));
  expect(importance?.mark).toBe('bar');
  const clusters = findKnownChart(typed({ city: 'VARCHAR', a: 'DOUBLE', b: 'DOUBLE', cluster: 'BIGINT' }));
  expect(clusters).toEqual({ mark: 'point', settings: { x: 'a', y: 'b', color: 'cluster' } });
  const tables: Record<string, string>[] = [
    { column: 'VARCHAR', with: 'VARCHAR', correlation: 'DOUBLE', p_value: 'DOUBLE', rows: 'BIGINT' },
    { if_items: 'VARCHAR', then_items: 'VARCHAR', support: 'DOUBLE', confidence: 'DOUBLE', lift: 'DOUBLE' },
    { threshold: 'DOUBLE', false_positive_rate: 'DOUBLE', true_positive_rate: 'DOUBLE' },
    { date: 'DATE', value: 'DOUBLE', forecast: 'DOUBLE', low: 'DOUBLE', high: 'DOUBLE' },
    { predicted: 'DOUBLE', low: 'DOUBLE', high: 'DOUBLE', residual: 'DOUBLE' },
  ];
  const found = tables.map((types) => findKnownChart(typed(types)));
  const marks = chartKinds.map(({ mark }) => mark);
  for (const one of found) expect(marks).toContain(one?.mark);
  expect(findKnownChart(typed({ city: 'VARCHAR', amount: 'DOUBLE' }))).toBe(undefined);
});

const tables: Readonly<Record<string, readonly [mark: string, names: string]>> = {
  'a forecast of several series': ['line', 'shop* date+ value forecast low high is_forecast?'],
  STL: ['line', 'date+ value trend season remainder'],
  'odd values': ['line', 'date+ value expected score is_odd?'],
  'levels between changes': ['line', 'date+ value level'],
  autocorrelation: ['bar', 'lag autocorrelation partial limit lower upper'],
  'Kaplan–Meier': ['line', 'plan* time at_risk gone still_there share lower upper'],
  cohorts: ['heat', 'cohort+ period size customers share'],
  odds: ['bar', 'term* estimate std_error z p_value odds_ratio odds_low odds_high'],
  coefficients: ['bar', 'term* estimate std_error t p_value low high vif'],
  calibration: ['line', 'from to predicted observed rows'],
  confusion: ['heat', 'actual* predicted* rows'],
  'a Q-Q plot': ['point', 'normal residual'],
  'an A/B test': ['bar', 'variant* rows hits rate rate_low rate_high difference p_value'],
  'the number of clusters': ['line', 'clusters silhouette inertia is_best? is_elbow?'],
  'a map of clusters': ['point', 'pc1 pc2 cluster'],
  RFM: ['heat', 'who* last_date+ recency frequency monetary r_score f_score m_score segment*'],
  ABC: ['pareto', 'product* value share cumulated_share class* rank'],
  'words by group': ['heat', 'team* word* kind* texts share count weight'],
};
const types: Readonly<Record<string, string>> = { '*': 'VARCHAR', '+': 'DATE', '?': 'BOOLEAN' };
const toColumns = (names: string) =>
  names
    .split(' ')
    .map((name) => ({ name: name.replace(/[*+?]/, ''), type: types[name.at(-1)!] ?? 'DOUBLE' }));

test.each(Object.entries(tables))('%s is drawn as what shows it best', (_, [mark, names]) => {
  expect(findKnownCharts(toColumns(names))[0]?.mark).toBe(mark);
});

test('what clusters are is shown by their map first, each table once before any of them twice', () => {
  const charts = toResultCharts([
    { table: '', columns: toColumns('a b cluster') },
    { table: 'centers', columns: toColumns('cluster size share a b') },
    { table: 'map', columns: toColumns('pc1 pc2 cluster') },
    { table: 'choice', columns: toColumns('clusters silhouette inertia is_best? is_elbow?') },
  ]);
  expect(charts.map(({ table }) => table)).toEqual(['map', 'choice', 'centers']);
  expect(toResultCharts([{ table: '', columns: toColumns('city* amount') }])).toEqual([]);
});
