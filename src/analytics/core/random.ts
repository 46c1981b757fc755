import { createBits, toShare } from '../../lib/sfc32';

/**
 * Seeded random numbers; normal ones by ratio of uniforms (Leva, ACM TOMS 18, 1992). Values come of plain arithmetic alone, so
 * that every browser draws the same bits: Math.log is asked only whether a rare point near the edge is taken.
 */
export interface Random {
  /** 32 random bits, from 0 to 2^32 - 1; also a seed for a generator of one's own. */
  bits(): number;
  /** From 0, below 1, with 53 random bits. */
  next(): number;
  /** A whole number from 0, below `limit`, each as likely. */
  below(limit: number): number;
  /** Of the standard normal distribution. */
  normal(): number;
  /** In place. */
  shuffle<T extends Shuffled>(items: T): T;
  /** `size` different whole numbers from 0, below `limit`, in random order. */
  sample(limit: number, size: number): Int32Array;
}

type Shuffled = Float64Array | Float32Array | Int32Array | Uint32Array | Uint8Array | unknown[];

export function createRandom(seed: number): Random {
  if (!Number.isFinite(seed)) throw new Error(`seed is no number: ${seed}`);
  const high = Math.floor(seed / 2 ** 32) | 0;
  // what stands behind the point counts too
  const behind = ((seed - Math.floor(seed)) * 2 ** 32) | 0;
  const bits = createBits([seed | 0, high, behind], { skipped: 20 });
  const next = () => toShare(bits);

  const below = (limit: number) => {
    if (limit > 2 ** 32) return Math.floor(next() * limit);
    const whole = 2 ** 32 - (2 ** 32 % limit);
    for (;;) {
      const drawn = bits();
      if (drawn < whole) return drawn % limit;
    }
  };

  return { bits, next, below, normal: () => toNormal(next), shuffle, sample };

  function shuffle<T extends Shuffled>(items: T): T {
    for (let at = items.length - 1; at > 0; at--) {
      const other = below(at + 1);
      const held = items[at];
      items[at] = items[other];
      items[other] = held;
    }
    return items;
  }

  function sample(limit: number, size: number): Int32Array {
    if (size > limit) throw new Error(`sample of ${size} out of ${limit}`);
    return size * 16 < limit ? sampleFew(limit, size) : sampleMany(limit, size);
  }

  function sampleMany(limit: number, size: number): Int32Array {
    const all = Int32Array.from({ length: limit }, (_, at) => at);
    for (let at = 0; at < size; at++) {
      const other = at + below(limit - at);
      const held = all[at]!;
      all[at] = all[other]!;
      all[other] = held;
    }
    return all.slice(0, size);
  }

  // the same exchanges, on those places alone that have moved
  function sampleFew(limit: number, size: number): Int32Array {
    const taken = new Int32Array(size);
    const moved = new Map<number, number>();
    for (let at = 0; at < size; at++) {
      const other = at + below(limit - at);
      taken[at] = moved.get(other) ?? other;
      moved.set(other, moved.get(at) ?? at);
    }
    return taken;
  }
}

function toNormal(next: () => number): number {
  for (;;) {
    const u = 1 - next();
    const v = 1.7156 * (next() - 0.5);
    const x = u - 0.449871;
    const y = Math.abs(v) + 0.386595;
    const edge = x * x + y * (0.196 * y - 0.25472 * x);
    if (edge < 0.27597) return v / u;
    if (edge <= 0.27846 && v * v <= -4 * u * u * Math.log(u)) return v / u;
  }
}
