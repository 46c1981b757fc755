import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance, version } from '@duckdb/node-api';

/**
 * Native DuckDB with one thread, as DuckDB-WASM has one.
 * @typedef {Awaited<ReturnType<typeof openNative>>} Native
 * @param {{file?: string}} [options] `file`: the database file; in memory where there is none
 */
export async function openNative({ file = ':memory:' } = {}) {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run('SET threads = 1');

  return {
    /** @param {string} sql */
    run: (sql) => connection.run(sql),
    /** The whole result as the engine's own typed vectors, no value of it made a JavaScript value. @param {string} sql */
    materialise: async (sql) => (await connection.run(sql)).fetchAllChunks(),
    /** The whole result as JavaScript values. @param {string} sql */
    rows: async (sql) => (await connection.run(sql)).getRowsJS(),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Native DuckDB with a database file, which goes when it is closed. */
export async function openStored() {
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-bench-'));
  const native = await openNative({ file: path.join(folder, 'native.duckdb') });
  return {
    ...native,
    close() {
      native.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How the peer reads the CSV: it finds the format and the types by itself, as Quire does. @param {string} csv */
export function toCreate(csv) {
  return `CREATE TABLE t AS FROM read_csv('${csv.replaceAll("'", "''")}')`;
}

/** @param {() => Promise<unknown>} work @returns {Promise<number>} milliseconds */
export async function time(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** DuckDB's own version and the package's. */
export const nativeVersion = version();
