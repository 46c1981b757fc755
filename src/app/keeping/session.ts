import { Problem } from '../../lib/problem';
import type { SavedWorkbook, Version, VersionReason, WorkbookStore } from '../../storage/workbooks';
import type { Workbook } from '../../workbook/document';
import { createId } from '../../workbook/document';
import type { SourceNeed } from '../../workbook/serialize';
import { deserialize } from '../../workbook/deserialize';
import { serialize } from '../../workbook/serialize';
import type { Message, OpenChannel } from './channel';
import type { Held, Locks } from './locks';
import { toKeepProblem } from './problem';
import { reuseCells } from './reuse';
import type { SaveStatus } from './saving';
import { createSaving } from './saving';

export interface Kept {
  workbook: Workbook;
  sources: SourceNeed[];
}

export type Role = 'writer' | 'follower';

/** What happens to an open workbook. */
export interface SessionEvents {
  onStatus(status: SaveStatus, problem?: Problem): void;
  onRole(role: Role): void;
  /** Another tab changed it. */
  onFollow(kept: Kept): void;
  onRename(title: string): void;
  onWritten(version?: Version): void;
  onProblem(error: unknown): void;
}

export interface SessionParts {
  store: WorkbookStore;
  locks: Locks;
  openChannel: OpenChannel;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** A state of the workbook, and its place among all of them, whichever tab they come from. */
interface Stamped extends Kept {
  claim: number;
  change: number;
}

export type Session = NonNullable<Awaited<ReturnType<typeof openSession>>>;

const VERSION_EVERY_MS = 5 * 60 * 1000;
/** A tab that does not answer by then is asleep or stuck. */
const ANSWER_MS = 1000;
/** How long a tab that has let go waits for the one that asked. */
const TAKE_MS = 3000;

export const toLockName = (id: string) => `quire-workbook-${id}`;

/**
 * One open workbook in this tab. The tab that holds its lock writes; the others look on, and the next in the queue writes
 * when that one is closed. `fresh` begins a workbook, or takes the place of what is kept under its id.
 */
export async function openSession(id: string, parts: SessionParts, events: SessionEvents, fresh?: Kept) {
  const { store, locks, openChannel, now, sleep } = parts;
  const me = createId();
  let held = await locks.take(toLockName(id), 'if-free');
  let role: Role = held ? 'writer' : 'follower';
  let isClosed = false;
  let hasFollowers = false;
  let onGone = () => {};
  let waiting = new AbortController();
  /** What is shown, saved or not. */
  let newest: Stamped;
  /** What is on the device, and when it was put there. */
  let saved: { kept: Kept; at: number } | undefined;
  let versionAt = -Infinity;
  /** Of `newest`, unless it failed. */
  let lastSave: Promise<void> | undefined;

  try {
    const found = await (held ? claimOrRead(store, id) : store.read(id));
    if (fresh) {
      if (!held) return undefined;
      if (found?.json.cells.length)
        await store.putVersion(toVersion(toStamped(found), 'before-open', found.entry.updated));
      newest = { ...fresh, claim: found?.entry.claim ?? 1, change: found?.entry.change ?? 0 };
    } else {
      if (!found) {
        held?.free();
        return undefined;
      }
      newest = toStamped(found);
      saved = { kept: newest, at: found.entry.updated };
    }
    versionAt = (await store.versions(id))[0]?.at ?? (fresh ? now() : -Infinity);
  } catch (error) {
    held?.free();
    throw error;
  }

  const channel = openChannel<Message>(toLockName(id), onMessage);
  const saving = createSaving<Stamped>(write, events.onStatus);
  if (held) watch(held);
  else lookOn();

  async function write(item: Stamped): Promise<void> {
    const version = maybeVersion();
    const { claim, change } = item;
    const isMine = await store.write({ json: toJson(item), claim, change, now: now(), version });
    if (!isMine) throw new Problem('keep-elsewhere');
    if (version) versionAt = now();
    saved = { kept: item, at: now() };
    events.onWritten(version);
  }

  /** What is about to be written over, once in five minutes of work. */
  function maybeVersion(): Version | undefined {
    if (!saved || saved.kept.workbook.cells.length === 0) return undefined;
    if (now() - versionAt < VERSION_EVERY_MS || saved.at <= versionAt) return undefined;
    return toVersion(saved.kept, 'time', saved.at);
  }

  function onMessage(message: Message): void {
    switch (message.say) {
      case 'hello':
        hasFollowers = true;
        if (role === 'writer') postNewest();
        break;
      case 'changed':
        if (role === 'follower' && isNewer(message, newest)) {
          const { claim, change, json } = message;
          follow({ ...deserialize(json), claim, change });
        }
        break;
      case 'let-go':
        if (held && role === 'writer') void letGo(message.from);
        break;
      case 'gone':
        if (message.to === me) onGone();
        break;
      case 'rename':
        if (role === 'writer') events.onRename(message.title);
        break;
    }
  }

  function postNewest(): void {
    const { claim, change } = newest;
    channel.post({ say: 'changed', claim, change, json: toJson(newest) });
  }

  function follow(stamped: Stamped): void {
    lastSave = undefined;
    newest = { ...stamped, workbook: reuseCells(newest.workbook, stamped.workbook) };
    events.onFollow(newest);
  }

  function setRole(next: Role): void {
    role = next;
    events.onRole(next);
  }

  /** Saves all, and leaves the lock to the tab that asked; goes on writing if that one never comes. */
  async function letGo(to: string): Promise<void> {
    const mine = held;
    setRole('follower');
    await saving.settle();
    channel.post({ say: 'gone', to });
    await sleep(TAKE_MS);
    if (!isClosed && mine && held === mine) setRole('writer');
  }

  function watch(mine: Held): void {
    void mine.lost.then(() => {
      if (!isClosed && held === mine) return loseLock().catch(events.onProblem);
    });
  }

  async function loseLock(): Promise<void> {
    held = undefined;
    setRole('follower');
    await saving.settle();
    const unsaved = saving.findUnsaved();
    saving.forget();
    if (unsaved) await store.putVersion(toVersion(unsaved, 'unsaved', now()));
    const found = await store.read(id);
    if (found && isNewer(found.entry, newest)) follow(toStamped(found));
    events.onStatus('saved');
    lookOn();
  }

  /** Follows whoever writes, and is the next to write when that tab is closed. */
  function lookOn(): void {
    waiting = new AbortController();
    const { signal } = waiting;
    channel.post({ say: 'hello' });
    locks
      .wait(toLockName(id), signal)
      .then(
        (lock) => startWriting(lock),
        (error: unknown) => {
          if (!signal.aborted) events.onProblem(error);
        },
      )
      .catch(events.onProblem);
  }

  async function startWriting(lock: Held, { keepBefore = false } = {}): Promise<void> {
    if (isClosed) return lock.free();
    held = lock;
    watch(lock);
    const heard = newest;
    const found = await store.claim(id);
    const claim = found?.entry.claim ?? heard.claim;
    const stored: Stamp = { claim: claim - 1, change: found?.entry.change ?? -1 };
    const isUnsaved = !found || isNewer(heard, stored);
    const isStale = found && isNewer(stored, heard);
    lastSave = undefined;
    newest = isStale ? { ...toStamped(found), claim } : { ...heard, claim };
    if (keepBefore) await store.putVersion(toVersion(newest, 'before-take-over', now()));
    if (found) saved = { kept: isUnsaved ? toStamped(found) : newest, at: found.entry.updated };
    if (held !== lock || isClosed) return;
    hasFollowers = true;
    setRole('writer');
    if (isStale) events.onFollow(newest);
    postNewest();
    if (isUnsaved) await saving.save((newest = { ...newest, change: newest.change + 1 }));
  }

  function close(): void {
    isClosed = true;
    waiting.abort();
    channel.close();
    held?.free();
    held = undefined;
  }

  return {
    id,
    findRole: () => role,
    findNewest: (): Kept => newest,

    /** Shows the change to those who look on at once, and saves it. */
    async save(kept: Kept): Promise<void> {
      if (role !== 'writer') throw new Problem('keep-elsewhere');
      if (lastSave && kept.workbook === newest.workbook) return lastSave;
      newest = { ...kept, claim: newest.claim, change: newest.change + 1 };
      const done = saving.save(newest);
      lastSave = done;
      done.catch(() => {
        if (lastSave === done) lastSave = undefined;
      });
      if (hasFollowers) postNewest();
      await done;
    },

    retry: saving.retry,
    settle: saving.settle,

    /** Writes from here on; the tab that did looks on. */
    async takeOver(): Promise<void> {
      if (held) return;
      const gone = new Promise<void>((done) => (onGone = done));
      channel.post({ say: 'let-go', from: me });
      await Promise.race([gone, sleep(ANSWER_MS)]);
      // the other tab may have been closed meanwhile
      if (held || isClosed) return;
      waiting.abort();
      await startWriting((await locks.take(toLockName(id), 'by-force'))!, { keepBefore: true });
    },

    toVersion: (why: VersionReason, name?: string) => toVersion(newest, why, now(), name),

    /** Finishes what is being saved first. */
    async close(): Promise<void> {
      await saving.settle();
      close();
    },

    /** Writes nothing any more: all is being erased. */
    forget(): void {
      saving.forget();
      close();
    },
  };
}

/** On a full disk nobody can claim anything. What is there can be read all the same, and the lock alone says who writes. */
async function claimOrRead(store: WorkbookStore, id: string): Promise<SavedWorkbook | undefined> {
  try {
    return await store.claim(id);
  } catch (error) {
    if (toKeepProblem(error).code !== 'keep-full') throw error;
    return store.read(id);
  }
}

export function toVersion(kept: Kept, why: VersionReason, at: number, name?: string): Version {
  const { workbook } = kept;
  return {
    entry: {
      id: createId(),
      workbook: workbook.id,
      at,
      why,
      ...(name && { name }),
      cells: workbook.cells.length,
    },
    json: toJson(kept),
  };
}

function toJson({ workbook, sources }: Kept) {
  return serialize(workbook, sources);
}

function toStamped({ json, entry: { claim, change } }: SavedWorkbook): Stamped {
  return { ...deserialize(json), claim, change };
}

type Stamp = Pick<Stamped, 'claim' | 'change'>;

function isNewer(a: Stamp, b: Stamp): boolean {
  return a.claim === b.claim ? a.change > b.change : a.claim > b.claim;
}
