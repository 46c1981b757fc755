import { expect, it, vi } from 'vitest';
import type { Rows } from '../../src/engine/engine';
import { createAbort } from '../../src/lib/problem';
import { createGlances } from '../../src/run/glances';

const text = (name: string) => ({ name, type: 'VARCHAR' });

/** As long as any machine takes. */
const until = (check: () => void) => vi.waitFor(check, 20_000);

/** An engine that says of every column that it has three rows of two values, and keeps a list of what it was asked. */
function createFakeEngine({ hangs = false } = {}) {
  const asked: string[] = [];
  return {
    asked,
    async query(sql: string, { signal }: { signal?: AbortSignal } = {}): Promise<Rows> {
      const names = [...sql.matchAll(/"(\w+)"/g)].map(([, name]) => name!);
      asked.push([...new Set(names)].join(' '));
      if (hangs) {
        return new Promise((_, fail) => signal!.addEventListener('abort', () => fail(createAbort())));
      }
      const isFacts = sql.includes('approx_count_distinct');
      const values = isFacts
        ? [[3], ...[...new Set(names)].flatMap(() => [[3], [2], [null]])]
        : [
            ['a', 'b'],
            [2, 1],
            [2, 2],
          ];
      return { columns: [], values, rowCount: 1 };
    },
  };
}

it('columns that are asked for together are looked at in one pass, and each that is known is not asked for again', async () => {
  const engine = createFakeEngine();
  const glances = createGlances({ lingerMs: 0 });
  const table = { engine, id: 't', key: 't/1' };
  const told = vi.fn();
  for (const name of ['x', 'y', 'x']) glances.want(table, text(name), told);
  await until(() => expect(told).toHaveBeenCalledTimes(3));
  expect(engine.asked).toEqual(['x y', 'x', 'y']);
  expect(glances.maybeKnown('t/1', text('x'))).toMatchObject({ rows: 3, shape: { distinct: 2 } });
  expect(glances.maybeKnown('t/2', text('x'))).toBeUndefined();
});

it('what nobody wants any more is stopped, and what is wanted anew is found', async () => {
  const slow = createFakeEngine({ hangs: true });
  const glances = createGlances({ lingerMs: 0 });
  const stop = glances.want({ engine: slow, id: 'a', key: 'a' }, text('x'), () => {});
  await until(() => expect(slow.asked).toEqual(['x']));
  stop();
  const told = vi.fn();
  glances.want({ engine: createFakeEngine(), id: 'b', key: 'b' }, text('x'), told);
  await until(() => expect(told).toHaveBeenCalledOnce());
});

it('a table that is gone keeps nobody else waiting', async () => {
  const glances = createGlances({ lingerMs: 0 });
  const never = vi.fn();
  const gone = { query: () => Promise.reject(new Error('no such table')) };
  glances.want({ engine: gone, id: 'a', key: 'a' }, text('x'), never);
  const told = vi.fn();
  glances.want({ engine: createFakeEngine(), id: 'b', key: 'b' }, text('x'), told);
  await until(() => expect(told).toHaveBeenCalledOnce());
  expect(never).not.toHaveBeenCalled();
});
