import { findFile } from '../lib/opfs';
import { Problem } from '../lib/problem';
import { quoteName, quoteText } from '../sql/quote';
import { toWireType } from '../table/wire';
import type { Column } from '../table/column';
import type { Duck } from './duckdb';
import type { TableFiles, TableKind } from './engine';
import { rejectedColumns } from './engine';
import { keptTarget, memoryTarget } from './place';

/** A table that people can query: a view over the engine files that hold its rows. */

export async function attachTable(duck: Duck, table: TableFiles): Promise<void> {
  for (const [k, { path }] of table.parts.entries()) {
    if (path === null) continue;
    const file = await findFile(path);
    if (!file) throw new Problem('source-missing', { params: { name: table.name } });
    await duck.registerFile(toDataPath(table.id, k), file);
    await duck.run(`ATTACH ${quoteText(toDataPath(table.id, k))} AS ${toDatabase(table.id, k)} (READ_ONLY)`);
  }
  await createViews(duck, table);
}

export async function detachTable(duck: Duck, table: TableFiles): Promise<void> {
  await dropViews(duck, table);
  for (const [k, { path }] of table.parts.entries()) {
    if (path === null) {
      const { rows, rejected } = memoryTarget(table.id);
      await duck.run(`DROP TABLE IF EXISTS ${rows}`);
      await duck.run(`DROP TABLE IF EXISTS ${rejected}`);
    } else {
      await duck.run(`DETACH DATABASE IF EXISTS ${toDatabase(table.id, k)}`);
      await duck.dropFile(toDataPath(table.id, k));
    }
  }
}

/** The table's rows under its name, and those that were rejected under the same name in the schema `rejected`. */
export async function createViews(duck: Duck, table: TableFiles): Promise<void> {
  await duck.run(`CREATE OR REPLACE VIEW main.${quoteName(table.name)} AS ${toUnion(table, 'rows')}`);
  if (hasRejected(table)) {
    await duck.run(
      `CREATE OR REPLACE VIEW rejected.${quoteName(table.name)} AS ${toUnion(table, 'rejected')}`,
    );
  }
}

export async function dropViews(duck: Duck, { name }: TableFiles): Promise<void> {
  await duck.run(`DROP VIEW IF EXISTS main.${quoteName(name)}`);
  await duck.run(`DROP VIEW IF EXISTS rejected.${quoteName(name)}`);
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
): string | undefined {
  const queries: string[] = [];
  let before = 0;
  for (const [k, part] of table.parts.entries()) {
    const rows = kind === 'rows' ? part.rows : part.rejected;
    const first = Math.max(from - before, 0);
    const last = Math.min(to - before, rows) - 1;
    if (first <= last) {
      queries.push(
        `SELECT ${toWireColumns(toKindColumns(table, kind))} FROM ${toPart(table, k, kind)} WHERE rowid BETWEEN ${first} AND ${last}`,
      );
    }
    before += rows;
  }
  return queries.length > 0 ? queries.join(' UNION ALL ') : undefined;
}

export function toWireColumns(columns: readonly Column[]): string {
  return columns
    .map(({ name, type }) => {
      const wire = toWireType(type);
      return wire === type ? quoteName(name) : `CAST(${quoteName(name)} AS ${wire}) AS ${quoteName(name)}`;
    })
    .join(', ');
}

export function toKindColumns(table: TableFiles, kind: TableKind): Column[] {
  return kind === 'rows' ? table.columns : rejectedColumns;
}

function toUnion(table: TableFiles, kind: TableKind): string {
  return table.parts
    .flatMap((part, k) =>
      kind === 'rows' || part.rejected > 0 ? [`SELECT * FROM ${toPart(table, k, kind)}`] : [],
    )
    .join(' UNION ALL ');
}

function toPart(table: TableFiles, k: number, kind: TableKind): string {
  if (table.parts[k]!.path === null) return memoryTarget(table.id)[kind];
  return `${toDatabase(table.id, k)}.main.${keptTarget[kind]}`;
}

function hasRejected(table: TableFiles): boolean {
  return table.parts.some(({ rejected }) => rejected > 0);
}

function toDatabase(id: string, k: number): string {
  return quoteName(`source_${id}_${k}`);
}

function toDataPath(id: string, k: number): string {
  return `/data/${id}-${k}.duckdb`;
}
