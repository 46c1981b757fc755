import { fold, isSameName } from '../sql/name';
import { quoteName } from '../sql/quote';
import type { Column } from '../table/column';
import { toColumns, toFirstRow } from './arrow';
import type { ComputedPart } from './computing/serveComputing';
import type { Duck, Insert, Run } from './duckdb';
import type { Owned, TableFiles } from './engine';
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
  const owned = new Map<string, Owned>();

  /** A result, or a source. */
  const find = (id: string): TableFiles => kept.get(id) ?? findSource(id);

  async function show(duck: Duck, table: TableFiles): Promise<void> {
    shown.set(fold(table.name), table.id);
    await duck.run(`CREATE OR REPLACE VIEW ${quoteName(table.name)} AS ${toSelect(table)}`);
    const beside = Object.entries(owned.get(table.id)?.beside ?? {});
    if (beside.length > 0) await duck.run(`CREATE SCHEMA IF NOT EXISTS ${quoteName(table.name)}`);
    for (const [name, id] of beside)
      await duck.run(`CREATE OR REPLACE VIEW ${toInner(table.name, name)} AS ${toSelect(find(id))}`);
  }

  return {
    find,

    /** Runs a query and keeps what it gives. The name's view comes with `show`, when the rows are there. */
    async keep(run: Run, id: string, name: string, sql: string, signal: AbortSignal): Promise<TableFiles> {
      const target = memoryTarget(id).rows;
      const [rows] = toFirstRow(await create(run, id, sql, signal));
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

    /** Keeps rows that were computed outside the engine. They go by no name of their own. */
    async add(run: Run, insert: Insert, id: string, part: ComputedPart): Promise<TableFiles> {
      const target = memoryTarget(id).rows;
      const columns = part.columns.map(({ name, type }) => `${quoteName(name)} ${type}`);
      await run(`CREATE TABLE ${target} (${columns.join(', ')})`);
      if (part.rows > 0) await insert(target, part.bytes);
      const table: TableFiles = {
        id,
        name: '',
        columns: part.columns,
        parts: [{ path: null, rows: part.rows, rejected: 0, unread: 0 }],
      };
      written.add(id);
      kept.set(id, table);
      return table;
    },

    /** From now on they are dropped with it, and its name's view brings theirs. */
    own: (id: string, tables: Owned): void => void owned.set(id, tables),

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
      // it may have been dropped meanwhile
      if (kept.get(id) !== table) return;
      const renamed = { ...table, name };
      kept.set(id, renamed);
      await show(duck, renamed);
    },

    drop,

    /** The engine is another one: nothing of this is in it. */
    forget(): void {
      kept.clear();
      written.clear();
      shown.clear();
      owned.clear();
    },
  };

  /** What is stopped may have its table all the same: the last that is asked of it is whether that is so. */
  async function create(run: Run, id: string, sql: string, signal: AbortSignal): ReturnType<Run> {
    try {
      return await run(`${toCreation(id)}${sql}`, signal);
    } catch (error) {
      if (signal.aborted) await run(`DROP TABLE IF EXISTS ${memoryTarget(id).rows}`);
      throw error;
    }
  }

  async function drop(duck: Duck, id: string): Promise<void> {
    const table = kept.get(id);
    if (!table) return;
    kept.delete(id);
    await hide(duck, table);
    const { held = [], beside = {} } = owned.get(id) ?? {};
    owned.delete(id);
    const rows = table.rowsOf ?? id;
    if (written.has(rows) && ![...kept.values()].some((other) => (other.rowsOf ?? other.id) === rows)) {
      written.delete(rows);
      await duck.run(`DROP TABLE IF EXISTS ${memoryTarget(rows).rows}`);
    }
    for (const other of [...held, ...Object.values(beside)]) await drop(duck, other);
  }

  async function hide(duck: Duck, { id, name }: TableFiles): Promise<void> {
    if (shown.get(fold(name)) !== id) return;
    shown.delete(fold(name));
    await duck.run(`DROP VIEW IF EXISTS ${quoteName(name)}`);
    for (const inner of Object.keys(owned.get(id)?.beside ?? {}))
      await duck.run(`DROP VIEW IF EXISTS ${toInner(name, inner)}`);
  }
}

function toInner(name: string, inner: string): string {
  return `${quoteName(name)}.${quoteName(inner)}`;
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
