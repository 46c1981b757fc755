import { expect, test, vi } from 'vitest';
import { createPageReader } from '../../src/grid/pageReader';
import type { RowSource } from '../../src/grid/rows';
import type { Value } from '../../src/table/column';

interface Call {
  from: number;
  signal: AbortSignal;
  answer(columns: Value[][]): void;
  fail(error: Error): void;
}

function createSource(rowCount = 100_000): { source: RowSource; calls: Call[] } {
  const calls: Call[] = [];
  const source: RowSource = {
    key: 'a',
    columns: [{ name: 'n', type: 'INTEGER' }],
    rowCount,
    read: (from, _to, signal) =>
      new Promise((answer, fail) => {
        calls.push({ from, signal: signal!, answer, fail });
        signal!.addEventListener('abort', () => fail(signal!.reason as Error));
      }),
  };
  return { source, calls };
}

function createTimers(): { setTimer(run: () => void): void; fire(): void; count(): number } {
  const waiting: (() => void)[] = [];
  return {
    setTimer: (run) => void waiting.push(run),
    fire: () => waiting.splice(0).forEach((run) => run()),
    count: () => waiting.length,
  };
}

const tick = () => new Promise((resolve) => setTimeout(resolve));
const open = (calls: Call[]) => calls.filter(({ signal }) => !signal.aborted).map(({ from }) => from);

test('the page on screen is read, then its neighbour, and the view is told', async () => {
  const { source, calls } = createSource();
  const onPage = vi.fn();
  const reader = createPageReader(source, { onPage });
  reader.want({ first: 0, last: 20 });
  expect(open(calls)).toEqual([0, 200]);
  calls[0]!.answer([[1]]);
  await tick();
  expect(onPage).toHaveBeenCalledExactlyOnceWith(0);
  expect(reader.get(0)).toEqual({ kind: 'ready', columns: [[1]] });
});

test('no more than two reads run at once', async () => {
  const { source, calls } = createSource();
  const reader = createPageReader(source, { onPage: () => {} });
  reader.want({ first: 190, last: 210 });
  expect(calls).toHaveLength(2);
  calls[0]!.answer([[]]);
  await tick();
  expect(calls).toHaveLength(3);
});

test('while the view jumps only the newest pages are read, and the old reads are aborted', async () => {
  const { source, calls } = createSource();
  const timers = createTimers();
  const reader = createPageReader(source, { onPage: () => {}, setTimer: timers.setTimer });
  reader.want({ first: 0, last: 20 });
  for (let row = 10_000; row <= 50_000; row += 10_000) reader.want({ first: row, last: row + 20 });
  expect(calls).toHaveLength(2);
  expect(timers.count()).toBe(1);
  timers.fire();
  expect(calls[0]!.signal.aborted).toBe(true);
  expect(open(calls)).toEqual([50_000, 50_200]);
});

test('an answer that comes after its abort is dropped', async () => {
  const { source, calls } = createSource();
  const deaf: RowSource = {
    ...source,
    read: (from, to) => source.read(from, to, new AbortController().signal),
  };
  const timers = createTimers();
  const onPage = vi.fn();
  const reader = createPageReader(deaf, { onPage, setTimer: timers.setTimer });
  reader.want({ first: 0, last: 20 });
  reader.want({ first: 50_000, last: 50_020 });
  timers.fire();
  calls[0]!.answer([[1]]);
  await tick();
  expect(reader.get(0)).toBeUndefined();
  expect(onPage).not.toHaveBeenCalled();
});

test('a stopped reader aborts its reads, forgets its pages and tells nobody', async () => {
  const { source, calls } = createSource();
  const onPage = vi.fn();
  const reader = createPageReader(source, { onPage });
  reader.want({ first: 0, last: 20 });
  reader.stop();
  await tick();
  expect(calls.every(({ signal }) => signal.aborted)).toBe(true);
  expect(onPage).not.toHaveBeenCalled();
  expect([...reader.all()]).toEqual([]);
});

test('a page that fails says so, is not read again by itself, and is read again when asked', async () => {
  const { source, calls } = createSource(100);
  const reader = createPageReader(source, { onPage: () => {} });
  reader.want({ first: 0, last: 20 });
  calls[0]!.fail(new Error('disk'));
  await tick();
  expect(reader.get(0)?.kind).toBe('failed');
  reader.want({ first: 1, last: 21 });
  expect(calls).toHaveLength(1);
  reader.retry(0);
  expect(reader.get(0)).toBeUndefined();
  calls[1]!.answer([[7]]);
  await tick();
  expect(reader.get(0)).toEqual({ kind: 'ready', columns: [[7]] });
});

test('the pages longest unseen are forgotten, those on screen never', async () => {
  const source: RowSource = { ...createSource(10_000_000).source, read: async () => [[1]] };
  const wide = {
    ...source,
    columns: Array.from({ length: 3000 }, (_, i) => ({ name: `c${i}`, type: 'INTEGER' })),
  };
  const reader = createPageReader(wide, { onPage: () => {} });
  const { size, kept } = reader.layout;
  for (let page = 0; page < 40; page++) {
    reader.want({ first: page * size, last: page * size + 10 });
    await tick();
  }
  expect([...reader.all()]).toHaveLength(kept);
  expect(reader.get(39)?.kind).toBe('ready');
  expect(reader.get(0)).toBeUndefined();
});
