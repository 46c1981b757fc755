import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toFitting, toFittingApart, toNumberFormat, toTextWidth, toTitle } from '../format';
import { FONT, toPicture } from '../frame';
import { toBox, toFinite, toInkOn, toMixed } from '../laid';
import { toInks, toRamp } from '../palette';
import { toPanels, type Panel } from '../panels';
import type { Label, Picture, Shape } from '../picture';
import { toPlaces } from '../places';
import { sayGroups } from '../say';
import { toSpots } from '../series';

const LINE = 24;
const HEAD = 26;
const TEXT = FONT + 1;

export function drawTable(context: DrawContext): Picture {
  const { chart, look, columns } = context;
  const inks = toInks(look.dark);
  const measures = (chart.slots.y ?? []).map((channel, at) => ({
    slot: at === 0 ? 'y' : `y.${at}`,
    title: toTitle(look, channel, columns, 'measure'),
    format: toNumberFormat(look, channel, 'text'),
  }));
  const { panels, labels, height } = toPanels(context, {
    height: (_, some) => HEAD + Math.max(some.length, 1) * LINE,
    least: 260,
  });
  const parts = panels.map((panel) => toLines(panel));
  return toPicture(context, {
    scales: {},
    margins: {},
    height,
    marks: [
      { mark: 'shape', data: parts.flatMap(({ lines }) => lines), options: {} },
      { mark: 'shape', data: parts.flatMap(({ shapes }) => shapes), options: {} },
      { mark: 'shape', data: parts.flatMap(({ areas }) => areas), options: {}, spots: toSpots(context) },
      { mark: 'label', data: [...labels, ...parts.flatMap((part) => part.labels)], options: {} },
    ],
    notes: context.rows.length === 0 ? [look.words.told.nothing] : [],
    says: sayGroups(context),
  });

  function toLines({ rows, x, y, width }: Panel) {
    const { shows } = chart.options as { shows: string };
    const places = toPlaces(context, rows);
    const names = rows.map((row) => places.format(places.names[places.at(row)]!));
    const along = only(chart, 'x')!;
    const heading = toTitle(look, along, columns, 'group');
    const texts = measures.map(({ slot, format }) => rows.map((row) => format(row[slot] ?? null)));
    // numbers are never cut; names and headings take what is left
    const numbers = texts.map((some) => Math.max(0, ...some.map((text) => toTextWidth(text, TEXT))) + 14);
    const least = numbers.reduce((sum, one) => sum + one, 0);
    const wished =
      Math.max(toTextWidth(heading, FONT), ...names.map((name) => toTextWidth(name, TEXT)), 40) + 16;
    const first = Math.max(60, Math.min(wished, width * 0.4, Math.max(width - least, 60)));
    const extra = Math.max(0, (width - first - least) / Math.max(measures.length, 1));
    const lines: Shape[] = [];
    const shapes: Shape[] = [];
    const areas: Shape[] = [];
    const cells: Label[] = [
      { x, y: y + 16, text: toFitting(heading, first - 8, FONT), fill: inks.ink3, size: FONT },
    ];
    for (let at = 0; at <= rows.length; at++)
      lines.push({
        d: `M${x},${y + HEAD + at * LINE}h${width}`,
        stroke: at === 0 ? inks.strong : inks.line,
        strokeWidth: 1,
      });
    for (const [at, name] of toFittingApart(names, first - 10, TEXT).entries())
      cells.push({
        x,
        y: y + HEAD + at * LINE + 16,
        text: name,
        fill: inks.ink,
        size: TEXT,
      });
    let left = x + first;
    for (const [at, { slot, title }] of measures.entries()) {
      const wide = numbers[at]! + extra;
      const values = rows.map((row) => toFinite(row[slot]));
      const known = values.filter((value) => value !== undefined);
      const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
      const right = left + wide;
      cells.push({
        x: right,
        y: y + 16,
        text: toFitting(title, wide - 8, FONT),
        fill: inks.ink3,
        size: FONT,
        anchor: 'end',
      });
      // bars stand left of the numbers where there is room for both
      const room = shows === 'bars' && extra > 30 ? extra - 8 : 0;
      const toX = (value: number) => left + 8 + ((value - low) / (high - low || 1)) * room;
      for (const [row, value] of values.entries()) {
        const top = y + HEAD + row * LINE;
        let ink = inks.ink;
        if (value !== undefined && room > 0 && value !== 0)
          shapes.push({
            d: toBox(
              toX(Math.min(value, 0)),
              top + 6,
              Math.max(Math.abs(toX(value) - toX(0)), 1),
              LINE - 12,
              2,
            ),
            fill: value < 0 ? inks.bad : inks.accent,
            opacity: 0.75,
          });
        if (value !== undefined && shows === 'colors') {
          const fill = toColor(value, known);
          ink = toInkOn(fill);
          shapes.push({ d: toBox(left + 6, top + 1, wide - 2, LINE - 2, 2), fill });
        }
        cells.push({
          x: right - (shows === 'colors' ? 4 : 0),
          y: top + 16,
          text: texts[at]![row]!,
          fill: value === undefined ? inks.ink3 : ink,
          size: TEXT,
          anchor: 'end',
        });
      }
      left = right;
    }
    for (const [at, row] of rows.entries())
      areas.push({
        d: toBox(x, y + HEAD + at * LINE, width, LINE),
        opacity: 0,
        at: { x: x + width / 2, y: y + HEAD + (at + 0.5) * LINE, w: width / 2, h: LINE / 2 },
        datum: row as Datum,
      });
    return { lines, shapes, areas, labels: cells };
  }

  /** From the least to the greatest; where there are both signs, both ways from nothing. */
  function toColor(value: number, values: readonly number[]): string {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const isTwo = least < 0 && most > 0;
    const ramp = toRamp(look.dark, isTwo ? 'two' : 'one');
    const end = Math.max(Math.abs(least), Math.abs(most)) || 1;
    const share = isTwo
      ? (value / end + 1) / 2
      : most > least
        ? ((value - least) / (most - least)) * 0.75
        : 0.4;
    const place = share * (ramp.length - 1);
    const at = Math.min(Math.floor(place), ramp.length - 2);
    return toMixed(ramp[at]!, ramp[at + 1]!, place - at);
  }
}
