import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { findColumn } from '../../steps/write';
import type { Channel, Unit } from './channel';
import { isMoment } from './channel';
import type { Chart, DatumValue } from './chart';
import { toAggregate } from './keys';
import type { Look } from './look';
import { isYear } from './years';

/** How wide a text is about, in points: letters of Chinese and its like are as wide as they are high. */
export function toTextWidth(text: string, size = 11): number {
  let width = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    if (code >= 0x2e80) width += 1;
    else if (/[A-Z@%mwMW]/.test(letter)) width += 0.72;
    else if (/\d/.test(letter)) width += 0.64;
    else if (/[iljtfrI.,:;'|! ]/.test(letter)) width += 0.34;
    else width += 0.56;
  }
  return width * size;
}

/** A text that fits, with an ellipsis where it was cut. */
export function toFitting(text: string, most: number, size = 11): string {
  if (toTextWidth(text, size) <= most) return text;
  const letters = [...text];
  while (letters.length > 1 && toTextWidth(letters.join('') + '…', size) > most) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

const VAST = 1e16;

/** Texts that fit. Those that would read alike without their ends are cut in the middle. */
export function toFittingApart(texts: readonly string[], most: number, size = 11): string[] {
  const cut = texts.map((text) => toFitting(text, most, size));
  const meant = new Map<string, Set<string>>();
  for (const [at, text] of cut.entries()) meant.set(text, (meant.get(text) ?? new Set()).add(texts[at]!));
  return cut.map((text, at) => (meant.get(text)!.size > 1 ? toMiddleCut(texts[at]!, most, size) : text));
}

function toMiddleCut(text: string, most: number, size: number): string {
  const end = [...text];
  const half = (most - toTextWidth('…', size)) / 2;
  while (end.length > 1 && toTextWidth(end.join(''), size) > half) end.shift();
  const last = end.join('').trimStart();
  const rest = [...text].slice(0, -end.length).join('');
  return `${toFitting(rest, most - toTextWidth(last, size), size)}${last}`;
}

/** Numbers as a channel asks for them. Along an axis and in a table there is little room: 1.2M. */
export function toNumberFormat(
  look: Look,
  { format = 'auto', aggregate }: Channel,
  place: 'axis' | 'text' = 'text',
): (value: DatumValue) => string {
  const isShare = format === 'percent' || (format === 'auto' && aggregate === 'share');
  const isShort = format === 'compact' || (format === 'auto' && place === 'axis');
  const options: Intl.NumberFormatOptions = isShare
    ? { style: 'percent', maximumFractionDigits: 1 }
    : isShort
      ? { notation: 'compact', maximumSignificantDigits: 4 }
      : { maximumFractionDigits: 20 };
  const written = new Intl.NumberFormat(look.tag, options);
  const exact = new Intl.NumberFormat(look.tag, { maximumFractionDigits: 2 });
  const tiny = new Intl.NumberFormat(look.tag, { maximumSignificantDigits: 3 });
  const large = new Intl.NumberFormat(look.tag, { maximumFractionDigits: 0 });
  const vast = new Intl.NumberFormat(look.tag, { notation: 'scientific', maximumSignificantDigits: 4 });
  // of ticks between years, the digits that tell them apart
  const between = new Intl.NumberFormat(look.tag, { maximumFractionDigits: 2, useGrouping: false });
  return (value) => {
    if (value === null || value === undefined) return look.words.missing;
    const number = Number(value);
    if (format === 'year' && isYear(Math.trunc(number))) return between.format(number);
    const size = Math.abs(number);
    // its digits, of which a double knows sixteen, would be wider than the picture
    if (size >= VAST && size < Infinity && format !== 'exact') return vast.format(number);
    if (isShare || isShort || format === 'exact') return written.format(number);
    return (size >= 1000 ? large : size >= 1 || size === 0 ? exact : tiny).format(number);
  };
}

const moments: Record<Unit, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  quarter: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  week: { year: 'numeric', month: 'short', day: 'numeric' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  hour: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  minute: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  second: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  'month-of-year': { month: 'short' },
  weekday: { weekday: 'short' },
  'hour-of-day': { hour: '2-digit' },
  none: { dateStyle: 'medium' },
};

export function toMomentFormat(look: Look, unit: Unit = 'day'): (value: DatumValue) => string {
  const format = new Intl.DateTimeFormat(look.tag, { ...moments[unit], timeZone: 'UTC' });
  return (value) => {
    if (!(value instanceof Date)) return value === null ? look.words.missing : String(value);
    const text = format.format(value);
    return unit === 'quarter' ? `${text} Q${Math.floor(value.getUTCMonth() / 3) + 1}` : text;
  };
}

/** Months, weekdays and hours that come round again, by their names. */
export function toCyclicFormat(look: Look, unit: Unit): (value: DatumValue) => string {
  return (value) => {
    const number = Number(value);
    if (value === null) return look.words.missing;
    if (unit === 'hour-of-day') return `${String(number).padStart(2, '0')}:00`;
    // the first of January 2024 was a Monday
    const date =
      unit === 'weekday' ? new Date(Date.UTC(2024, 0, number)) : new Date(Date.UTC(2024, number - 1, 1));
    return toMomentFormat(look, unit)(date);
  };
}

/** How the values of a channel are written, whatever they are. */
export function toValueFormat(
  look: Look,
  channel: Channel,
  columns: readonly Column[],
  { place = 'text', measured = false }: { place?: 'axis' | 'text'; measured?: boolean } = {},
): (value: DatumValue) => string {
  const column = findColumn(columns, channel.column ?? '');
  const number = toNumberFormat(look, channel, place);
  if (measured && (!column || !['least', 'greatest'].includes(channel.aggregate ?? ''))) return number;
  if (!column) return number;
  const { unit } = channel;
  if (unit && unit in { 'month-of-year': 1, weekday: 1, 'hour-of-day': 1 }) return toCyclicFormat(look, unit);
  if (isMoment(column.type)) return toMomentFormat(look, unit ?? (column.type === 'DATE' ? 'day' : 'second'));
  const family = toFamily(column.type);
  if (family === 'number') return number;
  return (value) => {
    if (value === null || value === undefined) return look.words.missing;
    if (typeof value === 'boolean') return value ? look.words.yes : look.words.no;
    return String(value);
  };
}

/** What an axis, a legend and a sentence call a channel: `amount`, or what is done with it. */
export function toTitle(
  look: Look,
  channel: Channel,
  columns: readonly Column[],
  role: 'group' | 'measure' | 'value',
): string {
  if (channel.title) return channel.title;
  if (role !== 'measure') return channel.column ?? '';
  const aggregate = toAggregate(channel, columns);
  return look.words.aggregates[aggregate](channel.column ?? '');
}

/** Of a chart's slot, where something lies on it. */
export function toSlotTitle(
  look: Look,
  chart: Chart,
  slot: string,
  columns: readonly Column[],
  role: 'group' | 'measure' | 'value',
): string {
  const channel = chart.slots[slot]?.[0];
  return channel ? toTitle(look, channel, columns, role) : '';
}
