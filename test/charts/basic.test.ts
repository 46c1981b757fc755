import { beforeAll, describe, expect, it } from 'vitest';
import type { Studio } from './harness';
import { uglyTables } from '../../scripts/pictures/uglyTables.mjs';
import { createStudio, toNormalSvg } from './harness';

const kinds = {
  bar: { mark: 'bar', x: 'name', y: 'amount', color: 'other' },
  line: { mark: 'line', x: 'day', y: 'amount', color: 'other' },
  point: { mark: 'point', x: 'age', y: 'amount', color: 'other' },
};

describe('bars, lines and points', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await createStudio();
  });

  it('bars stand for what an own query gives', async () => {
    const { rows, text, table } = await studio.chart(
      { mark: 'bar', x: 'name', y: { column: 'amount', aggregate: 'mean' } },
      uglyTables.plain!,
    );
    const expected = studio.rows(`SELECT name, avg(amount) FROM ${table} GROUP BY name ORDER BY 2 DESC`);
    expect(rows.map(({ x, y }) => [x, y])).toEqual(expected);
    expect(text).toContain('coffee');
  });

  it('of bars that lie the largest is on top', async () => {
    const { rows, text } = await studio.chart(
      { mark: 'bar', x: 'name', y: 'amount' },
      uglyTables['long names']!,
    );
    const labels = [...text.matchAll(/translate\([\d.]+,([\d.]+)\)"[^>]*>中华/g)].map(([, y]) => Number(y));
    const bars = [...text.matchAll(/<rect [^>]*width="([\d.]+)"[^>]* y="([\d.]+)"/g)];
    const lengths = bars.toSorted((a, b) => Number(a[2]) - Number(b[2])).map(([, length]) => Number(length));
    expect(rows).toHaveLength(8);
    expect(labels).toHaveLength(8);
    expect(labels).toEqual(labels.toSorted((a, b) => a - b));
    expect(lengths).toHaveLength(8);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
  });

  it.each(Object.entries(kinds))(
    '%s looks as it did, in both languages, wide and narrow',
    async (_, spec) => {
      for (const look of [{}, { width: 340, locale: 'zh-CN', dark: true }] as const)
        expect((await studio.chart(spec, uglyTables.plain!, look)).text).toMatchSnapshot();
    },
  );

  it.each(Object.entries(kinds))(
    '%s can be drawn of every ugly table',
    async (_, spec) => {
      for (const [name, table] of Object.entries(uglyTables)) {
        const { text } = await studio.chart(spec, table);
        expect(text, name).not.toMatch(/NaN|Infinity|undefined|(?:width|height|r)="-/);
      }
    },
    120_000,
  );

  it('numbers of a picture count to a tenth of a point', () => {
    expect(toNormalSvg('<g class="a"><path d="M1.04,-0.01L2.25e-7,3"></path></g>')).toBe(
      '<g>\n<path d="M1,0L0,3">\n</path>\n</g>',
    );
  });
});
