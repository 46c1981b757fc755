import type { DrawContext } from '../chart';
import { only } from '../chart';
import { toTitle } from '../format';
import { toFacets, toName } from '../frame';
import type { Fit, Line } from '../least';
import { toLine } from '../least';
import { toInks } from '../palette';
import type { Mark, Picture } from '../picture';
import { toSeries } from '../series';
import { drawCloud } from './point';

/** A band is drawn through so many places. */
const PLACES = 40;

export function drawRegression(context: DrawContext): Picture {
  const { chart, look, columns, told } = context;
  const { band } = chart.options as { band: string };
  const words = look.words.distributions;
  const fits = (told.fits as readonly Fit[] | undefined) ?? [];
  // the same places and colours as the points have
  const facets = toFacets(context);
  const series = toSeries(context, facets.rows);
  const placeOf = new Map(
    series.rows.map((row) => [toKey(row), { series: row.series, fx: row.fx, fy: row.fy }]),
  );
  const lines = fits.flatMap((fit) => {
    const line = toLine(fit, band === '99' ? 0.99 : 0.95);
    const place =
      placeOf.get(toKey(fit.by)) ?? (series.names.length === 0 ? undefined : { series: series.names[0]! });
    return line && place ? [{ fit, line, place }] : [];
  });
  const paths = lines.flatMap(({ fit, line, place }, group) =>
    Array.from({ length: PLACES + 1 }, (_, at) => {
      const x = fit.least + ((fit.greatest - fit.least) * at) / PLACES;
      const { y, reach } = line.at(x);
      const hasBand = band !== 'none' && Number.isFinite(reach);
      return { ...place, group, x, y, ...(hasBand && { from: y - reach, to: y + reach }) };
    }),
  );
  const banded = paths.filter((one) => 'from' in one);
  const inks = toInks(look.dark);
  const isOne = only(chart, 'color') === undefined;
  const marks: Mark[] = [
    {
      mark: 'areaY',
      data: banded,
      options: {
        x: 'x',
        y1: 'from',
        y2: 'to',
        z: 'group',
        fillOpacity: 0.2,
        fill: isOne ? inks.bad : 'series',
        ...facets.channels,
      },
    },
    {
      mark: 'line',
      data: paths,
      options: {
        x: 'x',
        y: 'y',
        z: 'group',
        strokeWidth: 2,
        stroke: isOne ? inks.bad : 'series',
        ...facets.channels,
      },
    },
  ];
  const title = (slot: string) => toTitle(look, only(chart, slot)!, columns, 'value');
  const nameOf = ({ by }: Fit) =>
    Object.entries(by)
      .filter(([slot]) => !slot.endsWith('.rest'))
      .map(([slot, value]) =>
        slot === 'color'
          ? series.format(toName(value, by['color.rest'] ?? false))
          : String(value ?? look.words.missing),
      )
      .join(', ');
  const said = lines.map(({ fit, line }) =>
    words.fit({
      name: nameOf(fit),
      equation: toEquation(context, line),
      explained: line.explained.toLocaleString(look.tag, { style: 'percent', maximumFractionDigits: 1 }),
      rows: fit.count.toLocaleString(look.tag),
    }),
  );
  const none = fits.filter((fit) => !lines.some((one) => one.fit === fit));
  return drawCloud(context, {
    marks: lines.length > 0 ? marks : [],
    ends: paths.flatMap((one) => ('from' in one ? [one.from as number, one.to as number] : [one.y])),
    notes: [
      ...said,
      ...(none.length > 0 ? [words.noFit(none.map(nameOf).filter(Boolean).join(', ') || title('x'))] : []),
      ...(told.isTooLarge ? [words.tooLarge] : []),
      ...(banded.length > 0 ? [words.band(band === '99' ? '99%' : '95%')] : []),
    ],
    says: words.regression({ kind: look.words.marks.regression!, x: title('x'), y: title('y'), fits: said }),
  });
}

function toKey(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(['color', 'color.rest', 'facet', 'rows'].map((slot) => row[slot] ?? null));
}

/** `y = 3.932 x − 17.58` */
function toEquation({ look, chart, columns }: DrawContext, { slope, intercept }: Line): string {
  const number = (value: number) => value.toLocaleString(look.tag, { maximumSignificantDigits: 4 });
  const sign = intercept < 0 ? '−' : '+';
  const title = (slot: string) => toTitle(look, only(chart, slot)!, columns, 'value');
  return `${title('y')} = ${number(slope)} × ${title('x')} ${sign} ${number(Math.abs(intercept))}`;
}
