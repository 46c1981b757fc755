import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toFitting, toNumberFormat, toTextWidth, toValueFormat } from '../format';
import { FONT, toMeasureTitle, toPicture } from '../frame';
import { toInOrder } from '../inOrder';
import { toBox, toInkOn, toMixed, toShareFormat } from '../laid';
import { toInks } from '../palette';
import { toPanels, type Panel } from '../panels';
import type { Label, Picture, Shape } from '../picture';
import { toPlaces } from '../places';
import { toSized } from '../sized';
import { toSpots } from '../series';

/** Names and shares beside the bars need so much room; where there is less, they stand above them. */
const WIDE = 460;
const BAR = 30;
const GAP = 14;
const HEAD = 18;

export function drawFunnel(context: DrawContext): Picture {
  const { look, chart } = context;
  const { words } = look;
  const { drawn, notes } = toSized(context, toInOrder(context.rows), () => true);
  const lineOf = (width: number) => BAR + GAP + (width < WIDE ? HEAD : 0);
  const { panels, labels, height } = toPanels(
    { ...context, rows: drawn },
    { height: (width, some) => Math.max(1, some.length) * lineOf(width) + 8, least: 280 },
  );
  const spots = toSpots({ ...context, rows: drawn });
  const share = toShareFormat(look);
  const parts = panels.map((panel) => toSteps(context, panel, lineOf(panel.width)));
  const number = toValueFormat(look, only(chart, 'y') ?? {}, context.columns, { measured: true });
  const places = toPlaces(context, drawn);
  const nameOf = (row: Datum) => places.format(places.names[places.at(row)]!);
  const title = `${words.marks.funnel!} · ${toMeasureTitle(context, 'y')}`;
  const [first, last] = [panels[0]?.rows[0], panels[0]?.rows.at(-1)];
  return toPicture(context, {
    scales: {},
    margins: {},
    height,
    marks: [
      { mark: 'shape', data: parts.flatMap(({ behind }) => behind), options: {} },
      {
        mark: 'shape',
        data: parts.flatMap(({ shapes }) => shapes),
        options: {},
        spots: (row) => [
          ...spots(row).filter(({ slot }) => slot !== 'order'),
          ...(typeof row.ofFirst === 'number'
            ? [{ name: words.figures.share, text: words.figures.ofFirst(share(row.ofFirst)) }]
            : []),
          ...(typeof row.ofBefore === 'number'
            ? [{ name: '', text: words.figures.ofBefore(share(row.ofBefore)) }]
            : []),
        ],
      },
      { mark: 'label', data: [...labels, ...parts.flatMap((part) => part.labels)], options: {} },
    ],
    notes,
    says:
      first && last
        ? words.figures.say.steps(
            title,
            words.say.with(nameOf(first), number(first.y!)),
            words.say.with(nameOf(last), number(last.y!)),
            Number(first.size) > 0 ? share(Number(last.size) / Number(first.size)) : '–',
          )
        : words.say.empty(words.marks.funnel!, toMeasureTitle(context, 'y')),
  });
}

interface Steps {
  readonly shapes: Shape[];
  /** What leads from one step to the next. */
  readonly behind: Shape[];
  readonly labels: Label[];
}

function toSteps(context: DrawContext, { rows, x, y, width }: Panel, line: number): Steps {
  const { chart, look } = context;
  const { shares } = chart.options as { shares: string };
  const inks = toInks(look.dark);
  const { figures } = look.words;
  const places = toPlaces(context, rows);
  const share = toShareFormat(look);
  const number = toNumberFormat(look, only(chart, 'y') ?? {}, 'text');
  const sizes = rows.map(({ size }) => Number(size));
  const most = Math.max(...sizes, 0) || 1;
  const isWide = width >= WIDE;
  const said = rows.map((_, at) => {
    const first = sizes[0]! > 0 ? sizes[at]! / sizes[0]! : undefined;
    const before = at > 0 && sizes[at - 1]! > 0 ? sizes[at]! / sizes[at - 1]! : undefined;
    const texts = [
      ...(at > 0 && first !== undefined && shares !== 'before' && shares !== 'none'
        ? [figures.ofFirst(share(first))]
        : []),
      // of the second step both are the same
      ...(before !== undefined && (shares === 'before' || (shares === 'both' && at > 1))
        ? [figures.ofBefore(share(before))]
        : []),
    ];
    return { first, before, texts };
  });
  const names = rows.map((row) => places.format(places.names[places.at(row)]!));
  const nameRoom = isWide
    ? Math.min(170, Math.max(0, ...names.map((name) => toTextWidth(name, FONT + 1))) + 16)
    : 0;
  const sideRoom = isWide
    ? Math.max(0, ...said.flatMap(({ texts }) => texts.map((text) => toTextWidth(text, FONT)))) + 12
    : 0;
  const room = Math.max(60, width - nameRoom - sideRoom);
  const middle = x + nameRoom + room / 2;
  const shapes: Shape[] = [];
  const behind: Shape[] = [];
  const labels: Label[] = [];
  for (const [at, row] of rows.entries()) {
    const top = y + at * line + (isWide ? 4 : HEAD + 4);
    const long = Math.max((sizes[at]! / most) * room, 1.5);
    const fill = toMixed(inks.accent, inks.paper, 0.45 * (1 - sizes[at]! / most));
    shapes.push({
      d: toBox(middle - long / 2, top, long, BAR, 3),
      fill,
      at: { x: middle, y: top + BAR / 2, w: Math.max(long / 2, 20), h: BAR / 2 },
      datum: { ...row, ofFirst: said[at]!.first ?? null, ofBefore: said[at]!.before ?? null },
    });
    const next = sizes[at + 1];
    if (next !== undefined) {
      const after = Math.max((next / most) * room, 1.5);
      const [low, end] = [top + BAR, top + line];
      behind.push({
        d: `M${middle - long / 2 + 2},${low}L${middle + long / 2 - 2},${low}L${middle + after / 2 - 2},${end}L${middle - after / 2 + 2},${end}Z`,
        fill: inks.accent,
        opacity: 0.08,
      });
    }
    const text = number(row.y ?? null);
    const isInside = toTextWidth(text, FONT + 1) + 12 < long;
    labels.push({
      x: isInside ? middle : middle + long / 2 + 6,
      y: top + BAR / 2 + 4,
      text,
      fill: isInside ? toInkOn(fill) : inks.ink,
      size: FONT + 1,
      weight: 600,
      anchor: isInside ? 'middle' : 'start',
    });
    const { texts } = said[at]!;
    if (isWide) {
      labels.push({
        x,
        y: top + BAR / 2 + 4,
        text: toFitting(names[at]!, nameRoom - 12, FONT + 1),
        fill: inks.ink,
        size: FONT + 1,
      });
      for (const [lineAt, part] of texts.entries())
        labels.push({
          x: x + width,
          y: top + BAR / 2 + (texts.length > 1 ? -2 + lineAt * 14 : 4),
          text: part,
          fill: inks.ink2,
          size: FONT,
          anchor: 'end',
        });
    } else {
      const rest = texts.join(' · ');
      const restRoom = Math.min(toTextWidth(rest, FONT), width * 0.62);
      labels.push({
        x,
        y: top - 6,
        text: toFitting(names[at]!, width - restRoom - 10, FONT + 1),
        fill: inks.ink,
        size: FONT + 1,
      });
      if (rest)
        labels.push({
          x: x + width,
          y: top - 6,
          text: toFitting(rest, restRoom + 1, FONT),
          fill: inks.ink2,
          size: FONT,
          anchor: 'end',
        });
    }
  }
  return { shapes, behind, labels };
}
