import type { KindName } from '../../cells/kinds';
import { kinds } from '../../cells/kinds';
import type { StepsCell } from '../../cells/steps/compile';
import { t } from '../../i18n/i18n';
import { isSameName } from '../../sql/name';
import type { Loose } from '../../steps/field';
import { whenThere } from '../../lib/patience';
import { tell, tellProblem } from '../notice';
import type { Sources } from '../sources';
import { toWords } from '../words';
import type { CellAction } from './cellKeys';
import type { Workbooks } from './workbooks';

export type Acting = ReturnType<typeof createActing>;

interface CleanStep {
  step: Loose & { step: string };
  isOpen?: boolean;
}

/** What keys, menus and buttons do to cells: the change, and where the keyboard goes then. */
export function createActing(workbooks: Workbooks, sources: Sources, print: () => Promise<void>) {
  const ids = workbooks.ids;

  function focus(id: string | undefined): void {
    if (!id) return;
    workbooks.select(id);
    // after the page shows the cell
    queueMicrotask(() => document.getElementById(toElementId(id))?.focus());
  }

  function edit(id: string): void {
    workbooks.select(id);
    whenThere(() => workbooks.handles.get(id))
      .then((handle) => handle?.focus())
      .catch((error: unknown) => tellProblem(error, toWords));
  }

  function beside(id: string, by: number): string | undefined {
    return ids()[ids().indexOf(id) + by];
  }

  /** A table that a new query can begin with: what stands above it, else the first source. */
  function findTable(after: string | null | undefined): string | undefined {
    const end = after === undefined ? ids().length : after === null ? 0 : ids().indexOf(after) + 1;
    for (const id of ids().slice(0, end).toReversed()) {
      const cell = workbooks.cell(id);
      if (cell?.name && kinds.find(cell.kind)?.gives === 'table') return cell.name;
    }
    return sources.state.sources[0]?.name;
  }

  function add(kind: KindName, after?: string | null, table = findTable(after)): string {
    const spec = kinds.find(kind)!.toNew({ name: (wanted) => workbooks.freeName(wanted), table });
    const id = workbooks.add(spec, after === undefined ? {} : { after });
    edit(id);
    return id;
  }

  /** A step on a table: in the last cell of steps that begins with it, else in a new one. An open one waits for its form. */
  function clean(table: string, { step, isOpen = false }: CleanStep, after?: string): void {
    const known = ids()
      .map((id) => workbooks.cell(id))
      .findLast((cell) => cell?.kind === 'steps' && isSameName((cell as StepsCell).from, table)) as
      StepsCell | undefined;
    const id = known?.id ?? add('steps', after, table);
    const steps = (workbooks.cell(id) as StepsCell).steps;
    if (!isOpen) workbooks.change(id, { steps: [...steps, step] });
    edit(id);
    if (isOpen) void whenThere(() => workbooks.handles.get(id)).then((handle) => handle?.begin?.(step));
  }

  function remove(id: string): void {
    const name = workbooks.cell(id)?.name;
    const back = workbooks.remove(id);
    focus(workbooks.selected());
    tell({
      text: () => (name ? t('workbook.removedNamed', { name }) : t('workbook.removed')),
      isOver: back.isOver,
      action: { label: () => t('app.undo'), run: () => void back.go() },
    });
  }

  function act(id: string, action: CellAction): void {
    switch (action) {
      case 'edit':
        return edit(id);
      case 'run':
        return void workbooks.run([id]);
      case 'runAndNext':
        void workbooks.run([id]);
        return focus(beside(id, 1) ?? id);
      case 'runAndAdd':
        void workbooks.run([id]);
        return void add('sql', id);
      case 'above':
        return void add('sql', beside(id, -1) ?? null);
      case 'below':
        return void add('sql', id);
      case 'remove':
        return remove(id);
      case 'next':
        return focus(beside(id, 1));
      case 'previous':
        return focus(beside(id, -1));
      case 'first':
        return focus(ids()[0]);
      case 'last':
        return focus(ids().at(-1));
      case 'moveUp':
      case 'moveDown':
        workbooks.nudge(id, action === 'moveUp' ? -1 : 1);
        return focus(id);
      case 'fold':
        return workbooks.change(id, { collapsed: !workbooks.cell(id)?.collapsed });
      case 'rename':
        return void workbooks.rename(id);
      case 'duplicate':
        workbooks.duplicate(id);
        return focus(workbooks.selected());
      case 'add':
        return void document
          .querySelector<HTMLElement>(`[data-add-after="${CSS.escape(id)}"] button`)
          ?.focus();
      case 'stop':
        return workbooks.stop(id);
      case 'leave':
        return focus(id);
    }
  }

  return { act, add, clean, edit, focus, print };
}

export function toElementId(id: string): string {
  return `cell-${id}`;
}
