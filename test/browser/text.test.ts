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

const folder = path.resolve('test/data/markdown');
const ALLOWED =
  /^<(\/?(b|br|del|details|em|hr|i|ins|kbd|mark|s|small|strong|sub|summary|sup|u|h[1-6]|p|code|pre|blockquote|ul|ol|li|table|thead|tbody|tr|th|td)|\/?(a|img|span)( [^>]*)?|h[1-6] data-line="\d+")>$/;

describe('a hostile text', () => {
  test.each(readdirSync(folder))('%s runs, loads and submits nothing', async (name) => {
    const { page } = await openPage();
    const refused: string[] = [];
    await page.exposeFunction('tellRefusal', (directive: string) => refused.push(directive));
    await page.evaluate(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        (window as unknown as { tellRefusal(text: string): void }).tellRefusal(violatedDirective),
      ),
    );
    const html = await show(page, readFileSync(path.join(folder, name), 'utf8'));
    for (const link of await page.locator('.markdown a').all()) {
      expect(await link.getAttribute('href')).toMatch(/^(https?|mailto):/);
      expect(await link.getAttribute('rel')).toContain('noopener');
    }
    for (const image of await page.locator('.markdown img').all())
      expect(await image.getAttribute('src')).toMatch(/^data:image\/gif;base64,/);
    const tags = html.match(/<[^>]*>/g) ?? [];
    expect(tags.filter((tag) => !ALLOWED.test(tag))).toEqual([]);
    expect(await page.locator('.markdown :is([style], [id], [onerror], [onclick], [onload])').count()).toBe(
      0,
    );
    expect(await page.evaluate(() => (window as unknown as { hostile?: string }).hostile)).toBeUndefined();
    expect(refused).toEqual([]);
  });

  test.each([
    ['quotes', '>'.repeat(10_000) + ' x'],
    ['lists', '- '.repeat(5000) + 'x'],
    ['brackets', '['.repeat(20_000) + 'x'],
    ['tags', '<b>'.repeat(10_000) + 'x'],
    ['holes', '{{'.repeat(20_000) + 'x'],
  ])('of thousands of %s is shown, and the page goes on', async (_, markdown) => {
    const { page } = await openPage();
    const began = Date.now();
    await show(page, markdown);
    expect(await page.locator('.markdown').innerText()).toContain('x');
    expect(Date.now() - began).toBeLessThan(15_000);
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
    expect(await text.locator('.unknown').innerText()).toBe('{{nobody}}');
    await change(page, since, { value: '2025-01-02' });
    await expect.poll(() => text.innerText()).toContain('2 Jan 2025');
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
    expect(await field.inputValue()).toBe('**# Two**');
    await field.fill('# Two');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Two' }).waitFor();
    expect(await page.locator('[data-cell="text"]').evaluate((cell) => cell === document.activeElement)).toBe(
      true,
    );
  });
});
