import { createAbort, Problem } from '../lib/problem';
import { holdLife } from '../lib/life';
import { toVariable } from '../sql/bound';
import { toSeed } from '../sql/seed';
import { toQuery } from '../sql/statement';
import type { Column } from '../table/column';
import type { Inspection } from '../import/inspection';
import type { ImportOptions } from '../import/options';
import { toColumns, toFirstRow } from './arrow';
import { compute } from './computing/computer';
import { keepComputed } from './computing/keepComputed';
import type { Duck, OnProgress, Run, StatementOptions } from './duckdb';
import { locks, startDuck } from './duckdb';
import type {
  ComputedTables,
  ComputeOptions,
  EngineMemory,
  ImportedTable,
  ImportFileOptions,
  ImportProgress,
  KeepOptions,
  Mending,
  QueryOptions,
  QueryRunOptions,
  ResultTable,
  ShareOptions,
  TableFiles,
  TableKind,
  TablePart,
  Values,
} from './engine';
import { isBroken, toQueryProblem } from './errors';
import { readMemory } from './memory';
import type { RowsRequest } from './exporting/serveRows';
import { serveRows, toSelection } from './exporting/serveRows';
import { type DatabaseTable, writeDatabase } from './exporting/writeDatabase';
import { appendRows } from './importing/append';
import { importGiven } from './importing/given';
import { importFile } from './importing/importer';
import { toFileProblem } from './importing/fileProblem';
import { inspectFile } from './importing/inspect';
import type { ImportJob } from './importing/job';
import { importTogether } from './importing/together';
import { removeImport } from './place';
import { preparations } from './preparations';
import { createShelf } from './shelf';
import { createSpares } from './importing/spares';
import { createResults, toCreation } from './results';
import { isWell } from './well';
import { toQueryOf, toRangeQuery, toSelect, toWireColumns } from './tables';

export interface WireRows {
  columns: Column[];
  bytes: Uint8Array<ArrayBuffer>;
}

type ImportSettings = Omit<ImportFileOptions, 'signal' | 'onProgress'>;

export type DataWorker = ReturnType<typeof createDataWorker>;

/** Everything that the data worker does for the page. Long calls carry a run id, by which they can be stopped. */
export function createDataWorker() {
  const runs = new Map<string, AbortController>();
  const spares = createSpares();
  const shelf = createShelf(engine);
  const results = createResults(shelf.find);
  let opened: Promise<Duck> | undefined;
  let onRestart: (lost: string[]) => void = () => {};
  let onShare: (run: string, share: number) => void = () => {};

  async function open(): Promise<Duck> {
    const duck = await startDuck();
    await duck.open({ onDeath: () => restart() });
    for (const statement of [...preparations, ...locks]) await duck.run(statement);
    return duck;
  }

  /** A new engine in place of one that died, with every table that is kept on the device attached again. */
  function restart(): void {
    const next = open();
    results.forget();
    const { moved, lost } = shelf.moveTo(next);
    opened = next.then(async (duck) => {
      await moved;
      return duck;
    });
    opened.catch(() => {});
    onRestart(lost);
  }

  function engine(): Promise<Duck> {
    opened ??= open();
    return opened.catch((cause: unknown) => {
      opened = undefined;
      if (cause instanceof Problem) throw cause;
      throw new Problem('engine-failed', { params: { detail: String(cause) }, cause });
    });
  }

  async function withRun<T>(run: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    runs.set(run, controller);
    try {
      return await work(controller.signal);
    } finally {
      runs.delete(run);
    }
  }

  /** Runs a statement; tells an engine that broke from a statement that failed. */
  function runStatement(
    sql: string,
    person: { sql: string; before: number },
    signal?: AbortSignal,
    { values = {}, ...telling }: { values?: Values } & StatementOptions = {},
  ) {
    const setup = toVariables(values);
    return guard(person, (duck) =>
      setup.length === 0
        ? duck.run(sql, signal, telling)
        : duck.session(async (run) => {
            for (const statement of setup) await run(statement);
            return run(sql, signal, telling);
          }),
    );
  }

  /** Rows of a table, as another asks for them; where there are none, their columns. */
  function readRows(id: string, { kind, columns, from, to }: RowsRequest, signal: AbortSignal) {
    const table = results.find(id);
    const selection = toSelection(columns);
    const sql =
      toRangeQuery(table, kind, from, to, selection) ??
      `SELECT ${selection} FROM (${toSelect(table)}) LIMIT 0`;
    return runStatement(sql, { sql, before: 0 }, signal);
  }

  function toProgress(run: string): OnProgress {
    return (share) => onShare(run, share);
  }

  async function guard<T>(
    person: { sql: string; before: number },
    work: (duck: Duck) => Promise<T>,
  ): Promise<T> {
    const duck = await engine();
    try {
      return await work(duck);
    } catch (error) {
      if (error instanceof DOMException || error instanceof Problem) throw error;
      if (isBroken(error) && !(await isWell(duck))) {
        duck.die();
        throw new Problem('engine-restarted', { sql: person.sql, cause: error });
      }
      throw toQueryProblem(error, person);
    }
  }

  return {
    /** Holds the lock that tells the page when this worker ends. */
    hold: holdLife,

    /** Starts the engine. */
    async open(
      restarted: (lost: string[]) => void,
      progressed: (run: string, share: number) => void,
    ): Promise<void> {
      onRestart = restarted;
      onShare = progressed;
      await engine();
    },

    query(
      run: string,
      sql: string,
      { maxRows, values = {}, of, background = false }: Omit<QueryOptions, keyof QueryRunOptions> = {},
    ): Promise<WireRows & { rowCount?: number }> {
      return withRun(run, async (signal) => {
        const query = of === undefined ? toQuery(sql) : toQueryOf(results.find(of), sql);
        const describe = 'DESCRIBE SELECT * FROM (\n';
        const described = await runStatement(
          `${describe}${query}\n)`,
          { sql, before: describe.length },
          signal,
          { values, background },
        );
        const columns = toColumns(described);
        const select = `SELECT ${toWireColumns(columns)} FROM (\n`;
        const limit = maxRows === undefined ? '' : ` LIMIT ${maxRows}`;
        const before = new TextEncoder().encode(select).length;
        const bytes = await runStatement(`${select}${query}\n)${limit}`, { sql, before }, signal, {
          values,
          background,
          onProgress: toProgress(run),
        });
        return { columns, bytes };
      });
    },

    /** How many rows a query gives, for one of which only some were asked for. */
    count(run: string, sql: string, values: Values = {}): Promise<number> {
      return withRun(run, async (signal) => {
        const select = 'SELECT count(*) FROM (\n';
        const bytes = await runStatement(
          `${select}${toQuery(sql)}\n)`,
          { sql, before: select.length },
          signal,
          { values },
        );
        return Number(toFirstRow(bytes)[0]);
      });
    },

    keepResult(
      run: string,
      sql: string,
      { name = '', values = {}, seed = 1, owns }: Omit<KeepOptions, keyof QueryRunOptions>,
    ): Promise<ResultTable> {
      return withRun(run, async (signal) => {
        const id = toResultId();
        const query = toQuery(sql);
        const select = 'SELECT * FROM (\n';
        const before = toCreation(id).length + select.length;
        return guard({ sql, before }, async (duck) => {
          const table = await duck.session(async (onConnection) => {
            const seeding = DRAWS.test(query) ? [toSeed(seed)] : [];
            for (const statement of [...toVariables(values), ...seeding]) await onConnection(statement);
            const telling: Run = (statement, stop) =>
              onConnection(statement, stop, { onProgress: toProgress(run) });
            return results.keep(telling, id, name, `${select}${query}\n)`, signal);
          });
          if (owns) results.own(id, owns);
          if (name) await results.show(duck, table);
          return toResult(table);
        });
      });
    },

    compute(
      run: string,
      {
        sql,
        beside = {},
        values = {},
        analysis,
        settings,
        seed,
      }: Omit<ComputeOptions, keyof QueryRunOptions>,
    ): Promise<ComputedTables> {
      return withRun(run, async (signal) => {
        const read = (query: string) => runStatement(query, { sql: query, before: 0 }, signal, { values });
        const bytes = await read(sql);
        const others: Record<string, Uint8Array<ArrayBuffer>> = {};
        for (const [name, query] of Object.entries(beside)) others[name] = await read(query);
        const computed = await compute(
          { bytes, beside: others, analysis, settings, seed },
          { signal, onProgress: toProgress(run) },
        );
        return keepComputed(computed, async (part) => {
          const add = (duck: Duck) =>
            duck.session((onConnection, insert) => results.add(onConnection, insert, toResultId(), part));
          return toResult(await guard({ sql, before: 0 }, add));
        });
      });
    },

    async shareResult({ name, of, columns }: ShareOptions): Promise<ResultTable | undefined> {
      const table = results.share(toResultId(), name, of, columns);
      if (!table) return undefined;
      if (name) await results.show(await engine(), table);
      return toResult(table);
    },

    renameResult: async (id: string, name: string): Promise<void> => results.rename(await engine(), id, name),

    dropResult: async (id: string): Promise<void> => results.drop(await engine(), id),

    explain(run: string, sql: string, values: Values = {}): Promise<string> {
      return withRun(run, async (signal) => {
        const explain = 'EXPLAIN (ANALYZE, FORMAT json) SELECT * FROM (\n';
        const bytes = await runStatement(
          `${explain}${toQuery(sql)}\n)`,
          { sql, before: explain.length },
          signal,
          { values },
        );
        return String(toFirstRow(bytes)[1]);
      });
    },

    read(
      run: string,
      id: string,
      kind: TableKind,
      from: number,
      to: number,
    ): Promise<Uint8Array<ArrayBuffer> | null> {
      return withRun(run, async (signal) => {
        const sql = toRangeQuery(results.find(id), kind, from, to);
        return sql === undefined ? null : runStatement(sql, { sql, before: 0 }, signal);
      });
    },

    serveRows(run: string, id: string, port: MessagePort): Promise<void> {
      return withRun(run, (signal) => {
        const read = (request: RowsRequest) => readRows(id, request, signal);
        return serveRows(port, read, signal);
      });
    },

    writeDatabase(run: string, path: string, tables: readonly DatabaseTable[]): Promise<void> {
      return withRun(run, (signal) => {
        const read = (id: string, request: RowsRequest) => readRows(id, request, signal);
        return writeDatabase({ path, tables, read, spares, signal, onProgress: toProgress(run) });
      });
    },

    prepare: spares.prepare,
    attach: shelf.attach,
    detach: shelf.detach,
    discard: shelf.discard,
    rename: shelf.rename,

    inspect(run: string, file: File, options: ImportOptions): Promise<Inspection> {
      return withRun(run, async (signal) => {
        try {
          return await inspectFile(file, options, engine, signal);
        } catch (error) {
          if (signal.aborted) throw createAbort();
          throw await toFileProblem(error, file);
        }
      });
    },

    importFile(
      run: string,
      file: File,
      { id, name, options = {}, together, keep, given }: ImportSettings,
      onProgress: (progress: ImportProgress) => void,
    ): Promise<ImportedTable[]> {
      return withRun(run, async (signal) => {
        try {
          const memory = keep ? undefined : await engine();
          const job = { id, name, file, options, signal, onProgress, memory, spares };
          if (given) return [await importGiven(job, given)];
          return together
            ? [await importTogether(job, [file, ...together.files], together.column)]
            : await importFile(job);
        } catch (error) {
          if (keep) await removeImport(id);
          if (signal.aborted) throw createAbort();
          throw await toFileProblem(error, file);
        }
      });
    },

    appendRows(run: string, id: string, mending: Mending, keep: boolean): Promise<TablePart[]> {
      return withRun(run, async (signal) => {
        const duck = await engine();
        const table = shelf.find(id);
        const job: ImportJob = {
          id,
          name: table.name,
          file: new File([], table.name),
          options: {},
          signal,
          onProgress: () => {},
          memory: keep ? undefined : duck,
          spares,
        };
        return appendRows(job, duck, table, mending);
      });
    },

    memory: async (): Promise<EngineMemory> => readMemory(await engine()),

    cancel(run: string): void {
      runs.get(run)?.abort(createAbort());
    },

    cancelAll(): void {
      for (const controller of runs.values()) controller.abort(createAbort());
    },
  };
}

/** Words of statements that draw random numbers. */
const DRAWS = /random|uuid|sample|shuffle/i;

function toVariables(values: Values): string[] {
  return Object.entries(values).map(([name, value]) => toVariable(name, value));
}

function toResult({ id, name, columns, parts }: TableFiles): ResultTable {
  return { id, name, columns, rowCount: parts.reduce((sum, { rows }) => sum + rows, 0) };
}

function toResultId(): string {
  return `result_${crypto.randomUUID()}`;
}
