import { fold, isSameName } from '../sql/name';
import { quoteName } from '../sql/quote';
import type { Column } from '../table/column';
import { toColumns, toFirstRow } from './arrow';
import type { Duck, Run } from './duckdb';
import type { TableFiles } from './engine';
import { memoryTarget } from './place';
import { toSelect } from './tables';

/**
 * Results of cells: each is a table in the engine's memory, written once and never changed, and a view of the cell's name
 * over it. A result that is the same rows as another table is a view alone. Those that read an older one go on reading it
 * until they end, because the engine keeps what a running query sees.
 */
export function createResults(findSource: (id: string) => TableFiles) {
  const kept = new Map<string, TableFiles>();
  /** Ids of the tables that are here, some of them for other results alone that show their rows. */
  const written = new Set<string>();
  /** The result that each name's view reads just now. */
  const shown = new Map<string, string>();

  /** A result, or a source. */
  const find = (id: string): TableFiles => kept.get(id) ?? findSource(id);

  async function show(duck: Duck, table: TableFiles): Promise<void> {
    shown.set(fold(table.name), table.id);
    await duck.run(`CREATE OR REPLACE VIEW ${quoteName(table.name)} AS ${toSelect(table)}`);
  }

  return {
    find,

    /** Runs a query and keeps what it gives. The name's view comes with `show`, when the rows are there. */
    async keep(run: Run, id: string, name: string, sql: string, signal: AbortSignal): Promise<TableFiles> {
      const target = memoryTarget(id).rows;
      const [rows] = toFirstRow(await run(`${toCreation(id)}${sql}`, signal));
      const columns = toColumns(await run(`DESCRIBE ${target}`));
      const table: TableFiles = {
        id,
        name,
        columns,
        parts: [{ path: null, rows: Number(rows), rejected: 0, unread: 0 }],
      };
      written.add(id);
      kept.set(id, table);
      return table;
    },

    /** The same rows as another table's, under another name, and maybe fewer columns. */
    share(id: string, name: string, of: string, columns?: readonly string[]): TableFiles | undefined {
      const base = find(of);
      const chosen = columns ? findColumns(base, columns) : base.columns;
      if (!chosen) return undefined;
      const table: TableFiles = {
        ...base,
        id,
        name,
        columns: chosen,
        rowsOf: base.rowsOf ?? base.id,
      };
      kept.set(id, table);
      return table;
    },

    show,

    async rename(duck: Duck, id: string, name: string): Promise<void> {
      const table = kept.get(id);
      if (!table) return;
      await hide(duck, table);
      const renamed = { ...table, name };
      kept.set(id, renamed);
      await show(duck, renamed);
    },

    async drop(duck: Duck, id: string): Promise<void> {
      const table = kept.get(id);
      if (!table) return;
      kept.delete(id);
      await hide(duck, table);
      const rows = table.rowsOf ?? id;
      if (!written.has(rows) || [...kept.values()].some((other) => (other.rowsOf ?? other.id) === rows))
        return;
      written.delete(rows);
      await duck.run(`DROP TABLE IF EXISTS ${memoryTarget(rows).rows}`);
    },

    /** The engine is another one: nothing of this is in it. */
    forget(): void {
      kept.clear();
      written.clear();
      shown.clear();
    },
  };

  async function hide(duck: Duck, { id, name }: TableFiles): Promise<void> {
    if (shown.get(fold(name)) !== id) return;
    shown.delete(fold(name));
    await duck.run(`DROP VIEW IF EXISTS ${quoteName(name)}`);
  }
}

/** What stands before the query that makes a result. */
export function toCreation(id: string): string {
  return `CREATE TABLE ${memoryTarget(id).rows} AS `;
}

/** Undefined where one of them is missing: the engine says so better. */
function findColumns({ columns }: TableFiles, wanted: readonly string[]): Column[] | undefined {
  const found = wanted.map((name) => columns.find((column) => isSameName(column.name, name)));
  return found.every((column) => column !== undefined) ? found : undefined;
}
