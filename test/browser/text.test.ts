import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dropFile, openPage } from './harness';

interface Api {
  addCell(spec: object): Promise<string>;
  setCell(id: string, patch: object): Promise<void>;
  run(): Promise<unknown>;
}

async function add(page: Page, spec: object): Promise<string> {
  return page.evaluate((spec) => (window as unknown as { quire: Api }).quire.addCell(spec), spec);
}

async function change(page: Page, id: string, patch: object): Promise<void> {
  await page.evaluate(([id, patch]) => (window as unknown as { quire: Api }).quire.setCell(id, patch), [
    id,
    patch,
  ] as const);
}

async function show(page: Page, markdown: string): Promise<string> {
  await add(page, { kind: 'text', markdown });
  await page.locator('.markdown').last().waitFor();
  return page.locator('.markdown').last().innerHTML();
}

/** The same in place of what was shown before. */
async function showAlone(page: Page, markdown: string): Promise<string> {
  await page.evaluate(async () => {
    for (const { id } of window.quire.workbook().cells) await window.quire.removeCell(id);
  });
  await page.locator('.markdown').waitFor({ state: 'detached' });
  return show(page, markdown);
}

const folder = path.resolve('test/data/markdown');
const ALLOWED =
  /^<(\/?(b|br|del|details|em|hr|i|ins|kbd|mark|s|small|strong|sub|summary|sup|u|h[1-6]|p|code|pre|blockquote|ul|ol|li|table|thead|tbody|tr|th|td)|\/?(a|img|span)( [^>]*)?|h[1-6] data-line="\d+")>$/;

describe('a hostile text', () => {
  test('runs, loads and submits nothing', async () => {
    const { page } = await openPage();
    const refused: string[] = [];
    await page.exposeFunction('tellRefusal', (directive: string) => refused.push(directive));
    await page.evaluate(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        (window as unknown as { tellRefusal(text: string): void }).tellRefusal(violatedDirective),
      ),
    );
    for (const name of readdirSync(folder)) {
      const html = await showAlone(page, readFileSync(path.join(folder, name), 'utf8'));
      const shown = page.locator('.markdown').last();
      for (const link of await shown.locator('a').all()) {
        expect(await link.getAttribute('href'), name).toMatch(/^(https?|mailto):/);
        expect(await link.getAttribute('rel'), name).toContain('noopener');
      }
      for (const image of await shown.locator('img').all())
        expect(await image.getAttribute('src'), name).toMatch(/^data:image\/gif;base64,/);
      const tags = html.match(/<[^>]*>/g) ?? [];
      expect(
        tags.filter((tag) => !ALLOWED.test(tag)),
        name,
      ).toEqual([]);
      expect(await shown.locator(':is([style], [id], [onerror], [onclick], [onload])').count(), name).toBe(0);
      expect(
        await page.evaluate(() => (window as unknown as { hostile?: string }).hostile),
        name,
      ).toBeUndefined();
      expect(refused, name).toEqual([]);
    }
  });

  test('of thousands of marks is shown, and the page goes on', async () => {
    const { page } = await openPage();
    for (const markdown of [
      '>'.repeat(10_000) + ' x',
      '- '.repeat(5000) + 'x',
      '['.repeat(20_000) + 'x',
      '<b>'.repeat(10_000) + 'x',
      '{{'.repeat(20_000) + 'x',
    ]) {
      await showAlone(page, markdown);
      const shown = page.locator('.markdown').last();
      await expect.poll(() => shown.innerText(), { message: markdown.slice(0, 5) }).toContain('x');
    }
  });
});

describe('a text', () => {
  test('shows values of inputs and of tables, in the words of the language', async () => {
    const { page } = await openPage();
    await dropFile(page, 'orders.csv', 'city,amount\n<b>Rome</b>,1234.5\nOslo,20\n');
    await page.getByRole('grid').waitFor();
    const since = await add(page, { kind: 'input', name: 'since', control: 'date', value: '2024-03-14' });
    await add(page, {
      kind: 'sql',
      name: 'total',
      sql: 'SELECT sum(amount) * 1000 AS all_of_it FROM orders',
    });
    await show(page, '{{since}}: {{total}} in {{orders.city}}, {{nobody}}, {{orders.amount | 0.00}}');
    const text = page.locator('.markdown');
    await expect
      .poll(() => text.innerText())
      .toBe('14 Mar 2024: 1,254,500 in <b>Rome</b>, {{nobody}}, 1,234.50');
    await expect.poll(() => text.locator('.unknown').innerText()).toBe('{{nobody}}');
    await change(page, since, { value: '2025-01-02' });
    await expect.poll(() => text.innerText()).toContain('2 Jan 2025');
  });

  test('of tens of thousands of marks is shown as it is written, and stops nothing', async () => {
    const { page } = await openPage();
    await page.evaluate(() => window.quire.addCell({ kind: 'text', markdown: '_a'.repeat(40_000) }));
    const shown = page.locator('.markdown.plain');
    await page.getByText('too entangled to be laid out').waitFor();
    expect(await shown.textContent()).toContain('_a'.repeat(40_000));
  });

  test('is written after Enter, and laid out after Escape', async () => {
    const { page } = await openPage();
    await show(page, 'one');
    await page.locator('[data-cell="text"]').focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'Markdown' });
    await field.fill('# Two');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+b');
    await expect.poll(() => field.inputValue()).toBe('**# Two**');
    await field.fill('# Two');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Two' }).waitFor();
    const cell = page.locator('[data-cell="text"]');
    await expect.poll(() => cell.evaluate((cell) => cell === document.activeElement)).toBe(true);
  });
});
