const toAlike = (word: string) => word.normalize('NFKC').toLowerCase();

/** The words that were perhaps meant, the likeliest first; none when all are far. */
export function findNearest(word: string, words: readonly string[], limit = 3): string[] {
  const wanted = toAlike(word);
  const most = findMost(wanted);
  return words
    .map((candidate) => ({ candidate, distance: findDistance(wanted, toAlike(candidate), most) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** One slip for a short word, one more for every three letters. */
function findMost(word: string): number {
  return word.length < 2 ? 0 : Math.max(1, Math.floor(word.length / 3));
}

/** Letters put in, left out, changed, or swapped with their neighbour (Damerau 1964); `most + 1` for anything farther. */
function findDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const isSwap =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + same,
        isSwap ? before[column - 2]! + 1 : Infinity,
      );
    }
    if (Math.min(...current) > most && Math.min(...last) > most) return most + 1;
    [before, last] = [last, current];
  }
  return last[other.length]!;
}
