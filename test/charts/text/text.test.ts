import { expect, test } from 'vitest';
import { findChartKind } from '../../../src/charts/spec/catalog';
import { readChartText } from '../../../src/charts/spec/text/check';
import { completeChartText } from '../../../src/charts/spec/text/complete';
import { isSaidAlike, toChartText } from '../../../src/charts/spec/text/write';

const columns = [
  { name: 'day', type: 'DATE' },
  { name: 'city', type: 'VARCHAR' },
  { name: '销售额', type: 'DOUBLE' },
];

/** What is wrong, and the stretch of the text that it is said of. */
function faultsOf(text: string): [string, string][] {
  const read = readChartText(text, columns);
  if (!('faults' in read)) return [];
  return read.faults.map(({ why, from, to }) => [why, text.slice(from, to)]);
}

/** What is proposed where the bar stands. */
function proposalsAt(marked: string): string[] {
  const offset = marked.indexOf('|');
  return completeChartText(marked.replace('|', ''), offset, columns).items.map(({ label }) => label);
}

test('settings become a text, and the text the same settings', () => {
  const settings = {
    color: 'city',
    x: { column: 'day', unit: 'month' },
    y: '销售额',
    tooltip: ['city', 'day'],
  };
  const text = toChartText('bar', settings, findChartKind('bar'));
  expect(text).toBe(`{
  "mark": "bar",
  "x": { "column": "day", "unit": "month" },
  "y": "销售额",
  "color": "city",
  "tooltip": ["city", "day"]
}`);
  const read = readChartText(text, columns);
  expect(read).toEqual({ mark: 'bar', settings });
  expect(isSaidAlike(read, { mark: 'bar', settings: { ...settings, legend: null } })).toBe(true);
  expect(isSaidAlike(read, { mark: 'bar', settings: {} })).toBe(false);
});

test('what is no JSON is told at its place', () => {
  expect(faultsOf('{"x": "city"')).toEqual([['end', '']]);
  expect(faultsOf('{"x" "city"}')).toEqual([['colon', '"']]);
  expect(faultsOf('{"x": }')).toEqual([['value', '}']]);
  expect(faultsOf('{x: 1}')).toEqual([['name', 'x']]);
  expect(faultsOf('{"x": "city" "y": 1}')).toEqual([['comma', '"']]);
  expect(faultsOf('{"x": "city"} more')).toEqual([['rest', 'more']]);
  expect(faultsOf('{"x": "city", "x": "day"}')).toEqual([['twice', '"x"']]);
  expect(faultsOf('{"x": "ci\n"}')).toEqual([['quote', '"ci']]);
  expect(faultsOf('[]')).toEqual([['object', '[]']]);
  expect(faultsOf('')).toEqual([['end', '']]);
});

test('what means nothing is told at its place, all of it', () => {
  expect(faultsOf('{"mark": "brr"}')).toEqual([['mark', '"brr"']]);
  expect(faultsOf('{"x": "cty", "colr": "city", "stack": "up", "values": 1, "height": "x"}')).toEqual([
    ['column', '"cty"'],
    ['unknown', '"colr"'],
    ['choice', '"up"'],
    ['flag', '1'],
    ['number', '"x"'],
  ]);
  expect(faultsOf('{"x": {"column": "day", "unit": "fortnight", "bins": "3", "colour": 1}}')).toEqual([
    ['choice', '"fortnight"'],
    ['number', '"3"'],
    ['unknown', '"colour"'],
  ]);
  expect(faultsOf('{"x": ["day", "city"]}')).toEqual([['several', '["day", "city"]']]);
  expect(faultsOf('{"mark": "point", "x": "city", "y": "销售额"}')).toEqual([['family', '"city"']]);
  expect(faultsOf('{"x": "city", "references": [{"at": "3", "axes": "y"}]}')).toEqual([
    ['unknown', '"axes"'],
  ]);
  // nothing is on a slot that is needed
  expect(faultsOf('{"mark": "bar"}').map(([why]) => why)).toEqual(['problem']);
});

test('names, columns and choices are proposed where they can stand', () => {
  expect(proposalsAt('{"x": "ci|"}')).toEqual(['city']);
  expect(proposalsAt('{"x": {"column": "销|"}}')).toEqual(['销售额']);
  expect(proposalsAt('{"x": {"column": "day", "unit": "mo|"}}')).toEqual(['month', 'month-of-year']);
  expect(proposalsAt('{"x": {"column": "day", |}}')).toContain('unit');
  expect(proposalsAt('{"x": {"column": "day", |}}')).not.toContain('column');
  expect(proposalsAt('{"mark": "l|"}')[0]).toBe('line');
  expect(proposalsAt('{"mark": "bar", "sta|"}')).toContain('stack');
  expect(proposalsAt('{"mark": "bar", "stack": |}')).toEqual(['stacked', 'grouped', 'share']);
  expect(proposalsAt('{"values": |}')).toEqual(['true', 'false']);
  expect(proposalsAt('{"references": [{"axis": |}]}')).toEqual(['y', 'x']);
  expect(proposalsAt('{"mark": "point", "x": |}')).toEqual(['day', '销售额']);
  expect(proposalsAt('{| "x": "city"}')).not.toContain('x');
  expect(proposalsAt('{"x": "city" |')).toEqual([]);
  expect(proposalsAt('|')).toEqual([]);
});

test('a proposal takes the place of the word that has been begun', () => {
  const text = '{"x": "ci", "y": 1}';
  const { from, to } = completeChartText(text, text.indexOf('ci') + 1, columns);
  expect(text.slice(from, to)).toBe('"ci"');
});
