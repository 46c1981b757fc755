import type { Accessor, Signal } from 'solid-js';
import { batch, createEffect, createMemo, createRoot, createSignal, on, untrack } from 'solid-js';
import type { CellHandle } from '../../cells/view';
import { kinds } from '../../cells/kinds';
import type { Engine } from '../../engine/engine';
import { toFreeName } from '../../lib/freeName';
import { createRunner } from '../../run/runner';
import { noWorld } from '../../run/world';
import type { CellState } from '../../run/state';
import { idle } from '../../run/state';
import type { Bound } from '../../sql/bound';
import { fold } from '../../sql/name';
import { findNearest } from '../../sql/nearest';
import type { SourceRecord } from '../../storage/catalog';
import { readSecret } from '../../storage/secrets';
import type { Cell, CellSpec } from '../../workbook/cell';
import { findGiver, findReads } from '../../workbook/cell';
import type { RunMode, Workbook } from '../../workbook/document';
import { createId, createWorkbook } from '../../workbook/document';
import * as edits from '../../workbook/edits';
import type { EditLabel, Effect, History } from '../../workbook/history';
import { createHistory, record, redo, undo } from '../../workbook/history';
import type { Outputs } from '../../workbook/outputs';
import { setOutputs, withOutputs } from '../../workbook/outputs';
import type { SourceNeed } from '../../workbook/serialize';
import type { Keeper } from '../keeping/keeper';
import type { Sources } from '../sources';
import { holdBook, isHeldBook } from './heldBooks';

export interface WorkbooksOptions {
  engine: Engine;
  sources: Sources;
  keeper: Keeper;
  onProblem: (error: unknown) => void;
  /** Something was changed anew, so that nothing is left to redo. */
  onEdit: () => void;
}

export interface EditOptions {
  /** Changes of one kind that follow closely are undone together. */
  merge?: string;
  /** The change touches no result: a name, an order. */
  sameResults?: boolean;
  effect?: Effect;
}

/** What a notice offers: to undo the change that it tells of. */
export interface WayBack {
  isOver: () => boolean;
  go: () => Promise<void>;
}

export type Workbooks = ReturnType<typeof createWorkbooks>;

/** The workbook that is open: its document, what its cells came to, and everything that can be done with it. */
export function createWorkbooks({ engine, sources, keeper, onProblem, onEdit }: WorkbooksOptions) {
  const [workbook, setWorkbook] = createSignal<Workbook>();
  const [history, setHistory] = createSignal<History<Workbook>>(createHistory());
  const [selected, setSelected] = createSignal<string>();
  const [held, setHeld] = createSignal(false);
  const [renaming, setRenaming] = createSignal<string>();
  const states = new Map<string, Signal<CellState>>();
  const handles = new Map<string, CellHandle>();
  let sameResults = false;

  const runner = createRunner({
    engine,
    kinds,
    onState: (id, state) => findState(id)[1](state ?? idle),
    whenAttached: sources.whenAttached,
    findNearest,
    findSecret,
    together: batch,
  });

  const cells = createRoot(() => {
    const byId = createMemo(() => new Map(workbook()?.cells.map((cell) => [cell.id, cell])));
    createEffect(
      on([workbook, held, () => sources.state.sources.map(toRunSource)], ([current, isHeld, attached]) => {
        const world = current ? { workbook: current, sources: attached, held: isHeld } : noWorld;
        runner.setWorld(world, { sameResults });
        sameResults = false;
      }),
    );
    return byId;
  });

  keeper.onFollow((followed) => {
    if (followed.id === workbook()?.id) setWorkbook(followed);
  });
  keeper.onRename((title) => edit('title', (book) => edits.setTitle(book, title), { sameResults: true }));

  function findState(id: string): Signal<CellState> {
    let signal = states.get(id);
    if (!signal) states.set(id, (signal = createSignal<CellState>(idle)));
    return signal;
  }

  function current(): Workbook {
    const open = workbook();
    if (!open) throw new Error('no workbook is open');
    return open;
  }

  const isReadOnly = () => keeper.role() === 'follower';

  /** Changes the document; the one way in which it is changed. */
  function edit(label: EditLabel, change: (before: Workbook) => Workbook, options: EditOptions = {}): void {
    if (isReadOnly()) return;
    const before = current();
    const after = change(before);
    if (after === before && !options.effect) return;
    setHistory((all) => record(all, { before, after, label, at: Date.now(), ...options }));
    onEdit();
    put(after, options.sameResults);
  }

  function put(next: Workbook, same = false): void {
    sameResults = same;
    setWorkbook(next);
    void keeper.save(next, listNeeds(next)).catch(() => {
      // the keeper says so itself, and tries again
    });
  }

  /** What the cells read of sources. */
  function listNeeds(book: Workbook): SourceNeed[] {
    const read = new Set(book.cells.flatMap((cell) => findReads(cell, kinds).tables.map(fold)));
    return sources.state.sources
      .filter(({ name }) => read.has(fold(name)))
      .map(({ name, columns }) => ({ name, columns: columns.map((column) => ({ ...column })) }));
  }

  /** Takes a workbook for the open one. What somebody else wrote is held until a person says that it may run. */
  function show(book: Workbook, { hold = false } = {}): void {
    batch(() => {
      setHeld(hold);
      setHistory(createHistory<Workbook>());
      setSelected(undefined);
      setWorkbook(book);
    });
  }

  async function travel(step: typeof undo<Workbook>, way: 'undo' | 'redo'): Promise<void> {
    if (isReadOnly()) return;
    const { history: next, entry } = step(untrack(history));
    if (!entry) return;
    try {
      await entry.effect?.[way]();
    } catch (error) {
      onProblem(error);
      return;
    }
    setHistory(next);
    put(withOutputs(way === 'undo' ? entry.before : entry.after, current()), entry.sameResults);
    const gone = selected();
    if (gone && !cells().has(gone)) setSelected(undefined);
  }

  const lastChange = () => history().past.at(-1);

  const freeName = (wanted: string, book = current()) =>
    toFreeName(wanted, [...edits.listNames(book), ...sources.state.sources.map(({ name }) => name)]);

  return {
    workbook,
    cell: (id: string): Cell | undefined => cells().get(id),
    ids: createRoot(() =>
      createMemo(() => workbook()?.cells.map(({ id }) => id) ?? [], [], { equals: isSameList }),
    ),
    stateOf: (id: string): Accessor<CellState> => findState(id)[0],
    selected,
    /** What stands beside the page for the selected cell. */
    panel: createRoot(() =>
      createMemo(
        () => {
          const cell = cells().get(selected() ?? '');
          const Panel = cell && !cell.collapsed ? kinds.find(cell.kind)?.Panel : undefined;
          return Panel && { id: cell!.id, Panel };
        },
        undefined,
        { equals: (a, b) => a?.id === b?.id && a?.Panel === b?.Panel },
      ),
    ),
    select: setSelected,
    renaming,
    rename: setRenaming,
    handles,
    keeper,
    isReadOnly,
    held,
    freeName,
    listNeeds,
    lastChange,
    nextChange: () => history().future.at(-1),
    forgetFuture: () => setHistory(({ past }) => ({ past, future: [] })),

    edit,
    show,

    /** A new workbook, on the device from its first change on. */
    async create(given: Workbook = createWorkbook()): Promise<Workbook> {
      const book = await keeper.create(given, listNeeds(given));
      show(book);
      remember(book.id);
      return book;
    },

    async open(id: string): Promise<boolean> {
      if (workbook()?.id === id) return true;
      const found = await keeper.open(id);
      if (!found) return false;
      show(found.workbook, { hold: isHeldBook(id) });
      remember(id);
      return true;
    },

    /** The workbook that was open here, or on this device, the last time. */
    async openLast(): Promise<void> {
      const id = sessionStorage.getItem('workbook') ?? localStorage.getItem('workbook');
      const entry = id && (await keeper.list()).find((other) => other.id === id && !other.removed);
      if (entry && !workbook()) await this.open(entry.id);
    },

    /** Opens a workbook from elsewhere: kept on the device, and run only when a person says so. */
    async adopt(book: Workbook): Promise<void> {
      const checked = edits.checkCells(book, kinds);
      const own = await keeper.create(checked, listNeeds(checked));
      holdBook(own.id, true);
      show(own, { hold: true });
      remember(own.id);
    },

    /** Shows no workbook any more. */
    leave: () => void setWorkbook(undefined),

    /** Lets go of the workbook without a last save: everything is being erased. */
    forget(): void {
      keeper.forget();
      batch(() => {
        setHeld(false);
        setHistory(createHistory<Workbook>());
        setSelected(undefined);
        setWorkbook(undefined);
      });
    },

    add(spec: CellSpec, place: edits.Place = {}): string {
      const wanted = typeof spec.name === 'string' ? spec.name.trim() : '';
      const cell = edits.toCell(spec, kinds);
      const named = cell.name && !wanted ? { ...cell, name: freeName(cell.name) } : cell;
      edit('add', (book) => edits.addCell(book, named, place));
      setSelected(named.id);
      return named.id;
    },

    change(id: string, patch: Readonly<Record<string, unknown>>, { merge }: { merge?: string } = {}): void {
      const { name, ...settings } = patch;
      const isFold = Object.keys(settings).every((key) => key === 'collapsed');
      edit(
        !isFold ? 'change' : name === undefined ? 'fold' : 'rename',
        (book) => {
          const renamed = typeof name === 'string' ? edits.renameCell(book, id, name, kinds) : book;
          return Object.keys(settings).length > 0 ? edits.patchCell(renamed, id, settings, kinds) : renamed;
        },
        { ...(merge !== undefined && { merge: `${id} ${merge}` }), sameResults: isFold },
      );
    },

    /** Gives the way back, which stays open whatever else is done meanwhile. */
    remove(id: string): WayBack {
      const { id: book, cells: before } = current();
      const at = before.findIndex((cell) => cell.id === id);
      edit('remove', (now) => edits.removeCell(now, id));
      const change = lastChange();
      setSelected((before[at + 1] ?? before[at - 1])?.id);
      return {
        isOver: () => workbook()?.id !== book || cells().has(id),
        async go(): Promise<void> {
          if (lastChange() === change) return travel(undo, 'undo');
          const cell = before[at]!;
          const above = before.slice(0, at).findLast((other) => cells().has(other.id));
          const named = cell.name ? { ...cell, name: freeName(cell.name) } : cell;
          edit('add', (now) => edits.addCell(now, named, { after: above?.id ?? null }));
        },
      };
    },

    /** Takes a version for the workbook. The way back is open until something else is done. */
    restore(version: Workbook): WayBack {
      edit('restore', () => version);
      const change = lastChange();
      return { isOver: () => lastChange() !== change, go: () => travel(undo, 'undo') };
    },

    move: (id: string, place: edits.Place) =>
      edit('move', (book) => edits.moveCell(book, id, place), { sameResults: true }),
    nudge: (id: string, by: -1 | 1) =>
      edit('move', (book) => edits.nudgeCell(book, id, by), { sameResults: true }),

    duplicate(id: string): void {
      const newId = createId();
      const taken = sources.state.sources.map(({ name }) => name);
      edit('duplicate', (book) => edits.duplicateCell(book, id, { taken, newId }));
      setSelected(newId);
    },

    setTitle: (title: string) => edit('title', (book) => edits.setTitle(book, title), { sameResults: true }),
    /** Remembers how something left, which is no change that anyone would undo. */
    noteOutputs(outputs: Outputs): void {
      if (!isReadOnly()) put(setOutputs(current(), outputs), true);
    },
    setRunMode: (run: RunMode) =>
      edit('runMode', (book) => edits.setRunMode(book, run), { sameResults: true }),

    /** Another name for a source, which every cell that reads it follows. */
    async renameSource(id: string, wanted: string): Promise<void> {
      const from = sources.state.sources.find((source) => source.id === id)?.name ?? '';
      const to = wanted.trim();
      await sources.rename(id, to);
      if (!workbook() || from === to) return;
      edit('renameSource', (book) => edits.followName(book, { of: 'table', from, to }, kinds), {
        sameResults: true,
        effect: { undo: () => sources.rename(id, from), redo: () => sources.rename(id, to) },
      });
    },

    /** Who asks for all of them, says that they may run. */
    async run(ids?: readonly string[]): Promise<void> {
      const done = runner.run(ids);
      if (!ids && held()) {
        holdBook(current().id, false);
        setHeld(false);
      }
      await done;
    },
    stop: runner.stop,
    stopAll: runner.stopAll,
    forgetResults: runner.forgetResults,
    undo: () => travel(undo, 'undo'),
    redo: () => travel(redo, 'redo'),

    /** The value of the input that goes by a name. */
    findValue(name: string): Bound | undefined {
      const cell = findGiver(workbook()?.cells ?? [], name, 'value', kinds);
      return cell && kinds.find(cell.kind)?.toValue?.(cell);
    },

    findSecret,

    /** The cell that goes by a name, with what it came to. */
    findTable(name: string): { cell: Cell; state: CellState } | undefined {
      const cell = findGiver(workbook()?.cells ?? [], name, 'table', kinds);
      return cell && { cell, state: findState(cell.id)[0]() };
    },
  };
}

function findSecret(name: string): Bound {
  return { type: 'VARCHAR', value: readSecret(name) };
}

/** For the next time that the page is opened, in this tab and in a new one. */
function remember(id: string): void {
  sessionStorage.setItem('workbook', id);
  localStorage.setItem('workbook', id);
}

function toRunSource({ id, name, columns, receipt }: SourceRecord) {
  return { id, name, version: `${id}/${receipt.loaded}`, columns: columns.map((column) => column.name) };
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
