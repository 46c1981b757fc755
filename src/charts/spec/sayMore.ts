import { findColumn } from '../../steps/write';
import { toFamily } from '../../table/column';
import type { Datum, DrawContext } from './chart';
import { only } from './chart';
import { toTitle } from './format';
import { OTHERS, toName, toNameFormat } from './frame';
import { isAdditive, toAggregate, toSpread } from './keys';
import { toTotals } from './say';

const MOST = 3;
/** Kinds that lie along x and y. */
const KINDS = ['bar', 'line', 'area', 'point'];

/** What a picture shows besides its first sentence: how each series went, how much the largest have of the whole, what goes together. */
export function sayMore(context: DrawContext): string {
  const { chart, columns, rows } = context;
  const [x, y] = [only(chart, 'x'), only(chart, 'y')];
  if (!KINDS.includes(chart.mark) || !x || !y || rows.length < 2) return '';
  if (!context.isMeasured('y')) return sayTogether(context);
  const isAdded = isAdditive(toAggregate(y, columns));
  if (toSpread(x, columns) === 'time') return only(chart, 'color') ? sayEach(context) : '';
  return isAdded ? sayShares(context) : '';
}

/** How the largest series went, from the first to the last moment that each has. */
function sayEach(context: DrawContext): string {
  const { rows, look } = context;
  const percent = toPercent(look.tag);
  const name = toNameFormat(context, 'color');
  const series = [
    ...Map.groupBy(rows, (row) => toName(row.color ?? null, row['color.rest'] ?? false)),
  ].toSorted(([, a], [, b]) => toSum(b) - toSum(a));
  const said = series.slice(0, MOST).flatMap(([key, some]) => {
    const known = some.filter(({ y }) => y !== null && y !== undefined).map(({ y }) => Number(y));
    const [first, last] = [known[0], known.at(-1)];
    if (known.length < 2 || !first) return [];
    const change = last! / first - 1;
    return [
      look.words.more.series(name(key), percent(Math.abs(change)), Math.sign(Math.round(change * 1000))),
    ];
  });
  return said.length > 0 ? look.words.more.each(said, Math.max(0, series.length - MOST)) : '';
}

function sayShares(context: DrawContext): string {
  const { rows, look } = context;
  const totals = [...toTotals(rows, 'x', 'y')].map(([key, { total }]) => ({ key, total }));
  const whole = totals.reduce((sum, { total }) => sum + total, 0);
  if (totals.length < 3 || !(whole > 0) || totals.some(({ total }) => total < 0)) return '';
  const named = totals.filter(({ key }) => key !== OTHERS).toSorted((a, b) => b.total - a.total);
  const percent = toPercent(look.tag);
  const first = named[0]!.total / whole;
  const three = named.slice(0, MOST).reduce((sum, { total }) => sum + total, 0) / whole;
  return look.words.more.shares(percent(first), named.length > MOST ? percent(three) : undefined);
}

/** Pearson's correlation of two columns of numbers, of the points that are drawn. */
function sayTogether(context: DrawContext): string {
  const { chart, columns, rows, look } = context;
  const [x, y] = [only(chart, 'x')!, only(chart, 'y')!];
  const isNumber = ({ column = '' }: { column?: string }) =>
    toFamily(findColumn(columns, column)?.type ?? '') === 'number';
  if (!isNumber(x) || !isNumber(y)) return '';
  const points = rows.flatMap((row) => {
    const point = [Number(row.x ?? NaN), Number(row.y ?? NaN)] as const;
    return point.every(Number.isFinite) ? [point] : [];
  });
  const r = correlate(points);
  if (r === undefined) return '';
  const title = (channel: typeof x) => toTitle(look, channel, columns, 'value');
  const written = r.toLocaleString(look.tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return look.words.more.together(title(x), title(y), written);
}

function correlate(points: readonly (readonly [number, number])[]): number | undefined {
  if (points.length < 3) return undefined;
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at] / points.length, 0);
  const [mx, my] = [mean(0), mean(1)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of points) {
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
    xy += (x - mx) * (y - my);
  }
  const size = Math.sqrt(xx) * Math.sqrt(yy);
  return size > 0 && Number.isFinite(size) ? xy / size : undefined;
}

const toSum = (rows: readonly Datum[]) => rows.reduce((sum, { y }) => sum + Math.abs(Number(y ?? 0)), 0);

function toPercent(tag: string): (share: number) => string {
  return (share) => share.toLocaleString(tag, { style: 'percent', maximumFractionDigits: 1 });
}
