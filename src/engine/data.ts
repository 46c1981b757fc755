import { createAbort, Problem } from '../lib/problem';
import { holdLife } from '../lib/life';
import { toVariable } from '../sql/bound';
import { toSeed } from '../sql/seed';
import { toQuery } from '../sql/statement';
import type { Column } from '../table/column';
import type { Inspection } from '../import/inspection';
import type { ImportOptions } from '../import/options';
import { toColumns, toFirstRow } from './arrow';
import type { Duck } from './duckdb';
import { locks, startDuck } from './duckdb';
import type {
  EngineMemory,
  ImportedTable,
  ImportFileOptions,
  ImportProgress,
  KeepOptions,
  Mending,
  ResultTable,
  ShareOptions,
  TableFiles,
  TableKind,
  TablePart,
  Values,
} from './engine';
import { isBroken, toQueryProblem } from './errors';
import type { RowsRequest } from './exporting/serveRows';
import { serveRows, toSelection } from './exporting/serveRows';
import { appendRows } from './importing/append';
import { importGiven } from './importing/given';
import { importFile } from './importing/importer';
import { inspectFile } from './importing/inspect';
import type { ImportJob } from './importing/job';
import { importTogether } from './importing/together';
import { removeImport } from './place';
import { createShelf } from './shelf';
import { createSpares } from './importing/spares';
import { createResults, toCreation } from './results';
import { toRangeQuery, toWireColumns } from './tables';

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
    values: Values = {},
  ) {
    const setup = toVariables(values);
    return guard(person, (duck) =>
      setup.length === 0
        ? duck.run(sql, signal)
        : duck.session(async (run) => {
            for (const statement of setup) await run(statement);
            return run(sql, signal);
          }),
    );
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
    async open(restarted: (lost: string[]) => void): Promise<void> {
      onRestart = restarted;
      await engine();
    },

    query(
      run: string,
      sql: string,
      { maxRows, values = {} }: { maxRows?: number | undefined; values?: Values | undefined } = {},
    ): Promise<WireRows & { rowCount?: number }> {
      return withRun(run, async (signal) => {
        const query = toQuery(sql);
        const describe = 'DESCRIBE SELECT * FROM (\n';
        const described = await runStatement(
          `${describe}${query}\n)`,
          { sql, before: describe.length },
          signal,
          values,
        );
        const columns = toColumns(described);
        const select = `SELECT ${toWireColumns(columns)} FROM (\n`;
        const limit = maxRows === undefined ? '' : ` LIMIT ${maxRows}`;
        const before = new TextEncoder().encode(select).length;
        const bytes = await runStatement(`${select}${query}\n)${limit}`, { sql, before }, signal, values);
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
          values,
        );
        return Number(toFirstRow(bytes)[0]);
      });
    },

    keepResult(
      run: string,
      sql: string,
      { name, values = {}, seed = 1 }: Omit<KeepOptions, 'signal'>,
    ): Promise<ResultTable> {
      return withRun(run, async (signal) => {
        const id = `result_${crypto.randomUUID()}`;
        const query = toQuery(sql);
        const select = 'SELECT * FROM (\n';
        const before = toCreation(id).length + select.length;
        return guard({ sql, before }, async (duck) => {
          const table = await duck.session(async (onConnection) => {
            const seeding = DRAWS.test(query) ? [toSeed(seed)] : [];
            for (const statement of [...toVariables(values), ...seeding]) await onConnection(statement);
            return results.keep(onConnection, id, name, `${select}${query}\n)`, signal);
          });
          await results.show(duck, table);
          return toResult(table);
        });
      });
    },

    async shareResult({ name, of, columns }: ShareOptions): Promise<ResultTable | undefined> {
      const table = results.share(`result_${crypto.randomUUID()}`, name, of, columns);
      if (!table) return undefined;
      await results.show(await engine(), table);
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
          values,
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
        const read = async ({ kind, columns, from, to }: RowsRequest) => {
          const table = results.find(id);
          const sql = toRangeQuery(table, kind, from, to, toSelection(columns));
          return sql === undefined ? null : runStatement(sql, { sql, before: 0 }, signal);
        };
        return serveRows(port, read, signal);
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

    async memory(): Promise<EngineMemory> {
      const duck = await engine();
      const [used, limit] = toFirstRow(
        await duck.run(`
          SELECT (SELECT sum(memory_usage_bytes)::DOUBLE FROM duckdb_memory()),
            (SELECT value FROM duckdb_settings() WHERE name = 'memory_limit')`),
      );
      return { usedBytes: Number(used ?? 0), limitBytes: toBytes(String(limit)) };
    },

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

const preparations = [
  'CREATE SCHEMA rejected',
  'CREATE SCHEMA unread',
  'CREATE SCHEMA kept_in_memory',
  // these two live in an extension that no browser can have
  ...['current_date', 'today'].map(
    (name) => `CREATE MACRO ${name}() AS CAST(CAST(now() AS TIMESTAMP) + ${toZoneInterval()} AS DATE)`,
  ),
];

/** Whether an engine that threw something odd still answers. */
async function isWell(duck: Duck): Promise<boolean> {
  const answer = duck.run('SELECT 1').then(
    () => true,
    () => false,
  );
  const silence = new Promise<boolean>((done) => setTimeout(() => done(false), 5000));
  return Promise.race([answer, silence]);
}

async function toFileProblem(error: unknown, file: File): Promise<Problem> {
  const isImporters = error instanceof Problem && error.code === 'engine-restarted';
  if (error instanceof Problem && !isImporters) return error;
  const params = { file: file.name };
  if (error instanceof DOMException && error.name === 'NotReadableError') {
    return new Problem('file-unreadable', { params, cause: error });
  }
  // the engine tells of a full disk in words of its own, if at all
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < file.size) return new Problem('storage-full', { params, cause: error });
  const { detail = '' } = isImporters ? {} : toQueryProblem(error).params;
  return new Problem('file-failed', { params: { ...params, detail }, cause: error });
}

/** The difference between the device's clock and UTC, as the engine writes it; it knows no time zones itself. */
function toZoneInterval(): string {
  return `INTERVAL (${-new Date().getTimezoneOffset()}) MINUTE`;
}

/** `3.1 GiB` → bytes. */
function toBytes(text: string): number {
  const [, number, unit = ''] = /^([\d.]+)\s*(\w*)/.exec(text) ?? [];
  const power = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'].indexOf(unit);
  return Number(number ?? 0) * 1024 ** Math.max(power, 0);
}
