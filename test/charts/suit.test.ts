import { expect, test } from 'vitest';
import { chartKinds, findChartKind } from '../../src/charts/spec/catalog';
import { toChannel } from '../../src/charts/spec/channel';
import { toChannelFields, toChannelSettings, withChannelSettings } from '../../src/charts/spec/channelFields';
import { toChart, toFields, toSlots } from '../../src/charts/spec/chart';
import { findMisfit, toOtherKind } from '../../src/charts/spec/suit';
import { charts as english } from '../../src/i18n/charts/charts.en';
import { charts as chinese } from '../../src/i18n/charts/charts.zh';

const day = { name: 'day', type: 'DATE' };
const city = { name: 'city', type: 'VARCHAR' };
const amount = { name: 'amount', type: 'DOUBLE' };
const age = { name: 'age', type: 'INTEGER' };
const bar = findChartKind('bar')!;
const point = findChartKind('point')!;

test('a kind of chart that the columns do not suit says what is missing', () => {
  expect(findMisfit(point, [city, amount])).toEqual({ slot: 'y', families: ['number', 'date'] });
  expect(findMisfit(point, [city, amount, age])).toBe(undefined);
  expect(findMisfit(bar, [])).toEqual({ slot: 'x' });
});

test('another kind of chart takes over what lies where, and moves what does not fit', () => {
  const columns = [day, city, amount, age];
  const settings = {
    x: 'city',
    y: { column: 'amount', aggregate: 'mean' },
    title: 'Sales',
    stack: 'grouped',
  };
  const line = toOtherKind(findChartKind('line')!, { kind: bar, settings }, columns);
  expect(line).toEqual({
    title: 'Sales',
    x: { column: 'city' },
    y: { column: 'amount', aggregate: 'mean' },
  });
  const points = toOtherKind(point, { kind: bar, settings }, columns);
  expect(points['y']).toEqual({ column: 'amount' });
  // a name is no number, and goes to a slot that takes names
  expect(points['color']).toEqual({ column: 'city' });
});

test('settings of every kind become settings of every other that are no mistake', () => {
  const columns = [day, city, amount, age];
  for (const kind of chartKinds)
    for (const other of chartKinds) {
      const settings = toOtherKind(
        other,
        {
          kind,
          settings: { x: 'city', y: 'amount', color: { column: 'day', unit: 'month' }, facet: 'city' },
        },
        columns,
      );
      expect(() => toChart(other, settings), `${kind.mark} → ${other.mark}`).not.toThrow();
    }
});

test('what can be said of a column depends on it, and what is left to be chosen is not kept', () => {
  const columns = [day, city, amount];
  const fields = toChannelFields(bar.slots['x']!, { column: 'day' }, columns);
  expect(Object.keys(fields)).toEqual(['unit', 'title']);
  expect(Object.keys(toChannelFields(bar.slots['x']!, { column: 'city' }, columns))).toEqual([
    'sort',
    'top',
    'title',
  ]);
  expect(Object.keys(toChannelFields(bar.slots['x']!, { column: 'amount' }, columns))).toContain('bins');
  expect(Object.keys(toChannelFields(bar.slots['y']!, {}, columns))).toContain('aggregate');
  expect(toChannelSettings(fields, { column: 'day' })).toEqual({ unit: 'auto', title: '' });
  const set = withChannelSettings({ column: 'day' }, { unit: 'week', title: '' });
  expect(set).toEqual({ column: 'day', unit: 'week' });
  expect(withChannelSettings(set, { unit: 'auto' })).toEqual({ column: 'day' });
  for (const column of [...columns.map(({ name }) => name), undefined])
    for (const slot of Object.values(toSlots(bar))) {
      const given = column === undefined ? {} : { column };
      for (const [name, field] of Object.entries(toChannelFields(slot, given, columns)))
        if (field.kind === 'choice')
          for (const choice of field.choices)
            expect(() => toChannel(withChannelSettings(given, { [name]: choice }), 'x')).not.toThrow();
    }
});

test('every kind, slot, option and choice has a name in both languages', () => {
  const missing: string[] = [];
  for (const words of [english, chinese])
    for (const kind of chartKinds) {
      if (!words.marks[kind.mark]) missing.push(`marks.${kind.mark}`);
      for (const slot of Object.keys(toSlots(kind))) if (!words.slots[slot]) missing.push(`slots.${slot}`);
      for (const [name, field] of Object.entries(toFields(kind))) {
        if (!words.making.labels[name]) missing.push(`making.labels.${name}`);
        if (field.kind !== 'choice') continue;
        for (const choice of field.choices)
          if (!words.making.choices[name]?.[choice]) missing.push(`making.choices.${name}.${choice}`);
      }
    }
  expect([...new Set(missing)]).toEqual([]);
});
