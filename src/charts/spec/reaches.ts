import type { Datum, DrawContext } from './chart';
import { only } from './chart';
import { toTitle } from './format';
import { toFinite } from './laid';
import type { toInks } from './palette';
import type { Mark } from './picture';

/** How far what a bar says reaches, such as an interval of confidence. */
export type Reach = Datum & { readonly middle: number; readonly lower: number; readonly upper: number };

export function toReaches(bars: readonly (Datum & { start: number; end: number })[]): Reach[] {
  return bars.flatMap((bar) => {
    const [lower, upper] = [toFinite(bar.lower), toFinite(bar.upper)];
    if (lower === undefined || upper === undefined) return [];
    return [{ ...bar, middle: (bar.start + bar.end) / 2, lower, upper }];
  });
}

export function toReachMarks(
  data: readonly Reach[],
  {
    isAcross,
    inks,
    channels,
  }: { isAcross: boolean; inks: ReturnType<typeof toInks>; channels: Readonly<Record<string, string>> },
): Mark[] {
  if (data.length === 0) return [];
  const [along, across] = isAcross ? ['y', 'x'] : ['x', 'y'];
  return [
    {
      mark: isAcross ? 'ruleY' : 'ruleX',
      data,
      options: {
        [along!]: 'middle',
        [`${across}1`]: 'lower',
        [`${across}2`]: 'upper',
        stroke: inks.ink2,
        strokeWidth: 1.5,
        ...channels,
      },
    },
  ];
}

export function toReachNote({ chart, look, columns }: DrawContext): string {
  const title = (slot: string) => toTitle(look, only(chart, slot)!, columns, 'measure');
  return look.words.lines.reach(title('lower'), title('upper'));
}
