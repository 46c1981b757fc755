import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, waitReady } from './harness';
import { createFile, dropFiles, findSources, importFile, queryRows, wait } from './person';

/** What is done to cells by pointer and by key. */

async function addAll(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    await page.evaluate((name) => window.quire.addCell({ kind: 'sql', name, sql: 'select 1 as x' }), name);
  }
  // rows that come later move what is below them
  for (const name of names)
    await expect.poll(() => cell(page, name).getAttribute('data-status'), wait).toBe('done');
  const grids = page.locator('.cell [role=grid]');
  const areDrawn = () =>
    grids.evaluateAll((all) => all.every((grid) => grid.querySelector('[role=gridcell]') !== null));
  await expect.poll(areDrawn, wait).toBe(true);
}

const cell = (page: Page, name: string) => page.locator(`.cell[data-cell=${name}]`);

function readNames(page: Page): Promise<(string | null)[]> {
  return page.locator('.cell').evaluateAll((cells) => cells.map((one) => one.getAttribute('data-cell')));
}

const marks = (page: Page) => page.locator('.drop-before, .drop-after').count();

/** Takes a cell by its handle and holds it at a height of the page. */
async function dragTo(page: Page, name: string, toHeight: () => Promise<number>): Promise<void> {
  await cell(page, name).hover({ position: { x: 300, y: 10 } });
  const grip = (await cell(page, name).locator('.grip').boundingBox())!;
  await page.mouse.move(grip.x + 8, grip.y + 10);
  await page.mouse.down();
  await page.mouse.move(grip.x + 12, grip.y + 20);
  const y = await toHeight();
  await page.mouse.move(500, y);
  await page.mouse.move(501, y);
}

const edgeOf = async (page: Page, name: string, edge: 'top' | 'bottom') => {
  const { y, height } = (await cell(page, name).boundingBox())!;
  return edge === 'top' ? y : y + height;
};

test('a cell is dragged by its handle: between two others, above the first, below the last', async () => {
  const { page } = await openPage({ height: 1000 });
  await addAll(page, 'a', 'b', 'c', 'd');
  // in the gap below
  await dragTo(page, 'a', async () => (await edgeOf(page, 'c', 'bottom')) + 7);
  await expect.poll(() => marks(page), wait).toBe(1);
  await page.mouse.up();
  await expect.poll(() => readNames(page), wait).toEqual(['b', 'c', 'a', 'd']);
  await expect.poll(() => marks(page), wait).toBe(0);

  await dragTo(page, 'd', async () => (await edgeOf(page, 'b', 'top')) - 20);
  await page.mouse.up();
  await expect.poll(() => readNames(page), wait).toEqual(['d', 'b', 'c', 'a']);
  await dragTo(page, 'd', async () => (await edgeOf(page, 'a', 'bottom')) + 60);
  await page.mouse.up();
  await expect.poll(() => readNames(page), wait).toEqual(['b', 'c', 'a', 'd']);

  await page.keyboard.press('Control+z');
  await expect.poll(() => readNames(page), wait).toEqual(['d', 'b', 'c', 'a']);
});

test('a cell that is let go at its own place stays, and no other place is shown', async () => {
  const { page } = await openPage({ height: 1000 });
  await addAll(page, 'a', 'b');
  const undo = page.getByRole('button', { name: /^Undo/ });
  const before = await undo.getAttribute('title');
  await dragTo(page, 'a', async () => (await edgeOf(page, 'a', 'bottom')) + 7);
  await expect.poll(() => cell(page, 'a').getAttribute('class'), wait).toContain('dragged');
  expect(await marks(page)).toBe(0);
  await page.mouse.up();
  await expect.poll(() => cell(page, 'a').getAttribute('class'), wait).not.toContain('dragged');
  expect(await readNames(page)).toEqual(['a', 'b']);
  expect(await undo.getAttribute('title')).toBe(before);
});

test('the Undo of a removed cell brings back that cell, whatever was done since, and goes with it', async () => {
  const { page } = await openPage();
  await addAll(page, 'a', 'b', 'c');
  const remove = async (name: string) => {
    await cell(page, name)
      .getByRole('button', { name: `Actions for ${name}` })
      .click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
  };
  const notice = page.locator('.notice');
  await remove('b');
  await page.getByLabel('Title of the workbook').fill('Later');
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => readNames(page), wait).toEqual(['a', 'b', 'c']);
  await expect.poll(() => page.getByLabel('Title of the workbook').inputValue(), wait).toBe('Later');

  await remove('a');
  await notice.first().waitFor();
  await page.evaluate(() => window.quire.undo());
  await expect.poll(() => readNames(page), wait).toEqual(['a', 'b', 'c']);
  await expect.poll(() => notice.count(), wait).toBe(0);
});

test('where a finger does the work, the menu moves a cell', async () => {
  const { page } = await openPage({ width: 390, height: 844 });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await addAll(page, 'a', 'b');
  await cell(page, 'a').getByRole('button', { name: 'Actions for a' }).click();
  await page.getByRole('menuitem', { name: 'Move down' }).click();
  await expect.poll(() => readNames(page), wait).toEqual(['b', 'a']);
});

test('a result of ten rows has room for ten, and none of another', async () => {
  const { page } = await openPage();
  await page.evaluate(() =>
    window.quire.addCell({ kind: 'sql', name: 'ten', sql: 'select range as n from range(10)' }),
  );
  const grid = page.getByRole('grid');
  await grid.waitFor();
  await expect
    .poll(() => grid.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight), wait)
    .toBe(0);
  const last = grid.locator('[role=rowgroup] [role=row][aria-rowindex="11"]');
  const toRest = () =>
    last.evaluate((row) => {
      const { bottom } = row.closest('[role=grid]')!.getBoundingClientRect();
      return Math.abs(bottom - row.getBoundingClientRect().bottom);
    });
  await expect.poll(toRest, wait).toBeLessThanOrEqual(1);
});

test('the start page is a key away, from a cell and from a button', async () => {
  const { page } = await openPage();
  await addAll(page, 'a');
  for (const focus of [cell(page, 'a'), cell(page, 'a').getByRole('button', { name: 'Run', exact: true })]) {
    await focus.focus();
    await page.keyboard.press('Alt+h');
    await page.getByRole('heading', { name: 'Workbooks' }).waitFor();
    await page.keyboard.press('Alt+w');
    await cell(page, 'a').waitFor();
  }
  expect(await readNames(page)).toEqual(['a']);
});

test('removing a source and changing the workbook are undone and redone in their order', async () => {
  const { page } = await openPage();
  await importFile(page, { name: 'tea.csv', content: 'x\n1\n' });
  await addAll(page, 'a');
  const look = async () => [
    (await findSources(page)).map(({ name }) => name).join(),
    ...(await readNames(page)),
  ];
  await page.evaluate(() => window.quire.removeSource('tea'));
  await addAll(page, 'b');
  await cell(page, 'b').focus();
  const press = async (key: string, then: string[]) => {
    await page.keyboard.press(key);
    await expect.poll(look, wait).toEqual(then);
  };
  await press('Control+z', ['', 'a']);
  await press('Control+z', ['tea', 'a']);
  await expect.poll(() => queryRows(page, 'select * from tea'), wait).toEqual([[1]]);
  await press('Control+z', ['tea']);
  await press('Control+y', ['tea', 'a']);
  await press('Control+Shift+z', ['', 'a']);
  await press('Control+y', ['', 'a', 'b']);
  await press('Control+z', ['', 'a']);
});

test('a workbook’s file is opened under another name too, and an archive is imported', async () => {
  const { page } = await openPage();
  await addAll(page, 'a');
  const file = await page.evaluateHandle(
    async () => new File([await window.quire.exportWorkbook()], 'May.quire.zip'),
  );
  await dropFiles(page, [file]);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await expect.poll(() => dialog.textContent(), wait).toContain('May.quire.zip');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await dropFiles(page, [await createFile(page, { name: 'tea.csv', content: 'x\n1\n' })]);
  await expect.poll(async () => (await findSources(page)).map(({ name }) => name), wait).toEqual(['tea']);
});

test('a workbook that is left leaves no rows behind in the engine', async () => {
  const { page } = await openPage();
  await addAll(page, 'a');
  await page.getByRole('grid').waitFor();
  const views = () => queryRows(page, "select count(*) from duckdb_views() where view_name = 'a'");
  expect(await views()).toEqual([[1]]);
  await page.keyboard.press('Alt+h');
  await page.getByRole('heading', { name: 'Workbooks' }).waitFor();
  await page.locator('.workbook-card').hover();
  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: /^(Delete|Remove)/ }).click();
  await expect.poll(views, wait).toEqual([[0]]);
});

test('a right click in a query cuts, pastes, explains and lays it out', async () => {
  const { page } = await openPage();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const sql = 'select 1 as x, 2 as y';
  await page.evaluate((sql) => window.quire.addCell({ kind: 'sql', name: 'a', sql }), sql);
  const editor = cell(page, 'a').locator('.editor');
  const readSql = () => page.evaluate(() => (window.quire.workbook().cells[0] as { sql?: string }).sql);
  const choose = async (name: string) => {
    await editor.click({ button: 'right', position: { x: 90, y: 15 } });
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  await editor.click();
  await cell(page, 'a').locator('.editor.live').waitFor();
  await page.keyboard.press('Control+a');
  await choose('Cut');
  await expect.poll(readSql, wait).toBe('');
  await choose('Paste');
  await expect.poll(readSql, wait).toBe(sql);
  await choose('Format');
  await expect.poll(readSql, wait).toBe('select\n  1 as x,\n  2 as y');
  await choose('Explain');
  await cell(page, 'a').getByText('How it was run').waitFor();
  await page.context().clearPermissions();
  await page.keyboard.press('Shift+F10');
  await expect
    .poll(() => page.getByRole('menuitem').allTextContents(), wait)
    .toEqual(['Paste', 'Explain', 'Format']);
});

test('on paper the workbook stands alone and whole, in light colours', async () => {
  const { page } = await openPage({ dark: true });
  await addAll(page, 'a', 'b', 'c', 'd', 'e', 'f');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.locator('.cell').count()).toBe(6);
  await expect.poll(() => page.getByRole('banner').isVisible(), wait).toBe(false);
  await expect.poll(() => page.locator('.add-bar').first().isVisible(), wait).toBe(false);
  const workbook = page.locator('.workbook');
  const isWhole = () =>
    workbook.evaluate(
      ({ clientHeight, scrollHeight }) => clientHeight > innerHeight && scrollHeight <= clientHeight,
    );
  await expect.poll(isWhole, wait).toBe(true);
  const readInk = () => workbook.evaluate((it) => getComputedStyle(it.querySelector('.cell-name')!).color);
  await expect.poll(readInk, wait).not.toMatch(/rgb\((2\d\d), /);
});

test('printing lays out the first rows of every cell, those far from the screen too', async () => {
  const { page } = await openPage();
  await addAll(page, ...Array.from({ length: 30 }, (_, n) => `c${n}`));
  await page.evaluate(() =>
    window.quire.addCell({ kind: 'sql', name: 'long', sql: 'from range(1234) t(n)' }),
  );
  await page.evaluate(() => window.quire.run());
  await page.reload();
  await waitReady(page);
  await cell(page, 'long').and(page.locator('[data-status=done]')).waitFor(wait);
  await page.evaluate(() => {
    window.print = () => {
      const lines = [...document.querySelectorAll('.printed p')].map((line) => line.textContent);
      document.body.dataset['paper'] = JSON.stringify(lines);
    };
  });
  await cell(page, 'c0').press('Control+p');
  await expect.poll(() => page.evaluate(() => document.body.dataset['paper']), wait).toBeTruthy();
  const lines = JSON.parse((await page.evaluate(() => document.body.dataset['paper']))!) as string[];
  expect(lines).toHaveLength(31);
  expect([lines[0], lines.at(-1)]).toEqual(['1 row · 1 column', 'the first 30 of 1,234 rows · 1 column']);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(() => page.locator('.printed').count(), wait).toBe(0);
});

test('the keys of the page work from wherever the keyboard is', async () => {
  const { page } = await openPage();
  await importFile(page, { name: 'tea.csv', content: 'x\n1\n' });
  await importFile(page, { name: 'milk.csv', content: 'x\n1\n' });
  await addAll(page, 'a');
  const a = cell(page, 'a');
  const dialog = page.getByRole('dialog', { name: 'Help' });
  const places = [a, a.locator('.cell-head button').first(), a.getByRole('grid'), a.getByRole('textbox')];
  for (const place of places) {
    await page.keyboard.press('Alt+w');
    await place.focus();
    await page.keyboard.press('F1');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await place.focus();
    await page.keyboard.press('Alt+p');
    await page.getByRole('heading', { level: 1, name: 'milk' }).waitFor();
  }
  expect(await findSources(page)).toHaveLength(2);
  await page.keyboard.press('F1');
  await dialog.getByText('Every step and analysis, by name').press('Enter');
  await dialog.getByText('Train a model', { exact: true }).waitFor();
  const kinds = await page.evaluate(async () => (await window.quire.steps()).length);
  await expect.poll(() => dialog.locator('.step-reference dt').count(), wait).toBe(kinds);
});

test('what somebody else wrote is held after a reload too, until a person says that it may run', async () => {
  const { page } = await openPage();
  const status = () =>
    page.locator('.cell').evaluateAll((cells) => cells.map((one) => one.getAttribute('data-status')));
  await page.evaluate(() =>
    window.quire.open({
      quire: 1,
      id: 'theirs',
      title: 'Theirs',
      run: 'auto',
      seed: 1,
      sources: [],
      cells: [{ id: 'x', kind: 'sql', name: 'x', sql: 'select 1 as one' } as never],
    }),
  );
  const run = page.getByRole('button', { name: 'Run it' });
  await run.waitFor();
  await page.reload();
  await waitReady(page);
  await run.waitFor();
  expect(await status()).toEqual(['idle']);
  await run.click();
  await expect.poll(status, wait).toEqual(['done']);
  await page.reload();
  await waitReady(page);
  await expect.poll(status, wait).toEqual(['done']);
  expect(await run.count()).toBe(0);
});
