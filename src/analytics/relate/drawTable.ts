/** A table of counts drawn at random with its totals given (as Patefield, AS 159, Applied Statistics 30, 1981). */
import type { Random } from '../core/random';

/** Σ log cell! of a table drawn with the totals given, cell by cell from its hypergeometric distribution. */
export function drawTable(
  rows: Float64Array,
  columns: Float64Array,
  logs: Float64Array,
  random: Random,
): number {
  const left = columns.slice();
  let population = columns.reduce((sum, count) => sum + count);
  let sum = 0;
  for (let row = 0; row < rows.length; row++) {
    let drawn = rows[row]!;
    let others = population;
    for (let column = 0; column < left.length; column++) {
      const marked = left[column]!;
      const isLast = row === rows.length - 1 || column === left.length - 1;
      const cell = isLast
        ? row === rows.length - 1
          ? marked
          : drawn
        : drawCell(others, marked, drawn, logs, random);
      sum += logs[cell]!;
      left[column]! -= cell;
      drawn -= cell;
      others -= marked;
    }
    population -= rows[row]!;
  }
  return sum;
}

// By inversion, from the mode outwards.
function drawCell(
  population: number,
  marked: number,
  drawn: number,
  logs: Float64Array,
  random: Random,
): number {
  const least = Math.max(0, drawn + marked - population);
  const most = Math.min(marked, drawn);
  if (least === most) return least;
  const mode = Math.max(least, Math.min(most, Math.floor(((drawn + 1) * (marked + 1)) / (population + 2))));
  const rest = population - marked - drawn;
  let up = Math.exp(
    logs[marked]! +
      logs[population - marked]! +
      logs[drawn]! +
      logs[population - drawn]! -
      (logs[population]! + logs[mode]! + logs[marked - mode]! + logs[drawn - mode]! + logs[rest + mode]!),
  );
  let down = up;
  let missing = random.next() - up;
  for (let [high, low] = [mode, mode]; missing >= 0 && (high < most || low > least);) {
    if (high < most) {
      up *= ((marked - high) / (high + 1)) * ((drawn - high) / (rest + high + 1));
      high++;
      missing -= up;
      if (missing < 0) return high;
    }
    if (low > least) {
      down *= (low / (marked - low + 1)) * ((rest + low) / (drawn - low + 1));
      low--;
      missing -= down;
      if (missing < 0) return low;
    }
  }
  return mode;
}
