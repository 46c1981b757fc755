import path from 'node:path';
import { createRequire } from 'node:module';
import type { Table } from 'apache-arrow';
import type { Engine, Rows } from '../../src/engine/engine';
import { preparations } from '../../src/engine/preparations';
import { toPlainNames } from '../../src/engine/plainNames';
import { toVariable } from '../../src/sql/bound';
import type { Column, Value } from '../../src/table/column';

interface Connection {
  query(sql: string): Table;
  useUnsafe<T>(work: (bindings: { runQuery(id: number, sql: string): Uint8Array }, id: number) => T): T;
  insertArrowFromIPCStream(bytes: Uint8Array, options: { name: string; create: boolean }): void;
}

interface Blocking {
  createDuckDB(bundles: object, logger: object, runtime: object): Promise<Database>;
  VoidLogger: new () => object;
  NODE_RUNTIME: object;
}

interface Database {
  instantiate(onProgress: () => void): Promise<unknown>;
  reset(): void;
  open(config: object): void;
  connect(): Connection;
}

let starting: Promise<Database> | undefined;

/** Starting takes a second, so that files of one process share it; each has it empty. */
async function startDuck(): Promise<Database> {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const folder = path.dirname(file);
  const { createDuckDB, VoidLogger, NODE_RUNTIME } = require(file) as Blocking;
  const bundle = (name: string) => ({ mainModule: path.join(folder, `duckdb-${name}.wasm`) });
  const database = await createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new VoidLogger(),
    NODE_RUNTIME,
  );
  const { instantiate } = WebAssembly;
  try {
    WebAssembly.instantiate = (async (code: BufferSource, imports: WebAssembly.Imports) => {
      const { module, instance } = await instantiate(code, imports);
      return { module, instance: { exports: toPlainNames(instance.exports) } };
    }) as typeof instantiate;
    await database.instantiate(() => {});
  } finally {
    WebAssembly.instantiate = instantiate;
  }
  return database;
}

/** A real DuckDB for tests in Node: answers queries as the engine of the page does. */
export async function createDuck() {
  const database = await (starting ??= startDuck());
  database.reset();
  database.open({});
  const connection = database.connect();
  for (const statement of preparations) connection.query(statement);
  const run = (sql: string): Pick<Rows, 'values' | 'rowCount'> => {
    const table = connection.query(sql);
    const values = table.schema.fields.map((_, index) => [...table.getChildAt(index)!] as Value[]);
    return { values, rowCount: table.numRows };
  };
  const describe = (table: string): Column[] => {
    const { values } = run(`DESCRIBE ${table}`);
    return values[0]!.map((name, row) => ({ name: String(name), type: String(values[1]![row]) }));
  };
  const engine: Pick<Engine, 'query'> = {
    async query(sql, { signal, values = {}, of } = {}) {
      signal?.throwIfAborted();
      for (const [name, value] of Object.entries(values)) connection.query(toVariable(name, value));
      const table = of === undefined ? '' : `WITH the_table AS NOT MATERIALIZED (FROM "${of}")`;
      return { columns: [], ...run(`SELECT * FROM (\n${table} ${sql}\n)`) };
    },
  };
  return {
    engine,
    query: (sql: string) => connection.query(sql),
    /** The result as an Arrow stream. */
    stream: (sql: string) => connection.useUnsafe((bindings, id) => bindings.runQuery(id, sql)),
    /** Adds the rows of an Arrow stream to a table that is there. */
    insert: (name: string, bytes: Uint8Array) =>
      connection.insertArrowFromIPCStream(bytes, { name, create: false }),
    /** Makes a table of a query, and describes it. */
    create(name: string, query: string): { name: string; columns: Column[] } {
      const quoted = `"${name.replaceAll('"', '""')}"`;
      connection.query(`CREATE OR REPLACE TABLE ${quoted} AS ${query}`);
      return { name, columns: describe(quoted) };
    },
  };
}
