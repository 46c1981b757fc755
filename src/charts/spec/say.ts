import type { Datum, DatumValue, DrawContext } from './chart';
import { only } from './chart';
import { isAdditive, toAggregate } from './keys';
import { toTitle, toValueFormat } from './format';
import { toName, toNameFormat, OTHERS } from './frame';

/** Totals of a measure by the values of a slot, in the order of the rows. */
export function toTotals(
  rows: readonly Datum[],
  by: string,
  value: string,
): Map<string, { total: number; at: DatumValue }> {
  const totals = new Map<string, { total: number; at: DatumValue }>();
  for (const row of rows) {
    const name = toName(row[by] ?? null, row[`${by}.rest`] ?? false);
    const found = totals.get(name);
    const number = Number(row[value] ?? 0);
    if (found) found.total += number;
    else totals.set(name, { total: number, at: row[by] ?? null });
  }
  return totals;
}

/** What a picture of groups shows: the largest, the smallest, their shares. */
export function sayGroups(context: DrawContext, { by = 'x', value = 'y' } = {}): string {
  const { chart, rows, columns, look } = context;
  const { words } = look;
  const measure = only(chart, value) ?? {};
  const what = toTitle(look, measure, columns, 'measure');
  const along = only(chart, by) ? toTitle(look, only(chart, by)!, columns, 'group') : '';
  const kind = words.marks[chart.mark] ?? chart.mark;
  const totals = [...toTotals(rows, by, value)].filter(([name]) => name !== OTHERS);
  if (totals.length === 0) return words.say.empty(kind, what);
  const isSummed = isAdditive(toAggregate(measure, columns)) || only(chart, 'color') === undefined;
  const name = toNameFormat(context, by);
  const number = toValueFormat(look, measure, columns, { measured: true });
  const sorted = totals.toSorted(([, a], [, b]) => b.total - a.total);
  const toText = ([key, { total, at }]: (typeof totals)[number]) =>
    words.say.with(
      at instanceof Date ? toValueFormat(look, only(chart, by)!, columns)(at) : name(key),
      number(total),
    );
  if (totals.length === 1 || !isSummed) return words.say.groups(kind, what, along, String(totals.length));
  return words.say.extremes(
    kind,
    what,
    along,
    toText(sorted[0]!),
    toText(sorted.at(-1)!),
    totals.length.toLocaleString(look.tag),
  );
}

/** What a picture along time shows: where it begins and ends, and how far it has gone. */
export function sayTrend(context: DrawContext, { by = 'x', value = 'y' } = {}): string {
  const { chart, rows, columns, look } = context;
  const { words } = look;
  const measure = only(chart, value) ?? {};
  const totals = [...toTotals(rows, by, value).values()];
  const [first, last] = [totals[0], totals.at(-1)];
  if (!first || totals.length < 2 || only(chart, 'color')) return sayGroups(context, { by, value });
  const kind = words.marks[chart.mark] ?? chart.mark;
  const moment = toValueFormat(look, only(chart, by)!, columns);
  const number = toValueFormat(look, measure, columns, { measured: true });
  const what = toTitle(look, measure, columns, 'measure');
  const change = first.total === 0 ? undefined : last!.total / first.total - 1;
  const percent = (share: number) =>
    Math.abs(share).toLocaleString(look.tag, { style: 'percent', maximumFractionDigits: 1 });
  const greatest = totals.reduce((a, b) => (b.total > a.total ? b : a));
  return words.say.trend({
    kind,
    what,
    from: moment(first.at),
    to: moment(last!.at),
    first: number(first.total),
    last: number(last!.total),
    change: change === undefined ? undefined : percent(change),
    rises: last!.total >= first.total,
    most: words.say.with(moment(greatest.at), number(greatest.total)),
  });
}
