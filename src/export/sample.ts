/** The places of `wanted` rows out of `count`, in order, each set of them as likely as any other; the same for the same seed. */
export function pickRows(count: number, wanted: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const size = Math.min(count, wanted);
  const chosen = new Set<number>();
  // Floyd's method (Bentley and Floyd, 1987): as many numbers as are wanted, however many there are
  for (let k = count - size; k < count; k++) {
    const drawn = Math.floor(random() * (k + 1));
    chosen.add(chosen.has(drawn) ? k : drawn);
  }
  return Float64Array.from(chosen).sort();
}

/** sfc32 (Doty-Humphrey, PractRand), two draws for the 53 bits of a double. */
function createRandom(seed: number): () => number {
  let [a, b, c, counter] = [seed | 0, (seed / 2 ** 32) | 0, 0x9e3779b9 | 0, 1];
  const draw = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let k = 0; k < 12; k++) draw();
  return () => ((draw() >>> 5) * 2 ** 26 + (draw() >>> 6)) / 2 ** 53;
}
