/**
 * Random draws from a label: the same label gives the same draws. Each part of the company has a label of its own,
 * so that a change in one part leaves the others as they were.
 */
export function createRandom(label) {
  const next = createSfc32(hashWords(label));
  const below = (limit) => Math.floor(next() * limit);
  const weighted = (weights) => {
    let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
    const index = weights.findIndex((weight) => (rest -= weight) < 0);
    return index < 0 ? weights.length - 1 : index;
  };
  return {
    next,
    chance: (share) => next() < share,
    integer: (from, to) => from + below(to - from + 1),
    pick: (items) => items[below(items.length)],
    weighted,
    /** A key of an object that maps keys to weights. */
    key: (shares) => Object.keys(shares)[weighted(Object.values(shares))],
    normal: (mean, deviation) => mean + deviation * (sumOf(12, next) - 6),
    poisson: (mean) => countUntil(exp(-mean), next),
    take: (items, count) => shuffle([...items], below).slice(0, count),
  };
}

/**
 * e^x by additions and multiplications alone: IEEE 754 fixes those to the last bit, but not `Math.exp`, and the files must
 * have the same bytes on every platform.
 */
export function exp(x) {
  const small = x / 64;
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 16; n++) sum += term *= small / n;
  for (let n = 0; n < 6; n++) sum *= sum;
  return sum;
}

/** sfc32 of Chris Doty-Humphrey's PractRand. */
function createSfc32([a, b, c, d]) {
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let n = 0; n < 15; n++) next();
  return next;
}

function hashWords(label) {
  return [1, 2, 3, 4].map((word) => {
    let hash = 2166136261 ^ word;
    for (const letter of label) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619);
    return hash;
  });
}

function sumOf(count, next) {
  let sum = 0;
  for (let n = 0; n < count; n++) sum += next();
  return sum;
}

function countUntil(limit, next) {
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count++;
  return count;
}

function shuffle(items, below) {
  for (let last = items.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [items[last], items[other]] = [items[other], items[last]];
  }
  return items;
}
