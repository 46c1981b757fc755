import { hierarchy, tree as toTree } from 'd3-hierarchy';
import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toTitle, toValueFormat } from '../format';
import { toName, toNameFormat, toPicture } from '../frame';
import { toFinite } from '../laid';
import { toInks } from '../palette';
import type { Picture } from '../picture';
import { toSeries, toSpots } from '../series';
import { LINE, toBranches, toOutline, type Node, type Parts } from './branches';

export function drawTree(context: DrawContext): Picture {
  const { chart, look, columns, told } = context;
  const { words } = look;
  const inks = toInks(look.dark);
  const series = toSeries(context, context.rows);
  const { root, reached } = toRoot(series.rows);
  const apart = series.rows.length - reached;
  const first = told.firstOf as { shown: number; groups: number } | undefined;
  const count = (value: number) => value.toLocaleString(look.tag);
  const notes = [
    ...(first ? [words.figures.notes.firstOf(count(first.shown), count(first.groups))] : []),
    ...(apart > 0 ? [words.figures.notes.apart(count(apart))] : []),
  ];
  const isSized = only(chart, 'size') !== undefined;
  const labelSlot = only(chart, 'label') ? 'label' : 'node';
  const title = toTitle(look, only(chart, labelSlot)!, columns, 'value');
  if (!root)
    return toPicture(context, {
      scales: {},
      margins: {},
      height: 60,
      marks: [],
      notes: [words.told.nothing, ...notes],
      says: words.say.empty(words.marks.tree!, title),
    });
  const laid = toTree<Node>()
    .nodeSize([LINE, 1])
    .separation(() => 1)(hierarchy(root, ({ below }) => below));
  const most =
    Math.max(...laid.descendants().map(({ data }) => Math.abs(toFinite(data.row.size) ?? 0)), 0) || 1;
  const label = toNameFormat(context, labelSlot);
  const rule = only(chart, 'rule') ? toNameFormat(context, 'rule') : undefined;
  const size = toValueFormat(look, only(chart, 'size') ?? {}, columns);
  const parts: Parts = {
    laid,
    width: look.width,
    inks,
    radius: (row) => (isSized ? 3 + 5 * Math.sqrt(Math.abs(toFinite(row.size) ?? 0) / most) : 4),
    thick: (row) => (isSized ? 1 + (5 * Math.abs(toFinite(row.size) ?? 0)) / most : 1.5),
    color: (row) => series.colors[series.names.indexOf(String(row.series))] ?? inks.accent,
    text: ({ data: { row } }) => label(toName(row[labelSlot] ?? null, false)),
    size: ({ data: { row } }) => (isSized ? size(row.size ?? null) : ''),
    rule: ({ data: { row } }) =>
      rule && row.rule !== null && row.rule !== undefined ? rule(toName(row.rule, false)) : '',
  };
  const { links, dots, labels, height } = toBranches(parts) ?? toOutline(parts);
  return toPicture(context, {
    scales: {},
    margins: {},
    height,
    marks: [
      { mark: 'shape', data: links, options: {} },
      { mark: 'shape', data: dots, options: {}, spots: toSpots(context, series) },
      { mark: 'label', data: labels, options: {} },
    ],
    legend: series.legend,
    notes,
    says: words.figures.say.tree(
      `${words.marks.tree!} · ${title}`,
      count(reached),
      count(laid.height + 1),
      count(laid.leaves().length),
    ),
  });
}

/** The first row that hangs on no other is the root; what cannot be reached from it is counted. */
function toRoot(rows: readonly Datum[]): { root: Node | undefined; reached: number } {
  const nodes = new Map<string, Node>();
  for (const row of rows) if (!nodes.has(String(row.node))) nodes.set(String(row.node), { row, below: [] });
  const isRoot = ({ above, node }: Datum) =>
    above === null || above === undefined || above === '' || above === node || !nodes.has(String(above));
  const first = rows.find(isRoot);
  if (!first) return { root: undefined, reached: 0 };
  for (const node of nodes.values())
    if (!isRoot(node.row)) nodes.get(String(node.row.above))!.below.push(node);
  const root = nodes.get(String(first.node))!;
  let reached = 0;
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    reached++;
    open.push(...node.below);
  }
  return { root, reached };
}
