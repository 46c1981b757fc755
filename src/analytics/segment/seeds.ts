/** Centres to begin with: k-means++ (Arthur and Vassilvitskii, SODA 2007), each the best of a few drawn, as scikit-learn has it. */
import type { Random } from '../core/random';
import type { Points } from './points';
import { toSquare } from './points';

/** `count` of the points; fewer where there are fewer different ones. */
export function findSeeds({ values, rows, width }: Points, count: number, random: Random): Float64Array {
  const centres = new Float64Array(count * width);
  const trials = 2 + Math.floor(Math.log(count));
  const first = random.below(rows);
  centres.set(values.subarray(first * width, (first + 1) * width));
  let nearest = new Float64Array(rows);
  let tried = new Float64Array(rows);
  let best = new Float64Array(rows);
  let total = 0;
  for (let row = 0; row < rows; row++)
    total += nearest[row] = toSquare(values, row * width, values, first * width, width);

  for (let centre = 1; centre < count; centre++) {
    if (total === 0) return centres.slice(0, centre * width);
    let least = Infinity;
    let chosen = 0;
    for (let trial = 0; trial < trials; trial++) {
      const drawn = draw(nearest, random.next() * total);
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        const square = toSquare(values, row * width, values, drawn * width, width);
        sum += tried[row] = square < nearest[row]! ? square : nearest[row]!;
      }
      if (sum < least) {
        least = sum;
        chosen = drawn;
        [best, tried] = [tried, best];
      }
    }
    centres.set(values.subarray(chosen * width, (chosen + 1) * width), centre * width);
    total = least;
    [nearest, best] = [best, nearest];
  }
  return centres;
}

/** A place, each as likely as its weight; never one of no weight. */
function draw(weights: Float64Array, until: number): number {
  let sum = 0;
  let last = 0;
  for (let at = 0; at < weights.length; at++) {
    if (weights[at] === 0) continue;
    last = at;
    sum += weights[at]!;
    if (sum > until) break;
  }
  return last;
}
