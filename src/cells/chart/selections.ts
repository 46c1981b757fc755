import type { Accessor } from 'solid-js';
import { createMemo, createSignal } from 'solid-js';
import { toAsked } from '../../charts/spec/compile';
import type { Chosen, Condition, SelectionContext } from '../../charts/spec/selection';
import { maybeKeptTable } from '../../sql/passThrough';
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
export type Begun = Pick<Selection, 'cell' | 'of' | 'columns'> & Pick<Condition, 'axes' | 'places'>;

export type Selections = ReturnType<typeof createSelections>;

/** What rows are read from: a table by its name, or one behind a cell's name. */
export type ReadFrom = Pick<ChartCell, 'from' | 'table'>;

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
  const named = createMemo(
    () =>
      new Map(cells().flatMap((cell) => (cell.name === undefined ? [] : [[fold(cell.name), cell] as const]))),
  );
  const toBase = (read: ReadFrom) => follow(read, (name) => named().get(fold(name)));
  const bases = createMemo(
    () => new Map(cells().flatMap((cell) => (isChart(cell) ? [[cell.id, toBase(cell)] as const] : []))),
  );
  /** Tables on the page whose rows can be left out as charts' are. */
  const [tables, setTables] = createSignal<readonly ReadFrom[]>([]);
  const tableBases = createMemo(() => (bases().size === 0 ? [] : tables().map(toBase)));

  return {
    list,

    /** The one that has changed last, or is about to. */
    active: (): Begun | undefined => {
      const one = begun();
      if (one && isOf(one)) return one;
      const last = list().at(-1);
      return last && { ...last, ...toPlaced(last.condition) };
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

    /** Charts that are drawn of the rows that a table shows, or of more of them. */
    findChartsOf(read: ReadFrom): readonly string[] {
      if (bases().size === 0) return [];
      const base = toBase(read);
      return [...bases()].flatMap(([chart, its]) => (its === base ? [chart] : []));
    },

    /** How many tables on the page show a chart's rows. */
    countTables(id: string): number {
      const base = bases().get(id);
      return base === undefined ? 0 : tableBases().filter((its) => its === base).length;
    },

    /** A table is on the page, until what is given back is called. */
    join(read: ReadFrom): () => void {
      setTables((before) => [...before, read]);
      return () => setTables((before) => before.filter((one) => one !== read));
    },
  };
}

const toPlaced = ({ axes, places }: Condition) => ({ axes, ...(places !== undefined && { places }) });

const isChart = (cell: Cell): cell is ChartCell =>
  cell.kind === 'chart' && (cell as ChartCell).from !== '' && !isBlank(toChartOf(cell as ChartCell));

/** What a chart is asked for as. */
export function toIdentity(cell: ChartCell): string {
  return JSON.stringify([toFromSql(cell), toAsked(toChartOf(cell))]);
}

/** The table whose rows a chart is drawn of, where cells between them only leave some out. */
export function findBase(read: ReadFrom, cells: readonly Cell[]): string {
  return follow(read, (name) => cells.find((one) => one.name !== undefined && isSameName(one.name, name)));
}

function follow(read: ReadFrom, find: (name: string) => Cell | undefined): string {
  if (read.table) return fold(toFromSql(read));
  let name = read.from;
  for (let step = 0; step < FAR; step++) {
    const cell = find(name);
    const next = cell && maybeKept(cell);
    if (!next) break;
    name = next;
  }
  return fold(name);
}

/** Whether a table has these columns, of the same types. */
export function hasColumns(columns: readonly Column[], wanted: Pick<Selection, 'columns'>): boolean {
  return wanted.columns.every(({ name, type }) =>
    columns.some((one) => isSameName(one.name, name) && one.type === type),
  );
}

/** True of the rows that are chosen, in all of these. */
export const toWhere = (chosen: readonly Selection[]): string =>
  chosen.map(({ condition }) => `(${condition.plain})`).join(' AND ');

/** The table of which a cell gives rows as they are. */
function maybeKept(cell: Cell): string | undefined {
  const { kind, sql, from, steps } = cell as Cell &
    Partial<{ sql: string; from: string; steps: { step: string }[] }>;
  if (kind === 'sql' && sql) return maybeKeptTable(sql);
  if (kind === 'steps' && steps?.every(({ step }) => keeping.has(step))) return from;
  return undefined;
}
