import type { DrawContext } from './chart';
import { toFitting, toNumberFormat } from './format';
import { FONT, type Drawing } from './frame';
import { only } from './chart';
import { toInks } from './palette';
import type { Mark } from './picture';
import type { Places } from './places';

export interface OverOptions {
  /** Groups at whole numbers along the picture; none where it lies along an axis of numbers or moments. */
  places?: Places | undefined;
  /** What the measure comes to, as it is drawn. */
  values: readonly number[];
  /** Whether the measure lies along the width. */
  isAcross?: boolean;
}

interface Reference {
  readonly axis: 'x' | 'y';
  readonly at: unknown;
  readonly label: string;
}

interface Annotation {
  readonly x: unknown;
  readonly y: unknown;
  readonly text: string;
}

/** A picture with lines at values, or at the mean or the median of what is drawn, and with a person's remarks. */
export function withOver(context: DrawContext, given: Drawing, options: OverOptions): Drawing {
  const drawing = toCut(context, given, options);
  const { chart, look } = context;
  const { places, values, isAcross = false } = options;
  const references = (chart.options.references ?? []) as readonly Reference[];
  const annotations = (chart.options.annotations ?? []) as readonly Annotation[];
  if (references.length + annotations.length === 0) return drawing;
  let lowered = 0;
  const inks = toInks(look.dark);
  const { figures } = look.words;
  const number = toNumberFormat(look, only(chart, 'y') ?? {}, 'axis');
  const [along, across] = isAcross ? (['y', 'x'] as const) : (['x', 'y'] as const);
  const unplaced: string[] = [];
  const reached: number[] = [];
  const marks: Mark[] = [];
  const span = (drawing.scales[along]?.domain ?? []) as readonly (number | Date)[];
  const toAlong = (given: unknown) => (places ? toPlace(given, places) : toValue(given, span));
  const toShare = (place: number | Date) => {
    const [from, to] = places ? [0, places.names.length - 1] : [Number(span[0]), Number(span[1])];
    return (Number(place) - from) / Math.max(to - from, Number.MIN_VALUE);
  };
  const letterOf = (axis: 'x' | 'y') => axis.toUpperCase();
  for (const { axis, at, label } of references) {
    const isMeasure = axis === 'y';
    const place = isMeasure ? toMeasure(at, values) : toAlong(at);
    if (place === undefined) {
      if (String(at ?? '') !== '') unplaced.push(String(at));
      continue;
    }
    if (isMeasure) reached.push(Number(place));
    const on = isMeasure ? across : along;
    const named = at === 'mean' ? figures.mean : at === 'median' ? figures.median : undefined;
    const text = label || (named ? `${named} ${number(Number(place))}` : '');
    marks.push({
      mark: `rule${letterOf(on)}`,
      data: [place],
      options: { stroke: inks.ink2, strokeWidth: 1, strokeDasharray: '4 3' },
    });
    if (text)
      marks.push({
        mark: 'text',
        data: [{ place, text: toFitting(text, look.width / 2, FONT) }],
        options: {
          [on]: 'place',
          text: 'text',
          fill: inks.ink2,
          stroke: inks.paper,
          strokeWidth: 3,
          fontSize: FONT,
          ...(on === 'y'
            ? { frameAnchor: 'right', lineAnchor: 'bottom', textAnchor: 'end', dy: -4, dx: -2 }
            : { frameAnchor: 'top', lineAnchor: 'top', textAnchor: 'start', dx: 4, dy: 14 * lowered++ }),
        },
      });
  }
  for (const { x, y, text } of annotations) {
    const [place, value] = [toAlong(x), toMeasure(y, values)];
    if (place === undefined) {
      if (String(x ?? '') !== '') unplaced.push(String(x));
      continue;
    }
    if (value !== undefined) reached.push(value);
    const share = isAcross ? 0 : toShare(place);
    // towards the middle, so that it stays in the picture
    const anchor = share > 0.66 ? 'end' : share < 0.33 ? 'start' : 'middle';
    const data = [{ place, value, text: toFitting(text, look.width * 0.6, FONT) }];
    const at = { [along]: 'place', ...(value === undefined ? {} : { [across]: 'value' }) };
    if (value !== undefined)
      marks.push({
        mark: 'dot',
        data,
        options: { ...at, r: 4, stroke: inks.ink, strokeWidth: 1.5, fill: inks.paper },
      });
    marks.push({
      mark: 'text',
      data,
      options: {
        ...at,
        ...(value === undefined && (isAcross ? { frameAnchor: 'right' } : { frameAnchor: 'top' })),
        text: 'text',
        textAnchor: isAcross && value === undefined ? 'end' : anchor,
        lineAnchor: 'bottom',
        dy: -8,
        fill: inks.ink,
        stroke: inks.paper,
        strokeWidth: 3,
        fontSize: FONT,
      },
    });
  }
  const scale = drawing.scales[across] ?? {};
  const domain = scale.domain as readonly number[] | undefined;
  return {
    ...drawing,
    scales: {
      ...drawing.scales,
      [across]: domain
        ? { ...scale, domain: [Math.min(domain[0]!, ...reached), Math.max(domain[1]!, ...reached)] }
        : scale,
    },
    marks: [...drawing.marks, ...marks],
    notes: [
      ...(drawing.notes ?? []),
      ...(unplaced.length > 0 ? [figures.notes.unplaced(unplaced.join(', '))] : []),
    ],
  };
}

/** Where a person has said where the axis ends, what goes beyond is cut there, and counted. */
function toCut({ chart, look }: DrawContext, drawing: Drawing, { values }: OverOptions): Drawing {
  const { min = -Infinity, max = Infinity } = only(chart, 'y') ?? {};
  const outside = values.filter((value) => value < min || value > max).length;
  if (min === -Infinity && max === Infinity) return drawing;
  const { outside: toNote } = look.words.figures.notes;
  return {
    ...drawing,
    marks: drawing.marks.map((mark) =>
      ['line', 'rect', 'link', 'dot', 'areaY'].includes(mark.mark)
        ? { ...mark, options: { ...mark.options, clip: true } }
        : mark,
    ),
    notes: [...(drawing.notes ?? []), ...(outside > 0 ? [toNote(outside.toLocaleString(look.tag))] : [])],
  };
}

/** Where a person's value stands along the measure. */
function toMeasure(given: unknown, values: readonly number[]): number | undefined {
  const text = String(given ?? '').trim();
  if (text === '') return undefined;
  if (text === 'mean' || text === 'median') {
    const known = values.filter((value) => Number.isFinite(value));
    if (known.length === 0) return undefined;
    if (text === 'mean') return known.reduce((sum, value) => sum + value, 0) / known.length;
    const sorted = known.toSorted((a, b) => a - b);
    const middle = sorted.length / 2;
    return middle % 1 === 0 ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)];
  }
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Where a group stands: by its name, by what is written at it, and of dates by the span that a day lies in. */
function toPlace(given: unknown, { names, format }: Places): number | undefined {
  const text = String(given ?? '').trim();
  if (text === '') return undefined;
  const exact = names.findIndex((name) => name === text || format(name) === text);
  if (exact >= 0) return exact;
  const time = Date.parse(text.length > 10 ? `${text.replace(' ', 'T')}Z` : text);
  const times = names.map((name) => (/^\d{4}-\d\d-\d\dT/.test(name) ? Date.parse(name) : Number.NaN));
  if (Number.isNaN(time) || times.some((one) => Number.isNaN(one)) || time < times[0]!) return undefined;
  return times.findLastIndex((one) => one <= time);
}

/** Where a value stands along an axis of numbers or moments; nowhere where the axis does not reach. */
function toValue(given: unknown, [from, to]: readonly (number | Date)[]): number | Date | undefined {
  const text = String(given ?? '').trim();
  if (text === '' || from === undefined || to === undefined) return undefined;
  const isOfMoments = from instanceof Date;
  const value = isOfMoments
    ? Date.parse(text.length > 10 ? `${text.replace(' ', 'T')}Z` : text)
    : Number(text);
  if (!(value >= Number(from) && value <= Number(to))) return undefined;
  return isOfMoments ? new Date(value) : value;
}
