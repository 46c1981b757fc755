import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ImportOptions } from '../../src/import/options';
import type { Receipt, Warning } from '../../src/import/receipt';
import { isBalanced } from '../../src/import/receipt';
import type { ProblemCode, ProblemParams } from '../../src/lib/problem';
import type { Value } from '../../src/table/column';
import { readSourceFiles } from './device';
import { openPage } from './harness';

/**
 * Every file in test/data/import lies beside what should come of it: `tabs.tsv` beside `tabs.json`, and a file that is JSON
 * itself, `lines.input.json`, beside `lines.json`. A new case is two files; those that no editor can write are made by
 * `node scripts/fixtures.mjs`.
 */
interface Case extends Partial<Table> {
  options?: ImportOptions;
  /** Several tables, or none; where there is one, its fields stand in the case itself. */
  tables?: Table[];
  refused?: { code: ProblemCode; params?: ProblemParams };
}

interface Table {
  name?: string;
  columns: [name: string, type: string][];
  rows: Value[][];
  /** As much of it as matters. */
  receipt: Partial<Receipt>;
  /** Why columns have their types, by name. */
  why?: Record<string, string>;
  /** These are all that there are: nothing where they are not named. */
  rejected?: [line: number, reason: string, text: string][];
  unread?: [line: number, column: string, value: string][];
  warnings?: Warning[];
}

interface FoundTable extends Required<Omit<Table, 'why' | 'warnings'>> {
  receipt: Receipt;
}

type Found = { tables: FoundTable[] } | { refused: Required<Case>['refused'] };

const root = path.resolve(import.meta.dirname, '../data/import');
const folders = ['.', ...readdirSync(root).filter((name) => !name.includes('.'))];

const toInputs = (folder: string) =>
  readdirSync(path.join(root, folder))
    .filter((name) => /^[^.]+\.(?!json$)/.test(name))
    .map((name) => {
      const expected = path.join(root, folder, name.replace(/\..*/, '.json'));
      const { options = {}, refused, tables, ...table } = JSON.parse(readFileSync(expected, 'utf8')) as Case;
      return {
        file: path.join(folder, name),
        options,
        refused,
        tables: tables ?? (refused ? [] : [table as Table]),
      };
    });

test.each(folders)(
  'every file in %s becomes the tables that lie beside it, and again by the settings on their receipts',
  { timeout: 300_000 },
  async (folder) => {
    const { page } = await openPage();
    for (const { file, options, refused, tables } of toInputs(folder)) {
      const before = await readSourceFiles(page);
      const found = await importCase(page, file, options);
      if ('refused' in found) {
        expect.soft({ file, ...found }).toMatchObject({ file, refused: refused ?? 'no' });
        expect.soft([file, await readSourceFiles(page)]).toEqual([file, before]);
        continue;
      }
      expect.soft([file, found.tables.length]).toEqual([file, tables.length]);
      for (const [k, table] of found.tables.entries()) {
        if (tables[k]) expectTable(file, table, tables[k]);
        const again = await importCase(page, file, { ...table.receipt.settings, ...toSecrets(options) });
        expect.soft({ file, again: toValues(again) }).toEqual({ file, again: toValues({ tables: [table] }) });
      }
    }
  },
);

function toValues(found: Found) {
  return 'refused' in found ? found : found.tables.map(({ columns, rows }) => ({ columns, rows }));
}

/** A password is kept nowhere. */
function toSecrets({ password }: ImportOptions): ImportOptions {
  return password === undefined ? {} : { password };
}

function expectTable(
  file: string,
  { name, columns, rows, receipt, rejected, unread }: FoundTable,
  expected: Table,
): void {
  const { warnings } = receipt;
  const lists = { rejected, unread, warnings };
  const noLists = { rejected: [], unread: [], warnings: [] };
  const { name: wanted = name, why = {}, receipt: part, ...rest } = expected;
  expect.soft({ file, name, columns, rows, ...lists }).toEqual({ file, name: wanted, ...noLists, ...rest });
  expect.soft([file, receipt]).toMatchObject([file, part]);
  expect.soft([file, isBalanced(receipt)]).toEqual([file, true]);
  const whys = Object.fromEntries(receipt.columns.map((column) => [column.name, column.why]));
  expect.soft([file, whys]).toMatchObject([file, why]);
}

function importCase(page: Page, file: string, options: ImportOptions): Promise<Found> {
  const content = readFileSync(path.join(root, file)).toString('base64');
  const name = path.basename(file).replace('.input.', '.');
  return page.evaluate(
    async ([fileName, base64, given]): Promise<Found> => {
      const { quire } = window;
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      try {
        const tables: FoundTable[] = [];
        for (const source of await quire.import(new File([bytes], fileName), given)) {
          const from = `"${source.name.replaceAll('"', '""')}"`;
          const list = async (kind: 'rejected' | 'unread', columns: string) =>
            source.receipt[kind] === 0
              ? []
              : ((await quire.query(`select ${columns} from ${kind}.${from}`)).rows as [
                  number,
                  string,
                  string,
                ][]);
          tables.push({
            name: source.name,
            columns: source.columns.map((column) => [column.name, column.type]),
            rows: (await quire.query(`select * from ${from}`)).rows,
            receipt: source.receipt,
            rejected: await list('rejected', 'line, reason, "text"'),
            unread: await list('unread', 'line, "column", value'),
          });
          await quire.removeSource(source.name);
        }
        return { tables };
      } catch (error) {
        const { code, params, message } = error as {
          code?: ProblemCode;
          params: ProblemParams;
          message: string;
        };
        return { refused: { code: code ?? 'unexpected', params: params ?? { message } } };
      }
    },
    [name, content, options] as const,
  );
}
