import { findFile } from '../lib/opfs';
import { Problem } from '../lib/problem';
import { quoteName, quoteText } from '../sql/quote';
import { toWireType } from '../table/wire';
import type { Column } from '../table/column';
import type { Duck } from './duckdb';
import type { TableFiles, TableKind } from './engine';
import { rejectedColumns, unreadColumns } from './engine';
import { keptTarget, memoryTarget } from './place';

/** A table that people can query: a view over the engine files that hold its rows. */
export interface AttachedTable extends TableFiles {
  /** The names under which the engine knows the files. */
  files: string[];
}

let attachments = 0;

export async function attachTable(duck: Duck, table: TableFiles): Promise<AttachedTable> {
  const files: string[] = [];
  for (const [k, { path }] of table.parts.entries()) {
    if (path === null) continue;
    const file = await findFile(path);
    if (!file) throw new Problem('source-missing', { params: { name: table.name } });
    // a new name each time: the engine may still hold the old one for a query that has not ended
    const name = `/data/${table.id}-${k}-${++attachments}.duckdb`;
    await duck.registerFile(name, file);
    await duck.run(`ATTACH ${quoteText(name)} AS ${toDatabase(table.id, k)} (READ_ONLY)`);
    files.push(name);
  }
  await createViews(duck, table);
  return { ...table, files };
}

/** Takes a table from the engine. Rows that are in its memory stay there until they are discarded. */
export async function detachTable(duck: Duck, table: AttachedTable): Promise<void> {
  await dropViews(duck, table);
  for (const [k, { path }] of table.parts.entries()) {
    if (path !== null) await duck.run(`DETACH DATABASE IF EXISTS ${toDatabase(table.id, k)}`);
  }
  for (const file of table.files) void dropWhenFree(duck, file);
}

/** Frees the rows of a table that are in the engine's memory. */
export async function discardRows(duck: Duck, { id, parts }: TableFiles): Promise<void> {
  for (const { memory = id } of parts) {
    for (const table of Object.values(memoryTarget(memory))) await duck.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

/** A query that still runs holds the file; when it has ended, the name is let go. */
async function dropWhenFree(duck: Duck, file: string, { tries = 40, waitMs = 250 } = {}): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const dropped = await duck.dropFile(file).then(
      () => true,
      () => false,
    );
    if (dropped) return;
    await new Promise((done) => setTimeout(done, waitMs));
  }
}

/** The table's rows under its name; what is not among them under the same name in schemas of their own. */
const schemas: Record<TableKind, string> = { rows: 'main', rejected: 'rejected', unread: 'unread' };
const kinds: readonly TableKind[] = ['rows', 'rejected', 'unread'];

export async function createViews(duck: Duck, table: TableFiles): Promise<void> {
  for (const kind of kinds) {
    if (kind !== 'rows' && table.parts.every((part) => part[kind] === 0)) continue;
    await duck.run(
      `CREATE OR REPLACE VIEW ${schemas[kind]}.${quoteName(table.name)} AS ${toUnion(table, kind)}`,
    );
  }
}

export async function dropViews(duck: Duck, { name }: TableFiles): Promise<void> {
  for (const kind of kinds) await duck.run(`DROP VIEW IF EXISTS ${schemas[kind]}.${quoteName(name)}`);
}

/**
 * Rows by their number. The engine skips to a row id without reading what lies before it, within one file; so the files
 * that hold the range are read each by its own ids.
 */
export function toRangeQuery(
  table: TableFiles,
  kind: TableKind,
  from: number,
  to: number,
  selection = toWireColumns(toKindColumns(table, kind)),
): string | undefined {
  const queries: string[] = [];
  let before = 0;
  for (const [k, part] of table.parts.entries()) {
    const rows = part[kind];
    const first = Math.max(from - before, 0);
    const last = Math.min(to - before, rows) - 1;
    if (first <= last) {
      const select = `SELECT ${selection} FROM ${toPart(table, k, kind)}`;
      queries.push(
        hasRowId(toKindColumns(table, kind))
          ? `(${select} LIMIT ${last - first + 1} OFFSET ${first})`
          : `${select} WHERE rowid BETWEEN ${first} AND ${last}`,
      );
    }
    before += rows;
  }
  return queries.length > 0 ? queries.join(' UNION ALL ') : undefined;
}

/** A column of that name hides the engine's own row id, so that rows must be counted off. */
function hasRowId(columns: readonly Column[]): boolean {
  return columns.some(({ name }) => name.toLowerCase() === 'rowid');
}

export function toWireColumns(columns: readonly Column[]): string {
  return columns
    .map(({ name, type }) => {
      const wire = toWireType(type);
      return wire === type ? quoteName(name) : `CAST(${quoteName(name)} AS ${wire}) AS ${quoteName(name)}`;
    })
    .join(', ');
}

/** All rows of a table, as a query. */
export function toSelect(table: TableFiles): string {
  return toUnion(table, 'rows');
}

/** A query that reads a table as `the_table`. */
export function toQueryOf(table: TableFiles, sql: string): string {
  return `WITH the_table AS NOT MATERIALIZED (${toSelect(table)})\n${sql}`;
}

export function toKindColumns(table: TableFiles, kind: TableKind): Column[] {
  if (kind === 'rows') return table.columns;
  return kind === 'rejected' ? rejectedColumns : unreadColumns;
}

/** All that a table has of a kind; undefined where that is nothing. */
export function toKindQuery(table: TableFiles, kind: TableKind): string | undefined {
  return table.parts.some((part) => part[kind] > 0) ? toUnion(table, kind) : undefined;
}

function toUnion(table: TableFiles, kind: TableKind): string {
  // by name: the parts may hold them in different orders
  const columns = toKindColumns(table, kind)
    .map(({ name }) => quoteName(name))
    .join(', ');
  return table.parts
    .flatMap((part, k) =>
      kind === 'rows' || part[kind] > 0 ? [`SELECT ${columns} FROM ${toPart(table, k, kind)}`] : [],
    )
    .join(' UNION ALL ');
}

function toPart(table: TableFiles, k: number, kind: TableKind): string {
  const id = table.rowsOf ?? table.id;
  const { path, memory = id } = table.parts[k]!;
  if (path === null) return memoryTarget(memory)[kind];
  return `${toDatabase(id, k)}.main.${keptTarget[kind]}`;
}

function toDatabase(id: string, k: number): string {
  return quoteName(`source_${id}_${k}`);
}
