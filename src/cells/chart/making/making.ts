import { createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import { findChartKind } from '../../../charts/spec/catalog';
import type { Channel } from '../../../charts/spec/channel';
import { toChannel } from '../../../charts/spec/channel';
import type { ChartKind } from '../../../charts/spec/chart';
import { toSlots } from '../../../charts/spec/chart';
import type { Proposal } from '../../../charts/spec/propose/drawable';
import { toOtherKind } from '../../../charts/spec/suit';
import { fold, isSameName } from '../../../sql/name';
import type { Loose } from '../../../steps/field';
import type { Column } from '../../../table/column';
import { isBlank, toChartOf, toSettingsOf } from '../compile';
import type { ChartCell, ChartTold } from '../compile';
import type { CellViewProps } from '../../view';

/** A table that a chart can be made of: a source's, a cell's, or one behind a cell. */
export interface TableChoice {
  readonly name: string;
  readonly from: string;
  readonly table?: string;
  readonly columns: readonly Column[];
}

/** A column that is being dragged, and where from. */
export interface Dragged {
  readonly column: string;
  readonly from?: { readonly slot: string; readonly at: number };
}

/** How a chart is being made: what its form shows and does, whether that stands in the cell or beside the page. */
export type Making = ReturnType<typeof createMaking>;

const [makings, setMakings] = createSignal<ReadonlyMap<string, Making>>(new Map());

/** That of a cell which is on the page. */
export const findMaking = (id: string): Making | undefined => makings().get(id);

export function createMaking(props: CellViewProps<ChartCell>) {
  const [isAsked, setAsked] = createSignal(false);
  const [dragged, setDragged] = createSignal<Dragged>();
  const id = untrack(() => props.cell.id);

  const tables = createMemo((): TableChoice[] =>
    props.surroundings
      .catalog()
      .tables.filter(({ name }) => !isSameName(name, props.cell.name))
      .flatMap(({ name, columns, beside = [] }) => [
        { name, from: name, columns: toKnown(columns) },
        ...beside.map((inner) => ({
          name: `${name}.${inner.name}`,
          from: name,
          table: inner.name,
          columns: toKnown(inner.columns),
        })),
      ]),
  );
  const table = createMemo(() =>
    tables().find(
      (one) =>
        fold(one.from) === fold(props.cell.from) && fold(one.table ?? '') === fold(props.cell.table ?? ''),
    ),
  );
  const kind = createMemo((): ChartKind | undefined => findChartKind(props.cell.mark));
  const settings = createMemo(() => toSettingsOf(props.cell));
  const blank = createMemo(() => kind() === undefined || isBlank(toChartOf(props.cell)));

  /** The settings in place of those that there are, as one change. */
  function replace(mark: string, next: Loose, merge?: string): void {
    const gone = Object.keys(settings()).filter((name) => !(name in next));
    props.change(
      { ...Object.fromEntries(gone.map((name) => [name, null])), ...next, mark },
      merge === undefined ? {} : { merge },
    );
  }

  const making = {
    id,
    cell: (): ChartCell => props.cell,
    state: () => props.state,
    isReadOnly: () => props.readOnly,
    surroundings: untrack(() => props.surroundings),
    tables,
    table,
    kind,
    settings,
    /** Of the table; of one that has no rows yet, none. */
    columns: createMemo((): readonly Column[] => {
      const known = table()?.columns ?? [];
      return known.length > 0 ? known : ((props.state.told as ChartTold | undefined)?.columns ?? []);
    }),
    /** The chart with what was chosen by itself, where it has run as it is. */
    chosen: () => {
      const told = props.state.told as ChartTold | undefined;
      return told?.made.chart.mark === props.cell.mark ? told.made.chart : undefined;
    },

    /** Charts are proposed where nothing has been chosen, or a person asks for them. */
    isProposing: () => props.cell.from !== '' && !props.readOnly && (isAsked() || blank()),
    isBlank: blank,
    propose: (asked: boolean) => setAsked(asked),

    dragged,
    drag: (what: Dragged | undefined) => setDragged(what),

    setTable({ from, table: inner }: TableChoice): void {
      props.change({ from, table: inner ?? null });
    },

    setKind(mark: string): void {
      const next = findChartKind(mark);
      if (!next || mark === props.cell.mark) return;
      replace(mark, toOtherKind(next, { kind: kind(), settings: settings() }, making.columns()));
    },

    /** What lies on a slot, as it is saved: none where nothing has been put there. */
    channels(slot: string): readonly Channel[] {
      const given = settings()[slot];
      if (given === undefined || given === null || given === '') return [];
      return [given].flat().map((one) => toChannel(one, slot));
    },

    setSlot(slot: string, channels: readonly Channel[], merge?: string): void {
      props.change({ [slot]: toSaved(channels) }, merge === undefined ? {} : { merge: `${slot} ${merge}` });
    },

    /** Puts a column on a slot; where it is dragged from another one, it leaves that. */
    put(slot: string, { column, from }: Dragged): void {
      const all = making.channels(slot);
      const isMany = toSlots(kind()!)[slot]?.many ?? false;
      if (from?.slot === slot || (isMany && all.some((one) => one.column === column))) return;
      const moved = from ? making.channels(from.slot)[from.at] : undefined;
      const next: Channel = moved ? withoutRole(moved) : { column };
      const left = from ? making.channels(from.slot).filter((_, at) => at !== from.at) : [];
      props.change({
        ...(from && { [from.slot]: toSaved(left) }),
        [slot]: toSaved(isMany ? [...all, next] : [next]),
      });
    },

    /** Options of the chart; what is left empty is not kept. */
    set(patch: Loose): void {
      const kept = Object.entries(patch).map(([name, value]) => [name, isNothing(value) ? null : value]);
      props.change(Object.fromEntries(kept), { merge: Object.keys(patch).join(' ') });
    },

    take({ mark, settings: next }: Proposal): void {
      replace(mark, next);
      setAsked(false);
    },

    /** What was written as text. */
    write: (mark: string, next: Loose) => replace(mark, next, 'text'),
  };

  setMakings((all) => new Map(all).set(id, making));
  onCleanup(() =>
    setMakings((all) => {
      if (all.get(id) !== making) return all;
      const next = new Map(all);
      next.delete(id);
      return next;
    }),
  );
  return making;
}

function toKnown(columns: readonly { name: string; type?: string }[]): Column[] {
  return columns.flatMap(({ name, type }) => (type === undefined ? [] : [{ name, type }]));
}

/** A column alone is saved as its name. */
function toSaved(channels: readonly Channel[]): unknown {
  const saved = channels.map((channel) => {
    const names = Object.keys(channel);
    return names.length === 1 && names[0] === 'column' ? channel.column : channel;
  });
  return saved.length === 0 ? null : saved.length === 1 ? saved[0] : saved;
}

/** What was said of it on another slot means nothing here. */
function withoutRole({ column, title, format }: Channel): Channel {
  return {
    ...(column !== undefined && { column }),
    ...(title !== undefined && { title }),
    ...(format !== undefined && { format }),
  };
}

function isNothing(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0);
}
