import { beforeAll, describe, expect, it } from 'vitest';
import type { ChartSpec, Studio } from './harness';
import { uglyTables } from '../../scripts/pictures/uglyTables.mjs';
import { createStudio } from './harness';

const kinds: Record<string, ChartSpec> = {
  area: { mark: 'area', x: 'day', y: 'amount', color: 'other' },
  'area of shares': { mark: 'area', x: 'name', y: 'amount', color: 'other', stack: 'share' },
  histogram: { mark: 'histogram', x: 'amount', color: 'other' },
  'histogram of shares': { mark: 'histogram', x: 'age', color: 'ok', stack: 'overlaid', counted: 'share' },
  'histogram of days': { mark: 'histogram', x: 'day' },
  'histogram on powers': { mark: 'histogram', x: { column: 'amount', scale: 'log' } },
  box: { mark: 'box', y: 'amount', x: 'name' },
  'box of all': { mark: 'box', y: 'age' },
  'box on powers': { mark: 'box', y: { column: 'amount', scale: 'log' }, x: 'day' },
  violin: { mark: 'violin', y: 'amount', x: 'name' },
  'violin on powers': { mark: 'violin', y: { column: 'amount', scale: 'log' }, x: 'other' },
  ridge: { mark: 'ridge', y: 'amount', x: 'name' },
  heat: { mark: 'heat', x: 'name', y: 'other', color: 'amount' },
  'heat of time': {
    mark: 'heat',
    x: { column: 'moment', unit: 'hour-of-day' },
    y: { column: 'day', unit: 'weekday' },
  },
  calendar: { mark: 'calendar', x: 'day', color: 'amount' },
  pareto: { mark: 'pareto', x: 'name', y: 'amount' },
  regression: { mark: 'regression', x: 'age', y: 'amount', color: 'other' },
  density: { mark: 'point', x: 'age', y: 'amount', dense: 'density' },
  'density of groups': { mark: 'point', x: 'moment', y: 'amount', color: 'name', dense: 'density' },
  'line of rows': { mark: 'line', x: 'moment', y: { column: 'amount', aggregate: 'none' }, color: 'other' },
};

describe('charts of how values lie', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await createStudio();
  });

  it.each(Object.entries(kinds))(
    '%s looks as it did, in both languages, wide and narrow',
    async (_, spec) => {
      for (const look of [{}, { width: 340, locale: 'zh-CN', dark: true }] as const)
        expect((await studio.chart(spec, uglyTables.plain!, look)).text).toMatchSnapshot();
    },
    60_000,
  );

  it.each(Object.entries(kinds))(
    '%s can be drawn of every ugly table',
    async (_, spec) => {
      for (const [name, table] of Object.entries(uglyTables)) {
        const { text } = await studio.chart(spec, table);
        expect(text, name).not.toMatch(/NaN|Infinity|undefined|(?:width|height|r)="-/);
      }
    },
    180_000,
  );
});
