import { expect, test, vi } from 'vitest';
import type { ComputedTables, KeepOptions, ResultTable } from '../../src/engine/engine';
import { runKeep } from '../../src/run/tools';
import type { AskPlan } from '../../src/workbook/plan';

function createEngine() {
  let count = 0;
  const toTable = (name = ''): ResultTable => ({ id: `r${++count}`, name, columns: [], rowCount: 2 });
  return {
    query: vi.fn(),
    shareResult: vi.fn(),
    keepResult: vi.fn(async (_: string, { name }: KeepOptions) => toTable(name)),
    compute: vi.fn(async (): Promise<ComputedTables> => ({
      added: toTable(),
      tables: { centers: toTable() },
      notes: [],
    })),
    dropResult: vi.fn(() => Promise.resolve()),
  };
}

const run = (engine: ReturnType<typeof createEngine>, toPlan: AskPlan['toPlan']) =>
  runKeep({
    engine,
    plan: { do: 'ask', said: '', values: {}, toPlan },
    name: 'segments',
    seed: 1,
    findRows: () => undefined,
    telling: { signal: new AbortController().signal, onProgress: () => {} },
  });

const task = { sql: 'SELECT 1', analysis: 'kmeans', settings: {}, seed: 1 };

test('what was kept on the way belongs to the result, and its tables go by their names behind it', async () => {
  const engine = createEngine();
  const { result, beside } = await run(engine, async ({ hold, compute }) => {
    await hold!('SELECT 2', {});
    const { added, tables } = await compute!(task, {});
    return { do: 'keep', sql: `FROM ${added!.table}`, values: {}, beside: tables };
  });
  expect(result).toMatchObject({ id: 'r4', name: 'segments' });
  expect(beside).toEqual({ centers: { id: 'r3', name: 'centers', columns: [], rowCount: 2 } });
  expect(engine.keepResult).toHaveBeenLastCalledWith(
    'FROM kept_in_memory."r2"',
    expect.objectContaining({ owns: { held: ['r1', 'r2'], beside: { centers: 'r3' } } }),
  );
  expect(engine.dropResult).not.toHaveBeenCalled();
});

test('what was kept on the way is dropped where the run fails', async () => {
  const engine = createEngine();
  const failed = run(engine, async ({ hold, compute }) => {
    await hold!('SELECT 2', {});
    await compute!(task, {});
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(engine.dropResult.mock.calls.flat().toSorted()).toEqual(['r1', 'r2', 'r3']);
});
