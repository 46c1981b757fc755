import { toPlaceAxis } from '../axes';
import type { Channel } from '../channel';
import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toNumberFormat, toTextWidth, toValueFormat } from '../format';
import { FONT, toFacets, toMeasureTitle, toNameAxis, toPicture } from '../frame';
import { toInks } from '../palette';
import type { Picture } from '../picture';
import { toPlaces } from '../places';
import { toSpots } from '../series';
import { toShades } from '../shades';

export function drawHeat(context: DrawContext): Picture {
  const { chart, look } = context;
  const { scheme, written } = chart.options as { scheme: 'auto' | 'one-way' | 'two-way'; written: string };
  const once = toFacets(context);
  const isMirrored = chart.options.mirror === true;
  const { own, rows } = isMirrored ? toMirrored(once.rows) : { own: [], rows: once.rows };
  const facets = { ...once, rows };
  const all = [...own, ...rows];
  const [across, down] = [toPlaces(context, all), toPlaces(context, all, 'y')];
  const inks = toInks(look.dark);
  const measure = only(chart, 'color') ?? {};
  const format = toNumberFormat(look, measure, 'axis') as (value: number) => string;
  const known = facets.rows.filter((row) => row.color !== null && row.color !== undefined);
  const shades = toShades({
    values: known.map((row) => Number(row.color)),
    dark: look.dark,
    title: toMeasureTitle(context, 'color'),
    format,
    ways: scheme,
  });
  const toText = toCellFormat(look, measure, known, format);
  const cells = facets.rows.map((row) => {
    const isKnown = row.color !== null && row.color !== undefined;
    const [x, y] = [across.at(row), down.at(row)];
    return {
      ...row,
      x1: x - 0.5,
      x2: x + 0.5,
      y1: y - 0.5,
      y2: y + 0.5,
      px: x,
      py: y,
      shade: isKnown ? shades.colorOf(Number(row.color)) : inks.line,
      text: isKnown ? toText(Number(row.color)) : '',
    };
  });
  const ownCells = own.map((row) => ({
    ...row,
    x1: across.at(row) - 0.5,
    x2: across.at(row) + 0.5,
    y1: down.at(row) - 0.5,
    y2: down.at(row) + 0.5,
  }));
  const side = toNameAxis(down.names, down.format, {
    room: Math.min(180, look.width / facets.columns / 3),
    lies: true,
  });
  const left = side.size + 14;
  const axis = toPlaceAxis(across, { look, columns: facets.columns, left });
  const room = (look.width - left - 12) / facets.columns;
  const lines = Math.max(down.names.length, 1);
  const line = Math.max(14, Math.min(34, 420 / lines));
  const isFaceted = facets.columns * facets.lines > 1;
  const top = isFaceted ? 30 : 8;
  const width = room / Math.max(across.names.length, 1);
  const widest = Math.max(0, ...cells.map(({ text }) => toTextWidth(text, FONT - 1)));
  const hasRoom = widest + 6 <= width && line >= FONT + 3;
  const every = Math.max(1, Math.ceil((FONT + 3) / line));
  return toPicture(context, {
    height: (line * lines + (isFaceted ? 34 : 0)) * facets.lines + top + axis.height,
    margins: { left, bottom: axis.height, top, right: 12 },
    scales: {
      x: { type: 'linear', domain: [-0.5, Math.max(across.names.length, 1) - 0.5], label: null },
      y: { type: 'linear', domain: [lines - 0.5, -0.5], label: null },
      ...facets.scales,
    },
    marks: [
      axis.mark,
      {
        mark: 'axisY',
        data: down.names.flatMap((_, at) => (at % every === 0 ? [at] : [])),
        options: {
          tickSize: 0,
          tickFormat: (at: number) => side.labels.get(down.names[at]!) ?? '',
          fill: inks.ink2,
          fontSize: FONT,
          label: null,
        },
      },
      {
        mark: 'rect',
        data: cells,
        options: {
          x1: 'x1',
          x2: 'x2',
          y1: 'y1',
          y2: 'y2',
          inset: width > 8 && line > 8 ? 0.75 : 0,
          fill: {
            value: 'shade',
            scale: null,
          },
          ...facets.channels,
        },
        spots: toSpots(context),
      },
      ...(isMirrored
        ? [
            {
              mark: 'rect',
              data: ownCells,
              options: { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: inks.line, ...facets.channels },
            },
          ]
        : []),
      ...(written === 'always' || (written === 'auto' && hasRoom)
        ? [
            {
              mark: 'text',
              data: cells,
              options: {
                x: 'px',
                y: 'py',
                text: 'text',
                fontSize: FONT - 1,
                fill: {
                  value: (cell: (typeof cells)[number]) => shades.inkOn(cell.shade),
                  scale: null,
                },
                ...facets.channels,
              },
            },
          ]
        : []),
      ...facets.marks,
    ],
    ...(known.length > 0 && { ramp: shades.ramp }),
    brushes: 'xy',
    notes: isMirrored ? [look.words.lines.mirrored] : [],
    says: toSentence(
      context,
      once.rows.filter((row) => row.color !== null && row.color !== undefined),
    ),
  });
}

function toSentence(context: DrawContext, rows: readonly Datum[]): string {
  const { chart, look, columns } = context;
  const { words } = look;
  const what = toMeasureTitle(context, 'color');
  if (rows.length === 0) return words.say.empty(words.marks.heat!, what);
  const number = toValueFormat(look, only(chart, 'color') ?? {}, columns, { measured: true });
  const [x, y] = [toPlaces(context, rows), toPlaces(context, rows, 'y')];
  const toText = (row: Datum) =>
    words.say.with(
      `${x.format(x.names[x.at(row)]!)} × ${y.format(y.names[y.at(row)]!)}`,
      number(row.color ?? null),
    );
  const sorted = rows.toSorted((a, b) => Number(b.color) - Number(a.color));
  const title = (slot: string) => only(chart, slot)!.title ?? only(chart, slot)!.column!;
  return words.say.extremes(
    words.marks.heat!,
    what,
    `${title('x')} × ${title('y')}`,
    toText(sorted[0]!),
    toText(sorted.at(-1)!),
    rows.length.toLocaleString(look.tag),
  );
}

/** Every pair the other way round as well, and the pairs of each name with itself, which give the order of the names. */
function toMirrored(rows: readonly Datum[]): { own: Datum[]; rows: Datum[] } {
  const keyOf = (row: Datum) =>
    JSON.stringify([row.x, row['x.rest'] ?? false, row.y, row['y.rest'] ?? false, row.fx, row.fy]);
  const there = new Set(rows.map(keyOf));
  const turned = rows
    .map((row): Datum => {
      const ends = { x: row.y!, y: row.x! };
      const rests = { 'x.rest': row['y.rest'] ?? false, 'y.rest': row['x.rest'] ?? false };
      return { ...row, ...ends, ...rests };
    })
    .filter((row) => !there.has(keyOf(row)));
  const both = [...rows, ...turned];
  const own = new Map<string, Datum>();
  for (const row of both) {
    const pair: Datum = { ...row, y: row.x!, 'y.rest': row['x.rest'] ?? false, color: null };
    if (!there.has(keyOf(pair))) own.set(keyOf(pair), pair);
  }
  return { own: [...own.values()], rows: both };
}

/** A cell has little room: counts as they are, all else with as many digits as tell cells apart. */
function toCellFormat(
  look: DrawContext['look'],
  { format = 'auto' }: Channel,
  rows: readonly Datum[],
  axis: (value: number) => string,
): (value: number) => string {
  if (format !== 'auto') return axis;
  const values = rows.map((row) => Number(row.color));
  const most = values.reduce((a, value) => Math.max(a, Math.abs(value)), 0);
  const written = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(look.tag, options).format;
  if (values.every((value) => Number.isInteger(value))) return most < 1e6 ? written({}) : axis;
  if (most >= 1000) return written({ notation: 'compact', maximumSignificantDigits: 3 });
  if (most >= 10) return written({ maximumFractionDigits: 1 });
  const two = written({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const tiny = written({ maximumSignificantDigits: 1 });
  return (value) => (value !== 0 && Math.abs(value) < 0.005 ? tiny(value) : two(value));
}
