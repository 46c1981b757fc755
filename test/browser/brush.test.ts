import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { expectFocus, importByConsole, queryRows, wait } from './person';

/** Orders of three cities in two years: the same for every run. */
function toOrders(rows: number): string {
  let seed = 1;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const lines = Array.from({ length: rows }, () => {
    const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(random() * 700))).toISOString().slice(0, 10);
    return [day, ['Berlin', 'Paris', '上海'][Math.floor(random() * 3)], (random() * 1000).toFixed(2)].join();
  });
  return `day,city,amount\n${lines.join('\n')}\n`;
}

const cells = [
  { kind: 'chart', name: 'cities', from: 'orders', mark: 'bar', x: 'city' },
  {
    kind: 'chart',
    name: 'months',
    from: 'orders',
    mark: 'line',
    x: { column: 'day', unit: 'month' },
    y: 'amount',
  },
  { kind: 'sql', name: 'view', sql: 'SELECT * FROM orders', collapsed: true },
  { kind: 'chart', name: 'amounts', from: 'view', mark: 'histogram', x: 'amount' },
  {
    kind: 'chart',
    name: 'middles',
    from: 'orders',
    mark: 'bar',
    x: 'city',
    y: { column: 'amount', aggregate: 'median' },
  },
  { kind: 'chart', name: 'elsewhere', from: 'others', mark: 'bar', x: 'city' },
];

const stageOf = (page: Page, name: string) => page.locator(`[data-cell=${name}] .plate-stage`);
const chipsOf = (page: Page, name: string) =>
  page.locator(`[data-cell=${name}] .chart-chip bdi`).allInnerTexts();
const readChips = async (page: Page) =>
  Object.fromEntries(
    await Promise.all(
      ['cities', 'months', 'amounts', 'middles', 'elsewhere'].map(async (name) => [
        name,
        await chipsOf(page, name),
      ]),
    ),
  ) as Record<string, string[]>;

async function goTo(page: Page, name: string): Promise<void> {
  const stage = stageOf(page, name);
  await stage.scrollIntoViewIfNeeded();
  await stage.locator('svg').first().waitFor();
  await stage.focus();
  await expectFocus(stage);
}

/** What is said of the mark that keys have gone to. */
const said = (page: Page, name: string) =>
  page.locator(`[data-cell=${name}] .plate > [role=status]`).first().innerText();

test('what is chosen in a chart is what the others of its table show, until it is let go of', async () => {
  const { page } = await openPage({ width: 1280, height: 1000 });
  await importByConsole(page, { name: 'orders.csv', content: toOrders(3000) });
  await importByConsole(page, { name: 'others.csv', content: toOrders(100) });
  await page.evaluate(async (specs) => {
    for (const spec of specs) await window.quire.addCell({ height: 160, ...spec });
    await window.quire.run();
  }, cells);
  for (const name of ['cities', 'months', 'amounts', 'middles', 'elsewhere']) await goTo(page, name);
  const document = () => page.evaluate(() => JSON.stringify(window.quire.workbook()));
  const before = await document();

  // by keys, and the others show these rows only
  await goTo(page, 'cities');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => said(page, 'cities'), wait).toMatch(/1 of 3$/);
  const city = /city: (.+?);/.exec(await said(page, 'cities'))![1]!;
  await page.keyboard.press(' ');
  const only = [`city: ${city}`];
  await expect
    .poll(() => readChips(page), wait)
    .toEqual({ cities: only, months: only, amounts: only, middles: only, elsewhere: [] });
  await expect
    .poll(() => page.locator('[data-cell=cities] .chosen-said').innerText(), wait)
    .toBe(`Chosen: city: ${city}. 3 other charts and 1 table show these rows only.`);
  const [[count]] = (await queryRows(
    page,
    `SELECT count(*) FROM orders WHERE city = '${city}' AND amount < 50`,
  )) as [[number]];
  await goTo(page, 'amounts');
  await page.keyboard.press('Home');
  await expect
    .poll(() => said(page, 'amounts'), wait)
    .toMatch(new RegExp(`amount: 0 to 50; Rows: ${count};`));

  // more of them, and by Escape none
  await goTo(page, 'cities');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => said(page, 'cities'), wait).toMatch(/1 of 3$/);
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => said(page, 'cities'), wait).toMatch(/2 of 3$/);
  await expect.poll(() => chipsOf(page, 'months'), wait).toEqual([expect.stringMatching(/^city: .+, .+$/)]);
  await page.keyboard.press('Escape');
  await expect.poll(() => said(page, 'cities'), wait).toBe('');
  await page.keyboard.press('Escape');
  await expect.poll(async () => Object.values(await readChips(page)).flat(), wait).toEqual([]);

  // drawn across with a mouse, and let go of by the chip of another chart
  const stage = stageOf(page, 'months');
  await stage.scrollIntoViewIfNeeded();
  const box = (await stage.boundingBox())!;
  await page.mouse.move(box.x + 200, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, box.y + 80, { steps: 5 });
  const span = [expect.stringMatching(/^day: \w+ 2023 to \w+ 202[34]$/)];
  await expect
    .poll(() => readChips(page), wait)
    .toEqual({ cities: span, months: span, amounts: span, middles: span, elsewhere: [] });
  // how much of the page lies above it has changed, and it has stayed where it was
  expect((await stage.boundingBox())!.y).toBeCloseTo(box.y, 0);
  await page.mouse.up();
  // all that there is stands faintly behind
  await expect.poll(() => stageOf(page, 'cities').locator('svg g[aria-label=rect]').count(), wait).toBe(2);
  await page.locator('[data-cell=cities] .chart-chip').click();
  await expect.poll(async () => Object.values(await readChips(page)).flat(), wait).toEqual([]);
  await expect.poll(() => stageOf(page, 'cities').locator('svg g[aria-label=rect]').count(), wait).toBe(1);
  expect(await document()).toBe(before);
});
