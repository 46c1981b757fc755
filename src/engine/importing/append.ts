import type { ColumnType } from '../../import/columns/types';
import { toCanonical } from '../../import/text/write';
import { Problem } from '../../lib/problem';
import type { Duck } from '../duckdb';
import type { Mending, TableFiles, TablePart } from '../engine';
import { rejectedColumns } from '../engine';
import { toKindQuery } from '../tables';
import { createCrew } from './crew';
import type { ImportJob } from './job';
import { loadCsv } from './load';
import { canonical } from './mended';
import { createSpool } from './spool';

/**
 * Adds rows to a table that is in use: they get a file of their own, and with them goes what is left of the list of rejected
 * records. The files that are there stay as they are, so the change can be undone by forgetting the new one.
 */
export async function appendRows(
  job: ImportJob,
  main: Duck,
  table: TableFiles,
  { rows, mended }: Mending,
): Promise<TablePart[]> {
  const memory = job.memory ? `${table.id} ${crypto.randomUUID().slice(0, 8)}` : undefined;
  const crew = createCrew(job, memory ?? table.id);
  try {
    const importer = crew.open();
    const spool = createSpool();
    for (const row of rows) spool.write(toCanonical(row));
    const { blob, longest } = spool.end();
    const form = {
      ...canonical,
      columns: table.columns.map(({ name, type }) => ({ name, type: type as ColumnType })),
      longestRecord: longest,
      emptyTexts: true,
    };
    const { signal } = job;
    const loaded = await crew.wait(loadCsv(importer, blob, form, { table: importer.target.rows, signal }));
    if (loaded.rows !== rows.length || loaded.misfits.size > 0) {
      throw new Problem('rows-refused', { params: { name: table.name } });
    }
    const left = toKindQuery(table, 'rejected');
    let rejected = 0;
    if (left) {
      const duck = await importer.duck;
      const list = mended.length > 0 ? mended.join(', ') : '-1';
      const bytes = await main.run(
        `SELECT * EXCLUDE n FROM (SELECT *, row_number() OVER () - 1 AS n FROM (${left})) WHERE n NOT IN (${list})`,
      );
      rejected = await duck.session(async (run, insert) => {
        const columns = rejectedColumns.map(({ name, type }) => `"${name}" ${type}`).join(', ');
        await run(`CREATE OR REPLACE TABLE ${importer.target.rejected} (${columns})`);
        await insert(importer.target.rejected, bytes);
        return table.parts.reduce((sum, part) => sum + part.rejected, 0) - mended.length;
      });
    }
    await crew.wait(importer.finish(blob.size));
    return [
      ...table.parts.map((part) => ({ ...part, rejected: 0 })),
      { path: importer.path, rows: rows.length, rejected, unread: 0, ...(memory && { memory }) },
    ];
  } finally {
    crew.end();
  }
}
