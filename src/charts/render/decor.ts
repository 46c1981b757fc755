import { toFitting, toFittingApart, toTextWidth } from '../spec/format';
import type { toInks } from '../spec/palette';
import type { LegendItem, Picture } from '../spec/picture';

/** What stands around the picture itself: how much room it takes, and its lines. */
export interface Frame {
  readonly above: number;
  readonly below: number;
  readonly legend: readonly (readonly Placed[])[];
  readonly notes: readonly string[];
  readonly title: readonly string[];
  readonly subtitle: readonly string[];
}

interface Placed extends LegendItem {
  readonly x: number;
}

const EDGE = 4;
const TITLE = 15;
/** So much wider are bold letters. */
const BOLD = 1.1;
const SMALL = 11;
const LEGEND_LINE = 20;
const MOST_LINES = 3;
/** Letters of some devices' fonts are wider than they are reckoned. */
const SPARE = 1.1;

export function toFrame(picture: Picture): Frame {
  const room = picture.width - 2 * EDGE;
  const title = picture.title ? toLines(picture.title, room, BOLD * TITLE) : [];
  const subtitle = picture.subtitle ? toLines(picture.subtitle, room, SMALL + 1) : [];
  const legend = picture.legend ? toLegend(picture.legend, room) : [];
  const notes = picture.notes.flatMap((note) => toLines(note, room, SMALL));
  const heading = title.length * (TITLE + 5) + subtitle.length * (SMALL + 5);
  return {
    above: heading + (heading > 0 ? 6 : 0) + (picture.ramp ? 34 : legend.length * LEGEND_LINE),
    below: notes.length > 0 ? notes.length * (SMALL + 5) + 4 : 0,
    legend,
    notes,
    title,
    subtitle,
  };
}

/** A text in lines that fit, broken between words or between letters of Chinese. */
export function toLines(text: string, room: number, size: number): string[] {
  // what ends a sentence or a bracket never begins a line
  const words =
    text.match(/[\u2e80-\uffef][、。，；：！？）】》」』”’％]*|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [];
  const most = room / SPARE;
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && toTextWidth((line + word).trimEnd(), size) > most) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines.map((one) => toFitting(one, most, size));
}

function toLegend(items: readonly LegendItem[], room: number): Placed[][] {
  const lines: Placed[][] = [[]];
  let x = 0;
  const labels = toFittingApart(
    items.map(({ label }) => label),
    Math.min(160, room - 30),
    SMALL,
  );
  for (const [at, item] of items.entries()) {
    const label = labels[at]!;
    const width = 16 + toTextWidth(label, SMALL) + 14;
    if (x > 0 && x + width > room) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)!.push({ ...item, label, x });
    x += width;
  }
  return lines.slice(0, MOST_LINES);
}

/** An entry of the legend, where it stands. */
export interface LegendSpot {
  readonly item: LegendItem;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Writes the title, the legend and the notes into the SVG. */
export function addFrame(
  svg: SVGSVGElement,
  picture: Picture,
  frame: Frame,
  inks: ReturnType<typeof toInks>,
): readonly LegendSpot[] {
  const spots: LegendSpot[] = [];
  const document = svg.ownerDocument;
  const add = (parent: Element, name: string, attributes: Record<string, string | number>, text?: string) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.textContent = text;
    parent.append(element);
    return element;
  };
  let y = 0;
  for (const line of frame.title) {
    add(svg, 'text', { x: EDGE, y: y + TITLE, 'font-size': TITLE, 'font-weight': 600, fill: inks.ink }, line);
    y += TITLE + 5;
  }
  for (const line of frame.subtitle) {
    add(svg, 'text', { x: EDGE, y: y + SMALL + 2, 'font-size': SMALL + 1, fill: inks.ink2 }, line);
    y += SMALL + 5;
  }
  if (y > 0) y += 6;
  if (picture.ramp) addRamp(picture.ramp, y);
  for (const line of frame.legend) {
    const group = add(svg, 'g', { transform: `translate(${EDGE},${y})`, 'font-size': SMALL });
    for (const item of line) {
      const { x, label, color: own, shape, hidden } = item;
      const color = hidden ? inks.strong : own;
      const width = 16 + toTextWidth(label, SMALL);
      spots.push({ item, x: EDGE + x, y: y - 1, width, height: LEGEND_LINE });
      if (shape === 'line') add(group, 'rect', { x, y: 7, width: 12, height: 3, rx: 1.5, fill: color });
      else if (shape === 'dot') add(group, 'circle', { cx: x + 5, cy: 8.5, r: 4.5, fill: color });
      else add(group, 'rect', { x, y: 3.5, width: 10, height: 10, rx: 2, fill: color });
      add(
        group,
        'text',
        {
          x: x + 16,
          y: 12.5,
          fill: hidden ? inks.ink3 : inks.ink2,
          ...(hidden && { 'text-decoration': 'line-through' }),
        },
        label,
      );
    }
    y += LEGEND_LINE;
  }
  const base = frame.above + picture.height;
  for (const [at, note] of frame.notes.entries())
    add(
      svg,
      'text',
      { x: EDGE, y: base + (at + 1) * (SMALL + 5), 'font-size': SMALL, fill: inks.ink3 },
      note,
    );

  return spots;

  function addRamp({ title, colors, labels, missing }: NonNullable<Picture['ramp']>, top: number): void {
    const group = add(svg, 'g', { transform: `translate(${EDGE},${top})`, 'font-size': SMALL });
    const before = title ? toTextWidth(title, SMALL) + 10 : 0;
    if (title) add(group, 'text', { x: 0, y: 11, fill: inks.ink2 }, title);
    const beside = missing ? toTextWidth(missing.label, SMALL) + 36 : 0;
    const width = Math.min(220, picture.width - before - beside - 40);
    const step = width / colors.length;
    for (const [at, color] of colors.entries())
      add(group, 'rect', { x: before + at * step, y: 2, width: step + 0.5, height: 10, fill: color });
    if (missing) {
      const x = before + width + 20;
      add(group, 'rect', { x, y: 2, width: 10, height: 10, rx: 2, fill: missing.color });
      add(group, 'text', { x: x + 16, y: 11, fill: inks.ink2 }, missing.label);
    }
    const last = labels.length - 1;
    // those at both ends, and between them what there is room for
    const until = before + width - toTextWidth(labels[last] ?? '', SMALL);
    let taken = -Infinity;
    for (const [at, label] of labels.entries()) {
      const x = before + (width * at) / Math.max(last, 1);
      const half = toTextWidth(label, SMALL) / 2;
      if (at > 0 && at < last && (x - half < taken + 6 || x + half > until - 12)) continue;
      taken = at === 0 ? x + 2 * half : x + half;
      const anchor = at === 0 ? 'start' : at === last ? 'end' : 'middle';
      add(group, 'text', { x, y: 24, fill: inks.ink3, 'text-anchor': anchor }, label);
    }
  }
}
