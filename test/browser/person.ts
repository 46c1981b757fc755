import type { JSHandle, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ResultRows, SourceInfo } from '../../src/app/console';
import type { ImportOptions } from '../../src/import/options';

/** What a person does with the page, and what they see of it. */

export interface FileSpec {
  name: string;
  content: string | Uint8Array;
}

/** Runs ahead of Quire: as in browsers that cannot write into a person's own files. */
export function withoutPicker(): void {
  Object.defineProperty(window, 'showSaveFilePicker', { value: undefined });
}

/** A file in the page, as one that a person has on their disk. */
export function createFile(page: Page, { name, content }: FileSpec): Promise<JSHandle<File>> {
  const base64 = Buffer.from(content).toString('base64');
  return page.evaluateHandle(
    ({ name, base64 }) => new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name),
    { name, base64 },
  );
}

/** Drops files on the middle of the page, all at once. */
export async function dropFiles(page: Page, files: readonly JSHandle<File>[]): Promise<void> {
  await page.evaluate(
    (files) => {
      const dataTransfer = new DataTransfer();
      for (const file of files) dataTransfer.items.add(file);
      const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
      const at = { clientX: innerWidth / 2, clientY: innerHeight / 2 };
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...at }));
      }
    },
    [...files],
  );
}

export async function drop(page: Page, ...specs: FileSpec[]): Promise<void> {
  await dropFiles(page, await Promise.all(specs.map((spec) => createFile(page, spec))));
}

/** Imports as a script does: doubts are settled by the likeliest answer, without a dialog. */
export async function importByConsole(
  page: Page,
  { name, content }: FileSpec,
  options: ImportOptions = {},
): Promise<[SourceInfo, ...SourceInfo[]]> {
  const base64 = Buffer.from(content).toString('base64');
  return page.evaluate(
    async ([name, base64, options]) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      return (await window.quire.import(new File([bytes], name), options)) as [SourceInfo];
    },
    [name, base64, options] as const,
  );
}

/** Drops a file and waits until it is a source on screen. */
export async function importByDrop(page: Page, spec: FileSpec): Promise<SourceInfo> {
  const before = (await findSources(page)).map(({ name }) => name);
  await drop(page, spec);
  await expect.poll(async () => (await findSources(page)).length, wait).toBe(before.length + 1);
  const source = (await findSources(page)).find(({ name }) => !before.includes(name))!;
  await expect.poll(() => findHeading(page), wait).toBe(source.name);
  return source;
}

/** Imports through `window.quire`, where the way in is not what is tested. */
export async function importFile(page: Page, { name, content }: FileSpec): Promise<SourceInfo> {
  const file = await createFile(page, { name, content });
  return page.evaluate(async (file) => (await window.quire.import(file))[0]!, file);
}

export function findSources(page: Page): Promise<SourceInfo[]> {
  return page.evaluate(() => window.quire.sources());
}

/** The rows of a query. */
export async function queryRows(page: Page, sql: string): Promise<ResultRows['rows']> {
  return (await page.evaluate((sql) => window.quire.query(sql), sql)).rows;
}

export interface Caught {
  name: string;
  message: string;
  code?: string;
  sql?: string;
  position?: number;
  params?: Record<string, string | number>;
}

/** How a query fails. An error loses its fields on the way out of the page, so they are taken off it there. */
export function queryProblem(page: Page, sql: string): Promise<Caught> {
  return page.evaluate(
    (sql) =>
      window.quire.query(sql).then(
        () => ({ name: 'none', message: 'the query was answered' }),
        ({ name, message, code, sql, position, params }: Caught) => ({
          name,
          message,
          code,
          sql,
          position,
          params,
        }),
      ) as Promise<Caught>,
    sql,
  );
}

export async function findHeading(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).allTextContents()).join(' | ');
}

/** The rows of the grid that are on screen, as a person reads them. */
export async function readGrid(page: Page, label: string): Promise<string[][]> {
  const grid = page.getByRole('grid', { name: label, exact: true });
  if ((await grid.count()) === 0 || (await grid.getAttribute('aria-busy')) === 'true') return [];
  return grid.evaluate((grid) => {
    const rank = (element: Element, name: string) => Number(element.getAttribute(name));
    const seen = (role: string, within: Element, by: string) =>
      [...within.querySelectorAll<HTMLElement>(`[role=${role}]`)]
        .filter((element) => !element.hidden && element.closest('[role=rowgroup]'))
        .sort((a, b) => rank(a, by) - rank(b, by));
    return seen('row', grid, 'aria-rowindex').map((row) =>
      seen('gridcell', row, 'aria-colindex').map((cell) => cell.textContent),
    );
  });
}

/** Waits until the grid shows exactly these rows. */
export async function expectGrid(page: Page, label: string, rows: string[][]): Promise<void> {
  await expect.poll(() => readGrid(page, label), wait).toEqual(rows);
}

export function findSidebar(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Sources' });
}

export async function openSource(page: Page, name: string): Promise<void> {
  await findSidebar(page).getByRole('button', { name, exact: true }).click();
  await expect.poll(() => findHeading(page), wait).toBe(name);
}

export async function chooseFromMenu(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** What is done to sources that were removed, which stand in a list of their own. */
const ofRemoved = ['Bring back', 'Delete for good'];

/** An action of a source, whose menu is seen once the pointer is on its line in the sidebar. */
export async function chooseAction(page: Page, source: string, item: string): Promise<void> {
  const menu = page.getByRole('button', { name: `Actions for ${source}`, exact: true });
  // not the line in the other list, which is about to go
  const kind = ofRemoved.includes(item) ? '.item.removed' : '.item:not(.removed)';
  const line = page.locator(kind).filter({ has: menu });
  await line.hover();
  await line.getByRole('button', { name: `Actions for ${source}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

export async function expectSeen(locator: Locator): Promise<void> {
  await expect.poll(() => locator.isVisible(), wait).toBe(true);
}

/** Waits until a part of the page, or a field of it, has the keyboard: keys that are pressed before go elsewhere. */
export async function expectFocus(locator: Locator): Promise<void> {
  const hasFocus = () =>
    locator.evaluateAll((found) => found.some((element) => element.contains(document.activeElement)));
  await expect.poll(hasFocus, wait).toBe(true);
}

/** Waits for what the page tells in passing. */
export async function expectNotice(page: Page, text: string | RegExp): Promise<void> {
  await expectSeen(page.locator('.notice').filter({ hasText: text }).first());
}

/**
 * Runs a command by its name in the palette. Chromium drops keys in the moment after a dialog has gone and before anything else has
 * the keyboard, which no person meets: the key is pressed again where nothing came of it.
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  const field = page.locator('.palette-field');
  const open = async () => {
    if ((await field.count()) === 0) await page.keyboard.press('Control+k');
    return field.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(open, wait).toBe(true);
  await field.fill(title);
  await page.getByRole('option', { name: title, selected: true }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Begins a step that is found by its name, or by another word for it, and gives its form. */
export async function beginStep(page: Page, cell: string, name: string, found = name): Promise<Locator> {
  const panel = page.getByRole('group', { name: `Steps of ${cell}` });
  await panel.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('combobox', { name: /Find a step/ }).fill(found);
  await page.getByRole('option', { name, selected: true }).first().waitFor();
  await page.keyboard.press('Enter');
  return page.getByRole('form', { name });
}

/** Long enough for any machine: it is waited for so long only where something is wrong. */
export const wait = { timeout: 60_000, interval: 50 };
