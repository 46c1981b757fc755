import { hierarchy, treemap as toTreemap, type HierarchyRectangularNode } from 'd3-hierarchy';
import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toFitting, toNumberFormat, toTextWidth } from '../format';
import { FONT, toName, toNameFormat, toPicture } from '../frame';
import { toBox, toInkOn, toMixed } from '../laid';
import { toInks } from '../palette';
import { toPanels, type Panel } from '../panels';
import type { Label, Picture, Shape } from '../picture';
import { sayGroups } from '../say';
import { toSized } from '../sized';
import { toSeries, toSpots, type Series } from '../series';

const HEAD = 18;

interface Node {
  name: string;
  row?: Datum;
  size?: number;
  inner?: Node[];
}

export function drawTreemap(context: DrawContext): Picture {
  const series = toSeries(context, context.rows, { slot: 'x' });
  const { drawn, notes } = toSized(context, series.rows, (size) => size > 0);
  const { panels, labels, height } = toPanels(
    { ...context, rows: drawn },
    { height: (width) => Math.max(160, Math.min(380, width * 0.7)), least: 240 },
  );
  const parts = panels.map((panel) => toTiles(context, panel, series));
  return toPicture(context, {
    scales: {},
    margins: {},
    height,
    marks: [
      {
        mark: 'shape',
        data: parts.flatMap(({ shapes }) => shapes),
        options: {},
        spots: toSpots(context, series),
      },
      { mark: 'label', data: [...labels, ...parts.flatMap((part) => part.labels)], options: {} },
    ],
    notes,
    says: sayGroups({ ...context, rows: drawn }),
  });
}

function toTiles(context: DrawContext, panel: Panel, series: Series): { shapes: Shape[]; labels: Label[] } {
  const { chart, look } = context;
  const { values } = chart.options as { values: boolean };
  const inks = toInks(look.dark);
  const isNested = only(chart, 'inner') !== undefined;
  const format = toNameFormat(context, 'inner');
  const number = toNumberFormat(look, only(chart, 'y') ?? {}, 'axis');
  const outer = Map.groupBy(panel.rows, (row) => String(row.series));
  const leafOf = (row: Datum, name: string): Node => ({ name, row, size: Number(row.size) });
  const root: Node = {
    name: '',
    inner: [...outer].map(([name, rows]) =>
      isNested
        ? {
            name: series.format(name),
            inner: rows.map((row) =>
              leafOf(row, format(toName(row.inner ?? null, row['inner.rest'] ?? false))),
            ),
          }
        : leafOf(rows[0]!, series.format(name)),
    ),
  };
  const laid = toTreemap<Node>()
    .size([panel.width, panel.height])
    .paddingInner(2)
    .paddingTop(({ depth }) => (isNested && depth === 1 ? HEAD : 0))
    .round(true)(
    hierarchy(root, ({ inner }) => inner)
      .sum(({ size }) => size ?? 0)
      .sort((a, b) => (b.value ?? 0) - (a.value ?? 0)),
  );
  const greatest = Math.max(...panel.rows.map((row) => Number(row.size)), 0);
  const shapes: Shape[] = [];
  const labels: Label[] = [];
  for (const node of laid.descendants()) {
    const [x, y] = [panel.x + node.x0, panel.y + node.y0];
    const [width, height] = [node.x1 - node.x0, node.y1 - node.y0];
    if (node.children) {
      if (node.depth === 1 && width > 24)
        labels.push({
          x: x + 1,
          y: y + 13,
          text: toFitting(node.data.name, width - 4, FONT + 1),
          fill: inks.ink,
          size: FONT + 1,
          weight: 600,
        });
      continue;
    }
    if (!node.data.row || width <= 0 || height <= 0) continue;
    const fill = toFill(node, series, greatest);
    shapes.push({
      d: toBox(x, y, width, height, 2),
      fill,
      series: series.names.indexOf(String(node.data.row.series)),
      at: { x: x + width / 2, y: y + height / 2, w: width / 2, h: height / 2 },
      datum: node.data.row,
    });
    if (width < 30 || height < 18) continue;
    const ink = toInkOn(fill);
    const name = toFitting(node.data.name, width - 12, FONT);
    // a letter and an ellipsis say nothing
    if (name.length > 2 || name === node.data.name)
      labels.push({ x: x + 6, y: y + 14, text: name, fill: ink, size: FONT });
    const text = number(Number(node.data.row.size));
    if (values && height >= 34 && toTextWidth(text, FONT) <= width - 12)
      labels.push({ x: x + 6, y: y + 28, text, fill: ink, size: FONT });
  }
  return { shapes, labels };

  /** The colour of its group; where there is one level only, one colour that is paler for less. */
  function toFill({ data }: HierarchyRectangularNode<Node>, { names, colors }: Series, most: number): string {
    const own = colors[names.indexOf(String(data.row!.series))] ?? inks.rest;
    if (isNested) {
      const share = Number(data.row!.size) / (most || 1);
      return toMixed(own, inks.paper, 0.3 * (1 - share));
    }
    const base = own === inks.rest ? inks.rest : inks.accent;
    return toMixed(base, inks.paper, 0.45 * (1 - Number(data.row!.size) / (most || 1)));
  }
}
