import type { TableInspection } from '../../import/inspection';
import type { ImportOptions } from '../../import/options';
import type { ReceiptColumn, Warning } from '../../import/receipt';
import { describeFile } from '../../import/receipt';
import { Problem } from '../../lib/problem';
import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFirstRow, toValues } from '../arrow';
import type { Duck } from '../duckdb';
import type { ImportedTable } from '../engine';
import { createCrew } from './crew';
import { toTableId, toTableName } from './id';
import type { ImportJob } from './job';
import type { Input } from './open';

const PREVIEW_ROWS = 50;

/** The tables and views of a DuckDB file, copied: a file that is only pointed at could change or go away. */
export async function importDatabase(
  job: ImportJob,
  input: Input,
  firstId: number,
): Promise<ImportedTable[]> {
  const blob = input.file;
  const imported: ImportedTable[] = [];
  let unread: string[] = [];
  for (let k = 0, names = ['']; k < names.length; k++) {
    const id = toTableId(job.id, firstId + k);
    const crew = createCrew(job, id);
    try {
      const importer = crew.open();
      const duck = await importer.duck;
      const { rows: target } = importer.target;
      const copy = withGiven(duck, blob, job.file.name, async (given) => {
        if (k === 0) ({ names, unread } = await listTables(duck, given, job.options, job.file.name));
        const from = `${quoteName(given)}.${names[k]!}`;
        await duck.run(`CREATE OR REPLACE TABLE ${target} AS SELECT * FROM ${from}`, job.signal);
        const [count] = toFirstRow(await duck.run(`SELECT count(*) FROM ${from}`));
        return { name: toPlainName(names[k]!), records: Number(count) };
      });
      const { name, records } = await crew.wait(copy);
      const rows = Number(toFirstRow(await duck.run(`SELECT count(*) FROM ${target}`))[0]);
      const columns = await describe(duck, target);
      await crew.wait(importer.finish(blob.size));
      const parts = [{ path: importer.path, rows, rejected: 0, unread: 0 }];
      imported.push({
        id,
        name: toTableName(input.name, name, names.length),
        columns,
        parts,
        bytes: await crew.settle(parts),
        receipt: {
          file: describeFile(job.file),
          kind: 'duckdb',
          place: { ...(input.member && { member: input.member }), sheet: name },
          records,
          header: 0,
          skipped: 0,
          loaded: rows,
          rejected: 0,
          unread: 0,
          columns: columns.map(toReceiptColumn),
          warnings: k === 0 && unread.length > 0 ? [toViewWarning(unread)] : [],
          settings: { sheets: [name] },
        },
      });
    } finally {
      crew.end();
    }
  }
  return imported;
}

function toViewWarning(unread: readonly string[]): Warning {
  return { code: 'views', count: unread.length, examples: unread.slice(0, 20) };
}

export async function inspectDatabase(
  duck: Duck,
  file: File,
  options: ImportOptions,
): Promise<TableInspection[]> {
  return withGiven(duck, file, file.name, async (given) => {
    const tables: TableInspection[] = [];
    const { names } = await listTables(duck, given, options, file.name);
    for (const name of names) {
      const from = `${quoteName(given)}.${name}`;
      const columns = await describe(duck, from);
      const texts = columns.map((column) => `CAST(${quoteName(column.name)} AS VARCHAR)`).join(', ');
      const { values, rowCount } = toValues(
        await duck.run(`SELECT ${texts} FROM ${from} LIMIT ${PREVIEW_ROWS}`),
      );
      tables.push({
        key: toPlainName(name),
        settings: { sheets: [toPlainName(name)] },
        sure: true,
        questions: [],
        lines: [],
        columns: columns.map((column) => ({
          source: column.name,
          name: column.name,
          type: column.type,
          why: 'in-the-file',
          alternatives: [],
          misfits: { count: 0, examples: [] },
          leftOut: false,
        })),
        rows: Array.from({ length: rowCount }, (_, row) =>
          values.map((column) => column[row] as string | null),
        ),
      });
    }
    return tables;
  });
}

/** A database file under a name of its own for as long as the work takes. */
async function withGiven<T>(
  duck: Duck,
  blob: Blob,
  fileName: string,
  work: (given: string) => Promise<T>,
): Promise<T> {
  const token = crypto.randomUUID();
  const path = `/data/given-${token}.duckdb`;
  const given = `given ${token}`;
  await duck.registerFile(path, blob);
  try {
    try {
      await duck.run(`ATTACH ${quoteText(path)} AS ${quoteName(given)} (READ_ONLY)`);
    } catch (cause) {
      throw new Problem('file-database', { params: { file: fileName }, cause });
    }
    const result = await work(given);
    await duck.run(`DETACH ${quoteName(given)}`);
    return result;
  } finally {
    await duck.dropFile(path).catch(() => {});
  }
}

interface Listed {
  /** Quoted, with their schemas. */
  names: string[];
  /** Views that can't be read here: what they stand on is missing, or not part of this engine. */
  unread: string[];
}

/** The tables, and below them the views, as chosen. */
async function listTables(
  duck: Duck,
  given: string,
  { sheets }: ImportOptions,
  fileName: string,
): Promise<Listed> {
  const { values } = toValues(
    await duck.run(`
      SELECT schema_name, table_name, false, table_oid AS place FROM duckdb_tables()
      WHERE database_name = ${quoteText(given)}
      UNION ALL
      SELECT schema_name, view_name, true, view_oid FROM duckdb_views()
      WHERE database_name = ${quoteText(given)} AND NOT internal
      ORDER BY 3, place`),
  );
  const all: string[] = [];
  const unread: string[] = [];
  for (const [row, schema] of values[0]!.entries()) {
    const name = `${quoteName(String(schema))}.${quoteName(String(values[1]![row]))}`;
    const isRead = !values[2]![row] || (await isReadable(duck, `${quoteName(given)}.${name}`));
    if (isRead) all.push(name);
    else unread.push(toPlainName(name));
  }
  const chosen = sheets
    ? all.filter((name, index) => sheets.includes(index) || sheets.includes(toPlainName(name)))
    : all;
  if (chosen.length === 0) throw new Problem('file-no-tables', { params: { file: fileName } });
  return { names: chosen, unread: sheets ? [] : unread };
}

async function isReadable(duck: Duck, view: string): Promise<boolean> {
  return describe(duck, view).then(
    () => true,
    () => false,
  );
}

/** `"main"."orders"` → `orders`. */
function toPlainName(quoted: string): string {
  const [, schema = '', name = ''] = /^"((?:[^"]|"")*)"\."((?:[^"]|"")*)"$/.exec(quoted) ?? [];
  const plain = name.replaceAll('""', '"');
  return schema === 'main' ? plain : `${schema.replaceAll('""', '"')}.${plain}`;
}

export function toReceiptColumn({ name, type }: Column): ReceiptColumn {
  return { source: name, name, type, why: 'in-the-file', changed: 0 };
}

/** Columns and types of a table, as the engine tells them. */
export async function describe(duck: Duck, table: string): Promise<Column[]> {
  const { values } = toValues(await duck.run(`DESCRIBE ${table}`));
  return values[0]!.map((name, row) => ({ name: String(name), type: String(values[1]![row]) }));
}
