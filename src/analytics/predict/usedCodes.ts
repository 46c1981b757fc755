/**
 * A set of whole numbers that is taken out in order without sorting: bits, above them bits that say which words of bits are
 * not empty, and above these once more.
 */
export interface UsedCodes {
  bits: Int32Array;
  words: Int32Array;
  tops: Int32Array;
  /** What was taken out last. */
  taken: Int32Array;
}

export function createUsedCodes(limit: number): UsedCodes {
  const words = Math.ceil(limit / 32);
  return {
    bits: new Int32Array(words),
    words: new Int32Array(Math.ceil(words / 32)),
    tops: new Int32Array(Math.ceil(words / 1024)),
    taken: new Int32Array(limit),
  };
}

export function addCode({ bits, words, tops }: UsedCodes, code: number): void {
  const word = code >> 5;
  if (bits[word] === 0) {
    const top = word >> 5;
    if (words[top] === 0) tops[top >> 5]! |= 1 << (top & 31);
    words[top]! |= 1 << (word & 31);
  }
  bits[word]! |= 1 << (code & 31);
}

/** Empties the set into `taken`, in ascending order, and says how many there were. */
export function takeCodes({ bits, words, tops, taken }: UsedCodes): number {
  let count = 0;
  for (let at = 0; at < tops.length; at++) {
    for (let ofTops = tops[at]!; ofTops !== 0; ofTops &= ofTops - 1) {
      const top = (at << 5) + 31 - Math.clz32(ofTops & -ofTops);
      for (let ofWords = words[top]!; ofWords !== 0; ofWords &= ofWords - 1) {
        const word = (top << 5) + 31 - Math.clz32(ofWords & -ofWords);
        for (let left = bits[word]!; left !== 0; left &= left - 1)
          taken[count++] = (word << 5) + 31 - Math.clz32(left & -left);
        bits[word] = 0;
      }
      words[top] = 0;
    }
    tops[at] = 0;
  }
  return count;
}
