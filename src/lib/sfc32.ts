/** sfc32 of Chris Doty-Humphrey (PractRand, 2010): 32 random bits a call, from 0 to 2^32 - 1. The first calls show the seed still. */
export function createBits(seed: readonly [number, number, number], { skipped }: { skipped: number }) {
  let [a, b, c] = seed;
  let counter = 1;
  const bits = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let call = 0; call < skipped; call++) bits();
  return bits;
}

/** From 0, below 1, with the 53 bits of a double. */
export function toShare(bits: () => number): number {
  const high = bits() >>> 5;
  return (high * 2 ** 26 + (bits() >>> 6)) / 2 ** 53;
}
