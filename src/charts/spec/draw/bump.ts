import type { Datum, DrawContext } from '../chart';
import { toFitting, toTextWidth } from '../format';
import { FONT, toFacets, toMeasureTitle, toPicture } from '../frame';
import { toInks } from '../palette';
import type { Picture } from '../picture';
import { toPlaces } from '../places';
import { toPlaceAxis } from '../axes';
import { toSeries, toSpots } from '../series';

const LANE = 30;
/** Names at the ends of the lines need room that a narrow picture does not have. */
const WIDE = 420;

export function drawBump(context: DrawContext): Picture {
  const { chart, look } = context;
  const { places: most } = chart.options as { places: number };
  const { words } = look;
  const inks = toInks(look.dark);
  const facets = toFacets(context);
  const series = toSeries(context, facets.rows, { shape: 'line' });
  const places = toPlaces(context, series.rows);
  const ranked = series.rows.flatMap((row): (Datum & { at: number; rank: number })[] => {
    const rank = Number(row.rank ?? Number.NaN);
    return Number.isFinite(rank) ? [{ ...row, at: places.at(row), rank }] : [];
  });
  const data = ranked.filter(({ rank }) => rank <= most);
  const last = Math.max(1, ...data.map(({ rank }) => rank));
  const isFaceted = facets.columns * facets.lines > 1;
  const isWide = !isFaceted && look.width >= WIDE;
  const names = series.names.map((name) => series.format(name));
  const side = isWide
    ? Math.min(150, Math.max(20, ...names.map((name) => toTextWidth(name, FONT))) + 16)
    : 16;
  const count = places.names.length;
  const axis = toPlaceAxis(places, { look, columns: facets.columns, left: 30 + side });
  const seriesOf = (row: Datum) => `${String(row.fx)} ${String(row.fy)} ${String(row.series)}`;
  const whole = withGaps(data, count, seriesOf);
  const ends = [...Map.groupBy(data, seriesOf).values()].flatMap((some) => {
    const end = some.reduce((a, b) => (b.at > a.at ? b : a));
    return end.at === count - 1
      ? [{ ...end, text: toFitting(series.format(String(end.series)), side - 12, FONT) }]
      : [];
  });
  const channels = { x: 'at', y: 'rank', ...facets.channels };
  const winner = data.find(({ at, rank }) => at === count - 1 && rank === 1);
  const lines = toSpots(context, series);
  const title = `${words.marks.bump!} · ${toMeasureTitle(context, 'y')}`;
  return toPicture(context, {
    height: (Math.max(last, 2) * (isFaceted ? 22 : LANE) + 50) * facets.lines,
    margins: { left: 30, right: side, top: isFaceted ? 40 : 14, bottom: axis.height },
    scales: {
      x: { type: 'linear', domain: [-0.15, Math.max(count - 1, 0) + 0.15], label: null },
      y: { type: 'linear', domain: [last + 0.5, 0.5], reverse: false, label: null },
      color: series.scale,
      ...facets.scales,
    },
    marks: [
      {
        mark: 'axisY',
        data: Array.from({ length: last }, (_, at) => at + 1),
        options: {
          anchor: 'left',
          tickSize: 0,
          tickFormat: (rank: number) => rank.toLocaleString(look.tag),
          fill: inks.ink3,
          fontSize: FONT,
          label: null,
        },
      },
      axis.mark,
      {
        mark: 'line',
        data: whole,
        options: { ...channels, z: 'series', stroke: 'series', strokeWidth: 2.5, curve: 'bump-x' },
      },
      {
        mark: 'dot',
        data,
        options: { ...channels, r: count > 30 ? 3 : 5, fill: 'series', stroke: inks.paper, strokeWidth: 1.5 },
        spots: (row) => [
          ...lines(row),
          { name: words.figures.rank, text: Number(row.rank).toLocaleString(look.tag) },
        ],
      },
      ...(isWide
        ? [
            {
              mark: 'text',
              data: ends,
              options: {
                ...channels,
                text: 'text',
                textAnchor: 'start',
                dx: 10,
                fill: inks.ink,
                fontSize: FONT,
              },
            },
          ]
        : []),
      ...facets.marks,
    ],
    // who has fallen out before the end has no name there
    legend: !isWide || ends.length < series.names.length ? series.legend : [],
    notes: ranked.length > data.length ? [words.figures.notes.beyond(most.toLocaleString(look.tag))] : [],
    says: winner
      ? words.figures.say.ranks(
          title,
          places.format(places.names[count - 1]!),
          series.format(String(winner.series)),
        )
      : words.say.empty(words.marks.bump!, toMeasureTitle(context, 'y')),
  });
}

/** A line is broken where its group has no place that is shown. */
function withGaps<T extends Datum & { at: number }>(
  rows: readonly T[],
  count: number,
  seriesOf: (row: Datum) => string,
): Datum[] {
  return [...Map.groupBy(rows, seriesOf).values()].flatMap((some) => {
    const there = new Map(some.map((row) => [row.at, row]));
    const { series, fx, fy } = some[0]!;
    return Array.from(
      { length: count },
      (_, at): Datum => there.get(at) ?? { series: series!, fx: fx!, fy: fy!, at, rank: null },
    );
  });
}
