import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { importByConsole, wait } from './person';

const provinces = `省份,金额\n青海省,100\n青海,20\n四川,10\nGansu,5\n内蒙古自治区,8\n火星,1\n火星,2\n`;
const countries = `country,people\nChina,1411\nINDIA,1428\nUS,335\nSingapore,6\nAtlantis,1\n`;

interface Spec {
  readonly kind: 'chart';
  readonly name: string;
  readonly from: string;
  readonly mark: string;
  readonly [setting: string]: unknown;
}

async function addChart(page: Page, spec: Spec): Promise<void> {
  await page.evaluate(async (given) => {
    const { quire } = window as unknown as {
      quire: { addCell(spec: unknown): Promise<string>; run(): Promise<unknown> };
    };
    await quire.addCell(given);
    await quire.run();
  }, spec);
}

const toPicture = (page: Page, name: string) => page.locator(`[data-cell=${name}] .chart-svg`);

/** Points at the middle of the region that has a colour. */
async function pointAt(page: Page, name: string, color: string): Promise<void> {
  const path = toPicture(page, name).locator(`path[fill="${color}"]`).first();
  await path.scrollIntoViewIfNeeded();
  const box = (await path.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

test('China’s provinces are filled by a table that names them in several ways', async () => {
  const { page } = await openPage({ locale: 'zh-CN' });
  await importByConsole(page, { name: 'sales.csv', content: provinces });
  await addChart(page, {
    kind: 'chart',
    name: 'shown',
    from: 'sales',
    mark: 'map',
    region: '省份',
    color: '金额',
  });
  const picture = toPicture(page, 'shown');
  await expect.poll(() => picture.getAttribute('aria-label'), wait).toContain('最大的是青海（120）');
  await expect.poll(() => picture.textContent(), wait).toContain('地图上找不到：“火星”（2 行）；共 2 行。');
  await pointAt(page, 'shown', '#132a6b');
  await expect.poll(() => page.locator('.plate-tip').textContent(), wait).toContain('青海');
  expect(await page.locator('.plate-tip').textContent()).toContain('120');
});

test('countries are filled, and can be gone through by keys', async () => {
  const { page } = await openPage({ width: 390, dark: true });
  await importByConsole(page, { name: 'world.csv', content: countries });
  await addChart(page, {
    kind: 'chart',
    name: 'shown',
    from: 'world',
    mark: 'map',
    region: 'country',
    color: 'people',
  });
  const picture = toPicture(page, 'shown');
  await expect.poll(() => picture.getAttribute('aria-label'), wait).toContain('the most is India (1,428)');
  await expect.poll(() => picture.textContent(), wait).toContain('Not found on the map: “Atlantis” (1)');
  await page.locator('[data-cell=shown] .plate-stage').focus();
  await page.keyboard.press('End');
  await expect.poll(() => page.locator('.plate-tip').count(), wait).toBe(1);
  expect(await page.locator('.plate-tip').textContent()).not.toBe('');
});
