import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeepOptions, ResultTable, Rows } from '../../src/engine/engine';
import { createAbort, Problem } from '../../src/lib/problem';
import { createRunner } from '../../src/run/runner';
import type { RunSource } from '../../src/run/world';
import { noWorld } from '../../src/run/world';
import type { CellState } from '../../src/run/state';
import type { Cell } from '../../src/workbook/cell';
import { createWorkbook } from '../../src/workbook/document';
import { renameCell } from '../../src/workbook/edits';
import { createRandom } from '../random';
import { kinds, value, word } from '../workbook/kinds';

/** An engine that keeps a list of what it was asked, and ends a run when the test says so. */
function createFakeEngine() {
  const asked: string[] = [];
  const dropped: string[] = [];
  const renamed: string[] = [];
  const pending = new Map<string, (error?: unknown) => void>();
  const tellers = new Map<string, KeepOptions['onProgress']>();
  let count = 0;
  let byHand = false;
  return {
    asked,
    dropped,
    renamed,
    byHand: () => (byHand = true),
    /** Ends the run that keeps a name's rows. */
    async end(name: string, error?: unknown) {
      pending.get(name)!(error);
      pending.delete(name);
      await settle();
    },
    isRunning: (name: string) => pending.has(name),
    tellShare: (name: string, share: number) => tellers.get(name)?.(share),
    keepResult(sql: string, { name = '', values, signal, onProgress }: KeepOptions): Promise<ResultTable> {
      tellers.set(name, onProgress);
      const given = Object.entries(values ?? {}).map(
        ([key, bound]) => `${key}=${'value' in bound ? bound.value : ''}`,
      );
      asked.push([name, ...given].join(' '));
      const table = { id: `r${++count}`, name, columns: [], rowCount: sql.length };
      if (sql.includes('bad'))
        return Promise.reject(new Problem('sql-syntax', { sql, position: sql.indexOf('bad') }));
      if (!byHand) return Promise.resolve(table);
      return new Promise((done, fail) => {
        signal?.addEventListener('abort', () => fail(createAbort()));
        pending.set(name, (error) => (error ? fail(error) : done(table)));
      });
    },
    shareResult: () => Promise.reject(new Error('not asked for')),
    renameResult: async (id: string, name: string) => void renamed.push(`${id} ${name}`),
    dropResult: async (id: string) => void dropped.push(id),
    compute: () => Promise.reject(new Error('not asked for')),
    query: async (): Promise<Rows> => ({ columns: [], values: [], rowCount: 0 }),
  };
}

async function settle() {
  for (let n = 0; n < 50; n++) await Promise.resolve();
}

let engine: ReturnType<typeof createFakeEngine>;
let states: Map<string, CellState>;
let runner: ReturnType<typeof createRunner>;
const sources: RunSource[] = [{ id: 's1', name: 'orders', version: '1' }];

async function set(
  cells: readonly Cell[],
  options: { run?: 'auto' | 'asked'; sources?: RunSource[]; held?: boolean } = {},
) {
  runner.setWorld({
    workbook: createWorkbook({ id: 'w', cells, run: options.run ?? 'auto' }),
    sources: options.sources ?? sources,
    held: options.held ?? false,
  });
  await settle();
}

const status = () => Object.fromEntries([...states].map(([id, state]) => [id, state.status]));

beforeEach(() => {
  vi.useRealTimers();
  restart();
});

function restart(): void {
  engine = createFakeEngine();
  states = new Map();
  runner = createRunner({
    engine,
    kinds,
    onState: (id, state) => void (state ? states.set(id, state) : states.delete(id)),
  });
}

describe('the runner', () => {
  it('a change runs what follows from it, and only that', async () => {
    const cells = [word('a', '@orders'), word('b', '@a'), word('c', '@b'), word('x', '@orders')];
    await set(cells);
    expect(engine.asked).toEqual(['a', 'x', 'b', 'c']);
    engine.asked.length = 0;
    await set(cells.with(1, word('b', '@a more')));
    expect(engine.asked).toEqual(['b', 'c']);
  });

  it('in 200 cells, a change of one runs those that read it', async () => {
    const cells = Array.from({ length: 200 }, (_, n) =>
      word(`c${n}`, n % 10 === 0 ? '@orders' : `@c${n - 1}`),
    );
    const all = cells.map(({ id }) => id);
    await set(cells);
    await runner.whenSettled(all);
    expect(engine.asked).toHaveLength(200);
    engine.asked.length = 0;
    await set(cells.with(104, word('c104', '@c103 changed')));
    await runner.whenSettled(all);
    expect(engine.asked).toEqual(['c104', 'c105', 'c106', 'c107', 'c108', 'c109']);
  });

  it('a chain of 2,000 cells is looked at a few times a cell, not once for each that ends', async () => {
    let looks = 0;
    const cells = Array.from({ length: 2000 }, (_, n) => ({
      ...word(`c${n}`, n === 0 ? '@orders' : `@c${n - 1}`),
      get kind() {
        looks++;
        return 'word';
      },
    }));
    await set(cells);
    await runner.whenSettled(cells.map(({ id }) => id));
    expect(engine.asked).toHaveLength(2000);
    expect(looks).toBeLessThan(20 * cells.length);
  });

  it('whatever happens, and in whatever order, looking at every cell again would change nothing', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = createRandom(seed);
      const pick = <T>(items: readonly T[]) => items[random.below(items.length)]!;
      restart();
      if (seed % 2) engine.byHand();
      const names = Array.from({ length: 12 }, (_, n) => `c${n}`);
      const write = (name: string) =>
        word(
          name,
          [pick(['@orders', '', 'bad', '$n']), `@${pick(names)}`, `@${pick(names)}`]
            .slice(0, random.below(4))
            .concat(String(random.below(99)))
            .join(' '),
        );
      let cells: Cell[] = [value('n', 1), ...names.map(write)];
      const options = { run: pick(['auto', 'asked'] as const) };
      await set(cells, options);
      for (let step = 0; step < 30; step++) {
        const what = random.below(8);
        const at = random.below(names.length);
        if (what < 2) cells = cells.with(1 + at, write(names[at]!));
        if (what === 2) cells = cells.with(0, value('n', step));
        if (what === 3) void runner.run([pick(names)]);
        if (what === 4) runner.stop(pick(names));
        if (what === 5 && step % 5 === 0) runner.stopAll();
        for (const name of names) if (engine.isRunning(name) && random.below(2)) await engine.end(name);
        if (what < 3) await set(cells, options);
        await settle();
        const [before, asked] = [new Map(states), engine.asked.length];
        await set(cells, options);
        expect({ seed, step, states: [...states], asked: engine.asked.length }).toEqual({
          seed,
          step,
          states: [...before],
          asked,
        });
      }
    }
  });

  it('nothing runs for a cell that moves or is folded up', async () => {
    await set([word('a'), word('b', '@a')]);
    engine.asked.length = 0;
    await set([word('b', '@a'), { ...word('a'), collapsed: true }]);
    expect(engine.asked).toEqual([]);
  });

  it('a renamed cell keeps its rows, and so does what reads it', async () => {
    const cells = [word('a', '@orders'), word('b', '@a')];
    await set(cells);
    engine.asked.length = 0;
    const workbook = renameCell(createWorkbook({ id: 'w', cells }), 'a', 'base', kinds);
    runner.setWorld({ workbook, sources, held: false }, { sameResults: true });
    await settle();
    expect(engine.asked).toEqual([]);
    expect(engine.renamed).toEqual(['r1 base']);
    expect(status()).toEqual({ a: 'done', b: 'done' });
    // and the new name is what they are run by from then on
    runner.setWorld({ workbook, sources: [{ ...sources[0]!, version: '2' }], held: false });
    await settle();
    expect(engine.asked).toEqual(['base', 'b']);
  });

  it('a name is changed at once where each of many cells reads two others', async () => {
    const cells = Array.from({ length: 60 }, (_, n) => word(`c${n}`, n < 2 ? '' : `@c${n - 1} @c${n - 2}`));
    await set(cells);
    await runner.whenSettled(cells.map(({ id }) => id));
    engine.asked.length = 0;
    const workbook = renameCell(createWorkbook({ id: 'w', cells }), 'c0', 'base', kinds);
    runner.setWorld({ workbook, sources, held: false }, { sameResults: true });
    await settle();
    expect([engine.asked, engine.renamed]).toEqual([[], ['r1 base']]);
  });

  it('a running cell says how far it has come, never less than before, and nothing once it is done', async () => {
    engine.byHand();
    await set([word('a')]);
    expect(states.get('a')!.share).toBeUndefined();
    engine.tellShare('a', 0.4);
    engine.tellShare('a', 0.3);
    expect(states.get('a')!.share).toBe(0.4);
    await engine.end('a');
    engine.tellShare('a', 0.9);
    expect(states.get('a')).toMatchObject({ status: 'done' });
    expect(states.get('a')!.share).toBeUndefined();
  });

  it('a failed cell leaves those after it waiting, with their last rows', async () => {
    const cells = [word('a'), word('b', '@a'), word('c', '@b')];
    await set(cells);
    await set(cells.with(0, word('a', 'bad')));
    expect(status()).toEqual({ a: 'failed', b: 'blocked', c: 'blocked' });
    expect(states.get('a')!.problem!.position).toBe(0);
    expect(states.get('b')).toMatchObject({ waitingFor: ['a'], result: { name: 'b' } });
    await set(cells.with(0, word('a', 'good')));
    expect(status()).toEqual({ a: 'done', b: 'done', c: 'done' });
  });

  it('new rows of a source run what reads them', async () => {
    const cells = [word('a', '@orders'), word('x')];
    await set(cells);
    engine.asked.length = 0;
    await set(cells, { sources: [{ id: 's2', name: 'orders', version: '2' }] });
    expect(engine.asked).toEqual(['a']);
  });

  it('a name that nobody goes by yet runs again when somebody does', async () => {
    await set([word('a', '@later')]);
    engine.asked.length = 0;
    await set([word('a', '@later'), word('later')]);
    expect(engine.asked).toEqual(['later', 'a']);
  });

  it('a changed input runs what reads it with the new value, and stops what ran with the old one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'Date', 'performance'] });
    engine.byHand();
    await set([value('n', 1), word('a', '$n')]);
    expect(engine.asked).toEqual(['a n=1']);
    // a run that has only begun may end, so that dragging shows something
    await set([value('n', 2), word('a', '$n')]);
    expect(engine.isRunning('a')).toBe(true);
    expect(engine.asked).toEqual(['a n=1']);
    await engine.end('a');
    expect(engine.asked).toEqual(['a n=1', 'a n=2']);
    // one that takes long is stopped
    await set([value('n', 3), word('a', '$n')]);
    await vi.advanceTimersByTimeAsync(400);
    await settle();
    expect(engine.asked).toEqual(['a n=1', 'a n=2', 'a n=3']);
    await engine.end('a');
    expect(status()).toMatchObject({ a: 'done' });
  });

  it('a changed query stops the run of the old one at once', async () => {
    engine.byHand();
    await set([word('a', 'one')]);
    await set([word('a', 'two')]);
    expect(engine.asked).toEqual(['a', 'a']);
    await engine.end('a');
    expect(states.get('a')).toMatchObject({ status: 'done', result: { rowCount: 3 } });
  });

  it('a stopped cell stays so until it is asked for or changed', async () => {
    engine.byHand();
    await set([word('a'), word('b', '@a')]);
    runner.stop('a');
    await settle();
    expect(status()).toEqual({ a: 'stopped', b: 'blocked' });
    await set([word('a'), word('b', '@a'), word('x')]);
    expect(status()).toMatchObject({ a: 'stopped' });
    const done = runner.run(['a']);
    await settle();
    await engine.end('a');
    await done;
    expect(status()).toMatchObject({ a: 'done', b: 'running' });
  });

  it('"run when asked" leaves changes stale, and runs a cell with what it follows from', async () => {
    const cells = [word('a'), word('b', '@a'), word('c', '@b')];
    await set(cells, { run: 'asked' });
    expect(engine.asked).toEqual([]);
    expect(status()).toEqual({ a: 'idle', b: 'idle', c: 'idle' });
    await runner.run(['b']);
    expect(engine.asked).toEqual(['a', 'b']);
    expect(status()).toEqual({ a: 'done', b: 'done', c: 'idle' });
    await set(cells.with(0, word('a', 'new')), { run: 'asked' });
    expect(status()).toEqual({ a: 'stale', b: 'stale', c: 'idle' });
    await runner.run();
    expect(engine.asked).toEqual(['a', 'b', 'a', 'b', 'c']);
  });

  it('what is held runs nothing until all of it is asked for', async () => {
    const cells = [word('a'), word('b', '@a')];
    await set(cells, { held: true });
    expect(engine.asked).toEqual([]);
    await runner.run();
    expect(engine.asked).toEqual(['a', 'b']);
    // who lets go of them then starts nothing twice
    await set(cells);
    expect(engine.asked).toEqual(['a', 'b']);
  });

  it('letting go of what is asked for starts none of it again', async () => {
    engine.byHand();
    const cells = [word('a'), word('b', '@a')];
    await set(cells, { held: true });
    void runner.run();
    await set(cells);
    await engine.end('a');
    expect(engine.asked).toEqual(['a', 'b']);
  });

  it('of what is held, a cell that is asked for runs alone', async () => {
    await set([word('a'), word('b', '@a'), word('x')], { held: true });
    await runner.run(['a']);
    expect(engine.asked).toEqual(['a']);
  });

  it('one’s own workbook, opened after a held one, runs nothing of that', async () => {
    await set([word('foreign')], { held: true });
    await set([word('own')]);
    expect(engine.asked).toEqual(['own']);
    await set([word('foreign')], { held: true });
    expect(engine.asked).toEqual(['own']);
  });

  it('a cycle is told at its cells, and what follows waits', async () => {
    await set([word('a', '@b'), word('b', '@a'), word('c', '@b')]);
    expect(status()).toEqual({ a: 'failed', b: 'failed', c: 'blocked' });
    expect(states.get('a')!.problem).toMatchObject({ code: 'cell-cycle', params: { path: 'a → b → a' } });
    await set([word('a'), word('b', '@a'), word('c', '@b')]);
    expect(status()).toEqual({ a: 'done', b: 'done', c: 'done' });
  });

  it('old rows are given back while something else runs for long', async () => {
    engine.byHand();
    await set([word('long'), word('a', 'one')]);
    await engine.end('a');
    await set([word('long'), word('a', 'two')]);
    await engine.end('a');
    expect(engine.isRunning('long')).toBe(true);
    expect(engine.dropped).toEqual(['r2']);
  });

  it('of a slider that is dragged, a run is looked at once when its time is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'Date', 'performance'] });
    engine.byHand();
    for (let n = 1; n <= 20; n++) await set([value('n', n), word('a', '$n')]);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(400);
    expect(engine.asked).toEqual(['a n=1', 'a n=20']);
  });

  it('without a workbook nothing runs, and no rows are left', async () => {
    engine.byHand();
    await set([word('a'), word('b', '@a')]);
    await engine.end('a');
    runner.setWorld(noWorld);
    await settle();
    expect(status()).toEqual({});
    expect(engine.dropped).toEqual(['r1']);
    await engine.end('b');
    expect(engine.dropped).toEqual(['r1']);
  });

  it('old rows are given back when nothing runs any more', async () => {
    await set([word('a', 'one'), word('b', '@a')]);
    await set([word('a', 'two'), word('b', '@a')]);
    expect(engine.dropped.toSorted()).toEqual(['r1', 'r2']);
    await set([word('b', '@a')]);
    await set([]);
    expect(engine.dropped.toSorted()).toEqual(['r1', 'r2', 'r3', 'r4', 'r5']);
  });

  it('a new engine runs everything again, but not what broke the old one', async () => {
    await set([word('a'), word('bad', 'bad'), word('b', '@a')]);
    engine.asked.length = 0;
    runner.forgetResults();
    await settle();
    expect(engine.asked).toEqual(['a', 'b']);
    expect(status()).toEqual({ a: 'done', bad: 'failed', b: 'done' });
  });

  it('no more than four queries run at once', async () => {
    engine.byHand();
    await set(Array.from({ length: 6 }, (_, n) => word(`c${n}`)));
    expect(engine.asked).toHaveLength(4);
    expect(status()).toMatchObject({ c3: 'running', c4: 'waiting', c5: 'waiting' });
    await engine.end('c0');
    expect(engine.asked).toHaveLength(5);
    runner.stopAll();
    await settle();
    expect(Object.values(status()).filter((name) => name === 'stopped')).toHaveLength(5);
  });
});
