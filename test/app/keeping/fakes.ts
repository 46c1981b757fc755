import type { Channel, OpenChannel } from '../../../src/app/keeping/channel';
import type { Keeper } from '../../../src/app/keeping/keeper';
import { createKeeper } from '../../../src/app/keeping/keeper';
import type { Held, Locks } from '../../../src/app/keeping/locks';
import { createMemoryWorkbooks } from '../../../src/storage/memoryWorkbooks';
import type { WorkbookStore } from '../../../src/storage/workbooks';
import type { Workbook } from '../../../src/workbook/document';
import { createWorkbook } from '../../../src/workbook/document';

/** What the tabs of one browser share, with a clock that moves when it is told to. */
export function createBrowser({ store = createMemoryWorkbooks() }: { store?: WorkbookStore } = {}) {
  const clock = createClock();
  const locks = createLocks();
  const channels = new Map<string, Set<(message: unknown) => void>>();

  /** A tab that is asleep hears nothing until it wakes. */
  function openTab({ through = store }: { through?: WorkbookStore } = {}) {
    const problems: unknown[] = [];
    const missed: (() => void)[] = [];
    let isAsleep = false;

    const openChannel: OpenChannel = <T>(name: string, onMessage: (message: T) => void): Channel<T> => {
      const all = channels.get(name) ?? new Set();
      channels.set(name, all);
      let isOpen = true;
      const hear = (message: unknown) => {
        const run = () => isOpen && onMessage(message as T);
        if (isAsleep) missed.push(run);
        else run();
      };
      all.add(hear);
      return {
        post(message) {
          const copy = structuredClone(message);
          for (const other of all) if (other !== hear) queueMicrotask(() => other(copy));
        },
        close() {
          isOpen = false;
          all.delete(hear);
        },
      };
    };

    const keeper: Keeper = createKeeper({
      store: through,
      locks,
      openChannel,
      now: clock.now,
      sleep: clock.sleep,
      onProblem: (error) => problems.push(error),
    });
    return {
      keeper,
      problems,
      sleep: () => void (isAsleep = true),
      wake() {
        isAsleep = false;
        for (const run of missed.splice(0)) run();
      },
    };
  }

  return { clock, openTab, store };
}

export function createClock(start = Date.UTC(2026, 4, 4, 9)) {
  let time = start;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    now: () => time,
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ at: time + ms, wake })),
    async pass(ms: number): Promise<void> {
      time += ms;
      for (const { at, wake } of sleepers.splice(0)) {
        if (at <= time) wake();
        else sleepers.push({ at, wake });
      }
      await settle();
    },
  };
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done));
}

function createLocks(): Locks {
  interface Owner {
    lose: () => void;
  }
  const owners = new Map<string, Owner>();
  const queues = new Map<string, ((held: Held) => void)[]>();

  function give(name: string): Held {
    let lose = () => {};
    const lost = new Promise<void>((done) => (lose = done));
    const owner = { lose };
    owners.set(name, owner);
    return {
      lost,
      free() {
        if (owners.get(name) !== owner) return;
        owners.delete(name);
        queues.get(name)?.shift()?.(give(name));
      },
    };
  }

  return {
    async take(name, how) {
      const owner = owners.get(name);
      if (owner && how === 'if-free') return undefined;
      owner?.lose();
      return give(name);
    },
    wait: (name, signal) =>
      new Promise((taken, fail) => {
        if (!owners.has(name)) return taken(give(name));
        const queue = queues.get(name) ?? [];
        queues.set(name, queue);
        queue.push(taken);
        signal.addEventListener('abort', () => {
          queues.set(
            name,
            queue.filter((other) => other !== taken),
          );
          fail(signal.reason as Error);
        });
      }),
  };
}

/** A workbook with one query. */
export function toBook(sql: string, { id = 'book', title = 'May' }: Partial<Workbook> = {}): Workbook {
  return createWorkbook({ id, title, cells: [toSql('a', sql)] });
}

export function toSql(id: string, sql: string) {
  return { id, kind: 'sql', name: id, sql };
}

export function findSql(workbook: Workbook | undefined): unknown {
  return (workbook?.cells[0] as { sql?: string } | undefined)?.sql;
}
