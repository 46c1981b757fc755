import { join } from 'node:path';
import { uglyTables } from './uglyTables.mjs';

/** A chart of every kind over the columns of the ugly tables; of places there are none in them. */
const settings = [
  { mark: 'bar', x: 'name', y: 'amount', color: 'other' },
  { mark: 'line', x: 'day', y: 'amount', color: 'other' },
  { mark: 'area', x: 'day', y: 'amount', color: 'other' },
  { mark: 'point', x: 'age', y: 'amount', color: 'other' },
  { mark: 'histogram', x: 'amount', color: 'other' },
  { mark: 'box', x: 'name', y: 'amount' },
  { mark: 'violin', x: 'name', y: 'amount' },
  { mark: 'ridge', x: 'name', y: 'amount' },
  { mark: 'heat', x: 'name', y: 'other', color: 'amount' },
  { mark: 'calendar', x: 'day', color: 'amount' },
  { mark: 'pareto', x: 'name', y: 'amount' },
  { mark: 'regression', x: 'age', y: 'amount', color: 'other' },
  { mark: 'pie', x: 'name', y: 'amount' },
  { mark: 'treemap', x: 'name', inner: 'other' },
  { mark: 'funnel', x: 'name', y: 'amount' },
  { mark: 'waterfall', x: 'name', y: 'amount' },
  { mark: 'bump', x: 'day', color: 'name', y: 'amount' },
  { mark: 'slope', x: { column: 'day', unit: 'month' }, color: 'name', y: 'amount' },
  { mark: 'candlestick', x: 'day', y: 'amount' },
  { mark: 'intervals', start: 'day', end: 'moment', y: 'name', color: 'other' },
  { mark: 'network', source: 'name', target: 'other', y: 'amount' },
  { mark: 'tree', node: 'name', above: 'other', size: 'age' },
  { mark: 'kpi', x: 'day', y: 'amount' },
  { mark: 'table', x: 'name', y: ['amount', { column: 'age', aggregate: 'mean' }] },
  { mark: 'map', region: 'name', y: 'amount' },
  { mark: 'map-points', longitude: 'age', latitude: 'age', size: 'amount' },
];

/**
 * Sheets with a chart of every kind each: of a plain table, and where `isUgly` of each ugly one.
 * @param {import('playwright-core').Page} page
 * @param {{folder: string, look: string, width: number, dark: boolean, isUgly: boolean}} options
 */
export async function shootCharts(page, { folder, look, width, dark, isUgly }) {
  const marks = await page.evaluate(async () => (await window.quire.charts()).map(({ mark }) => mark));
  const missing = marks.filter((mark) => !settings.some((one) => one.mark === mark));
  if (missing.length > 0) throw new Error(`no settings for kinds of chart: ${missing.join(', ')}`);
  await page.evaluate(async (settings) => {
    await window.quire.addCell({ kind: 'sql', name: 'ugly', sql: 'SELECT 1 AS x' });
    for (const one of settings) {
      await window.quire.addCell({ kind: 'chart', name: `a_${one.mark}`, from: 'ugly', ...one });
    }
  }, settings);
  const paper = dark ? '#17181a' : '#f2f2f0';
  const tables = Object.entries(uglyTables).filter(([name]) => isUgly || name === 'plain');
  for (const [table, sql] of tables) {
    const pictures = await page.evaluate(draw, { sql, marks, width, dark });
    const sheet = await page.context().newPage();
    await sheet.setContent(
      `<body style="margin: 12px; display: flex; flex-wrap: wrap; gap: 12px; background: ${paper}">${pictures.join('')}`,
    );
    const path = join(folder, `charts-${table.replaceAll(' ', '-')}-${look}.png`);
    await sheet.screenshot({ path, fullPage: true });
    await sheet.close();
  }
}

/**
 * In the page: pictures of all charts over what a query gives; where there is none, why.
 * @param {{sql: string, marks: string[], width: number, dark: boolean}} options
 */
async function draw({ sql, marks, width, dark }) {
  const { quire } = window;
  await quire.setCell('ugly', { sql });
  const reports = await quire.run();
  const toPicture = async (mark) => {
    const { status, error } = reports.find(({ name }) => name === `a_${mark}`);
    if (status !== 'ok') return `<pre style="color: red">${mark}: ${error?.message ?? status}</pre>`;
    return (await quire.export(`a_${mark}`, 'svg', { width, dark })).text();
  };
  return Promise.all(marks.map(toPicture));
}
