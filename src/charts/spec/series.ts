import { findColumn } from '../../steps/write';
import { toFamily } from '../../table/column';
import type { Datum, DrawContext } from './chart';
import { only } from './chart';
import { toTitle, toValueFormat } from './format';
import { MISSING, OTHERS, toName, toNameFormat, toUnique } from './frame';
import { toColors, toInks } from './palette';
import type { LegendItem, SpotLine } from './picture';

/** The groups that colours tell apart: each with a colour of its own, the rest in grey. */
export interface Series {
  /** Rows with the name of their group as `series`. */
  readonly rows: readonly Datum[];
  readonly names: readonly string[];
  readonly colors: readonly string[];
  readonly legend: readonly LegendItem[];
  readonly format: (name: string) => string;
  readonly scale: Readonly<Record<string, unknown>>;
  /** What its colours are of. */
  readonly slot: string;
}

export function toSeries(
  context: DrawContext,
  rows: readonly Datum[],
  { slot = 'color', shape = 'square' }: { slot?: string; shape?: LegendItem['shape'] } = {},
): Series {
  const { chart, look } = context;
  const palette = toColors(String(chart.options.palette), look.dark);
  const inks = toInks(look.dark);
  const isColored = only(chart, slot) !== undefined;
  const withSeries = rows.map((row) => ({
    ...row,
    series: isColored ? toName(row[slot] ?? null, row[`${slot}.rest`] ?? false) : '',
  }));
  const all = toOrder(toUnique(withSeries.map(({ series }) => series)), context, slot);
  let next = 0;
  const ranges = all.map((name) =>
    name === OTHERS || name === MISSING ? inks.rest : palette[next++ % palette.length]!,
  );
  const format = isColored ? toNameFormat(context, slot) : (name: string) => name;
  // who is hidden keeps a colour, so that the others keep theirs
  const isHidden = (name: string) => isColored && (look.hidden?.has(name) ?? false);
  const names = all.filter((name) => !isHidden(name));
  const colors = ranges.filter((_, at) => !isHidden(all[at]!));
  return {
    rows: names.length < all.length ? withSeries.filter(({ series }) => !isHidden(series)) : withSeries,
    names,
    colors,
    legend: all.map((name, at) => ({
      label: format(name),
      color: ranges[at]!,
      shape,
      pattern: at,
      ...(slot === 'color' && { name }),
      ...(isHidden(name) && { hidden: true }),
    })),
    format,
    scale: { type: 'ordinal', domain: names, range: colors },
    slot,
  };
}

/** Numbers that nobody has given an order have their own: clusters 1, 2, 3. */
function toOrder(names: string[], { chart, columns }: DrawContext, slot: string): string[] {
  const channel = only(chart, slot);
  const column = findColumn(columns, channel?.column ?? '');
  if (!column || channel?.sort || toFamily(column.type) !== 'number') return names;
  const rank = (name: string) => (name === OTHERS ? Infinity : name === MISSING ? 1e308 : Number(name));
  return names.toSorted((a, b) => rank(a) - rank(b));
}

/** What is said of a mark when a pointer is on it: what lies on each of its slots. */
export function toSpots(context: DrawContext, series?: Series): (row: Datum) => SpotLine[] {
  const { chart, columns, look, rows } = context;
  const slots = Object.keys(rows[0] ?? {}).filter(
    (slot) => chart.slots[slot.split('.')[0]!] && !slot.endsWith('.rest'),
  );
  const lines = slots.map((slot) => {
    const [base, at = '0'] = slot.split('.');
    const channel = chart.slots[base!]![Number(at)]!;
    const measured = context.isMeasured(base!);
    return {
      slot,
      base: base!,
      name: toTitle(look, channel, columns, measured ? 'measure' : 'group'),
      format: toValueFormat(look, channel, columns, { measured }),
    };
  });
  return (row) =>
    lines.map(({ slot, base, name, format }) => {
      const isRest = row[`${base}.rest`] === true;
      const at = base === series?.slot ? series.names.indexOf(String(row.series)) : undefined;
      return {
        slot: base,
        name,
        text: isRest ? look.words.others : format(row[slot] ?? null),
        ...(at !== undefined && at >= 0 && { color: series!.colors[at]! }),
      };
    });
}
