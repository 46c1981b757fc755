import ChartColumn from 'lucide-solid/icons/chart-column';
import Braces from 'lucide-solid/icons/square-terminal';
import Letters from 'lucide-solid/icons/pilcrow';
import ListChecks from 'lucide-solid/icons/list-checks';
import Sliders from 'lucide-solid/icons/sliders-horizontal';
import { lazy } from '../ui/lazy';
import { quoteName } from '../sql/quote';
import { formatCount } from '../i18n/format';
import { t } from '../i18n/i18n';
import type { Cell } from '../workbook/cell';
import type { ChartTold } from './chart/compile';
import { chartKind } from './chart/compile';
import { inputKind } from './input/compile';
import { sqlKind } from './sql/compile';
import { stepsKind } from './steps/compile';
import { textKind } from './text/compile';
import type { CellKind } from './view';
import { withChartWords } from '../i18n/charts/withChartWords';
import { withStepWords } from '../i18n/steps/withStepWords';

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
    View: lazy(async () => ({ default: (await withStepWords(import('./steps/View'))).View })),
    Panel: lazy(async () => ({ default: (await import('./steps/SidePanel')).SidePanel })),
    showsRows: true,
    icon: ListChecks,
    toNew: ({ name, table }) => ({
      kind: 'steps',
      name: name(table === undefined ? 'steps' : `${table}_clean`),
      from: table ?? '',
    }),
  }),
  chart: toKind({
    ...chartKind,
    View: lazy(async () => ({
      default: (await withChartWords(withStepWords(import('./chart/View')))).View,
    })),
    Reader: lazy(async () => ({ default: (await withChartWords(import('./chart/Reader'))).Reader })),
    Panel: lazy(async () => ({
      default: (await withChartWords(withStepWords(import('./chart/making/SidePanel')))).SidePanel,
    })),
    showsRows: true,
    toOutcome({ told }) {
      const rows = (told as ChartTold | undefined)?.made.told.rows;
      return rows === undefined ? undefined : t('cell.drawnFrom', rows, formatCount(rows));
    },
    icon: ChartColumn,
    toNew: ({ name, table }) => ({ kind: 'chart', name: name('chart'), from: table ?? '' }),
  }),
  text: toKind({
    ...textKind,
    View: lazy(async () => ({ default: (await import('./text/View')).View })),
    Reader: lazy(async () => ({ default: (await import('./text/Reader')).Reader })),
    icon: Letters,
    toNew: () => ({ kind: 'text', markdown: '' }),
  }),
  input: toKind({
    ...inputKind,
    View: lazy(async () => ({ default: (await import('./input/View')).View })),
    Reader: lazy(async () => ({ default: (await import('./input/Reader')).Reader })),
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
