import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { CellReport } from '../../src/app/workbook/console';
import { openPage } from './harness';
import { expectFocus, importFile, wait } from './person';
import { kill } from './workers';

const orders = {
  name: 'orders.csv',
  content: ['id,city,amount', '1,上海,10', '2,北京,20', '3,上海,30', '4,Köln,5'].join('\n'),
};

/** Names of cells, in the order of the page, with how they stand. */
function readCells(page: Page): Promise<string[]> {
  return page
    .locator('.cell')
    .evaluateAll((cells) =>
      cells.map(
        ({ dataset }) => `${(dataset as { cell: string }).cell} ${(dataset as { status: string }).status}`,
      ),
    );
}

async function add(page: Page, spec: Record<string, unknown>): Promise<string> {
  return page.evaluate((given) => window.quire.addCell(given as never), spec);
}

function runAll(page: Page): Promise<CellReport[]> {
  return page.evaluate(() => window.quire.run());
}

async function rowsOf(page: Page, name: string): Promise<unknown[][]> {
  return page.evaluate(async (wanted) => (await window.quire.result(wanted)).rows, name);
}

describe('a workbook', () => {
  it('a cell’s name is a table in every other, whatever the order on the page', async () => {
    const { page } = await openPage();
    await importFile(page, orders);
    await add(page, {
      kind: 'sql',
      name: 'top',
      sql: 'select city from by_city order by total desc limit 1',
    });
    await add(page, {
      kind: 'sql',
      name: 'by_city',
      sql: 'select city, sum(amount) as total from orders group by city',
    });
    const reports = await runAll(page);
    expect(reports).toMatchObject([
      { name: 'top', status: 'ok', rows: 1 },
      { name: 'by_city', status: 'ok', rows: 3 },
    ]);
    expect(await rowsOf(page, 'top')).toEqual([['上海']]);
    await expect.poll(() => readCells(page), wait).toEqual(['top done', 'by_city done']);
  });

  it('reading a cell twice gives the same rows, and the same seed gives them again', async () => {
    const { page } = await openPage();
    const id = await add(page, {
      kind: 'sql',
      name: 'r',
      sql: 'select random() as r, now() as n from range(3)',
    });
    await add(page, { kind: 'sql', name: 'after', sql: 'select * from r' });
    await runAll(page);
    const first = await rowsOf(page, 'r');
    expect(await rowsOf(page, 'r')).toEqual(first);
    expect(await rowsOf(page, 'after')).toEqual(first);
    await page.evaluate((cell) => window.quire.run(cell), id);
    const again = await rowsOf(page, 'r');
    expect(again.map(([r]) => r)).toEqual(first.map(([r]) => r));
  });

  it('a change runs what follows from it and nothing else', async () => {
    const { page } = await openPage();
    await importFile(page, orders);
    const a = await add(page, { kind: 'sql', name: 'a', sql: 'select * from orders where amount > 5' });
    await add(page, { kind: 'sql', name: 'b', sql: 'select count(*) as n from a' });
    await add(page, { kind: 'sql', name: 'other', sql: 'select random() as r, uuid() as u' });
    await runAll(page);
    const other = await rowsOf(page, 'other');
    expect(await rowsOf(page, 'b')).toEqual([[3]]);
    await page.evaluate(
      (id) => window.quire.setCell(id, { sql: 'select * from orders where amount > 10' }),
      a,
    );
    await expect.poll(() => rowsOf(page, 'b'), wait).toEqual([[2]]);
    expect(await rowsOf(page, 'other')).toEqual(other);
  });

  it('a failed cell leaves those after it waiting, and says what is wrong and where', async () => {
    const { page } = await openPage();
    await importFile(page, orders);
    const a = await add(page, { kind: 'sql', name: 'a', sql: 'select amuont from orders' });
    await add(page, { kind: 'sql', name: 'b', sql: 'select * from a' });
    const reports = await runAll(page);
    expect(reports[0]).toMatchObject({ status: 'error', error: { code: 'sql-name', position: 7 } });
    expect(reports[1]).toMatchObject({ status: 'blocked' });
    await expect
      .poll(() => page.locator('[data-cell=b] .cell-meta').textContent(), wait)
      .toBe('Waiting for a');
    await page.evaluate((id) => window.quire.setCell(id, { sql: 'select amount from orders' }), a);
    await expect.poll(() => readCells(page), wait).toEqual(['a done', 'b done']);
  });

  it('a statement that would change data is refused with the reason', async () => {
    const { page } = await openPage();
    await add(page, { kind: 'sql', name: 'a', sql: 'drop table orders' });
    expect((await runAll(page))[0]).toMatchObject({ status: 'error', error: { code: 'sql-refused' } });
    await add(page, { kind: 'sql', name: 'b', sql: 'select 1; select 2' });
    expect((await runAll(page))[1]).toMatchObject({ status: 'error', error: { code: 'sql-several' } });
  });

  it('cells that read one another, and names given twice, are told at the cell', async () => {
    const { page } = await openPage();
    await importFile(page, orders);
    await add(page, { kind: 'sql', name: 'a', sql: 'select * from b' });
    await add(page, { kind: 'sql', name: 'b', sql: 'select * from a' });
    await add(page, { kind: 'sql', name: 'orders', sql: 'select 1 as x' });
    const reports = await runAll(page);
    expect(reports.map(({ error }) => error?.code)).toEqual(['cell-cycle', 'cell-cycle', 'cell-name-source']);
  });

  it('a renamed cell or source is renamed wherever it is read, by place and not by text', async () => {
    const { page } = await openPage();
    await importFile(page, orders);
    const a = await add(page, {
      kind: 'sql',
      name: 'a',
      sql: "select *, 'orders' as orders from orders -- orders",
    });
    await add(page, { kind: 'sql', name: 'b', sql: 'select a.city, count(*) as a from a group by a.city' });
    await runAll(page);
    await page.evaluate((id) => window.quire.setCell(id, { name: 'my cell' }), a);
    await page.getByRole('button', { name: 'Actions for orders' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByLabel('New name of orders').fill('sales 2024');
    await page.keyboard.press('Enter');
    const sql = () =>
      page.evaluate(() =>
        window.quire.workbook().cells.map((cell) => (cell as unknown as { sql: string }).sql),
      );
    await expect
      .poll(sql, wait)
      .toEqual([
        'select *, \'orders\' as orders from "sales 2024" -- orders',
        'select "my cell".city, count(*) as a from "my cell" group by "my cell".city',
      ]);
    expect((await runAll(page)).map(({ status }) => status)).toEqual(['ok', 'ok']);
    // one step back gives the source its name again
    await page.evaluate(() => window.quire.undo());
    await expect.poll(() => page.evaluate(() => window.quire.sources()[0]!.name), wait).toBe('orders');
    await expect.poll(async () => (await sql())[0], wait).toContain('from orders --');
  });

  it('inputs are bound as values, and a change of one runs what reads it', async () => {
    const { page } = await openPage();
    await importFile(page, orders);
    const least = await add(page, { kind: 'input', name: 'least', control: 'number', value: 10 });
    const city = await add(page, { kind: 'input', name: 'city', control: 'text', value: "x' or 1=1 --" });
    await add(page, {
      kind: 'sql',
      name: 'n',
      sql: 'select count(*) as n from orders where amount >= $least',
    });
    await add(page, { kind: 'sql', name: 'c', sql: 'select count(*) as n from orders where city = $city' });
    await runAll(page);
    expect(await rowsOf(page, 'n')).toEqual([[3]]);
    expect(await rowsOf(page, 'c')).toEqual([[0]]);
    await page.evaluate((id) => window.quire.setCell(id, { value: 25 }), least);
    await page.evaluate((id) => window.quire.setCell(id, { value: '上海' }), city);
    await expect.poll(() => rowsOf(page, 'n'), wait).toEqual([[1]]);
    await expect.poll(() => rowsOf(page, 'c'), wait).toEqual([[2]]);
  });

  it('a name of an input that is not there is told with the nearest', async () => {
    const { page } = await openPage();
    await add(page, { kind: 'input', name: 'since', control: 'number', value: 1 });
    await add(page, { kind: 'sql', name: 'a', sql: 'select $sinse as x' });
    expect((await runAll(page))[1]).toMatchObject({ status: 'error', error: { code: 'value-unknown' } });
  });

  it('everything is undone and done again, back to the start', async () => {
    const { page } = await openPage();
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c'])
      ids.push(await add(page, { kind: 'sql', name, sql: `select '${name}' as x` }));
    await page.evaluate(async ([first, second]) => {
      await window.quire.setCell(first!, { sql: 'select 5 as x' });
      await window.quire.removeCell(second!);
    }, ids);
    const cells = () => page.evaluate(() => window.quire.workbook().cells);
    const end = await cells();
    for (let n = 0; n < 5; n++) await page.evaluate(() => window.quire.undo());
    expect(await cells()).toEqual([]);
    for (let n = 0; n < 5; n++) await page.evaluate(() => window.quire.redo());
    expect(await cells()).toEqual(end);
  });

  it('what somebody else wrote runs when a person says so, and not before', async () => {
    const { page } = await openPage();
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
    await expect.poll(() => readCells(page), wait).toEqual(['x idle']);
    await page.getByRole('button', { name: 'Run it' }).click();
    await expect.poll(() => readCells(page), wait).toEqual(['x done']);
  });

  it('a long query says that it runs, is stopped, and does not hold up others', async () => {
    const { page } = await openPage();
    const slow = await add(page, {
      kind: 'sql',
      name: 'slow',
      sql: 'select count(*) as n from range(100000) a, range(1000000) b',
    });
    await expect.poll(() => readCells(page), wait).toEqual(['slow running']);
    await add(page, { kind: 'sql', name: 'quick', sql: 'select 1 as x' });
    await expect.poll(() => readCells(page), wait).toEqual(['slow running', 'quick done']);
    await page.locator('[data-cell=slow]').getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => readCells(page), wait).toEqual(['slow stopped', 'quick done']);
    expect(slow).toBeTruthy();
  });

  it('cells run when asked only, where a person wants it so', async () => {
    const { page } = await openPage();
    const id = await add(page, { kind: 'sql', name: 'a', sql: 'select 1 as x' });
    await expect.poll(() => readCells(page), wait).toEqual(['a done']);
    await page.getByRole('button', { name: 'When cells run' }).click();
    await page.getByRole('menuitem', { name: /Run when asked/ }).click();
    await page.evaluate((cell) => window.quire.setCell(cell, { sql: 'select 2 as x' }), id);
    await expect.poll(() => readCells(page), wait).toEqual(['a stale']);
    await page.locator('.banner').getByRole('button', { name: 'Run all' }).click();
    await expect.poll(() => readCells(page), wait).toEqual(['a done']);
    expect(await rowsOf(page, 'a')).toEqual([[2]]);
  });

  it('a source that is replaced runs the workbook again', async () => {
    const { page } = await openPage();
    await importFile(page, orders);
    await add(page, {
      kind: 'sql',
      name: 'n',
      sql: 'select count(*) as n, sum(amount) as total from orders',
    });
    await runAll(page);
    expect(await rowsOf(page, 'n')).toEqual([[4, 65]]);
    await page.evaluate(() =>
      window.quire.replaceSource('orders', new File(['id,city,amount\n9,上海,100\n'], 'orders.csv')),
    );
    await expect.poll(() => rowsOf(page, 'n'), wait).toEqual([[1, 100]]);
  });

  it('the engine’s end takes no cell with it', async () => {
    const { page } = await openPage();
    await importFile(page, orders);
    await add(page, { kind: 'sql', name: 'n', sql: 'select count(*) as n from orders' });
    await runAll(page);
    const worker = page.workers().find((other) => other.url().startsWith('blob:'));
    await kill(worker!);
    await expect.poll(() => readCells(page), wait).toEqual(['n done']);
    await expect.poll(() => rowsOf(page, 'n').catch(() => undefined), wait).toEqual([[4]]);
  });
});

describe('keys of a workbook', () => {
  it('add, move among, copy, move and remove cells, and take it back', async () => {
    const { page } = await openPage();
    for (const name of ['a', 'b']) await add(page, { kind: 'sql', name, sql: `select '${name}' as x` });
    await page.locator('[data-cell=a]').focus();
    const names = async () => (await readCells(page)).map((text) => text.split(' ')[0]);
    await page.keyboard.press('j');
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell']), wait)
      .toBe('b');
    await page.keyboard.press('y');
    await expect.poll(names, wait).toEqual(['a', 'b', 'b_2']);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(names, wait).toEqual(['a', 'b_2', 'b']);
    await page.keyboard.press('d');
    await page.keyboard.press('d');
    await expect.poll(names, wait).toEqual(['a', 'b']);
    await page.keyboard.press('Control+z');
    await expect.poll(names, wait).toEqual(['a', 'b_2', 'b']);
    await page.locator('[data-cell=a]').focus();
    await page.keyboard.press('b');
    await expect.poll(names, wait).toEqual(['a', 'query', 'b_2', 'b']);
    await expectFocus(page.locator('[data-cell=query] .editor'));
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell']), wait)
      .toBe('query');
    await page.keyboard.press('r');
    await expectFocus(page.getByRole('textbox', { name: 'Name of the cell' }));
    await page.keyboard.type('renamed');
    await page.keyboard.press('Enter');
    await expect.poll(names, wait).toEqual(['a', 'renamed', 'b_2', 'b']);
  });

  it('a query is typed, run with Shift and Enter, and its rows are read', async () => {
    const { page } = await openPage();
    await importFile(page, orders);
    await page.keyboard.press('Alt+q');
    const cell = page.locator('.cell');
    await expect.poll(() => cell.count(), wait).toBe(1);
    await cell.locator('.monaco-editor').first().waitFor();
    await cell.locator('.monaco-editor .view-lines').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('select count(*) as how_many from orders');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Enter');
    await expect
      .poll(
        () =>
          cell
            .locator('[role=grid]')
            .textContent()
            .catch(() => ''),
        wait,
      )
      .toContain('how_many');
    await expect
      .poll(() => page.evaluate(() => window.quire.workbook().cells[0]), wait)
      .toMatchObject({ sql: 'select count(*) as how_many from orders' });
  });
});
