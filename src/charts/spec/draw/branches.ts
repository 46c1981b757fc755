import type { HierarchyPointNode } from 'd3-hierarchy';
import type { Datum } from '../chart';
import { toFitting, toTextWidth } from '../format';
import { FONT } from '../frame';
import type { toInks } from '../palette';
import type { Label, Shape } from '../picture';

export interface Node {
  row: Datum;
  below: Node[];
}

type Placed = HierarchyPointNode<Node>;

/** A tree and what is written and drawn of each node. */
export interface Parts {
  readonly laid: Placed;
  readonly width: number;
  readonly inks: ReturnType<typeof toInks>;
  readonly radius: (row: Datum) => number;
  /** How thick the line is that leads to a node. */
  readonly thick: (row: Datum) => number;
  readonly color: (row: Datum) => string;
  readonly text: (node: Placed) => string;
  readonly size: (node: Placed) => string;
  readonly rule: (node: Placed) => string;
}

export interface Branches {
  readonly links: Shape[];
  readonly dots: Shape[];
  readonly labels: Label[];
  readonly height: number;
}

/** Of one line of a tree from left to right. */
export const LINE = 34;
const OUTLINE = 24;
const EDGE = 14;

/** Levels beside one another from left to right; undefined where there is no room for what is written along the branches. */
export function toBranches({ laid, width, inks, ...of }: Parts): Branches | undefined {
  const all = laid.descendants();
  const [top, bottom] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const wide = (node: Placed) => toTextWidth(`${of.text(node)} ${of.size(node)}`, FONT) + 10;
  const last = Math.min(width * 0.4, Math.max(...laid.leaves().map(wide)) + 16);
  const step = laid.height === 0 ? 0 : Math.min(240, (width - last - EDGE - 10) / laid.height);
  const inner = all.filter(({ children }) => children).map((node) => Math.min(wide(node), 110));
  const need =
    Math.max(0, ...inner) + Math.max(0, ...all.map((node) => Math.min(toTextWidth(of.rule(node), FONT), 90)));
  if (laid.height > 0 && step < need + 30) return undefined;
  const toPlace = ({ x, depth }: Placed) => ({ x: EDGE + depth * step, y: x - top + LINE });
  const links: Shape[] = [];
  const dots: Shape[] = [];
  const labels: Label[] = [];
  for (const node of all) {
    const { x, y } = toPlace(node);
    const { row } = node.data;
    const r = of.radius(row);
    const rule = of.rule(node);
    if (node.parent) {
      const from = toPlace(node.parent);
      // the line underlines its node's name before it turns
      const turn = from.x + Math.min(wide(node.parent), 110, step * 0.5);
      const end = turn + 26;
      links.push({
        d: `M${from.x},${from.y}H${turn}C${turn + 14},${from.y} ${turn + 12},${y} ${end},${y}H${x}`,
        stroke: inks.strong,
        strokeWidth: of.thick(row),
      });
      if (rule)
        labels.push({
          x: x - r - 4,
          y: y + 14,
          text: toFitting(rule, x - r - end, FONT - 1),
          fill: inks.ink2,
          size: FONT - 1,
          anchor: 'end',
          halo: inks.paper,
        });
    }
    dots.push(toDot(node, x, y, r, of));
    const isLeaf = !node.children;
    const room = isLeaf ? width - x - r - 8 : Math.min(110, step * 0.5) - 4;
    const value = of.size(node);
    const rest = value && toTextWidth(value, FONT) + 24 < room ? value : '';
    labels.push({
      x: x + r + 4,
      y: isLeaf ? y + 4 : y - r - 3,
      text: toFitting(of.text(node), room - (rest ? toTextWidth(rest, FONT) + 8 : 0), FONT),
      rest: rest ? { text: rest, fill: inks.ink3 } : undefined,
      fill: inks.ink,
      size: FONT,
      halo: inks.paper,
    });
  }
  return { links, dots, labels, height: bottom - top + 2 * LINE };
}

/** A line for each node, further in for each level: as narrow as it may be. */
export function toOutline({ laid, width, inks, ...of }: Parts): Branches {
  const links: Shape[] = [];
  const dots: Shape[] = [];
  const labels: Label[] = [];
  const step = Math.min(18, (width * 0.4) / Math.max(laid.height, 1));
  const places = new Map<Placed, { x: number; y: number }>();
  let lines = 0;
  laid.eachBefore((node) => {
    const { row } = node.data;
    const place = { x: EDGE + node.depth * step, y: OUTLINE * (lines++ + 0.7) };
    places.set(node, place);
    const { x, y } = place;
    const r = of.radius(row);
    const from = node.parent && places.get(node.parent);
    if (from) links.push({ d: `M${from.x},${from.y}V${y}H${x}`, stroke: inks.strong, strokeWidth: 1.25 });
    dots.push(toDot(node, x, y, r, of));
    const rule = of.rule(node);
    const value = of.size(node);
    const left = x + Math.max(r, 5) + 5;
    const room = width - left - 8 - (value ? toTextWidth(value, FONT) + 12 : 0);
    const text = rule ? `${rule} → ${of.text(node)}` : of.text(node);
    labels.push({
      x: left,
      y: y + 4,
      text: toFitting(text, room, FONT),
      rest: value ? { text: value, fill: inks.ink3 } : undefined,
      fill: inks.ink,
      size: FONT,
    });
  });
  return { links, dots, labels, height: OUTLINE * (lines + 0.4) };
}

function toDot({ data: { row } }: Placed, x: number, y: number, r: number, of: Pick<Parts, 'color'>): Shape {
  return {
    d: `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`,
    fill: of.color(row),
    at: { x, y, w: Math.max(r, 6), h: Math.max(r, 6) },
    datum: row,
  };
}
