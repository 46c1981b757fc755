import { expect, test } from 'vitest';
import { toChartListing } from '../../src/cells/chart/listing';
import { chartKinds } from '../../src/charts/spec/catalog';
import { charts as english } from '../../src/i18n/charts/charts.en';

test('the console tells of every kind of chart what can be put on it and said of it', () => {
  const listing = toChartListing(chartKinds, english);
  expect(listing.map(({ mark }) => mark)).toEqual(chartKinds.map(({ mark }) => mark));
  const bar = listing.find(({ mark }) => mark === 'bar')!;
  expect(bar.slots[0]).toEqual({ slot: 'x', label: 'Across', role: 'group', optional: false });
  expect(bar.slots.find(({ slot }) => slot === 'tooltip')?.several).toBe(true);
  expect(bar.options.find(({ option }) => option === 'stack')?.choices?.[0]).toEqual({
    choice: 'stacked',
    label: 'Upon one another',
  });
});
