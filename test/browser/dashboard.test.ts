import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, waitReady } from './harness';
import { expectFocus, expectSeen, importByConsole, runCommand, wait } from './person';

interface Api {
  addCell(spec: object): Promise<string>;
  open(workbook: object): Promise<void>;
  run(): Promise<unknown>;
  workbook(): { dashboard?: { pages: { tiles: { cell: string }[] }[] } };
}

const orders = { name: 'orders.csv', content: 'city,amount\nRome,10\nOslo,20\nRome,30\nBonn,40\n' };

/** Where each tile is on the screen, as its columns and rows say. */
function findPlaces(page: Page): Promise<Record<string, string>> {
  return page.locator('.tile').evaluateAll((tiles) =>
    Object.fromEntries(
      tiles.map((tile) => {
        const { style } = tile as HTMLElement;
        const read = (name: string) => style.getPropertyValue(name);
        return [
          (tile as HTMLElement).dataset['tile']!,
          `${read('--x')},${read('--y')} ${read('--w')}x${read('--h')}`,
        ];
      }),
    ),
  );
}

test('readers see no code and set inputs; tiles are moved, sized, added and taken back by keys and mouse, and stay so', async () => {
  const { page } = await openPage({ width: 1440, height: 900, storage: 'dashboard' });
  await importByConsole(page, orders);
  await page.evaluate(async () => {
    const { quire } = window as unknown as { quire: Api };
    await quire.addCell({ kind: 'text', markdown: '# Review\n\n{{n.n}} orders.' });
    await quire.addCell({ kind: 'input', name: 'least', control: 'number', value: 0 });
    await quire.addCell({
      kind: 'sql',
      name: 'n',
      sql: 'SELECT count(*) AS n FROM orders WHERE amount >= $least',
    });
    await quire.addCell({
      kind: 'chart',
      name: 'cities',
      from: 'orders',
      mark: 'bar',
      x: 'city',
      y: 'amount',
    });
    await quire.addCell({ kind: 'chart', name: 'amounts', from: 'orders', mark: 'histogram', x: 'amount' });
  });
  await page.getByRole('radio', { name: 'Workbook' }).focus();
  await page.keyboard.press('ArrowRight');
  await expectFocus(page.getByRole('radio', { name: 'Dashboard', checked: true }));
  const text = page.locator('[data-tile=text]');
  await expect.poll(() => text.innerText(), wait).toContain('4 orders.');
  await expectSeen(page.locator('[data-tile=cities] svg.chart-svg'));
  expect(await page.locator('main').innerText()).not.toMatch(/SELECT|\$least/);
  expect(new URL(page.url()).hash).toBe('#dashboard');

  await page.getByRole('spinbutton', { name: 'least' }).fill('25');
  await page.keyboard.press('Enter');
  await expect.poll(() => text.innerText(), wait).toContain('2 orders.');

  await page.getByRole('button', { name: 'Arrange' }).click();
  const cities = page.locator('[data-tile=cities]');
  await cities.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => findPlaces(page), wait).toMatchObject({ cities: '7,4 6x9', amounts: '1,4 6x9' });
  await expectFocus(cities);
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => findPlaces(page), wait).toMatchObject({ cities: '7,4 6x8' });
  await expectSeen(page.getByText('cities: column 7, row 4, 6 wide, 8 high', { exact: true }));
  await expectFocus(cities);

  const amounts = (await page.locator('[data-tile=amounts]').boundingBox())!;
  await page.mouse.move(amounts.x + 40, amounts.y + 200);
  await page.mouse.down();
  await page.mouse.move(amounts.x + 700, amounts.y + 210, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => findPlaces(page), wait).toMatchObject({ cities: '1,4 6x8', amounts: '7,4 6x9' });
  await expectFocus(page.locator('[data-tile=amounts]'));
  await page.keyboard.press('Control+z');
  await expect.poll(() => findPlaces(page), wait).toMatchObject({ cities: '7,4 6x8', amounts: '1,4 6x9' });

  await page.getByRole('button', { name: 'Cells that are not on this page' }).click();
  await page.getByRole('button', { name: /^n\b/ }).click();
  await expect.poll(() => findPlaces(page), wait).toMatchObject({ n: '1,13 6x9' });
  await page.keyboard.press('Escape');
  await page.locator('[data-tile=text]').focus();
  await page.keyboard.press('Delete');
  await expect
    .poll(() => findPlaces(page), wait)
    .toEqual({ amounts: '1,1 6x9', cities: '7,1 6x8', n: '1,10 6x9' });
  await expectFocus(page.locator('[data-tile=amounts]'));
  await page.keyboard.press('Enter');
  const title = page.getByRole('textbox', { name: 'Title of amounts' });
  await expectFocus(title);
  await title.fill('How much');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Done' }).click();
  await expectSeen(page.getByRole('heading', { name: 'How much' }));

  await page.reload();
  await waitReady(page);
  await expect
    .poll(() => findPlaces(page), wait)
    .toEqual({ amounts: '1,1 6x9', cities: '7,1 6x8', n: '1,10 6x9' });
  await expectSeen(page.getByRole('heading', { name: 'How much' }));
  await expectSeen(page.getByRole('grid', { name: 'Result of n' }));
});

test('on a phone tiles stand one below another, what failed says so kindly, and pages are presented one at a time', async () => {
  const { page } = await openPage({ width: 390, height: 800, locale: 'zh-CN' });
  await importByConsole(page, orders);
  await page.evaluate(async () => {
    const { quire } = window as unknown as { quire: Api };
    const cell = (id: string, settings: object) => ({ id, name: id, ...settings });
    const tile = (cell: string, x: number, y: number) => ({ cell, x, y, w: 6, h: 6 });
    await quire.open({
      quire: 1,
      title: '月报',
      cells: [
        cell('wrong', { kind: 'sql', sql: 'SELECT nothing FROM orders' }),
        cell('right', { kind: 'sql', sql: 'SELECT 7 AS seven' }),
        cell('bars', { kind: 'chart', from: 'orders', mark: 'bar', x: 'city' }),
        { id: 'words', kind: 'text', markdown: '第二页的文字' },
      ],
      dashboard: {
        pages: [
          {
            id: 'one',
            title: '概览',
            filters: [],
            tiles: [tile('bars', 6, 0), tile('right', 0, 6), tile('wrong', 0, 0)],
          },
          { id: 'two', title: '', filters: [], tiles: [tile('words', 0, 0)] },
        ],
      },
    });
  });
  await page.getByRole('radio', { name: '仪表板' }).click();
  await page.getByRole('button', { name: '运行', exact: true }).last().click();
  await expectSeen(page.locator('[data-tile=wrong]').getByText('这部分未能算出结果。'));
  await expectSeen(page.locator('[data-tile=bars] svg.chart-svg'));
  const tops = () =>
    page.locator('.tile').evaluateAll((tiles) => tiles.map((tile) => (tile as HTMLElement).dataset['tile']));
  expect(await tops()).toEqual(['wrong', 'bars', 'right']);
  const boxes = await page
    .locator('.tile')
    .evaluateAll((tiles) =>
      tiles.map((tile) => tile.getBoundingClientRect()).map(({ left, width, top }) => ({ left, width, top })),
    );
  expect(new Set(boxes.map(({ left, width }) => `${left} ${width}`)).size).toBe(1);
  expect(boxes.map(({ top }) => top)).toEqual(boxes.map(({ top }) => top).toSorted((a, b) => a - b));

  await runCommand(page, '演示仪表板');
  await expectSeen(page.getByText('第 1 页，共 2 页'));
  await page.keyboard.press('ArrowRight');
  await expectSeen(page.getByText('第二页的文字'));
  await expectSeen(page.getByText('第 2 页，共 2 页'));
  await page.keyboard.press('Escape');
  await expectSeen(page.getByRole('button', { name: '编排' }));

  await page.getByRole('tab', { name: '概览' }).click();
  await page.locator('[data-tile=wrong]').getByRole('button', { name: '在工作簿中查看' }).click();
  await expectSeen(page.locator('.cell.selected[data-cell=wrong]'));
});
