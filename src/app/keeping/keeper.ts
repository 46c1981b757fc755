import type { Accessor } from 'solid-js';
import { batch, createSignal } from 'solid-js';
import type { Problem } from '../../lib/problem';
import type { VersionEntry, VersionReason, WorkbookEntry, WorkbookStore } from '../../storage/workbooks';
import type { Workbook } from '../../workbook/document';
import { createId } from '../../workbook/document';
import type { SourceNeed } from '../../workbook/serialize';
import { deserialize } from '../../workbook/deserialize';
import type { Message, OpenChannel } from './channel';
import { openBroadcast } from './channel';
import { createListeners } from './listeners';
import type { Locks } from './locks';
import { createFreeLocks, createWebLocks } from './locks';
import type { SaveStatus } from './saving';
import type { Kept, Role, Session, SessionEvents } from './session';
import { openSession, toLockName } from './session';
import { findThinned } from './thin';

/** Keeps workbooks on this device: one is open in this tab at a time, and every change of it is saved. */
export interface Keeper {
  /** Whether anything outlives the page here. */
  kept: boolean;
  /** The one changed last first; removed ones too. */
  list(): Promise<WorkbookEntry[]>;
  /** Something in the list changed, in whichever tab. */
  onList(listener: () => void): () => void;

  /** Reads a workbook and takes its lock. Where another tab has that, this one looks on. */
  open(id: string): Promise<Kept | undefined>;
  /**
   * Begins a workbook, or puts it in the place of the one with its id, of which a version is kept. Where another tab has that
   * one open, it gets an id of its own. One with nothing in it is kept from its first change on.
   */
  create(workbook: Workbook, sources: SourceNeed[]): Promise<Workbook>;
  /** Resolves when this, or a newer one, is on the device; rejects with what `problem` says. The newest wins. */
  save(workbook: Workbook, sources: SourceNeed[]): Promise<void>;
  /** Tries once more what could not be saved. */
  retry(): Promise<void>;
  /** After the last save. */
  close(): Promise<void>;
  /** Lets go at once, and writes nothing: all is being erased. */
  forget(): void;

  opened: Accessor<string | undefined>;
  status: Accessor<SaveStatus>;
  problem: Accessor<Problem | undefined>;
  /** Whether a file holds all of it. */
  backedUp: Accessor<boolean>;
  role: Accessor<Role>;
  takeOver(): Promise<void>;
  /** What another tab made of the open workbook. Equal cells are the same objects as before. */
  onFollow(listener: (workbook: Workbook, sources: SourceNeed[]) => void): () => void;
  /** A list, in whichever tab, gave the open workbook another title: to be done as an edit. */
  onRename(listener: (title: string) => void): () => void;

  rename(id: string, title: string): Promise<void>;
  /** Gives back the id of the copy. */
  duplicate(id: string, title: string): Promise<string | undefined>;
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  /** For good, with all its versions. */
  clear(id: string): Promise<void>;
  clearOld(): Promise<void>;
  /** The workbook as it is now was written to a file. */
  markExported(): Promise<void>;

  /** Versions of the open workbook, the newest first. */
  versions(): Promise<VersionEntry[]>;
  readVersion(id: string): Promise<Kept | undefined>;
  saveVersion(options?: { why?: VersionReason; name?: string }): Promise<void>;
  nameVersion(id: string, name: string): Promise<void>;
  /** Gives back what undoes it. */
  removeVersion(id: string): Promise<() => Promise<void>>;
}

export interface KeeperOptions {
  store: WorkbookStore;
  locks?: Locks;
  openChannel?: OpenChannel;
  now?: () => number;
  sleep?: (ms: number) => Promise<void>;
  onProblem: (error: unknown) => void;
}

/** How long a removed workbook can be brought back, as sources can. */
const KEEP_REMOVED_MS = 7 * 24 * 3600 * 1000;

export function createKeeper({
  store,
  locks = store.kept && navigator.locks ? createWebLocks(navigator.locks) : createFreeLocks(),
  openChannel = openBroadcast,
  now = Date.now,
  sleep = (ms) => new Promise((done) => setTimeout(done, ms)),
  onProblem,
}: KeeperOptions): Keeper {
  const [opened, setOpened] = createSignal<string>();
  const [status, setStatus] = createSignal<SaveStatus>('none');
  const [problem, setProblem] = createSignal<Problem>();
  const [role, setRole] = createSignal<Role>('writer');
  const [backedUp, setBackedUp] = createSignal(false);
  const lists = createListeners<[]>();
  const followers = createListeners<[Workbook, SourceNeed[]]>();
  const renames = createListeners<[string]>();
  const shelf = openChannel<'list'>('quire-workbooks', () => {
    isErased = false;
    lists.call();
  });
  let session: Session | undefined;
  let isErased = false;

  const events: SessionEvents = {
    onStatus: (next, failure) =>
      batch(() => {
        setStatus(next);
        setProblem(failure);
      }),
    onRole: setRole,
    onFollow: ({ workbook, sources }) => followers.call(workbook, sources),
    onRename: renames.call,
    onWritten(version) {
      announce();
      if (version) void thinOut(version.entry.workbook).catch(onProblem);
    },
    onProblem,
  };
  const parts = { store, locks, openChannel, now, sleep };

  function announce(): void {
    shelf.post('list');
    lists.call();
  }

  async function thinOut(id: string): Promise<void> {
    const thinned = findThinned(await store.versions(id), now());
    if (thinned.length > 0) await store.deleteVersions(thinned);
  }

  async function close(): Promise<void> {
    const closing = session;
    session = undefined;
    await closing?.close();
    show(undefined, 'none');
  }

  function show(next: Session | undefined, status: SaveStatus): void {
    session = next;
    batch(() => {
      setOpened(next?.id);
      setRole(next?.findRole() ?? 'writer');
      setBackedUp(false);
      events.onStatus(status);
    });
  }

  function findOpen(): Session {
    if (!session) throw new Error('no workbook is open');
    return session;
  }

  /** Whoever has it open does it as an edit; else it is done here, while nobody can open it. */
  async function rename(id: string, title: string): Promise<void> {
    if (session?.id === id && session.findRole() === 'writer') return renames.call(title);
    const lock = await locks.take(toLockName(id), 'if-free');
    if (lock) {
      await store.patch(id, { title }).finally(() => lock.free());
      return announce();
    }
    const channel = openChannel<Message>(toLockName(id), () => {});
    channel.post({ say: 'rename', title });
    channel.close();
  }

  async function setRemoved(id: string, removed: number | null): Promise<void> {
    await store.patch(id, { removed });
    announce();
  }

  async function clear(id: string): Promise<void> {
    await store.delete(id);
    announce();
  }

  return {
    kept: store.kept,
    // asking would make the database again that is being erased
    list: async () => (isErased ? [] : store.list()),
    onList: lists.add,

    async open(id) {
      isErased = false;
      await close();
      const next = await openSession(id, parts, events);
      if (!next) return undefined;
      show(next, 'saved');
      const { exported, change } = (await store.read(id))?.entry ?? {};
      setBackedUp(exported !== undefined && exported === change);
      return next.findNewest();
    },

    async create(workbook, sources) {
      isErased = false;
      await close();
      let mine = workbook;
      let next = await openSession(mine.id, parts, events, { workbook: mine, sources });
      if (!next) {
        mine = { ...workbook, id: createId() };
        next = await openSession(mine.id, parts, events, { workbook: mine, sources });
      }
      const isEmpty = mine.cells.length === 0 && !mine.title;
      show(next, isEmpty ? 'saved' : 'saving');
      if (!isEmpty) await findOpen().save({ workbook: mine, sources });
      return mine;
    },

    async save(workbook, sources) {
      const open = findOpen();
      if (workbook.id !== open.id) throw new Error(`this workbook is not open: ${workbook.id}`);
      setBackedUp(false);
      await open.save({ workbook, sources });
    },

    retry: async () => session?.retry(),
    close,

    forget() {
      isErased = true;
      session?.forget();
      show(undefined, 'none');
      lists.call();
    },

    opened,
    status,
    problem,
    backedUp,
    role,
    takeOver: () => findOpen().takeOver(),
    onFollow: followers.add,
    onRename: renames.add,
    rename,

    async duplicate(id, title) {
      const found = await store.read(id);
      if (!found) return undefined;
      const json = { ...found.json, id: createId(), title };
      await store.write({ json, claim: 1, change: 1, now: now() });
      announce();
      return json.id;
    },

    remove: (id) => setRemoved(id, now()),
    restore: (id) => setRemoved(id, null),
    clear,

    async clearOld() {
      for (const { id, removed = Infinity } of await store.list())
        if (now() - removed > KEEP_REMOVED_MS) await clear(id);
    },

    async markExported() {
      const open = findOpen();
      await open.settle();
      const found = await store.read(open.id);
      if (!found || status() !== 'saved') return;
      await store.patch(open.id, { exported: found.entry.change });
      setBackedUp(true);
    },

    versions: () => store.versions(findOpen().id),

    async readVersion(id) {
      const found = await store.readVersion(id);
      return found && deserialize(found.json);
    },

    async saveVersion({ why = 'named', name } = {}) {
      await store.putVersion(findOpen().toVersion(why, name));
    },

    async nameVersion(id, name) {
      const found = await store.readVersion(id);
      if (found) await store.putVersion({ ...found, entry: { ...found.entry, why: 'named', name } });
    },

    async removeVersion(id) {
      const found = await store.readVersion(id);
      await store.deleteVersions([id]);
      return async () => {
        if (found) await store.putVersion(found);
      };
    },
  };
}
