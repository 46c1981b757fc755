import { parseHTML } from 'linkedom';
import { beforeAll, expect, test } from 'vitest';
import { render } from '../../src/charts/render/render';
import { drawChart } from '../../src/charts/spec/drawing';
import { toWhole } from '../../src/charts/spec/compile';
import { charts } from '../../src/i18n/charts/charts.en';
import type { Look } from '../../src/charts/spec/look';
import type { Drawn, Studio } from './harness';
import { createStudio } from './harness';

let studio: Studio;
beforeAll(async () => {
  studio = await createStudio();
});

const table = `
  SELECT i AS a, i * 37 % 1000 AS b, 'g' || (i % 3) AS k, DATE '2024-01-01' + CAST(i % 300 AS INTEGER) AS day
  FROM range(4000) AS r(i)`;

/** The same rows, looked at otherwise. */
function again({ made, rows, table: from }: Drawn, look: Partial<Look>) {
  const { columns } = studio.query(`SELECT * FROM ${from} LIMIT 0`);
  const chart = { ...toWhole(made.chart.mark, made.chart.options), slots: made.chart.slots };
  const picture = drawChart(
    { chart, made, rows, columns },
    { tag: 'en-GB', width: 720, dark: false, words: charts.picture, ...look },
  );
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const rendered = render(picture, { document: document as unknown as Document, dark: false });
  return { ...rendered, text: rendered.svg.toString() };
}

test('a group that is hidden is not drawn, stays in the legend, and the others keep their colours', async () => {
  const drawn = await studio.chart({ mark: 'bar', x: { column: 'day', unit: 'month' }, color: 'k' }, table);
  const colors = drawn.legend.map(({ item }) => item.color);
  const { spots, legend } = again(drawn, { hidden: new Set(['g1']) });
  expect(spots.length).toBe((drawn.spots.length * 2) / 3);
  expect(legend.map(({ item }) => item.color)).toEqual(colors);
  expect(legend.map(({ item }) => item.hidden ?? false)).toEqual(
    legend.map(({ item }) => item.name === 'g1'),
  );
});

test('patterns, dashes and symbols tell groups apart besides their colours', async () => {
  const bars = await studio.chart({ mark: 'bar', x: { column: 'day', unit: 'month' }, color: 'k' }, table);
  expect(bars.text).not.toContain('<pattern');
  // the first group is plain
  expect(again(bars, { patterns: true }).text.match(/<pattern /g)).toHaveLength(2);
  const lines = await studio.chart({ mark: 'line', x: { column: 'day', unit: 'month' }, color: 'k' }, table);
  const dashes = again(lines, { patterns: true }).text.match(/stroke-dasharray="[^"]+"/g);
  expect(new Set(dashes).size).toBe(2);
});

test('many dots are drawn as few paths, each at its place, and all can be pointed at', async () => {
  const few = await studio.chart({ mark: 'point', x: 'a', y: 'b', color: 'k', where: 'a < 600' }, table);
  expect(few.text.match(/<circle/g)!.length).toBeGreaterThanOrEqual(600);
  const many = await studio.chart({ mark: 'point', x: 'a', y: 'b', color: 'k', dense: 'points' }, table);
  expect(many.spots).toHaveLength(4000);
  expect(many.text.match(/h0/g)).toHaveLength(4000);
  expect(many.text.match(/<path/g)!.length).toBeLessThan(200);
});

test('what is come closer to is cut at the frame, and knows the span that it shows', async () => {
  const drawn = await studio.chart({ mark: 'point', x: 'a', y: 'b', where: 'a < 500' }, table);
  const { scales, frame, text } = again(drawn, { zoom: { x: [100, 200], y: [0, 500] } });
  expect(scales.x!.toValue(frame.left)).toBeCloseTo(100, 6);
  expect(scales.x!.toValue(frame.left + frame.width)).toBeCloseTo(200, 6);
  expect(scales.y!.toValue(frame.top)).toBeCloseTo(500, 6);
  expect(text).toContain('clip-path');
});
