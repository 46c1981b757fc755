import { beforeEach, expect, test } from 'vitest';
import { createSourceHistory } from '../../src/app/sourceHistory';
import type { Sources } from '../../src/app/sources';
import { createUndoing } from '../../src/app/undoing';
import type { View } from '../../src/app/view';
import type { Workbooks } from '../../src/app/workbook/workbooks';
import type { SourceRecord } from '../../src/storage/catalog';

/** The list of sources without rows: what is on it, and what was removed. */
function createList(names: readonly string[]) {
  const state = { sources: names.map((name) => toSource(name)), removed: [] as SourceRecord[] };
  const take = (from: 'sources' | 'removed', id: string) => {
    const found = state[from].find((source) => source.id === id)!;
    state[from] = state[from].filter((source) => source !== found);
    return found;
  };
  const put = (to: 'sources' | 'removed', source: SourceRecord) => {
    state[to] = [...state[to].filter(({ id }) => id !== source.id), source];
    return source;
  };
  const exchange = (out: string, into: SourceRecord, mark: Partial<SourceRecord>) => {
    state.removed = state.removed.filter(({ id }) => id !== into.id);
    put('removed', { ...take('sources', out), ...mark, removed: 1 });
    const { replacedBy: _, ...source } = into;
    return put('sources', source);
  };
  const restore = async (id: string) => put('sources', take('removed', id));
  const sources = {
    state,
    restore,
    remove: async (id: string) => void put('removed', { ...take('sources', id), removed: 1 }),
    replace: async (id: string, table: SourceRecord) => exchange(id, table, { replacedBy: table.id }),
    async takeBack(id: string) {
      const source = state.removed.find((other) => other.id === id)!;
      const by = state.sources.find((other) => other.id === source.replacedBy);
      return by ? exchange(by.id, source, { undone: true }) : restore(id);
    },
  };
  return { sources: sources as unknown as Sources, state };
}

const toSource = (id: string) => ({ id, name: id }) as SourceRecord;

let list: ReturnType<typeof createList>;
let history: ReturnType<typeof createSourceHistory>;
let cleared: number;
const listed = () =>
  list.state.sources
    .map(({ id }) => id)
    .toSorted()
    .join('');

beforeEach(() => {
  cleared = 0;
  list = createList(['a', 'b']);
  history = createSourceHistory({ sources: list.sources, onChange: () => cleared++ });
});

test('a removed source comes back, and goes again', async () => {
  await history.sources.remove('a');
  await history.sources.remove('b');
  await history.undo();
  expect(listed()).toBe('b');
  await history.undo();
  expect(listed()).toBe('ab');
  expect(history.lastChange()).toBeUndefined();
  await history.redo();
  await history.redo();
  expect(listed()).toBe('');
  expect(history.nextChange()).toBeUndefined();
});

test('a replacement is undone and done again, as often as one likes', async () => {
  await history.sources.replace('a', toSource('n'));
  for (let n = 0; n < 3; n++) {
    await history.undo();
    expect(listed()).toBe('ab');
    await history.redo();
    expect(listed()).toBe('bn');
  }
});

test('what a notice undoes is not undone twice', async () => {
  await history.sources.replace('a', toSource('n'));
  await history.sources.takeBack('a');
  expect(listed()).toBe('ab');
  expect(history.lastChange()).toBeUndefined();
  await history.redo();
  expect(listed()).toBe('bn');
});

test('what is brought back out of order is a change of its own', async () => {
  await history.sources.remove('a');
  await history.sources.remove('b');
  await history.sources.restore('a');
  expect(history.lastChange()!.label).toBe('restoreSource');
  await history.undo();
  await history.undo();
  expect(listed()).toBe('b');
  expect(cleared).toBe(3);
});

test('a replaced source that is brought back stands beside the new one, and that is undone by itself', async () => {
  await history.sources.replace('a', toSource('n'));
  await history.sources.restore('a');
  expect(listed()).toBe('abn');
  await history.undo();
  expect(listed()).toBe('bn');
  await history.undo();
  expect(listed()).toBe('ab');
});

test('a change is passed over whose source is gone for good', async () => {
  await history.sources.remove('a');
  await history.sources.remove('b');
  list.state.removed = list.state.removed.filter(({ id }) => id !== 'b');
  await history.undo();
  expect(listed()).toBe('a');
});

test('a change leaves nothing to redo', async () => {
  await history.sources.remove('a');
  await history.undo();
  await history.sources.remove('b');
  expect(history.nextChange()).toBeUndefined();
});

test('what was removed before the page was opened can be undone, but not what was undone then', () => {
  list.state.removed = [
    { ...toSource('x'), removed: 2 },
    { ...toSource('y'), removed: 3, undone: true },
    { ...toSource('z'), removed: 1 },
  ];
  history.remember();
  expect(history.lastChange()).toMatchObject({ left: 'x', label: 'removeSource' });
});

test('the workbook and the sources are undone and redone in the order in which they were changed', async () => {
  const past = [{ at: 1, label: 'add' as const }];
  const future: typeof past = [];
  const workbooks = {
    lastChange: () => past.at(-1),
    nextChange: () => future.at(-1),
    undo: async () => void future.push(past.pop()!),
    redo: async () => void past.push(future.pop()!),
  } as unknown as Workbooks;
  const view = { open: () => undefined, page: () => 'workbook' } as unknown as View;
  const undoing = createUndoing({ sources: history, workbooks: () => workbooks, view });
  await history.sources.remove('a');
  past.push({ at: Date.now() + 1000, label: 'add' });

  const steps: string[] = [];
  const look = () => steps.push(`${past.length} ${listed()}`);
  look();
  for (const step of [undoing.undo, undoing.undo, undoing.undo]) {
    await step();
    look();
  }
  expect(undoing.last()).toBeUndefined();
  for (const step of [undoing.redo, undoing.redo, undoing.redo]) {
    await step();
    look();
  }
  expect(steps).toEqual(['2 b', '1 b', '1 ab', '0 ab', '1 ab', '1 b', '2 b']);
});
