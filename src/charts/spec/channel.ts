import { Problem } from '../../lib/problem';
import type { Loose } from '../../steps/field';
import type { Family } from '../../table/column';

/** What the values of many rows come to; `none` leaves each row as it is. */
export const aggregates = [
  'count',
  'sum',
  'mean',
  'median',
  'least',
  'greatest',
  'distinct',
  'share',
  'stddev',
  'none',
] as const;

export type Aggregate = (typeof aggregates)[number];

/** Spans of time that dates are put together by; those after `second` come round again. */
export const units = [
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'month-of-year',
  'weekday',
  'hour-of-day',
  'none',
] as const;

export type Unit = (typeof units)[number];

/** Of names along an axis: the largest first, the smallest, or by their letters. */
export const sorts = ['value', 'value-up', 'name', 'name-down'] as const;

export type Sort = (typeof sorts)[number];

export const scales = ['linear', 'log', 'symlog', 'sqrt'] as const;

export const formats = ['auto', 'number', 'compact', 'percent', 'exact'] as const;

export const layerMarks = ['line', 'point', 'bar', 'limit'] as const;

export const sides = ['left', 'right'] as const;

/** A column on one of a chart's slots, and how it is taken. What is not said is chosen from the column and its values. */
export interface Channel {
  readonly column?: string;
  readonly aggregate?: Aggregate;
  readonly unit?: Unit;
  /** About so many bins. */
  readonly bins?: number;
  /** So many of the groups are shown, and what is left as one more. */
  readonly top?: number;
  readonly sort?: Sort;
  readonly scale?: (typeof scales)[number];
  /** `year` is nobody's choice: numbers that are years are found to be. */
  readonly format?: (typeof formats)[number] | 'year';
  /** In place of the column's name. */
  readonly title?: string;
  /** As what a further layer is drawn, and whether it has an axis of its own. */
  readonly mark?: (typeof layerMarks)[number];
  readonly axis?: (typeof sides)[number];
  /** Where the axis begins and ends. */
  readonly min?: number;
  readonly max?: number;
}

const choices = {
  aggregate: aggregates,
  unit: units,
  sort: sorts,
  scale: scales,
  format: formats,
  mark: layerMarks,
  axis: sides,
} as const;
const numbers = ['bins', 'top', 'min', 'max'];

/** A channel as it is given: a column's name is enough. */
export function toChannel(given: unknown, slot: string): Channel {
  const refuse = (what: unknown): never => {
    const detail = (JSON.stringify(what) ?? String(what)).slice(0, 80);
    throw new Problem('cell-setting', { params: { setting: slot, detail } });
  };
  if (typeof given === 'string') return given === '' ? {} : { column: given };
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return refuse(given);
  const channel: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given as Loose)) {
    if (value === undefined || value === null || value === '') continue;
    if (name in choices) {
      const known: readonly string[] = choices[name as keyof typeof choices];
      if (!known.includes(value as string)) return refuse({ [name]: value });
    } else if (numbers.includes(name)) {
      if (typeof value !== 'number' || !Number.isFinite(value)) return refuse({ [name]: value });
    } else if (name === 'column' || name === 'title') {
      if (typeof value !== 'string') return refuse({ [name]: value });
    } else return refuse({ [name]: value });
    channel[name] = value;
  }
  return channel;
}

/** What a slot of a kind of chart takes. */
export interface Slot {
  /**
   * `group`: rows with the same value come together, dates by a unit. `measure`: what the values of each group come to.
   * `value`: the value of each row.
   */
  readonly role: 'group' | 'measure' | 'value';
  readonly families?: readonly Family[];
  readonly optional?: boolean;
  /** What is on it where nothing else is. */
  readonly otherwise?: Channel;
  /** Takes several columns. */
  readonly many?: boolean;
}

export type Slots = Readonly<Record<string, Slot>>;

/** Whether dates of a type can be put together by a unit. */
export function isMoment(type: string): boolean {
  return /^(DATE$|TIMESTAMP)/.test(type);
}
