import path from 'node:path';
import { createRequire } from 'node:module';
import type { Table } from 'apache-arrow';

interface Connection {
  query(sql: string): Table;
  getTableNames(sql: string): string[];
}

interface Database {
  instantiate(onProgress: () => void): Promise<unknown>;
  open(config: object): void;
  connect(): Connection;
  tokenize(sql: string): { offsets: number[]; types: number[] };
}

interface Blocking {
  createDuckDB(bundles: object, logger: object, runtime: object): Promise<Database>;
  VoidLogger: new () => object;
  NODE_RUNTIME: object;
}

/** The engine of the page in Node, as what answers for the grammar. */
export async function createGrammar() {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const { createDuckDB, VoidLogger, NODE_RUNTIME } = require(file) as Blocking;
  const mainModule = path.join(path.dirname(file), 'duckdb-eh.wasm');
  const database = await createDuckDB(
    { mvp: { mainModule }, eh: { mainModule } },
    new VoidLogger(),
    NODE_RUNTIME,
  );
  await database.instantiate(() => {});
  database.open({});
  const connection = database.connect();
  connection.query('SET autoload_known_extensions = false');
  connection.query('SET autoinstall_known_extensions = false');
  return {
    run: (sql: string): void => void connection.query(sql),
    /** The rows as sorted texts: a query without ORDER BY may give them in any order. */
    rows(sql: string): string[] {
      const table = connection.query(sql);
      const columns = table.schema.fields.map((_, index) => [...table.getChildAt(index)!]);
      const rows = Array.from({ length: table.numRows }, (_, row) => columns.map((column) => column[row]));
      return rows.map((row) => row.map((value) => String(value)).join('|')).sort();
    },
    names: (sql: string): string[] => connection.getTableNames(sql),
    /** Where DuckDB's lexer sees tokens start, in UTF-8 bytes. */
    tokenStarts: (sql: string): number[] => database.tokenize(sql).offsets,
  };
}
