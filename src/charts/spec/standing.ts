import { toPlaceAxis } from './axes';
import type { DrawContext } from './chart';
import { only } from './chart';
import { toTextWidth, toTitle } from './format';
import type { Facets } from './frame';
import { FONT, toNameAxis } from './frame';
import { toSpread } from './keys';
import { toInks } from './palette';
import type { Margins, Mark, Picture } from './picture';
import type { Places } from './places';
import { toRuler } from './rulers';

/** Groups that stand side by side along one axis, each with its values along the other. */
export interface Standing {
  readonly isAcross: boolean;
  readonly height: number;
  readonly margins: Partial<Margins>;
  readonly scales: Picture['scales'];
  /** The axes and their lines, which lie below all else. */
  readonly marks: readonly Mark[];
}

export interface StandingOptions {
  places: Places;
  facets: Facets;
  values: readonly number[];
  /** Of each group, where they lie. */
  line?: number;
}

export function toStanding(context: DrawContext, options: StandingOptions): Standing {
  const { places, facets, values, line = 34 } = options;
  const { chart, look, columns } = context;
  const isAcross = toDirection(context, places) === 'across';
  const y = only(chart, 'y')!;
  const title = toTitle(look, y, columns, 'value');
  const isFaceted = facets.columns * facets.lines > 1;
  const inks = toInks(look.dark);
  const count = Math.max(places.names.length, 1);
  const along = { type: 'linear', label: null };
  if (isAcross) {
    const side = toNameAxis(places.names, places.format, {
      room: look.width / facets.columns / 2.5,
      lies: true,
    });
    const left = side.size + 14;
    const ruler = toRuler(context, y, {
      side: 'bottom',
      values,
      length: (look.width - left) / facets.columns,
      title,
    });
    return {
      isAcross,
      height: Math.max(count * line, 60) * facets.lines + 60,
      margins: { left, bottom: 44, top: isFaceted ? 30 : 8, right: 20 },
      scales: {
        x: ruler.scale,
        y: { ...along, domain: [count - 0.5, -0.5] },
        ...facets.scales,
      },
      marks: [
        ruler.grid,
        ruler.axis,
        {
          mark: 'axisY',
          data: places.names.map((_, at) => at),
          options: {
            tickSize: 0,
            tickFormat: (at: number) => side.labels.get(places.names[at]!) ?? '',
            fill: inks.ink2,
            fontSize: FONT,
            label: null,
          },
        },
      ],
    };
  }
  const height = (facets.lines > 1 ? 220 : 320) * facets.lines;
  const ruler = toRuler(context, y, { side: 'left', values, length: height / facets.lines, title });
  const axis = toPlaceAxis(places, { look, columns: facets.columns, left: ruler.room });
  return {
    isAcross,
    height,
    margins: {
      left: ruler.room,
      bottom: only(chart, 'x') ? axis.height : 14,
      top: isFaceted ? 44 : 26,
      right: 16,
    },
    scales: { x: { ...along, domain: [-0.5, count - 0.5] }, y: ruler.scale, ...facets.scales },
    marks: [ruler.grid, ruler.axis, ...(only(chart, 'x') ? [axis.mark] : [])],
  };
}

/** One group, and names that are too long to stand beside one another, lie. */
function toDirection({ chart, columns, look }: DrawContext, { names, format }: Places): string {
  const { direction = 'auto' } = chart.options as { direction?: string };
  if (direction !== 'auto') return direction;
  const x = only(chart, 'x');
  if (!x || names.length < 2) return 'across';
  if (toSpread(x, columns) !== 'names') return 'up';
  const width = names.reduce((sum, name) => sum + toTextWidth(format(name), FONT) + 10, 0);
  return width > look.width - 60 ? 'across' : 'up';
}
