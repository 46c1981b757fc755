import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toFitting, toTextWidth, toValueFormat } from '../format';
import { FONT, toMeasureTitle, toPicture } from '../frame';
import { toFinite } from '../laid';
import { toInks } from '../palette';
import type { Label, Picture, Shape } from '../picture';
import { toSpots } from '../series';

interface Node extends SimulationNodeDatum {
  name: string;
  /** Of all that ends in it. */
  weight: number;
  links: number;
  r: number;
}

interface Edge {
  source: Node;
  target: Node;
  weight: number;
  row: Datum;
}

const TICKS = 300;

export function drawNetwork(context: DrawContext): Picture {
  const { chart, look, rows, columns, told } = context;
  const { arrows } = chart.options as { arrows: boolean };
  const { words } = look;
  const inks = toInks(look.dark);
  const { nodes, edges } = toGraph(rows);
  const width = look.width;
  const height =
    look.height ??
    (chart.options.height as number | null) ??
    Math.max(280, Math.min(620, 180 + Math.sqrt(nodes.length) * 55));
  settle(nodes, edges, width, height);
  const most = Math.max(...edges.map(({ weight }) => weight), 0);
  const least = Math.min(...edges.map(({ weight }) => weight), most);
  const strength = (weight: number) => (most > least ? (weight - least) / (most - least) : 0.5);
  const number = toValueFormat(look, only(chart, 'y') ?? {}, columns, { measured: true });
  const count = (value: number) => value.toLocaleString(look.tag);
  const links = edges.map((edge): Shape => {
    const { source, target, weight, row } = edge;
    const [x1, y1, x2, y2] = [source.x!, source.y!, target.x!, target.y!];
    const far = Math.hypot(x2 - x1, y2 - y1);
    const thick = 0.8 + strength(weight) * 3.2;
    const style = { stroke: inks.ink3, strokeWidth: thick, opacity: 0.35 + strength(weight) * 0.4 };
    // what leads to itself goes round
    if (source === target)
      return {
        d: `M${x1},${y1 - source.r}a9,9 0 1 1 1,0`,
        ...style,
        at: { x: x1, y: y1 - source.r - 9, w: 6, h: 6 },
        datum: row,
      };
    const [ux, uy] = [(x2 - x1) / (far || 1), (y2 - y1) / (far || 1)];
    const head = arrows ? target.r + 3 : target.r;
    const [ex, ey] = [x2 - ux * head, y2 - uy * head];
    const tip = 4 + thick;
    return {
      d: `M${x1 + ux * source.r},${y1 + uy * source.r}L${ex},${ey}${
        arrows
          ? `M${ex - ux * tip - uy * tip * 0.6},${ey - uy * tip + ux * tip * 0.6}L${ex},${ey}L${ex - ux * tip + uy * tip * 0.6},${ey - uy * tip - ux * tip * 0.6}`
          : ''
      }`,
      ...style,
      at: { x: (x1 + x2) / 2, y: (y1 + y2) / 2, w: 3, h: 3 },
      datum: row,
    };
  });
  const dots = nodes.map((node): Shape => ({
    d: `M${node.x! - node.r},${node.y!}a${node.r},${node.r} 0 1 0 ${2 * node.r},0a${node.r},${node.r} 0 1 0 ${-2 * node.r},0`,
    fill: inks.accent,
    stroke: inks.paper,
    strokeWidth: 1.5,
    at: { x: node.x!, y: node.y!, w: node.r, h: node.r },
    datum: { node: node.name, weight: node.weight, links: node.links },
  }));
  const { labels, unlabelled } = toLabels(nodes, { width, height, inks });
  const spots = toSpots(context);
  const strongest = told.strongestOf as { shown: number; groups: number } | undefined;
  const title = `${words.marks.network!} · ${toMeasureTitle(context, 'y')}`;
  const first = edges[0];
  return toPicture(context, {
    scales: {},
    margins: {},
    height,
    marks: [
      { mark: 'shape', data: links, options: {}, spots },
      {
        mark: 'shape',
        data: dots,
        options: {},
        spots: (row) => [
          { name: '', text: String(row.node) },
          { name: words.figures.links, text: count(Number(row.links)) },
          { name: toMeasureTitle(context, 'y'), text: number(row.weight ?? null) },
        ],
      },
      { mark: 'label', data: labels, options: {} },
    ],
    notes: [
      ...(strongest
        ? [words.figures.notes.strongestOf(count(strongest.shown), count(strongest.groups))]
        : []),
      ...(unlabelled > 0 ? [words.figures.notes.unlabelled(count(unlabelled))] : []),
      ...(edges.length === 0 ? [words.told.nothing] : []),
    ],
    says: first
      ? words.figures.say.network(
          title,
          count(nodes.length),
          count(edges.length),
          words.say.with(`${first.source.name} – ${first.target.name}`, number(first.weight)),
        )
      : words.say.empty(words.marks.network!, toMeasureTitle(context, 'y')),
  });
}

function toGraph(rows: readonly Datum[]): { nodes: Node[]; edges: Edge[] } {
  const nodes = new Map<string, Node>();
  const toNode = (value: Datum[string] | undefined): Node => {
    const name = String(value);
    const found = nodes.get(name);
    if (found) return found;
    const made: Node = { name, weight: 0, links: 0, r: 0 };
    nodes.set(name, made);
    return made;
  };
  const edges = rows.map((row): Edge => {
    const [source, target] = [toNode(row.source), toNode(row.target)];
    const weight = toFinite(row.y) ?? 0;
    for (const node of new Set([source, target])) {
      node.weight += weight;
      node.links++;
    }
    return { source, target, weight, row };
  });
  const most = Math.max(...[...nodes.values()].map(({ weight }) => Math.abs(weight)), 0) || 1;
  for (const node of nodes.values()) node.r = 5 + 9 * Math.sqrt(Math.abs(node.weight) / most);
  return { nodes: [...nodes.values()], edges };
}

/**
 * Nodes pushed apart and drawn together along their links until they rest. d3-force begins at fixed places and draws its few random
 * numbers from a generator with a fixed seed, so that the same rows give the same picture.
 */
function settle(nodes: Node[], edges: readonly Edge[], width: number, height: number): void {
  const room = Math.sqrt((width * height) / Math.max(nodes.length, 1));
  const links = edges
    .filter(({ source, target }) => source !== target)
    .map(({ source, target }) => ({ source, target }));
  forceSimulation(nodes)
    .stop()
    .force('links', forceLink(links).distance(Math.min(90, room * 0.7)))
    .force('apart', forceManyBody().strength(-Math.min(320, room * 4)))
    .force('x', forceX(0).strength(0.05 * Math.min(1, height / width)))
    .force('y', forceY(0).strength(0.05 * Math.max(1, width / height)))
    .force(
      'collide',
      forceCollide<Node>(({ r, name }) => r + 4 + Math.min(toTextWidth(name, FONT), 80) / 6),
    )
    .tick(TICKS);
  // as large as the picture allows, but no larger than it has come to be
  const edge = { x: 46, top: 16, bottom: 26 };
  const xs = nodes.map(({ x }) => x!);
  const ys = nodes.map(({ y }) => y!);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const across = Math.min(1.4, (width - 2 * edge.x) / Math.max(right - left, 1));
  const down = Math.min(1.4, (height - edge.top - edge.bottom) / Math.max(bottom - top, 1));
  for (const node of nodes) {
    node.x = width / 2 + (node.x! - (left + right) / 2) * across;
    node.y = (height + edge.top - edge.bottom) / 2 + (node.y! - (top + bottom) / 2) * down;
  }
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Names below their dots, the weightiest first; one that would lie on another is left out and counted. */
function toLabels(
  nodes: readonly Node[],
  { width, height, inks }: { width: number; height: number; inks: ReturnType<typeof toInks> },
): { labels: Label[]; unlabelled: number } {
  const taken: Box[] = nodes.map(({ x, y, r }) => ({
    left: x! - r,
    right: x! + r,
    top: y! - r,
    bottom: y! + r,
  }));
  const labels: Label[] = [];
  for (const { name, x, y, r } of nodes.toSorted((a, b) => b.weight - a.weight)) {
    const text = toFitting(name, 130, FONT);
    const wide = toTextWidth(text, FONT);
    const left = Math.max(2, Math.min(width - wide - 2, x! - wide / 2));
    const tries = [
      { left, top: y! + r + 2 },
      { left, top: y! - r - 15 },
      { left: x! + r + 4, top: y! - 7 },
      { left: x! - r - 4 - wide, top: y! - 7 },
    ];
    const found = tries.find(({ left: from, top }) => {
      const box = { left: from, right: from + wide, top, bottom: top + 13 };
      return (
        box.left >= 0 &&
        box.right <= width &&
        box.top >= 0 &&
        box.bottom <= height &&
        taken.every(
          (other) =>
            other.right <= box.left ||
            other.left >= box.right ||
            other.bottom <= box.top ||
            other.top >= box.bottom,
        )
      );
    });
    if (!found) continue;
    taken.push({ left: found.left, right: found.left + wide, top: found.top, bottom: found.top + 13 });
    labels.push({ x: found.left, y: found.top + 10, text, fill: inks.ink, size: FONT, halo: inks.paper });
  }
  return { labels, unlabelled: nodes.length - labels.length };
}
