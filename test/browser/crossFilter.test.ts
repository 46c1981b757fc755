import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { expectFocus, expectSeen, importByConsole, queryRows, wait } from './person';

/** Orders of three cities, with two ways to pay: the same for every run. */
function toOrders(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const amount = (at * 37) % 1000;
    return [
      at + 1,
      ['Berlin', 'Paris', '上海'][at % 3],
      ['card', 'cash'][at % 2],
      amount,
      2018 + (at % 6),
    ].join();
  });
  return `id,city,payment,amount,year\n${lines.join('\n')}\n`;
}

const cells = [
  { id: 'cities', kind: 'chart', from: 'orders', mark: 'bar', x: 'city' },
  { id: 'spread', kind: 'chart', from: 'orders', mark: 'box', x: 'city', y: 'amount' },
  { id: 'points', kind: 'chart', from: 'orders', mark: 'point', x: 'year', y: 'amount', color: 'payment' },
  { id: 'dear', kind: 'sql', sql: 'SELECT * FROM orders WHERE amount >= 500' },
  {
    id: 'backwards',
    kind: 'steps',
    from: 'orders',
    steps: [{ step: 'sort', order: [{ column: 'id', direction: 'down' }] }],
  },
  { id: 'counted', kind: 'sql', sql: 'SELECT city, count(*) AS n FROM orders GROUP BY city' },
];

interface Api {
  open(workbook: object): Promise<void>;
  run(): Promise<unknown>;
}

async function openOrders(page: Page): Promise<void> {
  await importByConsole(page, { name: 'orders.csv', content: toOrders(900) });
  await page.evaluate(async (specs) => {
    const { quire } = window as unknown as { quire: Api };
    const places = [
      ['cities', 0, 0, 6, 8],
      ['spread', 6, 0, 6, 8],
      ['points', 0, 8, 6, 8],
      ['dear', 6, 8, 6, 8],
      ['backwards', 0, 16, 6, 8],
      ['counted', 6, 16, 6, 8],
    ] as const;
    const tiles = places.map(([cell, x, y, w, h]) => ({ cell, x, y, w, h }));
    await quire.open({
      quire: 1,
      title: 'Orders',
      cells: specs.map((spec) => ({ name: spec.id, ...spec })),
      dashboard: { pages: [{ id: 'one', title: '', filters: [], tiles }] },
    });
    await quire.run();
  }, cells);
}

async function showDashboard(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Dashboard' }).click();
  for (const name of ['cities', 'spread', 'points']) await toStage(page, name);
}

async function toStage(page: Page, name: string): Promise<Locator> {
  const stage = page.locator(`:is([data-tile=${name}], [data-cell=${name}]) .plate-stage`);
  await stage.scrollIntoViewIfNeeded();
  await expectSeen(stage.locator('svg.chart-svg'));
  return stage;
}

const partOf = (page: Page, name: string) =>
  page.locator(`:is([data-tile=${name}], [data-cell=${name}]) .rows-part`).allInnerTexts();
const chipsOf = (page: Page, name: string) =>
  page.locator(`:is([data-tile=${name}], [data-cell=${name}]) .chart-chip bdi`).allInnerTexts();
const gridOf = (page: Page, name: string) => page.getByRole('grid', { name: `Result of ${name}` });

async function count(page: Page, where: string): Promise<string> {
  const [[found]] = (await queryRows(page, `SELECT count(*) FROM orders WHERE ${where}`)) as [[number]];
  return String(found);
}

/** Draws across a part of a picture, in shares of it. */
async function drawAcross(page: Page, stage: Locator, from: number, to: number): Promise<void> {
  const box = (await stage.boundingBox())!;
  await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.4);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, box.y + box.height * 0.6, { steps: 5 });
  await page.mouse.up();
}

test('tables show the rows that are chosen in a chart, without running, until the chip at them is pressed', async () => {
  const { page } = await openPage({ width: 1280, height: 1000 });
  await openOrders(page);
  await page.getByRole('radio', { name: 'Workbook' }).click();
  const stage = await toStage(page, 'cities');
  const document = () => page.evaluate(() => JSON.stringify(window.quire.workbook()));
  const before = await document();
  // a table follows once it has been seen
  for (const name of ['counted', 'backwards', 'dear']) {
    await page.locator(`[data-cell=${name}]`).scrollIntoViewIfNeeded();
    await expectSeen(gridOf(page, name));
  }
  await stage.scrollIntoViewIfNeeded();
  await stage.focus();
  await expectFocus(stage);
  await page.keyboard.press('Home');
  await expectSeen(page.locator('[data-cell=cities] .plate-tip'));
  await page.keyboard.press(' ');
  const [chip] = await expect
    .poll(() => chipsOf(page, 'cities'), wait)
    .toHaveLength(1)
    .then(() => chipsOf(page, 'cities'));
  const city = chip!.replace('city: ', '');
  await expect
    .poll(() => page.locator('[data-cell=cities] .chosen-said').innerText(), wait)
    .toBe(`Chosen: city: ${city}. 2 other charts and 2 tables show these rows only.`);

  const dear = await count(page, `city = '${city}' AND amount >= 500`);
  await gridOf(page, 'dear').scrollIntoViewIfNeeded();
  await expect
    .poll(() => partOf(page, 'dear'), wait)
    .toEqual([`${dear} of ${await count(page, 'amount >= 500')} rows`]);
  await expect
    .poll(() => gridOf(page, 'dear').getAttribute('aria-rowcount'), wait)
    .toBe(String(Number(dear) + 1));
  await expectSeen(gridOf(page, 'dear').getByRole('gridcell', { name: city }).first());
  expect(await chipsOf(page, 'counted')).toEqual([]);

  // rows stay in their order, and are copied as they are seen
  const last = (await queryRows(page, `SELECT max(id) FROM orders WHERE city = '${city}'`))[0]![0];
  await gridOf(page, 'backwards').scrollIntoViewIfNeeded();
  await expect
    .poll(() => partOf(page, 'backwards'), wait)
    .toEqual([`${await count(page, `city = '${city}'`)} of 900 rows`]);
  await expectSeen(
    gridOf(page, 'backwards')
      .getByRole('gridcell', { name: String(last), exact: true })
      .first(),
  );

  await page.locator('[data-cell=backwards] .chart-chip').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => gridOf(page, 'backwards').getAttribute('aria-rowcount'), wait).toBe('901');
  await expect.poll(() => partOf(page, 'dear'), wait).toEqual([]);
  expect(await chipsOf(page, 'cities')).toEqual([]);
  expect(await document()).toBe(before);
});

test('on a dashboard bars, boxes and points are drawn across and pressed, and its other tiles follow', async () => {
  const { page } = await openPage({ width: 1280, height: 1000 });
  await openOrders(page);
  await showDashboard(page);
  await expectSeen(gridOf(page, 'dear'));

  // across the first two of three bars
  await drawAcross(page, await toStage(page, 'cities'), 0.12, 0.6);
  await expect.poll(() => chipsOf(page, 'cities'), wait).toEqual([expect.stringMatching(/^city: .+, .+$/)]);
  const [two] = await chipsOf(page, 'cities');
  for (const name of ['spread', 'points', 'dear'])
    await expect.poll(() => chipsOf(page, name), wait).toEqual([two]);
  const [a, b] = two!.replace('city: ', '').split(', ');
  const dear = await count(page, `amount >= 500 AND city IN ('${a}', '${b}')`);
  await expect
    .poll(() => partOf(page, 'dear'), wait)
    .toEqual([expect.stringMatching(new RegExp(`^${dear} of`))]);
  await page.keyboard.press('Escape');
  await expect.poll(() => chipsOf(page, 'dear'), wait).toEqual([]);

  // boxes: along their names, whatever of their height is met
  await drawAcross(page, await toStage(page, 'spread'), 0.12, 0.3);
  await expect.poll(() => chipsOf(page, 'spread'), wait).toEqual([expect.stringMatching(/^city: [^,]+$/)]);
  const [one] = await chipsOf(page, 'spread');
  for (const name of ['cities', 'points', 'dear'])
    await expect.poll(() => chipsOf(page, name), wait).toEqual([one]);
  await page.locator('[data-tile=spread] .chart-chip').click();
  await expect.poll(() => chipsOf(page, 'dear'), wait).toEqual([]);

  // a box between the axes of points, and by a key the group that a point is of
  const points = await toStage(page, 'points');
  await drawAcross(page, points, 0.3, 0.7);
  const span = expect.stringMatching(/^year: 20\d\d(\.\d+)? to 20\d\d(\.\d+)? · amount: /);
  for (const name of ['points', 'cities', 'dear'])
    await expect.poll(() => chipsOf(page, name), wait).toEqual([span]);
  await points.focus();
  await page.keyboard.press('Home');
  await expectSeen(page.locator('[data-tile=points] .plate-tip'));
  await page.keyboard.press(' ');
  await expect
    .poll(() => chipsOf(page, 'points'), wait)
    .toEqual([expect.stringMatching(/^payment: (card|cash)$/)]);
  const [paid] = await chipsOf(page, 'points');
  const byPayment = await count(page, `amount >= 500 AND payment = '${paid!.replace('payment: ', '')}'`);
  await expect
    .poll(() => partOf(page, 'dear'), wait)
    .toEqual([expect.stringMatching(new RegExp(`^${byPayment} of`))]);
});

test('charts of a dashboard say what they show, and the palette exports the table of the tile that has the keyboard', async () => {
  const { page } = await openPage({ width: 1280, height: 1000 });
  await openOrders(page);
  await showDashboard(page);
  await expectSeen(
    page.locator('[data-tile=spread]').getByText('Distribution of amount by city', { exact: true }),
  );
  const offers = async () => {
    await page.keyboard.press('Control+k');
    await expectFocus(page.locator('.palette-field'));
    await page.keyboard.insertText('export');
    await expectSeen(page.getByRole('option', { name: 'Export several tables…' }));
    const found = await page.getByRole('option', { name: 'Export the table…' }).count();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.palette-field').count(), wait).toBe(0);
    return found;
  };
  await page.getByRole('heading', { name: 'Orders' }).click();
  expect(await offers()).toBe(0);
  await gridOf(page, 'counted').scrollIntoViewIfNeeded();
  await gridOf(page, 'counted').focus();
  await expectFocus(gridOf(page, 'counted'));
  expect(await offers()).toBe(1);
});
