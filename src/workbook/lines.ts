/** One line of a comparison of two texts, or one item of two lists. */
export interface Difference<T> {
  in: 'both' | 'before' | 'after';
  item: T;
}

/** Above this many pairs to try, what differs is shown as taken out and put in whole. */
const MOST_PAIRS = 4_000_000;

export function compareLines(before: string, after: string): Difference<string>[] {
  return compareLists(toLines(before), toLines(after));
}

/** What was taken out and put in, by the longest common subsequence. */
export function compareLists<T>(before: readonly T[], after: readonly T[]): Difference<T>[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++;
  return [
    ...toDifferences('both', before.slice(0, start)),
    ...compareMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...toDifferences('both', before.slice(before.length - end)),
  ];
}

function compareMiddle<T>(before: readonly T[], after: readonly T[]): Difference<T>[] {
  if (before.length * after.length > MOST_PAIRS || before.length === 0 || after.length === 0)
    return [...toDifferences('before', before), ...toDifferences('after', after)];

  // longest[i][j]: how much the rests from i and from j have in common
  const width = after.length + 1;
  const longest = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      longest[i * width + j] =
        before[i] === after[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);

  const found: Difference<T>[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      found.push({ in: 'both', item: before[i++]! });
      j++;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
      found.push({ in: 'before', item: before[i++]! });
    else found.push({ in: 'after', item: after[j++]! });
  }
  return [...found, ...toDifferences('before', before.slice(i)), ...toDifferences('after', after.slice(j))];
}

function toDifferences<T>(where: Difference<T>['in'], items: readonly T[]): Difference<T>[] {
  return items.map((item) => ({ in: where, item }));
}

/** An empty text has no line. */
function toLines(text: string): string[] {
  return text === '' ? [] : text.split(/\r\n|\n/);
}
