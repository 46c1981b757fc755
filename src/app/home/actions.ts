import type { Keeper } from '../keeping/keeper';
import { holdBook, isHeldBook } from '../workbook/heldBooks';

/** What can be done with the workbooks on the start page. */
export interface HomeActions extends Pick<Keeper, 'list' | 'onList' | 'rename' | 'restore' | 'clear'> {
  openWorkbook(id: string): Promise<void>;
  newWorkbook(): Promise<void>;
  duplicate(id: string, title: string): Promise<unknown>;
  remove(id: string): Promise<void>;
}

export interface HomeParts {
  workbooks: { keeper: Keeper; leave: () => void };
  /** Shows a workbook in the page; a new one where none is named. */
  open: (id?: string) => Promise<void>;
}

export function createHomeActions({ workbooks, open }: HomeParts): HomeActions {
  const { keeper } = workbooks;
  return {
    list: keeper.list,
    onList: keeper.onList,
    rename: keeper.rename,
    async duplicate(id, title) {
      const copy = await keeper.duplicate(id, title);
      if (copy !== undefined && isHeldBook(id)) holdBook(copy, true);
      return copy;
    },
    restore: keeper.restore,
    clear: keeper.clear,
    openWorkbook: open,
    newWorkbook: () => open(),
    async remove(id) {
      if (keeper.opened() === id) {
        await keeper.close();
        workbooks.leave();
      }
      await keeper.remove(id);
    },
  };
}
