/** Rows held back to test a model on. 1 stands for those. */
import { toMisfit } from '../core/check';
import type { Random } from '../core/random';
import { countRows, type Target } from './target';

interface SplitOptions {
  share: number;
  random: Random;
}

/** As large a share of each group, so that small ones are on both sides; one row of each at least is learned from. */
export function splitStratified(
  codes: Int32Array,
  groups: number,
  { share, random }: SplitOptions,
): Uint8Array {
  const held = new Uint8Array(codes.length);
  for (let group = 0; group < groups; group++) {
    const places = Int32Array.from(codes.keys()).filter((place) => codes[place] === group);
    const count = Math.min(Math.round(share * places.length), places.length - 1);
    for (const place of random.shuffle(places).subarray(0, Math.max(0, count))) held[place] = 1;
  }
  return held;
}

export function splitRandom(rows: number, options: SplitOptions): Uint8Array {
  return splitStratified(new Int32Array(rows), 1, options);
}

/** Of a class in shares as in the whole; of a number at random. */
export function splitTarget(target: Target, options: SplitOptions): Uint8Array {
  if (target.kind === 'number') return splitRandom(countRows(target), options);
  return splitStratified(target.codes, target.classes, options);
}

/** The last share in time. Rows of one time stay together: with those held back, unless none would be left to learn from. */
export function splitByTime(times: Float64Array, { share }: { share: number }): Uint8Array {
  const sorted = times.slice().sort();
  if (sorted.length === 0 || sorted[0] === sorted.at(-1)) throw toMisfit('one-time');
  const at = Math.min(sorted.length - Math.round(share * sorted.length), sorted.length - 1);
  const cut = sorted[at]! > sorted[0]! ? sorted[at]! : sorted.find((time) => time > sorted[0]!)!;
  return Uint8Array.from(times, (time) => Number(time >= cut));
}
