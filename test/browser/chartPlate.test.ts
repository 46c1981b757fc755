import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './harness';
import type { PageOptions } from './harness';
import { importByConsole, queryRows, wait } from './person';

/** Orders of six cities and three kinds in two years: the same for every run. */
function toOrders(rows: number): string {
  let seed = 1;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const lines = Array.from({ length: rows }, () => {
    const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(random() * 700))).toISOString().slice(0, 10);
    const amount = (random() * 1000).toFixed(2);
    const age = (18 + random() * 60).toFixed(3);
    return [day, pick(['Berlin', 'Paris', '上海']), pick(['new', 'returning']), amount, age].join();
  });
  return `day,city,kind,amount,age\n${lines.join('\n')}\n`;
}

const charts = {
  bars: { mark: 'bar', x: 'city', y: { column: 'amount', aggregate: 'count' }, color: 'kind' },
  trend: { mark: 'line', x: { column: 'day', unit: 'month' }, y: 'amount', color: 'kind' },
  dots: { mark: 'point', x: 'age', y: 'amount', color: 'kind', most: 500 },
};

async function openCharts(
  names: readonly (keyof typeof charts)[],
  options: PageOptions & { rows?: number } = {},
) {
  const { rows = 2000, ...rest } = options;
  const opened = await openPage({ width: 1280, height: 1000, ...rest });
  await importByConsole(opened.page, { name: 'orders.csv', content: toOrders(rows) });
  await opened.page.evaluate(
    async (specs) => {
      for (const spec of specs) await window.quire.addCell({ kind: 'chart', from: 'orders', ...spec });
      await window.quire.run();
    },
    names.map((name) => ({ name, ...charts[name] })),
  );
  return opened;
}

const stageOf = (page: Page, name: string) => page.locator(`[data-cell=${name}] .plate-stage`);

async function shown(stage: Locator): Promise<void> {
  await stage.scrollIntoViewIfNeeded();
  await stage.locator('svg').first().waitFor();
}

const said = (page: Page) => page.locator('.plate > [role=status]').first().innerText();

describe('a chart on the page', () => {
  test('says what it shows, and each mark when a key goes to it', async () => {
    const { page } = await openCharts(['bars']);
    const stage = stageOf(page, 'bars');
    await shown(stage);
    expect(await stage.getAttribute('aria-label')).toMatch(/Bar chart of .* by city: of 3 the largest is/);
    await stage.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => said(page), wait).toMatch(/city: .+; kind: .+; 1 of 6$/s);
    await page.keyboard.press('End');
    await expect.poll(() => said(page), wait).toMatch(/6 of 6$/);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.plate-tip').count(), wait).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.classList.contains('plate-stage'))).toBe(true);
  });

  test('a pointer along a line finds the values of all series at a place', async () => {
    const { page } = await openCharts(['trend']);
    const stage = stageOf(page, 'trend');
    await shown(stage);
    await expect
      .poll(async () => {
        await stage.hover({ position: { x: 400, y: 150 } });
        return page.locator('.plate-tip .plate-line').count();
      }, wait)
      .toBe(3);
    const [month] = await page.locator('.plate-tip .plate-value').allInnerTexts();
    expect(month).toMatch(/20(23|24)/);
    const names = await page.locator('.plate-tip .plate-name').allInnerTexts();
    expect(names.toSorted()).toEqual(['day', 'new', 'returning']);
  });

  test('the rows behind a mark are shown below it, as many as it counts, and can be kept as a query', async () => {
    const { page } = await openCharts(['bars']);
    const stage = stageOf(page, 'bars');
    await shown(stage);
    await stage.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => said(page), wait).toMatch(/1 of 6$/);
    const [, city, kind, count] = /city: (.+?); kind: (\w+);.*?: ([\d,]+); 1 of 6$/.exec(await said(page))!;
    await page.keyboard.press('Enter');
    const head = page.locator('.behind-head [role=status]');
    await expect.poll(() => head.innerText(), wait).toBe(`${count} rows behind`);
    const [[rows]] = (await queryRows(
      page,
      `SELECT count(*) FROM orders WHERE city = '${city}' AND kind = '${kind}'`,
    )) as [[number]];
    expect(Number(count!.replace(',', ''))).toBe(Number(rows));
    await page.getByRole('button', { name: 'Keep as a query' }).click();
    await expect.poll(() => page.locator('[data-cell=bars_rows]').count(), wait).toBe(1);
    const sql = await page.evaluate(
      () => (window.quire.workbook().cells.find(({ name }) => name === 'bars_rows') as { sql?: string }).sql,
    );
    expect(sql).toBe(`SELECT *\nFROM "orders"\nWHERE "city" = '${city}'\n  AND "kind" = '${kind}'`);
  });

  test('one key shows the table that is drawn, and the picture again', async () => {
    const { page } = await openCharts(['bars']);
    const stage = stageOf(page, 'bars');
    await shown(stage);
    await stage.focus();
    await page.keyboard.press('t');
    const grid = page.locator('.chart-table [role=grid]');
    await grid.waitFor();
    await expect.poll(() => grid.evaluate((element) => element.matches(':focus')), wait).toBe(true);
    expect(await grid.getAttribute('aria-rowcount')).toBe('7');
    expect(await stage.isVisible()).toBe(false);
    await page.keyboard.press('t');
    await expect.poll(() => stage.isVisible(), wait).toBe(true);
    await expect.poll(() => stage.evaluate((element) => element.matches(':focus')), wait).toBe(true);
  });

  test('an entry of the legend hides its group, and the others keep their colours', async () => {
    const { page } = await openCharts(['bars']);
    const stage = stageOf(page, 'bars');
    await shown(stage);
    const fills = () =>
      stage
        .locator('svg g[aria-label=rect] > rect')
        .evaluateAll((bars) => [...new Set(bars.map((bar) => bar.getAttribute('fill')))]);
    const before = await fills();
    expect(before).toHaveLength(2);
    const key = page.locator('.plate-keys').getByRole('button').first();
    await key.focus();
    await page.keyboard.press('Enter');
    await expect.poll(fills, wait).toEqual([before[1]]);
    expect(await key.getAttribute('aria-pressed')).toBe('false');
    // the button keeps the keyboard, so that the same key shows it again
    await page.keyboard.press('Enter');
    await expect.poll(fills, wait).toEqual(before);
  });

  test('a region that is drawn around is come closer to, and Escape goes back', async () => {
    const { page } = await openCharts(['dots']);
    const stage = stageOf(page, 'dots');
    await shown(stage);
    const notes = () => stage.locator('svg').first().innerHTML();
    const before = await notes();
    const box = (await stage.boundingBox())!;
    await page.mouse.move(box.x + 300, box.y + 120);
    await page.mouse.down();
    await page.mouse.move(box.x + 380, box.y + 200, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.getByRole('button', { name: 'Show all' }).count(), wait).toBe(1);
    await expect.poll(notes, wait).not.toBe(before);
    await stage.focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('button', { name: 'Show all' }).count(), wait).toBe(0);
    await page.keyboard.press('+');
    await expect.poll(() => page.getByRole('button', { name: 'Show all' }).count(), wait).toBe(1);
  });

  test('in Chinese, narrow and dark, it says so and leaves room for nothing wider than the page', async () => {
    const { page } = await openCharts(['bars', 'trend'], { locale: 'zh-CN', width: 390, dark: true });
    await shown(stageOf(page, 'bars'));
    expect(await stageOf(page, 'bars').getAttribute('aria-label')).toMatch(/柱形图/);
    await expect
      .poll(() => page.locator('[data-cell=bars] .cell-meta').innerText(), wait)
      .toMatch(/由 2,000 行绘成/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('with large letters the picture is laid out in less room and stands larger', async () => {
    const { page } = await openCharts(['bars']);
    const svg = stageOf(page, 'bars').locator('svg').first();
    await shown(stageOf(page, 'bars'));
    await page.evaluate(() => (document.documentElement.style.fontSize = '32px'));
    await page.setViewportSize({ width: 1200, height: 1000 });
    await expect
      .poll(
        () =>
          svg.evaluate((element) => {
            const [, , width] = element.getAttribute('viewBox')!.split(' ').map(Number);
            return Number(element.getAttribute('width')) / width!;
          }),
        wait,
      )
      .toBeCloseTo(2, 1);
  });
});

describe('a picture that leaves', () => {
  const read = (page: Page, format: string, options: Record<string, unknown> = {}) =>
    page.evaluate(
      async ([format, options]) => {
        const blob = await window.quire.export('bars', format, options);
        const image = format === 'png' ? await createImageBitmap(blob) : undefined;
        const pixel = (() => {
          if (!image) return [];
          const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
          pen.drawImage(image, 0, 0);
          return [...pen.getImageData(1, 1, 1, 1).data];
        })();
        return {
          type: blob.type,
          text: format === 'svg' ? await blob.text() : '',
          size: image && [image.width, image.height],
          pixel,
        };
      },
      [format, options] as const,
    );

  test('an SVG stands by itself, whether its chart was on screen or not', async () => {
    const { page } = await openCharts(['bars']);
    await page.evaluate(() => window.quire.setCell('bars', { collapsed: true, title: 'Cities & <kinds>' }));
    const { text, type } = await read(page, 'svg');
    expect(type).toBe('image/svg+xml');
    expect(text).toMatch(/^<svg /);
    expect(text).toContain('Cities &amp; &lt;kinds&gt;');
    expect(text).toContain('上海');
    expect(text).not.toMatch(/var\(|class=|<style|<script|href=|https?:(?!\/\/www\.w3\.org)/);
    expect(text).toContain('#ffffff');
    expect((await read(page, 'svg', { dark: true })).text).toContain('#1a1d22');
  });

  test('a PNG has twice as many points, on paper or on nothing', async () => {
    const { page } = await openCharts(['bars']);
    const { size, pixel, type } = await read(page, 'png', { width: 600 });
    expect(type).toBe('image/png');
    expect(size![0]).toBe(2 * (600 + 24));
    expect(pixel).toEqual([255, 255, 255, 255]);
    expect((await read(page, 'png', { paper: false, scale: 1, width: 600 })).pixel[3]).toBe(0);
    await expect(read(page, 'png', { width: -1 })).rejects.toThrow(/invalid width: -1/);
  });

  test('by the menu on the picture a file is saved, and the settings go to the clipboard as JSON', async () => {
    const { page } = await openCharts(['bars']);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await shown(stageOf(page, 'bars'));
    const menu = page.getByRole('button', { name: 'Picture of bars' });
    await menu.click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as PNG', exact: true }).click();
    expect((await download).suggestedFilename()).toBe('bars.png');
    await menu.click();
    await page.getByRole('menuitem', { name: 'Copy the settings as JSON' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()), wait)
      .toContain('"mark": "bar"');
    await menu.click();
    await page.getByRole('menuitem', { name: 'Copy the picture' }).click();
    await expect
      .poll(
        () =>
          page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => [...types])),
        wait,
      )
      .toContain('image/png');
    await menu.click();
    await page.getByRole('menuitem', { name: 'Patterns besides colours' }).click();
    await expect.poll(() => stageOf(page, 'bars').locator('svg pattern').count(), wait).toBe(1);
  });
});

describe('a picture that has nothing to show', () => {
  test('says why, and a chart that fails says what to do', async () => {
    const { page } = await openCharts(['bars']);
    await page.evaluate(async () => {
      await window.quire.setCell('bars', { where: 'amount > 5000' });
      await window.quire.run();
    });
    await expect
      .poll(() => page.locator('[data-cell=bars] .chart-empty').innerText(), wait)
      .toMatch(/nothing to draw.*No row fits the condition/s);
    await page.evaluate(async () => {
      await window.quire.setCell('bars', { where: null, x: 'nothing_like_it' });
      await window.quire.run();
    });
    await expect
      .poll(() => page.locator('[data-cell=bars] [role=alert]').innerText(), wait)
      .toMatch(/nothing_like_it/);
  });
});
