import type { Accessor } from 'solid-js';
import { createMemo, createSignal } from 'solid-js';
import { toAsked } from '../../charts/spec/compile';
import type { Chosen, Condition, SelectionContext } from '../../charts/spec/selection';
import { maybePassThrough } from '../../sql/passThrough';
import { fold, isSameName } from '../../sql/name';
import type { Column } from '../../table/column';
import type { Cell } from '../../workbook/cell';
import type { ChartCell } from './compile';
import { isBlank, toChartOf, toFromSql } from './compile';

/** What a person has chosen in a chart. It lasts as long as the page and the chart, and is no part of the workbook. */
export interface Selection {
  readonly cell: string;
  /** What the chart was asked for as when this was chosen. */
  readonly of: string;
  readonly chosen: Chosen;
  /** The columns that it is about. */
  readonly columns: readonly Column[];
  readonly context: SelectionContext;
  readonly condition: Condition;
}

/** What rows are about to be chosen by, so that cubes can be made before. */
export type Begun = Pick<Selection, 'cell' | 'of' | 'columns'> & { readonly axes: readonly string[] };

export type Selections = ReturnType<typeof createSelections>;

/** Steps that only leave rows out or move them: what is left in a column is what was there. */
const keeping = new Set(['filter', 'sort', 'sample', 'dropMissing']);
/** A chain of reads is followed no further. */
const FAR = 100;

/** What is chosen in the charts of a page, of which the others show the rows. */
export function createSelections(cells: Accessor<readonly Cell[]>) {
  const [all, setAll] = createSignal<readonly Selection[]>([]);
  const [begun, setBegun] = createSignal<Begun>();
  const find = (id: string) => cells().find((cell): cell is ChartCell => cell.id === id && isChart(cell));
  const isOf = ({ cell, of }: { cell: string; of: string }) => {
    const found = find(cell);
    return found !== undefined && toIdentity(found) === of;
  };
  /** Those of charts that are still what they were. */
  const list = createMemo(() => all().filter(isOf));
  const bases = createMemo(
    () =>
      new Map(
        cells().flatMap((cell) => (isChart(cell) ? [[cell.id, findBase(cell, cells())] as const] : [])),
      ),
  );

  return {
    list,

    /** The one that has changed last, or is about to. */
    active: (): Begun | undefined => {
      const one = begun();
      if (one && isOf(one)) return one;
      const last = list().at(-1);
      return last && { ...last, axes: last.condition.axes };
    },

    begin: (wanted: Begun): void => void setBegun(wanted),
    end: (cell: string): void => void setBegun((one) => (one?.cell === cell ? undefined : one)),

    select(selection: Selection): void {
      setAll((before) => [...before.filter(({ cell }) => cell !== selection.cell), selection]);
    },

    clear(cell: string): void {
      setAll((before) => before.filter((one) => one.cell !== cell));
      setBegun((one) => (one?.cell === cell ? undefined : one));
    },

    nameOf: (cell: string): string => find(cell)?.name ?? '',

    /** Charts that are drawn of the same rows, or of some of them. */
    findOthers(id: string): readonly string[] {
      const base = bases().get(id);
      return base === undefined
        ? []
        : [...bases()].flatMap(([other, its]) => (other !== id && its === base ? [other] : []));
    },
  };
}

const isChart = (cell: Cell): cell is ChartCell =>
  cell.kind === 'chart' && (cell as ChartCell).from !== '' && !isBlank(toChartOf(cell as ChartCell));

/** What a chart is asked for as. */
export function toIdentity(cell: ChartCell): string {
  return JSON.stringify([toFromSql(cell), toAsked(toChartOf(cell))]);
}

/** The table whose rows a chart is drawn of, where cells between them only leave some out. */
export function findBase(chart: Pick<ChartCell, 'from' | 'table'>, cells: readonly Cell[]): string {
  if (chart.table) return fold(toFromSql(chart));
  let name = chart.from;
  for (let step = 0; step < FAR; step++) {
    const cell = cells.find((one) => one.name !== undefined && isSameName(one.name, name));
    const next = cell && maybeKept(cell);
    if (!next) break;
    name = next;
  }
  return fold(name);
}

/** The table of which a cell gives rows as they are. */
function maybeKept(cell: Cell): string | undefined {
  const { kind, sql, from, steps } = cell as Cell &
    Partial<{ sql: string; from: string; steps: { step: string }[] }>;
  if (kind === 'sql' && sql) return maybePassThrough(sql)?.table;
  if (kind === 'steps' && steps?.every(({ step }) => keeping.has(step))) return from;
  return undefined;
}
