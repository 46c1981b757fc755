import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dist, ensureBuild } from './build.mjs';
import { ensureChromium, launchArgs } from './chromium.mjs';
import { ensurePackages } from './install.mjs';
import { shootCharts } from './pictures/charts.mjs';
import { root } from './run.mjs';
import { serve } from './serve.mjs';

/** Writes the standard set of pictures to shots/, for people to look at. */

const folder = join(root, 'shots');
const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

const looks = [
  { name: 'light', viewport: wide, locale: 'en-GB', colorScheme: 'light' },
  { name: 'dark', viewport: wide, locale: 'en-GB', colorScheme: 'dark' },
  { name: 'zh', viewport: wide, locale: 'zh-CN', colorScheme: 'light' },
  { name: 'zh-dark', viewport: wide, locale: 'zh-CN', colorScheme: 'dark' },
  { name: '390', viewport: narrow, locale: 'en-GB', colorScheme: 'light' },
  { name: '390-zh-dark', viewport: narrow, locale: 'zh-CN', colorScheme: 'dark' },
];

/** In which charts are drawn of ugly tables too. */
const ugly = new Set(['light', '390-zh-dark']);

async function shoot({ name, viewport, locale, colorScheme }) {
  const server = await serve({ root: dist, port: 4400, headers: true });
  const profile = mkdtempSync(join(tmpdir(), 'quire-shots-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: launchArgs,
    viewport,
    locale,
    colorScheme,
  });
  const page = await context.newPage();
  const shot = async (view) => {
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `${view}-${name}.png`) });
  };
  await page.goto(server.url);
  await page.waitForFunction(() => window.quire);
  await page.evaluate(() => window.quire.ready);
  await shot('start');
  await openFiles(page);
  await shot('source');
  for (const [view, open] of Object.entries({ ...views, ...workbookViews })) {
    await open(page);
    await shot(view);
    await page.keyboard.press('Escape');
  }
  await shootCharts(page, {
    folder,
    look: name,
    width: viewport === wide ? 440 : 340,
    dark: colorScheme === 'dark',
    isUgly: ugly.has(name),
  });
  await context.close();
  await server.close();
  rmSync(profile, { recursive: true, force: true });
}

/** The samples, and a small file with a little of everything that can go wrong. */
async function openFiles(page) {
  await page.evaluate(async () => {
    for (const name of ['customers.csv', 'orders.csv', 'tickets.csv']) {
      const answer = await fetch(`samples/${name}`);
      await window.quire.import(new File([await answer.blob()], name));
    }
    const rows = [
      'code,city,price,since',
      '007,北京,12.5,2024-03-05',
      '009,Rome,12.5,2024-03-05,a field too many',
      '008,"上海, 浦东",3150,2023-11-02',
    ];
    await window.quire.import(new File([`${rows.join('\n')}\n`], 'with a long row.csv'));
    await window.quire.removeSource('orders');
  });
  await page.evaluate(() => document.activeElement?.blur());
}

const views = {
  rejected: async (page) => {
    await page.getByRole('button', { name: /^(Rejected|未导入) 1$/ }).click();
  },
  mend: (page) => page.locator('.list-actions button').nth(1).click(),
  import: async (page) => {
    await page.evaluate(() => {
      const rows = Array.from(
        { length: 40 },
        (_, row) => `0${100 + row},0${1 + (row % 9)}/03/2024,北京,${row}.5`,
      );
      const lines = [
        '五月订单,,,',
        'code,day,city,price',
        ...rows,
        '0200,01/03/2024,上海,待定',
        '合计,,,435',
        '',
      ];
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([lines.join('\n')], 'orders of May.csv'));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    });
    await page.locator('.import-panes').waitFor();
  },
  column: async (page) => {
    await openSource(page, 'customers');
    const wideEnough = page.viewportSize().width > 800;
    await page
      .getByRole('columnheader')
      .nth(wideEnough ? 4 : 1)
      .click();
    await page.waitForTimeout(600);
  },
  palette: (page) => openPalette(page),
  privacy: (page) => page.locator('.privacy').click(),
  help: (page) => page.keyboard.press('F1'),
  erase: async (page) => {
    await openPalette(page);
    await page.keyboard.type((await isChinese(page)) ? '清除' : 'erase');
    await page.keyboard.press('Enter');
  },
  sidebar: async (page) => {
    if (page.viewportSize().width > 800) return;
    await page.locator('.bar button').first().click();
  },
};

/** The workbook: its cells, a step that is being written, and what hangs together. They come last, as they leave the source. */
const workbookViews = {
  workbook: async (page) => {
    await page.evaluate(async () => {
      const steps = [
        { step: 'dedupe', columns: ['customer_id'], keep: 'fullest' },
        { step: 'fill', columns: ['age'], with: 'median', by: ['city'] },
        { step: 'fill', columns: ['gone'], with: 'mode', misfit: 'skip' },
        { step: 'mask', columns: ['phone'], as: 'phone' },
      ];
      await window.quire.addCell({ kind: 'text', markdown: '# Customers\n\n{{by_city.city}} leads.' });
      await window.quire.addCell({
        kind: 'input',
        name: 'least',
        control: 'slider',
        min: 0,
        max: 90,
        value: 18,
      });
      await window.quire.addCell({ kind: 'steps', name: 'clean', from: 'customers', steps });
      const sql =
        'SELECT city, count(*) AS n\nFROM clean\nWHERE age >= $least\nGROUP BY city\nORDER BY n DESC';
      await window.quire.addCell({ kind: 'sql', name: 'by_city', sql });
      await window.quire.run();
    });
    await openPalette(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+w');
    await page.locator('[data-cell=clean]').click({ position: { x: 120, y: 14 } });
    await page.waitForTimeout(4000);
  },
  step: async (page) => {
    await page.locator('.steps-list .step-main').nth(1).dblclick();
    await page.waitForTimeout(1500);
  },
  model: async (page) => {
    await openPalette(page);
    await page.keyboard.insertText((await isChinese(page)) ? '数据模型' : 'data model');
    await page.keyboard.press('Enter');
    await page.locator('.model').waitFor();
  },
};

const isChinese = (page) => page.evaluate(() => document.documentElement.lang.startsWith('zh'));

async function openPalette(page) {
  await page.keyboard.press('Control+k');
  await page.locator('[role=combobox]:focus').waitFor();
}

async function openSource(page, name) {
  await openPalette(page);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
}

await ensurePackages();
const { chromium } = await import('playwright-core');
const executablePath = await ensureChromium();
await ensureBuild();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const look of looks) await shoot(look);
console.log(`The pictures are in ${folder}`);
