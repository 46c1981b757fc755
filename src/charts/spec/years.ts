import { findColumn } from '../../steps/write';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Channel } from './channel';
import type { Chart, DatumValue } from './chart';
import { toSlots } from './chart';
import { findChartKind } from './catalog';

const FIRST = 1500;
const LAST = 2200;

/** Whether a number may be a year: 2023, and not 2,023 or 2.023k. */
export function isYear(value: unknown): boolean {
  const number = Number(value);
  return Number.isInteger(number) && number >= FIRST && number <= LAST;
}

/** Whether a column is called a year: `birth_year`, `fiscalYear`, `年份`. */
export function isCalledYear(name: string): boolean {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return /(?:^|[^a-z])(?:year|yr)(?:$|[^a-z])/.test(words) || /年(?:份|度)?$/.test(words);
}

/** What the rows of a group come to that is one of its values. */
const keeping: ReadonlySet<string> = new Set(['least', 'greatest', 'median', 'none']);

/** A chart in which numbers that are years are written as such. `valuesOf` gives what lies on a slot. */
export function withYears(
  chart: Chart,
  columns: readonly Column[],
  valuesOf: (slot: string) => Iterable<DatumValue>,
): Chart {
  const taken = toSlots(findChartKind(chart.mark)!);
  const slots = Object.entries(chart.slots).map(([slot, channels]) => {
    const isMeasure = taken[slot]?.role === 'measure';
    return [slot, channels.map((channel, at) => (isOfYears(channel, at) ? toYears(channel) : channel))];

    function isOfYears({ column: name, aggregate, format = 'auto' }: Channel, at: number): boolean {
      const column = findColumn(columns, name ?? '');
      if (!column || format !== 'auto' || toFamily(column.type) !== 'number') return false;
      if (isMeasure && !keeping.has(aggregate ?? '')) return false;
      if (isCalledYear(column.name)) return true;
      return !isMeasure && at === 0 && isAllYears(valuesOf(slot));
    }
  });
  return { ...chart, slots: Object.fromEntries(slots) as Chart['slots'] };
}

const toYears = (channel: Channel): Channel => ({ ...channel, format: 'year' });

function isAllYears(values: Iterable<DatumValue>): boolean {
  let isAny = false;
  for (const value of values) {
    if (value === null || value === undefined) continue;
    if (typeof value === 'boolean' || value instanceof Date || !isYear(value)) return false;
    isAny = true;
  }
  return isAny;
}

/** So many years apart ticks are, of which about so many stand along a span. */
export function toYearStep([from, to]: readonly [number, number], ticks: number): number {
  const rough = (to - from) / Math.max(ticks, 1);
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return [1, 2, 5, 10].map((nice) => nice * power).find((step) => step >= rough) ?? 1;
}
