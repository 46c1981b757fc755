import type { DrawContext } from './chart';
import { toInks } from './palette';
import type { Mark, Picture } from './picture';

/** The line on which what lies across is what lies up, where a chart asks for it and both axes are of numbers. */
export function toDiagonal(
  { chart, look }: DrawContext,
  { x, y }: Picture['scales'],
): { marks: readonly Mark[]; notes: readonly string[] } {
  if (!chart.options.diagonal) return { marks: [], notes: [] };
  const [across, up] = [x, y].map((scale) => (scale?.domain ?? []) as readonly unknown[]);
  const isOfNumbers = [...across!, ...up!].every((end) => typeof end === 'number');
  const from = Math.max(...[across!, up!].map((ends) => Number(ends[0])));
  const to = Math.min(...[across!, up!].map((ends) => Number(ends[1])));
  if (!isOfNumbers || !(from < to)) return { marks: [], notes: [look.words.lines.noDiagonal] };
  // bent where one axis is logarithmic and the other is not
  const steps = x?.type === y?.type ? 1 : 60;
  const data = Array.from({ length: steps + 1 }, (_, at) => from + ((to - from) * at) / steps);
  return {
    marks: [
      {
        mark: 'line',
        data,
        options: {
          x: (value: number) => value,
          y: (value: number) => value,
          stroke: toInks(look.dark).ink3,
          strokeWidth: 1,
          strokeDasharray: '4 3',
        },
      },
    ],
    notes: [],
  };
}
