import { expect, test } from 'vitest';
import { createMemoryWorkbooks } from '../../../src/storage/memoryWorkbooks';
import type { Workbook } from '../../../src/workbook/document';
import { createBrowser, findSql, settle, toBook, toSql } from './fakes';

const needs = [{ name: 'orders', columns: [{ name: 'qty', type: 'BIGINT' }] }];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

async function findTitles(keeper: ReturnType<ReturnType<typeof createBrowser>['openTab']>['keeper']) {
  return (await keeper.list()).map(({ title }) => title);
}

test('a workbook that was saved is opened as it was', async () => {
  const { openTab } = createBrowser();
  const { keeper } = openTab();
  await keeper.create(toBook('select 1'), needs);
  await keeper.save(toBook('select 2'), needs);
  await keeper.close();
  expect(await openTab().keeper.open('book')).toMatchObject({ workbook: toBook('select 2'), sources: needs });
});

test('a new workbook is kept from its first change on', async () => {
  const { openTab } = createBrowser();
  const { keeper } = openTab();
  const book = await keeper.create({ ...toBook('1', { title: '' }), cells: [] }, []);
  expect(await keeper.list()).toEqual([]);
  expect([keeper.opened(), keeper.status()]).toEqual(['book', 'saved']);
  await keeper.save({ ...book, title: 'May' }, []);
  expect(await findTitles(keeper)).toEqual(['May']);
});

test('the list says of each how large it is and when it was changed', async () => {
  const { openTab, clock } = createBrowser();
  const { keeper } = openTab();
  await keeper.create(toBook('select 1'), needs);
  await clock.pass(MINUTE);
  await keeper.save(toBook('select 2', { title: 'June' }), needs);
  expect(await keeper.list()).toMatchObject([
    {
      id: 'book',
      title: 'June',
      cells: 1,
      sources: 1,
      created: clock.now() - MINUTE,
      updated: clock.now(),
    },
  ]);
});

test('no workbook is opened under an id that nothing goes by, and its lock is free again', async () => {
  const { openTab } = createBrowser();
  const { keeper } = openTab();
  expect(await keeper.open('book')).toBeUndefined();
  expect(keeper.status()).toBe('none');
  await keeper.create(toBook('select 1'), []);
  expect(keeper.opened()).toBe('book');
});

test('the newest of many changes is written, one at a time, and none of those between', async () => {
  const store = createMemoryWorkbooks();
  const written: unknown[] = [];
  let most = 0;
  let running = 0;
  const { openTab } = createBrowser({
    store: {
      ...store,
      async write(write) {
        most = Math.max(most, ++running);
        await settle();
        running--;
        written.push((write.json.cells[0] as unknown as { sql: string }).sql);
        return store.write(write);
      },
    },
  });
  const { keeper } = openTab();
  await keeper.create(toBook('0'), []);
  await Promise.all(['1', '2', '3', '4'].map((sql) => keeper.save(toBook(sql), [])));
  expect(written).toEqual(['0', '1', '4']);
  expect(most).toBe(1);
});

test('it is saved only when the device says so', async () => {
  const store = createMemoryWorkbooks();
  let finish = () => {};
  const { openTab } = createBrowser({
    store: {
      ...store,
      async write(write) {
        await new Promise<void>((done) => (finish = done));
        return store.write(write);
      },
    },
  });
  const { keeper } = openTab();
  const done = keeper.create(toBook('1'), []);
  await settle();
  expect(keeper.status()).toBe('saving');
  finish();
  await done;
  expect(keeper.status()).toBe('saved');
});

test('a full disk is told in words, and the next change saves it all', async () => {
  const store = createMemoryWorkbooks();
  let isFull = false;
  const { openTab } = createBrowser({
    store: {
      ...store,
      async write(write) {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        return store.write(write);
      },
    },
  });
  const { keeper } = openTab();
  await keeper.create(toBook('1'), []);
  isFull = true;
  await expect(keeper.save(toBook('2'), [])).rejects.toMatchObject({ code: 'keep-full' });
  expect([keeper.status(), keeper.problem()?.code]).toEqual(['failed', 'keep-full']);
  isFull = false;
  await keeper.save(toBook('3'), []);
  expect([keeper.status(), keeper.problem()]).toEqual(['saved', undefined]);
  expect((await store.read('book'))?.json.cells).toEqual(toBook('3').cells);
});

test('a workbook on a full disk opens, and is written to once there is room', async () => {
  const store = createMemoryWorkbooks();
  let isFull = true;
  const { openTab } = createBrowser({
    store: {
      ...store,
      async claim(id) {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        return store.claim(id);
      },
    },
  });
  await createBrowser({ store }).openTab().keeper.create(toBook('1'), []);
  const { keeper } = openTab();
  expect((await keeper.open('book'))?.workbook.cells).toEqual(toBook('1').cells);
  isFull = false;
  await keeper.save(toBook('2'), []);
  expect((await store.read('book'))?.json.cells).toEqual(toBook('2').cells);
});

test('a save that failed is done when a newer one that holds it succeeds', async () => {
  const store = createMemoryWorkbooks();
  const { openTab } = createBrowser({
    store: {
      ...store,
      async write(write) {
        await settle();
        if (write.change === 2) throw new DOMException('gone', 'AbortError');
        return store.write(write);
      },
    },
  });
  const { keeper } = openTab();
  await keeper.create(toBook('1'), []);
  await Promise.all([keeper.save(toBook('2'), []), keeper.save(toBook('3'), [])]);
  expect(keeper.status()).toBe('saved');
  expect(await store.read('book')).toMatchObject({ json: toBook('3') });
});

test('what failed is saved when it is tried again', async () => {
  const store = createMemoryWorkbooks();
  let failures = 1;
  const { openTab } = createBrowser({
    store: {
      ...store,
      async write(write) {
        if (failures-- > 0) throw new DOMException('gone', 'AbortError');
        return store.write(write);
      },
    },
  });
  const { keeper } = openTab();
  await expect(keeper.create(toBook('1'), [])).rejects.toMatchObject({ code: 'keep-failed' });
  await keeper.retry();
  expect(keeper.status()).toBe('saved');
  expect(await store.read('book')).toMatchObject({ json: toBook('1') });
});

test('a second tab looks on: it gets each change, its cells that did not change are the same, and it may not write', async () => {
  const { openTab } = createBrowser();
  const [one, two] = [openTab().keeper, openTab().keeper];
  await one.create(toBook('1'), []);
  const opened = await two.open('book');
  expect([findSql(opened?.workbook), one.role(), two.role()]).toEqual(['1', 'writer', 'follower']);
  await settle();
  const seen: Workbook[] = [];
  two.onFollow((workbook) => seen.push(workbook));
  const cells = [...toBook('1').cells, toSql('b', '2')];
  await one.save({ ...toBook('1'), cells }, []);
  await settle();
  expect(seen.at(-1)?.cells).toEqual(cells);
  expect(seen.at(-1)?.cells[0]).toBe(opened?.workbook.cells[0]);
  await expect(two.save(toBook('3'), [])).rejects.toMatchObject({ code: 'keep-elsewhere' });
});

test('a change is seen in the second tab before it is saved', async () => {
  const store = createMemoryWorkbooks();
  let isSlow = false;
  const { openTab } = createBrowser({
    store: {
      ...store,
      async write(write) {
        if (isSlow) await new Promise(() => {});
        return store.write(write);
      },
    },
  });
  const [one, two] = [openTab().keeper, openTab().keeper];
  await one.create(toBook('1'), []);
  await two.open('book');
  await settle();
  let seen: unknown;
  two.onFollow((workbook) => (seen = findSql(workbook)));
  isSlow = true;
  void one.save(toBook('2'), []);
  await settle();
  expect(seen).toBe('2');
});

test('taking over saves what the other tab has first, and that one looks on from there', async () => {
  const store = createMemoryWorkbooks();
  const slow = {
    ...store,
    write: async (write: Parameters<typeof store.write>[0]) => {
      await settle();
      return store.write(write);
    },
  };
  const { openTab } = createBrowser({ store });
  const [one, two] = [openTab({ through: slow }).keeper, openTab().keeper];
  await one.create(toBook('1'), []);
  await two.open('book');
  const saving = one.save(toBook('2'), []);
  await two.takeOver();
  await saving;
  await settle();
  expect([one.role(), two.role()]).toEqual(['follower', 'writer']);
  let seen: unknown;
  one.onFollow((workbook) => (seen = findSql(workbook)));
  await two.save(toBook('3'), []);
  await settle();
  expect(seen).toBe('3');
  expect((await store.read('book'))?.json.cells).toEqual(toBook('3').cells);
  expect((await two.versions()).map(({ why }) => why)).toContain('before-take-over');
});

test('a tab that is asleep is taken over from after a second, and writes nothing when it wakes', async () => {
  const { openTab, clock, store } = createBrowser();
  const [one, two] = [openTab(), openTab()];
  await one.keeper.create(toBook('1'), []);
  await two.keeper.open('book');
  await settle();
  one.sleep();
  const taken = two.keeper.takeOver();
  await settle();
  expect(two.keeper.role()).toBe('follower');
  await clock.pass(1000);
  await taken;
  await two.keeper.save(toBook('2'), []);
  one.wake();
  await settle();
  expect([one.keeper.role(), two.keeper.role()]).toEqual(['follower', 'writer']);
  expect((await store.read('book'))?.json.cells).toEqual(toBook('2').cells);
  expect([...one.problems, ...two.problems]).toEqual([]);
});

test('a writer that lost its lock unknowingly overwrites nothing, and what it had becomes a version', async () => {
  const store = createMemoryWorkbooks();
  let go = () => {};
  const slow = {
    ...store,
    write: async (write: Parameters<typeof store.write>[0]) => {
      if (write.change > 1) await new Promise<void>((done) => (go = done));
      return store.write(write);
    },
  };
  const { openTab, clock } = createBrowser({ store });
  const [one, two] = [openTab({ through: slow }), openTab()];
  await one.keeper.create(toBook('1'), []);
  await two.keeper.open('book');
  await settle();
  two.sleep();
  const late = one.keeper.save(toBook('late'), []).catch((error: { code: string }) => error.code);
  one.sleep();
  const taken = two.keeper.takeOver();
  await clock.pass(1000);
  await taken;
  await two.keeper.save(toBook('2'), []);
  go();
  expect(await late).toBe('keep-elsewhere');
  await settle();
  expect((await store.read('book'))?.json.cells).toEqual(toBook('2').cells);
  const unsaved = (await two.keeper.versions()).find(({ why }) => why === 'unsaved');
  expect(findSql((await two.keeper.readVersion(unsaved!.id))?.workbook)).toBe('late');
});

test('a change that was seen but never saved is saved by the tab that takes over', async () => {
  const store = createMemoryWorkbooks();
  const stuck = {
    ...store,
    write: async (write: Parameters<typeof store.write>[0]) =>
      write.change > 1 ? new Promise<boolean>(() => {}) : store.write(write),
  };
  const { openTab, clock } = createBrowser({ store });
  const [one, two] = [openTab({ through: stuck }), openTab()];
  await one.keeper.create(toBook('1'), []);
  await two.keeper.open('book');
  await settle();
  void one.keeper.save(toBook('2'), []);
  await settle();
  const taken = two.keeper.takeOver();
  await clock.pass(1000);
  await taken;
  expect((await store.read('book'))?.json.cells).toEqual(toBook('2').cells);
});

test('when the tab that writes is closed, the one that looks on writes', async () => {
  const { openTab } = createBrowser();
  const [one, two] = [openTab().keeper, openTab().keeper];
  await one.create(toBook('1'), []);
  await two.open('book');
  await one.save(toBook('2'), []);
  await one.close();
  await settle();
  expect(two.role()).toBe('writer');
  await two.save(toBook('3'), []);
  expect(two.status()).toBe('saved');
});

test('with three tabs, the one that asks takes over, not the one that has waited longest', async () => {
  const { openTab } = createBrowser();
  const [one, two, three] = [openTab().keeper, openTab().keeper, openTab().keeper];
  await one.create(toBook('1'), []);
  await two.open('book');
  await three.open('book');
  await three.takeOver();
  await settle();
  expect([one, two, three].map((keeper) => keeper.role())).toEqual(['follower', 'follower', 'writer']);
  await three.save(toBook('2'), []);
  let seen: unknown;
  two.onFollow((workbook) => (seen = findSql(workbook)));
  await three.save(toBook('3'), []);
  await settle();
  expect(seen).toBe('3');
});

test('a tab that lets go writes again when the one that asked never comes', async () => {
  const { openTab, clock } = createBrowser();
  const [one, two] = [openTab().keeper, openTab()];
  await one.create(toBook('1'), []);
  await two.keeper.open('book');
  void two.keeper.takeOver();
  two.sleep();
  await two.keeper.close();
  await settle();
  expect(one.role()).toBe('follower');
  await clock.pass(3000);
  expect(one.role()).toBe('writer');
});

test('a version of what is written over is kept once in five minutes of work', async () => {
  const { openTab, clock } = createBrowser();
  const { keeper } = openTab();
  await keeper.create(toBook('0'), []);
  for (let minute = 1; minute <= 12; minute++) {
    await clock.pass(MINUTE);
    await keeper.save(toBook(String(minute)), []);
  }
  const kept = await Promise.all((await keeper.versions()).map(({ id }) => keeper.readVersion(id)));
  expect(kept.map((version) => findSql(version?.workbook))).toEqual(['9', '4']);
});

test('the first change after it is opened keeps a version of how it was', async () => {
  const { openTab, clock } = createBrowser();
  const { keeper } = openTab();
  await keeper.create(toBook('before'), []);
  const savedAt = clock.now();
  await keeper.close();
  await clock.pass(DAY);
  await keeper.open('book');
  await keeper.save(toBook('after'), []);
  const [version] = await keeper.versions();
  expect(version).toMatchObject({ at: savedAt, why: 'time', cells: 1 });
});

test('versions are named, taken away and brought back', async () => {
  const { openTab } = createBrowser();
  const { keeper } = openTab();
  await keeper.create(toBook('1'), []);
  await keeper.saveVersion({ why: 'before-restore' });
  const [version] = await keeper.versions();
  await keeper.nameVersion(version!.id, 'sent to Li');
  expect(await keeper.versions()).toMatchObject([{ why: 'named', name: 'sent to Li' }]);
  const undo = await keeper.removeVersion(version!.id);
  expect(await keeper.versions()).toEqual([]);
  await undo();
  expect(await keeper.versions()).toMatchObject([{ name: 'sent to Li' }]);
});

test('opening a file in the place of a workbook keeps a version of that one', async () => {
  const { openTab } = createBrowser();
  const { keeper } = openTab();
  await keeper.create(toBook('mine'), []);
  await keeper.create(toBook('theirs'), []);
  const [version] = await keeper.versions();
  expect(version?.why).toBe('before-open');
  expect(findSql((await keeper.readVersion(version!.id))?.workbook)).toBe('mine');
  expect((await keeper.list()).map(({ id }) => id)).toEqual(['book']);
});

test('a file of a workbook that another tab has open gets an id of its own', async () => {
  const { openTab, store } = createBrowser();
  const [one, two] = [openTab().keeper, openTab().keeper];
  await one.create(toBook('mine'), []);
  const { id } = await two.create(toBook('theirs'), []);
  expect(id).not.toBe('book');
  expect((await store.read('book'))?.json.cells).toEqual(toBook('mine').cells);
  expect((await store.read(id))?.json.cells).toEqual(toBook('theirs').cells);
});

test('a removed workbook can be brought back for seven days', async () => {
  const { openTab, clock } = createBrowser();
  const { keeper } = openTab();
  await keeper.create(toBook('1'), []);
  await keeper.saveVersion();
  await keeper.close();
  await keeper.remove('book');
  expect(await keeper.list()).toMatchObject([{ removed: clock.now() }]);
  await keeper.restore('book');
  expect((await keeper.list())[0]).not.toHaveProperty('removed');
  await keeper.remove('book');
  await clock.pass(7 * DAY);
  await keeper.clearOld();
  expect(await keeper.list()).toHaveLength(1);
  await clock.pass(1);
  await keeper.clearOld();
  expect(await keeper.list()).toEqual([]);
});

test('whoever goes on working on a removed workbook takes it back', async () => {
  const { openTab } = createBrowser();
  const [one, two] = [openTab().keeper, openTab().keeper];
  await one.create(toBook('1'), []);
  await two.remove('book');
  await one.save(toBook('2'), []);
  expect((await two.list())[0]).not.toHaveProperty('removed');
});

test('a workbook is renamed where nobody has it open, and by whoever has it open', async () => {
  const { openTab } = createBrowser();
  const [one, two] = [openTab().keeper, openTab().keeper];
  await one.create(toBook('1'), []);
  one.onRename((title) => void one.save(toBook('1', { title }), []));
  await two.rename('book', 'June');
  await settle();
  expect(await findTitles(two)).toEqual(['June']);
  await one.rename('book', 'July');
  await settle();
  expect(await findTitles(two)).toEqual(['July']);
  await one.close();
  await two.rename('book', 'August');
  expect((await two.open('book'))?.workbook.title).toBe('August');
});

test('a copy has its own id and title, and the same cells', async () => {
  const { openTab } = createBrowser();
  const { keeper } = openTab();
  await keeper.create(toBook('1'), needs);
  const id = await keeper.duplicate('book', 'May, copy');
  expect(await keeper.open(id!)).toMatchObject({
    workbook: { id, title: 'May, copy', cells: toBook('1').cells },
    sources: needs,
  });
});

test('another tab is told that the list changed', async () => {
  const { openTab } = createBrowser();
  const [one, two] = [openTab().keeper, openTab().keeper];
  let told = 0;
  const stop = two.onList(() => told++);
  await one.create(toBook('1'), []);
  await settle();
  expect(told).toBe(1);
  stop();
  await one.save(toBook('2'), []);
  await settle();
  expect(told).toBe(1);
});

test('a file of it counts until the next change', async () => {
  const { openTab } = createBrowser();
  const { keeper } = openTab();
  await keeper.create(toBook('1'), []);
  expect(keeper.backedUp()).toBe(false);
  await keeper.markExported();
  expect(keeper.backedUp()).toBe(true);
  await keeper.close();
  await keeper.open('book');
  expect(keeper.backedUp()).toBe(true);
  await keeper.save(toBook('2'), []);
  expect(keeper.backedUp()).toBe(false);
});

test('once it is forgotten nothing of it is written', async () => {
  const { openTab, store } = createBrowser();
  const { keeper } = openTab();
  await keeper.create(toBook('1'), []);
  const listed: unknown[] = [];
  keeper.onList(async () => listed.push(await keeper.list()));
  keeper.forget();
  await store.delete('book');
  await settle();
  expect(await keeper.list()).toEqual([]);
  expect(listed).toEqual([[]]);
  await expect(keeper.save(toBook('2'), [])).rejects.toThrow('no workbook is open');
});

test('a workbook that a newer version wrote is refused, and its lock is free again', async () => {
  const { openTab, store } = createBrowser();
  const { keeper } = openTab();
  await keeper.create(toBook('1'), []);
  await keeper.close();
  const saved = (await store.read('book'))!;
  await store.write({ json: { ...saved.json, quire: 99 }, claim: saved.entry.claim, change: 2, now: 0 });
  await expect(keeper.open('book')).rejects.toMatchObject({ code: 'quire-newer' });
  await keeper.rename('book', 'renamed');
  expect(await findTitles(keeper)).toEqual(['renamed']);
});
