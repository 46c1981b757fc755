import type { Datum, DatumValue, DrawContext } from './chart';
import { only } from './chart';
import { toCyclicFormat, toMomentFormat, toNumberFormat } from './format';
import { isShort, toName, toNameFormat, toUnique } from './frame';
import { isCyclic, toSpread } from './keys';
import type { Bins } from './bins';
import type { Unit } from './channel';

/** Groups side by side along an axis, each at a whole number: in the order of the rows, and where they are counted, none left out. */
export interface Places {
  readonly names: readonly string[];
  at(row: Datum): number;
  format(name: string): string;
}

const MOST_FILLED = 2000;

export function toPlaces(context: DrawContext, rows: readonly Datum[], slot = 'x'): Places {
  const { chart, columns, look, told } = context;
  const channel = only(chart, slot);
  if (!channel) return { names: [''], at: () => 0, format: () => '' };
  const spread = toSpread(channel, columns);
  const bins = (told.bins as Record<string, Bins> | undefined)?.[slot];
  const nameOf = (row: Datum) => toName(row[slot] ?? null, row[`${slot}.rest`] ?? false);
  const cyclic = isCyclic(channel.unit);
  const isCounted = spread === 'time' || bins !== undefined || cyclic;
  const values = isCounted
    ? fill(
        rows.map((row) => row[slot] ?? null),
        channel.unit,
        bins,
      )
    : undefined;
  const names = values ? values.map((value) => toName(value, false)) : toUnique(rows.map(nameOf));
  const places = new Map(names.map((name, at) => [name, at]));
  const number = toNumberFormat(look, channel, 'axis');
  const moment = toMomentFormat(
    look,
    isCounted && spread === 'time' ? toShownUnit(channel.unit, values) : channel.unit,
  );
  const round = cyclic ? toCyclicFormat(look, channel.unit!) : undefined;
  const plain = toNameFormat(context, slot);
  return {
    names,
    at: (row) => places.get(nameOf(row)) ?? 0,
    format(name) {
      if (round) return round(Number(name));
      if (isShort(name) && (!bins || bins.step === 1)) return name;
      if (bins)
        return bins.step === 1
          ? number(Number(name))
          : `${number(Number(name))}–${number(Number(name) + bins.step)}`;
      if (spread === 'time') return moment(new Date(name));
      if (spread === 'numbers') return number(Number(name));
      return plain(name);
    },
  };
}

/** All groups between the first and the last, also those without a row. */
function fill(values: readonly DatumValue[], unit: Unit | undefined, bins: Bins | undefined): DatumValue[] {
  if (bins) return Array.from({ length: bins.count }, (_, at) => bins.from + bins.step * at);
  if (isCyclic(unit)) {
    const [from, to] = unit === 'weekday' ? [1, 7] : unit === 'month-of-year' ? [1, 12] : [0, 23];
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  }
  const dates = values
    .filter((value): value is Date => value instanceof Date)
    .sort((a, b) => a.getTime() - b.getTime());
  const found = toUnique(dates.map((date) => date.getTime())).map((time) => new Date(time));
  const [first, last] = [found[0], found.at(-1)];
  if (!first || unit === undefined || unit === 'none') return found;
  const all: Date[] = [];
  for (let date = first; date <= last!; date = toNext(date, unit)) {
    all.push(date);
    if (all.length > MOST_FILLED) return found;
  }
  return all;
}

const lengths: Partial<Record<Unit, number>> = {
  second: 1e3,
  minute: 6e4,
  hour: 36e5,
  day: 864e5,
  week: 7 * 864e5,
};
const months: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

/** The moment at which the next span of time begins. */
export function toNext(date: Date, unit: Unit): Date {
  const length = lengths[unit];
  if (length !== undefined) return new Date(date.getTime() + length);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months[unit]!, 1));
}

/** Moments that are not put together by a unit are written as far as they differ: firsts of months as months. */
function toShownUnit(unit: Unit | undefined, values: readonly DatumValue[] = []): Unit | undefined {
  const dates = values.filter((value): value is Date => value instanceof Date);
  if ((unit !== undefined && unit !== 'none') || dates.length < 2) return unit;
  if (dates.some((date) => date.getTime() % 864e5 !== 0)) return 'second';
  if (dates.some((date) => date.getUTCDate() !== 1)) return 'day';
  return dates.some((date) => date.getUTCMonth() !== 0) ? 'month' : 'year';
}
