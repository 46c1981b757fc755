import type { Mark as PlotMark, PlotOptions, RenderFunction } from '@observablehq/plot';
import type { Datum } from '../spec/chart';
import { toInks } from '../spec/palette';
import type { Mark, Picture, SpotLine } from '../spec/picture';
import type { PanelBox } from '../spec/pointing';
import type { LegendSpot } from './decor';
import { addFrame, toFrame } from './decor';
import { isWithin, MOST_DOTS, toManyDots } from './dots';
import { marks, plot } from './marks';
import { addPatterns } from './patterns';
import { toCloser } from './closer';
import { toLabels, toShapes } from './shapes';

/** Where something of the picture can be pointed at, in points of the picture, and what is said of it. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Half of what it covers, where that is more than a point. */
  readonly w: number;
  readonly h: number;
  /** Where that is no rectangle: whether a point lies within. */
  readonly contains?: (x: number, y: number) => boolean;
  /** From the middle to where what is said of it stands. */
  readonly tip?: { readonly dx: number; readonly dy: number };
  /** What is drawn of it, where that is a path of its own. */
  shape?: SVGElement;
  readonly datum: Datum;
  readonly lines: () => readonly SpotLine[];
  /** The frame that it lies in: one of the small multiples, or the only one. */
  readonly panel?: PanelBox;
}

export interface Rendered {
  readonly svg: SVGSVGElement;
  readonly spots: readonly Spot[];
  /** Where the legend's entries stand. */
  readonly legend: readonly LegendSpot[];
  /** From points of the picture to values and back, where a scale is a line. */
  readonly scales: { readonly x?: Ruler; readonly y?: Ruler };
  /** What lies within the axes. */
  readonly frame: PanelBox;
  /** Its small multiples, all along the same axes; else the frame alone. */
  readonly panels: readonly PanelBox[];
  /** Where a panel would lie to which the scales apply as they are. */
  readonly home: PanelBox;
}

export interface Ruler {
  toValue(at: number): number;
  toPlace(value: number): number;
}

export interface RenderOptions {
  readonly document: Document;
  readonly dark: boolean;
}

const FONT =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** A picture as one SVG that stands by itself, and what a pointer finds in it. */
export function render(picture: Picture, { document, dark }: RenderOptions): Rendered {
  const inks = toInks(dark);
  const frame = toFrame(picture);
  const spots: Spot[] = [];
  const { margins, scales, projection } = picture;
  const options = {
    document,
    width: picture.width,
    height: picture.height,
    marginTop: margins.top,
    marginRight: margins.right,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    ...scales,
    ...(projection && { projection }),
    marks: picture.marks.map((mark) => toMark(mark, spots)),
  } as unknown as PlotOptions;
  const inner = plot(options) as unknown as SVGSVGElement & Scaled;
  // the page's policy forbids styles in the text, and what they say is said by attributes
  inner.querySelector('style')?.remove();
  const svg = inner.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const height = picture.height + frame.above + frame.below;
  const set = (name: string, value: string) => svg.setAttribute(name, value);
  set('xmlns', 'http://www.w3.org/2000/svg');
  set('width', String(picture.width));
  set('height', String(height));
  set('viewBox', `0 0 ${picture.width} ${height}`);
  set('font-family', FONT);
  set('role', 'img');
  set('aria-label', picture.says);
  set('class', 'chart-svg');
  inner.removeAttribute('class');
  inner.removeAttribute('font-family');
  inner.setAttribute('color', inks.ink2);
  inner.setAttribute('y', String(frame.above));
  inner.setAttribute('aria-hidden', 'true');
  const legend = addFrame(svg, picture, frame, inks);
  svg.append(inner);
  if (picture.view) spots.splice(0, spots.length, ...toCloser(inner, picture, picture.view, spots));
  if (picture.patterns) addPatterns(svg, picture, { paper: inks.paper });
  const lower = createLowering(frame.above);
  const whole = {
    left: margins.left,
    top: margins.top + frame.above,
    width: picture.width - margins.left - margins.right,
    height: picture.height - margins.top - margins.bottom,
  };
  return {
    svg,
    spots: spots.map(lower),
    legend,
    scales: { ...toRuler(inner, 'x', 0), ...toRuler(inner, 'y', frame.above) },
    frame: whole,
    ...toPanels(inner, whole, frame.above),
  };
}

/** Where the small multiples lie. */
function toPanels(plotted: Scaled, whole: PanelBox, above: number): Pick<Rendered, 'panels' | 'home'> {
  const [fx, fy] = [plotted.scale('fx'), plotted.scale('fy')];
  if (!fx?.domain || !fy?.domain) return { panels: [whole], home: whole };
  const size = { width: fx.bandwidth ?? whole.width, height: fy.bandwidth ?? whole.height };
  const { domain } = fx;
  const panels = [...fy.domain].flatMap((line) =>
    [...domain].map((column) => ({ left: fx.apply(column), top: fy.apply(line) + above, ...size })),
  );
  return { panels, home: { left: whole.left, top: whole.top, ...size } };
}

interface Scaled {
  scale(name: string):
    | {
        type: string;
        apply(value: unknown): number;
        invert?: (at: number) => unknown;
        domain?: Iterable<unknown>;
        bandwidth?: number;
      }
    | undefined;
}

function toRuler(plotted: Scaled, name: 'x' | 'y', above: number): Rendered['scales'] {
  const scale = plotted.scale(name);
  const invert = scale?.invert;
  const added = name === 'y' ? above : 0;
  return invert
    ? {
        [name]: {
          toValue: (at: number) => Number(invert(at - added)),
          toPlace: (value: number) => scale.apply(value) + added,
        },
      }
    : {};
}

/** Moves what was noted in the plot to where it stands in the picture, below the title and the legend. */
function createLowering(by: number): (spot: Spot) => Spot {
  const panels = new Map<PanelBox, PanelBox>();
  return ({ y, contains, panel, ...spot }) => {
    if (panel && !panels.has(panel)) panels.set(panel, { ...panel, top: panel.top + by });
    return {
      ...spot,
      y: y + by,
      ...(panel && { panel: panels.get(panel)! }),
      ...(contains && { contains: (left: number, top: number) => contains(left, top - by) }),
    };
  };
}

function toMark(given: Mark, spots: Spot[]): PlotMark | RenderFunction {
  const { mark, data, options, spots: toLines } = given;
  if (mark === 'shape') return toShapes(given, spots);
  if (mark === 'label') return toLabels(given);
  const make = marks[mark as keyof typeof marks] as unknown as (...parts: unknown[]) => PlotMark;
  const own = toOwn(given);
  const isCut = options.clip === true;
  const watch = toLines && toWatched(data as readonly Datum[], { toLines, spots, own, isCut });
  const all = watch ? { ...options, render: watch } : own ? { ...options, render: own } : options;
  return data === undefined ? make(all) : make(data, all);
}

/** How a mark is drawn that Plot would draw otherwise: not at all where it is only to be pointed at, and many dots together. */
function toOwn({ mark, data, options }: Mark): RenderFunction | undefined {
  if (options.fill === 'none' && options.stroke === 'none') return () => null;
  return mark === 'dot' && data && data.length > MOST_DOTS ? toManyDots(options) : undefined;
}

interface Watching {
  toLines: (datum: Datum) => readonly SpotLine[];
  spots: Spot[];
  own: RenderFunction | undefined;
  /** Whether what lies beyond the axes is not seen, and so cannot be pointed at. */
  isCut: boolean;
}

/** Draws as the mark does, and notes where each of its rows has come to stand. */
function toWatched(data: readonly Datum[], { toLines, spots, own, isCut }: Watching): RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const { fx, fy } = index as unknown as { fx?: unknown; fy?: unknown };
    const left =
      fx === undefined ? 0 : (scales.fx as unknown as (value: unknown) => number)(fx) - dimensions.marginLeft;
    const top =
      fy === undefined ? 0 : (scales.fy as unknown as (value: unknown) => number)(fy) - dimensions.marginTop;
    const { width, height, marginLeft, marginTop, marginRight, marginBottom } = dimensions;
    const panel = {
      left: left + marginLeft,
      top: top + marginTop,
      width: width - marginLeft - marginRight,
      height: height - marginTop - marginBottom,
    };
    const at = (name: 'x' | 'x1' | 'x2' | 'y' | 'y1' | 'y2', row: number) =>
      (values[name] as unknown as ArrayLike<number> | undefined)?.[row];
    for (const row of index) {
      const datum = data[row]!;
      const [x1, x2] = [at('x1', row) ?? at('x', row), at('x2', row) ?? at('x', row)];
      const [y1, y2] = [at('y1', row) ?? at('y', row), at('y2', row) ?? at('y', row)];
      if (x1 === undefined || x2 === undefined || y1 === undefined || y2 === undefined) continue;
      if (isCut && !isWithin([x1, x2], [y1, y2], dimensions)) continue;
      spots.push({
        x: left + (x1 + x2) / 2,
        y: top + (y1 + y2) / 2,
        w: Math.abs(x2 - x1) / 2,
        h: Math.abs(y2 - y1) / 2,
        datum,
        lines: () => toLines(datum),
        panel,
      });
    }
    return (own ?? next!)(index, scales, values, dimensions, context);
  };
}
