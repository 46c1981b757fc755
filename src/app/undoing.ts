import { t } from '../i18n/i18n';
import { tell, tellProblem } from './notice';
import type { SourceChange, SourceHistory } from './sourceHistory';
import type { View } from './view';
import { toWords } from './words';
import type { Workbooks } from './workbook/workbooks';

export interface UndoingParts {
  sources: Pick<SourceHistory, 'undo' | 'redo' | 'lastChange' | 'nextChange'>;
  workbooks: () => Workbooks | undefined;
  view: View;
}

export type Undoing = ReturnType<typeof createUndoing>;

/** Undo and redo in the order in which things were done, whether to the workbook or to the sources. */
export function createUndoing({ sources, workbooks, view }: UndoingParts) {
  const lasts = () => [workbooks()?.lastChange(), sources.lastChange()] as const;
  const nexts = () => [workbooks()?.nextChange(), sources.nextChange()] as const;

  async function travel(change: SourceChange | undefined, way: 'undo' | 'redo'): Promise<void> {
    if (!change) return workbooks()?.[way]();
    try {
      const { open } = view;
      const isHere = open() === undefined && view.page() === 'workbook';
      const gone = way === 'undo' ? change.came : change.left;
      const source = await sources[way]();
      if (source && change.left !== undefined && change.came !== undefined && way === 'undo')
        tell({ text: () => t('replacing.undone', { name: source.name }) });
      if (isHere) return;
      if (source) view.show(source.id);
      else if (gone !== undefined && open() === gone) view.show(undefined);
    } catch (error) {
      tellProblem(error, toWords);
    }
  }

  return {
    /** What would be undone, as a key of words. */
    last: () => findLater(...lasts())?.label,
    next: () => findEarlier(...nexts())?.label,

    async undo(): Promise<void> {
      const [inWorkbook, inSources] = lasts();
      await travel(findLater(inWorkbook, inSources) === inSources ? inSources : undefined, 'undo');
    },

    async redo(): Promise<void> {
      const [inWorkbook, inSources] = nexts();
      await travel(findEarlier(inWorkbook, inSources) === inSources ? inSources : undefined, 'redo');
    },
  };
}

interface Dated {
  at: number;
}

function findLater<A extends Dated, B extends Dated>(a: A | undefined, b: B | undefined): A | B | undefined {
  return a && b ? (a.at > b.at ? a : b) : (a ?? b);
}

function findEarlier<A extends Dated, B extends Dated>(
  a: A | undefined,
  b: B | undefined,
): A | B | undefined {
  return a && b ? (a.at < b.at ? a : b) : (a ?? b);
}
