import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromJson } from '../../../src/import/json/fromJson';
import { Problem } from '../../../src/lib/problem';
import { findCorpus } from '../../corpora';
import { readRows } from '../readBatches';

const folder = findCorpus('JSONTestSuite');
const files = folder ? readdirSync(path.join(folder, 'test_parsing')) : [];

async function read(name: string) {
  const blob = new Blob([readFileSync(path.join(folder!, 'test_parsing', name))]);
  const { signal } = new AbortController();
  const table = await fromJson(blob, { file: name, signal, onProgress: () => {} });
  return { table, rows: await readRows(table) };
}

describe.skipIf(!folder)('JSONTestSuite (skipped where the corpora are absent)', () => {
  test.each(files.filter((name) => name.startsWith('y_')))('%s is read', async (name) => {
    const { table, rows } = await read(name);
    expect(rows.length).toBe(table.rows);
  });

  test.each(files.filter((name) => name.startsWith('n_')))('%s is refused, with the place', async (name) => {
    const problem = await read(name).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    const { code, params } = problem as Problem;
    expect(code).toBe('json-syntax');
    expect(params).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
    expect(params.expected).not.toBe('');
  });

  test.each(files.filter((name) => name.startsWith('i_')))('%s is read or refused in words', async (name) => {
    const outcome = await read(name).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Problem);
    else expect(outcome).toHaveProperty('rows');
  });
});
