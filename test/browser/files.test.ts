import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPage } from './harness';

/** Every file in test/data/import lies beside what should come of it. A new case is two files. */

const folder = join(import.meta.dirname, '../data/import');
const names = readdirSync(folder).filter((name) => !/^\.|\.json$/.test(name));

test('every file becomes the table that lies beside it', async () => {
  const { page } = await openPage();
  for (const name of names) {
    const expected: unknown = JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.json')), 'utf8'));
    const bytes = [...readFileSync(join(folder, name))];
    const found = await page.evaluate(
      async ([fileName, content]) => {
        const { quire } = window;
        const [source] = await quire.import(new File([new Uint8Array(content)], fileName), { name: 'case' });
        const { columns, rows } = await quire.query('select * from "case"');
        const { records, header, skipped, loaded, rejected } = source!.receipt;
        const left =
          rejected > 0 ? await quire.query('select line, reason, "text" from rejected."case"') : { rows: [] };
        await quire.removeSource('case');
        return {
          columns: columns.map(({ name: column, type }) => [column, type]),
          rows,
          receipt: { records, header, skipped, loaded, rejected },
          rejected: left.rows,
        };
      },
      [name, bytes] as const,
    );
    expect({ name, ...found }).toEqual({ name, ...(expected as object) });
  }
});
