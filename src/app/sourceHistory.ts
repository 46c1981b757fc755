import { createSignal } from 'solid-js';
import type { SourceRecord } from '../storage/catalog';
import type { Sources } from './sources';

/** What was done to the list of sources: which left it, and which came onto it, in its place where both are named. */
export interface SourceChange {
  label: 'removeSource' | 'restoreSource' | 'replaceSource';
  at: number;
  left?: string;
  came?: string;
}

export interface SourceHistoryOptions {
  sources: Sources;
  /** Something was done anew, so that nothing is left to redo. */
  onChange: () => void;
}

export type SourceHistory = ReturnType<typeof createSourceHistory>;

/** Undo and redo of removals and replacements. Rows of removed sources stay on the device for a week, so both are quick. */
export function createSourceHistory({ sources, onChange }: SourceHistoryOptions) {
  const [past, setPast] = createSignal<readonly SourceChange[]>([]);
  const [future, setFuture] = createSignal<readonly SourceChange[]>([]);

  const isListed = (id?: string) => id === undefined || sources.state.sources.some((one) => one.id === id);
  const isRemoved = (id?: string) => id === undefined || sources.state.removed.some((one) => one.id === id);
  // another tab, or deleting for good, may have taken away what a change was about
  const lastChange = () => past().findLast(({ left, came }) => isRemoved(left) && isListed(came));
  const nextChange = () => future().findLast(({ left, came }) => isRemoved(came) && isListed(left));

  function record(change: SourceChange): void {
    setPast((all) => [...all, change]);
    setFuture([]);
    onChange();
  }

  /** Takes one off the list, brings one back onto it, or both, at one place. */
  async function exchange(out?: string, into?: string): Promise<SourceRecord | undefined> {
    if (out !== undefined && into !== undefined) {
      const source = sources.state.removed.find(({ id }) => id === into)!;
      return source.replacedBy === out ? sources.takeBack(into) : sources.replace(out, source);
    }
    if (out !== undefined) await sources.remove(out);
    return into === undefined ? undefined : sources.restore(into);
  }

  async function undo(): Promise<SourceRecord | undefined> {
    const change = lastChange();
    if (!change) return undefined;
    const shown = await exchange(change.came, change.left);
    setPast((all) => all.filter((other) => other !== change));
    setFuture((all) => [...all, change]);
    return shown;
  }

  async function redo(): Promise<SourceRecord | undefined> {
    const change = nextChange();
    if (!change) return undefined;
    const shown = await exchange(change.left, change.came);
    setFuture((all) => all.filter((other) => other !== change));
    setPast((all) => [...all, change]);
    return shown;
  }

  /** The same sources, whose removals and replacements are remembered. */
  const recorded: Sources = {
    ...sources,

    async remove(id) {
      await sources.remove(id);
      record({ label: 'removeSource', at: Date.now(), left: id });
    },

    async restore(id) {
      // one that made way for another stands beside it then
      if (isLast(id) && lastChange()!.came === undefined) return (await undo())!;
      const source = await sources.restore(id);
      record({ label: 'restoreSource', at: Date.now(), came: id });
      return source;
    },

    async replace(id, table) {
      const source = await sources.replace(id, table);
      record({ label: 'replaceSource', at: Date.now(), left: id, came: source.id });
      return source;
    },

    async takeBack(id) {
      if (isLast(id)) return (await undo())!;
      const by = sources.state.removed.find((source) => source.id === id)?.replacedBy;
      const isSwap = by !== undefined && isListed(by);
      const source = await sources.takeBack(id);
      const label = isSwap ? 'replaceSource' : 'restoreSource';
      record({ label, at: Date.now(), came: id, ...(isSwap && { left: by }) });
      return source;
    },
  };

  function isLast(id: string): boolean {
    return lastChange()?.left === id;
  }

  return {
    sources: recorded,
    undo,
    redo,
    lastChange,
    nextChange,
    forgetFuture: () => setFuture([]),

    /** What was removed before this page was opened can be undone too. */
    remember(): void {
      const before = sources.state.removed
        .filter(({ undone }) => !undone)
        .toSorted((a, b) => a.removed! - b.removed!);
      setPast(
        before.map(({ id, removed, replacedBy }) => ({
          label: replacedBy === undefined ? 'removeSource' : 'replaceSource',
          at: removed!,
          left: id,
          ...(replacedBy !== undefined && { came: replacedBy }),
        })),
      );
    },
  };
}
