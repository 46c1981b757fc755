import type { Accessor } from 'solid-js';
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { findChartKind } from '../../charts/spec/catalog';
import type { Made } from '../../charts/spec/chart';
import { only, toSlots } from '../../charts/spec/chart';
import { axisName, maybeRefill, toCubeSql, toDirectSql, toRefilled, toStepSql } from '../../charts/spec/cube';
import { isCubeOfUse, toRefilledSquares } from '../../charts/spec/squaresCube';
import type { Zoom } from '../../charts/spec/look';
import type { Brushes } from '../../charts/spec/picture';
import type { Chosen, Groups, Span } from '../../charts/spec/selection';
import { toCondition, toKey, toPick, toSquare, toUniquePicks } from '../../charts/spec/selection';
import { withInputs } from '../../sql/inputs';
import { findColumn } from '../../steps/write';
import type { Column } from '../../table/column';
import type { CellSurroundings } from '../view';
import type { ChartCell } from './compile';
import { toFromSql } from './compile';
import type { Drawn } from './picture';
import { readCloser } from './picture';
import type { Selection } from './selections';
import { hasColumns, toIdentity, toWhere } from './selections';
import { createStepper } from './stepper';

export interface LinkingOptions {
  cell: () => ChartCell;
  surroundings: CellSurroundings;
  /** What the cell has kept. */
  kept: Accessor<Drawn | undefined>;
  /** The same, or what was asked for when a person has come closer. */
  drawn: Accessor<Drawn | undefined>;
  /** What is drawn of it when a person has come closer. */
  zoom: Accessor<Zoom | undefined>;
  pixels: () => number;
  /** Whether its rows are those of the workbook as it is now. */
  isNew: () => boolean;
  isBusy: () => boolean;
}

/** Some of a chart's rows, as those of another chart are chosen. */
export interface Part {
  readonly drawn: Drawn;
  /** Whether its groups are those of all rows. */
  readonly sameGroups: boolean;
  readonly of: Drawn;
}

/** How a person chooses in a chart. */
export interface Brush {
  /** Whether another chart follows, or a table. */
  can: () => boolean;
  /** Whether a box between its axes is chosen, not some of its groups. */
  isBox: () => boolean;
  chosen: Accessor<Chosen | undefined>;
  /** Whether a row of the chart is among what is chosen. */
  has: (row: number) => boolean;
  begin: (way: Brushes | undefined, grid: readonly Span[]) => void;
  end: () => void;
  pick: (way: Brushes | undefined, rows: readonly number[]) => void;
  /** Chooses a row's groups alone, or with `more` besides others; what was chosen is not any more. */
  toggle: (way: Brushes | undefined, row: number, more: boolean) => void;
  box: (spans: readonly Span[]) => void;
  clear: () => void;
  /** How many other charts follow. */
  count: () => number;
  /** How many tables on the page do. */
  tables: () => number;
}

/** A chart among others of the same table: what is chosen in it, and what of it is shown as something is chosen in them. */
export function createLinking(options: LinkingOptions) {
  const { cell, kept, drawn: whole, zoom, pixels, isNew, isBusy } = options;
  const { engine, findValue, onProblem, selections } = options.surroundings;
  const { id } = cell();
  const [part, setPart] = createSignal<Part>();
  const [cube, setCube] = createSignal<{ asked: string; table: string | undefined }>();

  const others = createMemo(() => selections?.findOthers(id) ?? []);
  const tables = createMemo(() => selections?.countTables(id) ?? 0);
  /** What is chosen elsewhere, of columns that this chart's table has too. */
  const applied = createMemo<readonly Selection[]>(
    (before) => {
      const drawn = kept();
      // while it runs, what is shown stays
      if (!selections || !drawn || !isNew()) return isBusy() ? before : [];
      return selections.list().filter((one) => others().includes(one.cell) && hasColumns(drawn.columns, one));
    },
    [],
    { equals: (a, b) => a.length === b.length && a.every((one, at) => one === b[at]) },
  );
  const own = createMemo(() => selections?.list().find((one) => one.cell === id));
  const refill = createMemo(() => {
    const drawn = kept();
    // closer by, squares are finer
    if (drawn?.made.told.squares !== undefined && zoom()) return undefined;
    return drawn && maybeRefill({ ...drawn, from: toFromSql(cell()) });
  });

  /** The cube of the chart along what is being chosen elsewhere, and the table's rows that it is of. */
  const cubeAsked = createMemo(() => {
    const [active, drawn, groups] = [selections?.active(), kept(), refill()];
    if (!active || !drawn || !groups || !isNew()) return undefined;
    if (!others().includes(active.cell) || !hasColumns(drawn.columns, active)) return undefined;
    if (!isCubeOfUse(drawn.made, active.places)) return undefined;
    const fixed = applied().flatMap((one) => (one.cell === active.cell ? [] : [one.condition.plain]));
    return toCubeSql(groups, active.axes, fixed);
  });
  createEffect(
    on([cubeAsked, kept], ([asked]) => {
      setCube();
      if (asked === undefined) return;
      const controller = new AbortController();
      const { sql, values } = withInputs(asked, findValue);
      const made = engine.keepResult(sql, { values, signal: controller.signal });
      made
        .then((table) => !controller.signal.aborted && setCube({ asked, table: table.id }))
        // its rows are asked then
        .catch(() => !controller.signal.aborted && setCube({ asked, table: undefined }));
      onCleanup(() => {
        controller.abort();
        made.then((table) => engine.dropResult(table.id)).catch(() => {});
      });
    }),
  );

  let answered: Question | undefined;
  const steps = createStepper(
    readPart,
    (found: Part, question) => {
      answered = question;
      setPart(found);
    },
    onProblem,
  );
  createEffect(
    on([applied, kept, cube, () => (refill() ? undefined : zoom()), pixels], ([chosen, drawn, ready]) => {
      if (chosen.length === 0 || !drawn) {
        steps.forget();
        answered = undefined;
        return void setPart();
      }
      const asked = cubeAsked();
      if (asked !== undefined && ready?.asked !== asked) return;
      const question = {
        chosen,
        drawn,
        zoom: refill() ? undefined : zoom(),
        pixels: refill() ? 0 : pixels(),
      };
      // another cube gives the same
      if (answered && isSameQuestion(answered, question)) return steps.forget();
      steps.ask({ ...question, cube: asked === undefined ? undefined : ready?.table });
    }),
  );
  onCleanup(steps.forget);

  interface Question {
    chosen: readonly Selection[];
    drawn: Drawn;
    zoom: Zoom | undefined;
    pixels: number;
    cube?: string | undefined;
  }

  function isSameQuestion(a: Question, b: Question): boolean {
    return a.chosen === b.chosen && a.drawn === b.drawn && a.zoom === b.zoom && a.pixels === b.pixels;
  }

  async function readPart(
    { chosen, drawn, zoom: span, pixels: wide, cube: table }: Question,
    signal: AbortSignal,
  ): Promise<Part> {
    const groups = refill();
    const where = toWhere(chosen);
    if (!groups) {
      const wanted = { cell: cell(), drawn, findValue, pixels: wide };
      const found = await readCloser(engine, { ...wanted, where, ...(span && { zoom: span }) }, signal);
      return { drawn: found, sameGroups: false, of: drawn };
    }
    const active = selections?.active();
    const isMoving = ({ cell: one, condition: { axes } }: Selection) =>
      one === active?.cell && axes.join('\n') === active.axes.join('\n');
    const moving = table === undefined ? undefined : chosen.find(isMoving);
    const asked = moving
      ? toStepSql(
          groups,
          'the_table',
          moving.condition.toSql(moving.condition.axes.map((_, at) => axisName(at))),
        )
      : toDirectSql(groups, where);
    const { sql, values } = withInputs(asked, findValue);
    const found = await engine.query(sql, { values, signal, ...(moving && { of: table! }) });
    if (drawn.made.told.squares === undefined)
      return { drawn: { ...drawn, rows: toRefilled(groups, drawn, found) }, sameGroups: true, of: drawn };
    const { rows, told } = toRefilledSquares(groups, drawn, found);
    return { drawn: { ...drawn, rows, made: { ...drawn.made, told } }, sameGroups: false, of: drawn };
  }

  /** Of what the marks are that a person sees. */
  const seen = () => part()?.drawn ?? whole();
  const has = createMemo(() => {
    const [chosen, drawn] = [own()?.chosen, seen()];
    if (!chosen || !drawn || 'spans' in chosen) return () => false;
    const keys = new Set(chosen.picks.map(toKey));
    return (row: number) => keys.has(toKey(toPick(chosen.slots, row, drawn)));
  });

  function select(chosen: Chosen): void {
    const drawn = seen();
    if (!drawn || !selections) return;
    if ('picks' in chosen && chosen.picks.length === 0) return selections.clear(id);
    const context = { made: drawn.made, columns: drawn.columns, values: drawn.values };
    const condition = toCondition(chosen, context);
    const columns = toColumns(chosen, drawn);
    if (condition)
      selections.select({ cell: id, of: toIdentity(cell()), chosen, columns, context, condition });
  }

  const toGroupsOf = (way: Brushes | undefined, rows: readonly number[]): Groups => {
    const drawn = seen()!;
    const slots = isOfRows(drawn.made) ? toRowSlots(drawn.made) : toSlotsOf(way, drawn.made);
    return { slots, picks: toUniquePicks(rows.map((row) => toPick(slots, row, drawn))) };
  };

  const brush: Brush = {
    can: () => (others().length > 0 || tables() > 0) && isNew() && kept() !== undefined,
    isBox: () => isOfRows(kept()?.made),
    chosen: () => own()?.chosen,
    has: (row) => has()(row),
    begin(way, grid) {
      const drawn = kept();
      if (!drawn || !selections) return;
      const wanted: Chosen = brush.isBox()
        ? { spans: grid }
        : { slots: toSlotsOf(way, drawn.made), picks: [] };
      const condition = toCondition(wanted, drawn);
      if (condition)
        selections.begin({
          cell: id,
          of: toIdentity(cell()),
          columns: toColumns(wanted, drawn),
          axes: condition.axes,
          ...(condition.places !== undefined && { places: condition.places }),
        });
    },
    end: () => selections?.end(id),
    pick: (way, rows) => seen() && select(toGroupsOf(way, rows)),
    toggle(way, row, more) {
      const drawn = seen();
      if (!drawn) return;
      const before = own()?.chosen;
      // its axes are others than those of what is drawn across
      if (isOfRows(drawn.made)) selections?.end(id);
      const square = toSquare(row, drawn);
      if (square) {
        if (JSON.stringify(before) === JSON.stringify(square)) selections?.clear(id);
        else select(square);
        return;
      }
      const wanted = toGroupsOf(way, [row]);
      const picks =
        before && 'picks' in before && before.slots.join() === wanted.slots.join() ? before.picks : [];
      const key = toKey(wanted.picks[0]!);
      const left = picks.filter((pick) => toKey(pick) !== key);
      if (more) select({ ...wanted, picks: left.length < picks.length ? left : [...picks, ...wanted.picks] });
      else if (picks.length === 1 && left.length === 0) selections?.clear(id);
      else select(wanted);
    },
    box: (spans) => select({ spans }),
    clear: () => selections?.clear(id),
    count: () => others().length,
    tables,
  };

  return {
    part,
    applied,
    own,
    brush,
    /** What is true of the rows that are shown. */
    where: () => (applied().length > 0 ? toWhere(applied()) : undefined),
    /** Lets go of all that is chosen here or shows here; whether something was. */
    clearAll(): boolean {
      const all = [...applied(), ...(own() ? [own()!] : [])];
      for (const { cell: one } of all) selections?.clear(one);
      return all.length > 0;
    },
  };
}

/** The columns by which rows are chosen. */
function toColumns(chosen: Chosen, { made, columns }: Drawn): Column[] {
  const slots = 'spans' in chosen ? chosen.spans.map(({ slot }) => slot) : chosen.slots;
  return slots.flatMap((slot) => findColumn(columns, only(made.chart, slot)?.column ?? '') ?? []);
}

/** The slots whose groups are chosen: those along which a person draws, or all that tell a mark from others. */
function toSlotsOf(way: Brushes | undefined, { chart, slots }: Omit<Made, 'sql'>): string[] {
  if (way) return way === 'xy' ? ['x', 'y'] : ['x'];
  return toRowSlots({ chart, slots });
}

/** The slots that tell a mark from others: its groups, or of a single row what it is called, or where it lies. */
function toRowSlots({ chart, slots }: Pick<Made, 'chart' | 'slots'>): string[] {
  const taken = toSlots(findChartKind(chart.mark)!);
  const given = [...new Set(slots)].filter((slot) => only(chart, slot));
  const groups = given.filter((slot) => taken[slot]?.role === 'group');
  if (groups.some((slot) => slot !== 'facet' && slot !== 'rows')) return groups;
  if (given.includes('label')) return ['label'];
  return given.filter((slot) => taken[slot]!.role === 'value' && !taken[slot]!.optional);
}

/** Whether a chart's marks are single rows, or stand for what lies between axes. */
function isOfRows(made: Omit<Made, 'sql'> | undefined): boolean {
  if (!made) return false;
  const role = toSlots(findChartKind(made.chart.mark)!).x?.role;
  return role === 'value' || made.told.fine !== undefined;
}
