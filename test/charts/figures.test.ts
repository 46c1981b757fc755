import { describe, expect, test } from 'vitest';
import type { ChartSpec } from './harness';
import { uglyTables } from '../../scripts/pictures/uglyTables.mjs';
import { createStudio } from './harness';

const studio = await createStudio();

const specs: readonly ChartSpec[] = [
  { mark: 'pie', x: 'name', y: { column: 'amount', aggregate: 'sum' } },
  { mark: 'pie', x: 'name', form: 'donut', values: 'both', facet: 'other' },
  { mark: 'treemap', x: 'name', y: 'amount' },
  { mark: 'treemap', x: 'name', inner: 'other' },
  { mark: 'funnel', x: 'name', y: 'amount' },
  { mark: 'waterfall', x: 'name', y: 'amount' },
  { mark: 'waterfall', x: { column: 'day', unit: 'month' }, y: 'amount', facet: 'other' },
  { mark: 'bump', x: 'day', color: 'name', y: 'amount' },
  { mark: 'slope', x: { column: 'day', unit: 'month' }, color: 'name', y: 'amount' },
  { mark: 'candlestick', x: 'day', y: 'amount' },
  { mark: 'intervals', start: 'day', end: 'moment', y: 'name', color: 'other', label: 'other' },
  { mark: 'network', source: 'name', target: 'other', y: 'amount', arrows: true },
  { mark: 'tree', node: 'name', above: 'other', size: 'age' },
  { mark: 'kpi', y: 'amount' },
  { mark: 'kpi', x: 'day', y: { column: 'amount', aggregate: 'mean' }, facet: 'other' },
  { mark: 'table', x: 'name', y: ['amount', { column: 'age', aggregate: 'mean' }] },
  { mark: 'table', x: 'name', y: [{ aggregate: 'count' }, 'amount'], shows: 'colors' },
];
/** Tables that are drawn narrow as well. */
const tight = new Set(['plain', '300 groups', 'long names', 'some missing']);
const nameOf = ({ mark, ...rest }: ChartSpec) => `${mark} ${JSON.stringify(rest)}`;

describe.each(specs)('$mark', (spec) => {
  test(`${nameOf(spec)} can be drawn of every ugly table`, async () => {
    for (const [name, table] of Object.entries(uglyTables))
      for (const width of tight.has(name) ? [720, 340] : [720]) {
        const { text, picture } = await studio.chart(spec, table, { width });
        expect(text, name).not.toMatch(/NaN|Infinity|undefined|(?:width|height|r)="-/);
        // names of what has none are never said as they are told apart within
        expect(`${picture.says}${text}`.includes('\u0000'), name).toBe(false);
      }
  });
});
