import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';
import { wait } from '../person';

/** What native DuckDB answers over the same files, by SQL that was written by hand; `npm run answers` in bench/ writes it. */
export function readAnswer<T>(template: string): T {
  return JSON.parse(readFileSync(`test/data/templates/${template}.json`, 'utf8')) as T;
}

/** Goes from the start page to a finished workbook, over the tables of the sample company, as a person does. */
export async function makeFromSamples(
  page: Page,
  title: string,
  words = { samples: 'Use the sample company', make: 'Make the workbook' },
): Promise<void> {
  await page.getByRole('button', { name: title }).click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: words.samples }).click();
  await dialog.getByRole('button', { name: words.make, disabled: false }).click(wait);
  await dialog.waitFor({ ...wait, state: 'hidden' });
  await page.getByRole('heading', { level: 1 }).waitFor(wait);
}

/** Runs all, and expects that nothing failed. */
export async function expectAllDone(page: Page): Promise<void> {
  const reports = await page.evaluate(() => window.quire.run());
  expect(reports.filter(({ status }) => status !== 'ok')).toEqual([]);
}

/** The columns of a cell's first row, by name. */
export async function readFigures(page: Page, name: string): Promise<Record<string, unknown>> {
  const { columns, rows } = await page.evaluate((name) => window.quire.result(name, { limit: 1 }), name);
  return Object.fromEntries(columns.map((column, at) => [column.name, rows[0]?.[at]]));
}

/** The report as a web page, from its button. */
export async function saveReport(page: Page, words = { face: 'Report', save: 'Web page' }): Promise<string> {
  await page.getByRole('radio', { name: words.face, exact: true }).click();
  const button = page.getByRole('button', { name: words.save, exact: true });
  await button.waitFor(wait);
  const saving: Promise<Download> = page.waitForEvent('download');
  await button.click();
  return readFileSync(await (await saving).path(), 'utf8');
}
