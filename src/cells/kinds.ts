import Braces from 'lucide-solid/icons/square-terminal';
import Letters from 'lucide-solid/icons/pilcrow';
import ListChecks from 'lucide-solid/icons/list-checks';
import Sliders from 'lucide-solid/icons/sliders-horizontal';
import { lazy } from 'solid-js';
import { quoteName } from '../sql/quote';
import type { Cell } from '../workbook/cell';
import { inputKind } from './input/compile';
import { sqlKind } from './sql/compile';
import { stepsKind } from './steps/compile';
import { textKind } from './text/compile';
import type { CellKind } from './view';

const all = {
  sql: toKind({
    ...sqlKind,
    View: lazy(async () => ({ default: (await import('./sql/View')).View })),
    icon: Braces,
    toNew: ({ name, table }) => ({
      kind: 'sql',
      name: name('query'),
      sql: table === undefined ? '' : `SELECT *\nFROM ${quoteName(table)}`,
    }),
  }),
  steps: toKind({
    ...stepsKind,
    View: lazy(async () => {
      const [{ View }, { loadStepWords }] = await Promise.all([
        import('./steps/View'),
        import('../i18n/steps/steps'),
      ]);
      await loadStepWords();
      return { default: View };
    }),
    Panel: lazy(async () => ({ default: (await import('./steps/SidePanel')).SidePanel })),
    showsRows: true,
    icon: ListChecks,
    toNew: ({ name, table }) => ({
      kind: 'steps',
      name: name(table === undefined ? 'steps' : `${table}_clean`),
      from: table ?? '',
    }),
  }),
  text: toKind({
    ...textKind,
    View: lazy(async () => ({ default: (await import('./text/View')).View })),
    icon: Letters,
    toNew: () => ({ kind: 'text', markdown: '' }),
  }),
  input: toKind({
    ...inputKind,
    View: lazy(async () => ({ default: (await import('./input/View')).View })),
    icon: Sliders,
    toNew: ({ name }) => ({ kind: 'input', name: name('input'), control: 'slider' }),
  }),
};

export type KindName = keyof typeof all;

export const kindNames = Object.keys(all) as KindName[];

/** Every kind of cell. A new kind is a folder and a line above. */
export const kinds = {
  find: (kind: string): CellKind | undefined => (all as Record<string, CellKind>)[kind],
};

/** A kind is asked for cells of its own only, so that its cells' type can be forgotten. */
function toKind<C extends Cell>(kind: CellKind<C>): CellKind {
  return kind as unknown as CellKind;
}
