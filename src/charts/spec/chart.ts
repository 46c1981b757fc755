import { Problem } from '../../lib/problem';
import type { Fields, Loose } from '../../steps/field';
import { choice, expression, flag, list, maybeNumber, text, value } from '../../steps/field';
import { toSettings } from '../../steps/settings';
import type { Value } from '../../table/column';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Channel, Slot, Slots } from './channel';
import { toChannel } from './channel';
import type { Look } from './look';

/** What a chart is told besides what lies on its slots; every kind of chart takes these. */
export const common = {
  title: text(),
  subtitle: text(),
  note: text(),
  where: expression({ optional: true }),
  legend: choice(['auto', 'none']),
  palette: choice(['quire', 'warm', 'cool', 'gray']),
  patterns: flag(),
  height: maybeNumber({ min: 80, max: 2000 }),
} as const satisfies Fields;

/** What kinds are told besides over which lines at values and remarks can lie. */
const over = {
  references: list({ axis: choice(['y', 'x']), at: value(), label: text() }, { optional: true }),
  annotations: list({ x: value(), y: value(), text: text() }, { optional: true }),
} as const satisfies Fields;

/** The slots that every kind has: small multiples, and what is said of a mark besides. */
export const everywhere = {
  facet: { role: 'group', optional: true },
  rows: { role: 'group', optional: true },
  tooltip: { role: 'measure', optional: true, many: true },
} as const satisfies Slots;

/** A chart's settings made whole: what lies on each slot, and the options. */
export interface Chart {
  readonly mark: string;
  readonly slots: Readonly<Record<string, readonly Channel[]>>;
  readonly options: Loose;
}

/** A table that a chart is drawn from. */
export interface ChartTable {
  /** What stands after `FROM`. */
  readonly from: string;
  readonly columns: readonly Column[];
}

export interface MakeContext extends ChartTable {
  readonly chart: Chart;
  /** How many points wide the picture is about to be. */
  readonly pixels: number;
  /** A question whose answer is a few rows, one array of values a column. */
  ask(sql: string): Promise<readonly (readonly Value[])[]>;
  /** Keeps the rows of a query, and says what stands after `FROM` to read them. */
  hold(sql: string): Promise<string>;
}

/** A chart's query, and what was decided on the way. */
export interface Made {
  readonly sql: string;
  /** The slot of each column that the query gives, in order; '' where it is on none. */
  readonly slots: readonly string[];
  /** The chart with what was chosen by itself. */
  readonly chart: Chart;
  readonly told: Told;
}

/** What is said below a picture, so that nothing is left out in silence. */
export interface Told {
  /** Rows that there are, where it matters. */
  readonly rows?: number;
  /** Rows of which nothing could be drawn, because a value is missing. */
  readonly missing?: number;
  /** Of what is drawn, rows whose values have no end, or are no numbers. */
  readonly endless?: number;
  /** Groups that are not shown, or are shown together as one. */
  readonly cut?: { readonly groups: number; readonly shown: number; readonly together: boolean };
  /** Points that were thinned to what can be seen. */
  readonly thinned?: { readonly from: number; readonly to: number };
  /** By slot, the names of small multiples that are there whether or not they have rows. */
  readonly panels?: Readonly<Record<string, readonly string[]>>;
  /** By slot, what the groups that are drawn are called in the table, where that is something else: a region by its names. */
  readonly names?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** What else a kind needs to know when it draws: where bins begin, how wide they are. */
  readonly [more: string]: unknown;
}

/** A row of what is drawn: values by slot. Dates are `Date`s, of which the UTC parts count. */
export type Datum = Readonly<Record<string, DatumValue>>;
export type DatumValue = Value | Date;

export interface DrawContext {
  readonly chart: Chart;
  readonly told: Told;
  readonly rows: readonly Datum[];
  /** The columns of the table that the chart is drawn from. */
  readonly columns: readonly Column[];
  readonly look: Look;
  /** Whether what lies on a slot is what groups come to. */
  isMeasured(slot: string): boolean;
}

/** A kind of chart: what it takes, and the query that it comes to. How it looks is in `draw/`, loaded when the first is shown. */
export interface ChartKind {
  readonly mark: string;
  readonly slots: Slots;
  readonly fields: Fields;
  /** Lines at values and remarks can lie over it. */
  readonly over?: true;
  /** It cannot be cut into small multiples. */
  readonly whole?: true;
  /** Options that the query depends on; all others only change how it looks. */
  readonly asks?: readonly string[];
  /** What else keeps settings from being drawn. */
  check?(chart: Chart, columns: readonly Column[]): Problem | undefined;
  make(context: MakeContext): Promise<Made>;
}

export function toSlots({ slots, whole }: ChartKind): Slots {
  return { ...slots, ...(whole ? { tooltip: everywhere.tooltip } : everywhere) };
}

/** What a kind is told as others are. */
export const toCommon = (kind: ChartKind): Fields => ({ ...common, ...(kind.over && over) });
export const toFields = (kind: ChartKind): Fields => ({ ...toCommon(kind), ...kind.fields });

/** Settings as they are given, made whole; what is of another sort is refused. */
export function toChart(kind: ChartKind, loose: Loose): Chart {
  const slots: Record<string, Channel[]> = {};
  for (const [name, slot] of Object.entries(toSlots(kind))) {
    const given = loose[name];
    if (given === undefined || given === null || given === '') {
      if (slot.otherwise) slots[name] = [slot.otherwise];
      continue;
    }
    const channels = (Array.isArray(given) ? (given as unknown[]) : [given]).map((one) =>
      toChannel(one, name),
    );
    if (channels.length > 1 && !slot.many)
      throw new Problem('cell-setting', {
        params: { setting: name, detail: JSON.stringify(given).slice(0, 80) },
      });
    if (channels.length > 0) slots[name] = channels;
  }
  return { mark: kind.mark, slots, options: toSettings(toFields(kind), loose) };
}

/** The first thing that keeps a chart from being drawn of a table, as a person would be told. */
export function checkChart(kind: ChartKind, chart: Chart, columns: readonly Column[]): Problem | undefined {
  for (const [name, slot] of Object.entries(toSlots(kind))) {
    const channels = chart.slots[name] ?? [];
    if (channels.length === 0 && !slot.optional)
      return new Problem('chart-slot', { params: { slot: name, mark: chart.mark } });
    for (const channel of channels) {
      const problem = checkChannel(channel, slot, columns);
      if (problem) return problem;
    }
  }
  return kind.check?.(chart, columns);
}

function checkChannel(
  { column, aggregate }: Channel,
  slot: Slot,
  columns: readonly Column[],
): Problem | undefined {
  if (column === undefined) {
    if (slot.role === 'measure') return undefined;
    return new Problem('step-required', { params: { setting: 'column' } });
  }
  const found = columns.find(({ name }) => name === column);
  if (!found) return new Problem('step-column', { params: { column } });
  const family = toFamily(found.type);
  const isCounted = slot.role === 'measure' && (aggregate === 'count' || aggregate === 'distinct');
  if (family === 'nested' || (slot.families && !isCounted && !slot.families.includes(family)))
    return new Problem('step-family', { params: { column, type: found.type } });
  return undefined;
}

/** The one channel of a slot. */
export function only(chart: Chart, slot: string): Channel | undefined {
  return chart.slots[slot]?.[0];
}

export function withSlot(chart: Chart, slot: string, channels: readonly Channel[]): Chart {
  return { ...chart, slots: { ...chart.slots, [slot]: channels } };
}
