import type { Rendered } from '../../charts/render/render';
import { createPointing } from '../../charts/spec/pointing';
import { toAlong } from '../../cells/chart/tipLines';
import { canHoldFormula, isFormula } from '../../export/formats/formula';
import type { ReportColumn } from '../../export/report/content';
import { toLookOf } from '../../export/report/fit';
import type { LiveChart, LiveColumn, LiveLine } from '../../export/report/live';
import { MOST_LIVE_MARKS } from '../../export/report/liveLimits';
import type { Column, Value } from '../../table/column';
import { toFamily } from '../../table/column';
import { toRawText } from '../../table/format';

/** A column for a page that searches and sorts by itself, and saves its rows as CSV. */
export function toLiveColumn(column: Column, shown: ReportColumn, values: readonly Value[]): LiveColumn {
  const { name, texts, ranks } = shown;
  const family = toFamily(column.type);
  const canBe = canHoldFormula(column);
  const raw = values.map((value) => {
    const text = toRawText(value, column);
    // a spreadsheet that opens the CSV must not compute it
    return canBe && isFormula(text) ? `'${text}` : text;
  });
  const isSame = raw.every((text, row) => values[row] === null || text === texts[row]);
  return {
    name,
    kind: family === 'number' || family === 'date' ? family : 'text',
    look: toLookOf(shown),
    texts,
    ...(!isSame && { raw }),
    ranks: ranks.map((rank) => rank ?? null),
  };
}

/** What can be pointed at in a picture and where keys go from each mark, found out beforehand, so that the page needs to know little. */
export function toLiveChart(
  light: Rendered,
  dark: Rendered | undefined,
  along: boolean,
): LiveChart | undefined {
  const { spots, svg } = light;
  if (spots.length === 0 || spots.length > MOST_LIVE_MARKS) return undefined;
  const pointing = createPointing(spots);
  const paths = new Map(
    [...svg.querySelectorAll('path')].map((path, at) => [path as SVGElement, at] as const),
  );
  const panels = [...new Set(spots.flatMap(({ panel }) => panel ?? []))];
  const says = createList<readonly LiveLine[]>();
  const colors = createList<readonly [string, string]>();
  const linesOf = (rendered: Rendered, at: number) => {
    if (!along) return rendered.spots[at]!.lines();
    const column = pointing.column(at);
    return toAlong(
      column.map((one) => rendered.spots[one]!.lines()),
      column.indexOf(at),
    );
  };
  const night = dark?.spots.length === spots.length ? dark : light;
  const marks = spots.map(({ x, y, w, h, tip, panel, contains, shape }, at) => {
    const ofNight = linesOf(night, at);
    const lines = linesOf(light, at).map(({ name, text, color }, line): LiveLine =>
      color ? [name, text, colors.add([color, ofNight[line]?.color ?? color])] : [name, text],
    );
    const path = contains && shape && paths.get(shape);
    const to = (['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const).map(
      (key) => pointing.step(at, key, along) ?? at,
    ) as [number, number, number, number];
    return {
      x: toTenth(x),
      y: toTenth(y),
      w: toTenth(w),
      h: toTenth(h),
      ...(panel && { panel: panels.indexOf(panel) }),
      ...(path !== undefined && { path }),
      ...(tip && { tip: [toTenth(x + tip.dx), toTenth(y + tip.dy)] as const }),
      say: says.add(lines),
      to,
    };
  });
  return {
    along,
    panels: panels.map(({ left, top, width, height }) => [left, top, width, height]),
    marks,
    says: says.all,
    colors: colors.all,
  };
}

const toTenth = (value: number) => Math.round(value * 10) / 10;

/** Each value once, by its place. */
function createList<T>() {
  const all: T[] = [];
  const places = new Map<string, number>();
  return {
    all,
    add(value: T): number {
      const key = JSON.stringify(value);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, all.length);
      return all.push(value) - 1;
    },
  };
}
