/** Lloyd's rounds of k-means, with the bounds of Hamerly (SIAM Data Mining 2010), which spare most distances. */
import type { Points } from './points';
import { toSquare } from './points';

export interface Settled {
  codes: Int32Array;
  /** The sum of squared distances to the centres. */
  inertia: number;
  rounds: number;
}

const MOST_ROUNDS = 300;

/** Moves the centres, in place, until they move no further than `tolerance` allows: the sum of squares of their moves. */
export function settle(points: Points, centres: Float64Array, { tolerance = 0 } = {}): Settled {
  const { values, rows, width } = points;
  const count = centres.length / width;
  const codes = new Int32Array(rows);
  const upper = new Float64Array(rows);
  const lower = new Float64Array(rows);
  const sums = new Float64Array(count * width);
  const sizes = new Float64Array(count);
  const moves = new Float64Array(count);
  const halves = new Float64Array(count);

  for (let row = 0; row < rows; row++) {
    search(row);
    add(row, codes[row]!, 1);
  }
  let rounds = 1;
  for (; rounds < MOST_ROUNDS; rounds++) {
    if (moveAll() <= tolerance) break;
    if (!assignAll() && tolerance === 0) break;
  }
  assignAll(true);
  let inertia = 0;
  for (let row = 0; row < rows; row++) inertia += upper[row]! ** 2;
  return { codes, inertia, rounds };

  function add(row: number, code: number, sign: number): void {
    sizes[code] = sizes[code]! + sign;
    for (let part = 0, from = row * width, to = code * width; part < width; part++)
      sums[to + part] = sums[to + part]! + sign * values[from + part]!;
  }

  function search(row: number): void {
    let least = Infinity;
    let second = Infinity;
    let code = 0;
    const from = row * width;
    for (let centre = 0, at = 0; centre < count; centre++) {
      let square = 0;
      for (let part = from; part < from + width; part++, at++) {
        const apart = values[part]! - centres[at]!;
        square += apart * apart;
      }
      if (square < least) {
        second = least;
        least = square;
        code = centre;
      } else if (square < second) second = square;
    }
    codes[row] = code;
    upper[row] = Math.sqrt(least);
    lower[row] = Math.sqrt(second);
  }

  function moveAll(): number {
    for (let centre = 0; centre < count; centre++) if (sizes[centre] === 0) takeFarthest(centre);
    let moved = 0;
    for (let centre = 0; centre < count; centre++) {
      let square = 0;
      for (let at = centre * width; at < (centre + 1) * width; at++) {
        const next = sums[at]! / sizes[centre]!;
        square += (next - centres[at]!) ** 2;
        centres[at] = next;
      }
      moves[centre] = Math.sqrt(square);
      moved += square;
    }
    return moved;
  }

  /** A cluster that has lost all its rows begins anew at the row that lies worst. */
  function takeFarthest(centre: number): void {
    let farthest = -1;
    let most = -1;
    for (let row = 0; row < rows; row++) {
      if (sizes[codes[row]!]! < 2) continue;
      const square = toSquare(values, row * width, centres, codes[row]! * width, width);
      if (square > most) [most, farthest] = [square, row];
    }
    add(farthest, codes[farthest]!, -1);
    add(farthest, centre, 1);
    codes[farthest] = centre;
    upper[farthest] = Math.sqrt(toSquare(values, farthest * width, centres, centre * width, width));
    lower[farthest] = 0;
  }

  /** Whether a row has changed its cluster; the last time every distance is worked out. */
  function assignAll(isLast = false): boolean {
    const { first, second, place } = toLargest(moves);
    for (let centre = 0; centre < count; centre++) halves[centre] = toHalf(centre);
    let changed = false;
    for (let row = 0; row < rows; row++) {
      const code = codes[row]!;
      const below = lower[row]! - (code === place ? second : first);
      lower[row] = below;
      const above = upper[row]! + moves[code]!;
      const safe = below > halves[code]! ? below : halves[code]!;
      upper[row] = above;
      if (above <= safe && !isLast) continue;
      const near = Math.sqrt(toSquare(values, row * width, centres, code * width, width));
      upper[row] = near;
      if (near <= safe) continue;
      search(row);
      if (codes[row] === code) continue;
      changed = true;
      add(row, code, -1);
      add(row, codes[row]!, 1);
    }
    return changed;
  }

  /** Half the distance to the next centre: whatever is nearer than that belongs here. */
  function toHalf(centre: number): number {
    let least = Infinity;
    for (let other = 0; other < count; other++) {
      if (other === centre) continue;
      least = Math.min(least, toSquare(centres, centre * width, centres, other * width, width));
    }
    return Math.sqrt(least) / 2;
  }
}

function toLargest(moves: Float64Array): { first: number; second: number; place: number } {
  let [first, second, place] = [0, 0, -1];
  for (let at = 0; at < moves.length; at++) {
    const move = moves[at]!;
    if (move > first) [first, second, place] = [move, first, at];
    else if (move > second) second = move;
  }
  return { first, second, place };
}
