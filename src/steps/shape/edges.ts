/** The edges of bins as texts: what is written in SQL is what stands in their names. */
export type Edges = readonly string[];

export const MOST_BINS = 200;

/** Edges of bins of one width, from the least value to the greatest. */
export function toEqualEdges(least: string, greatest: string, count: number): Edges {
  const [from, to] = [Number(least), Number(greatest)];
  if (!(to > from)) return [least, greatest];
  const width = (to - from) / count;
  const inner = Array.from({ length: count - 1 }, (_, at) => toShort(from + width * (at + 1), width));
  return [least, ...inner, greatest];
}

/** Edges at multiples of a width; the last is greater than every value. Undefined where there would be too many. */
export function maybeSteppedEdges(
  least: string,
  greatest: string,
  { width, start }: { width: number; start: number },
): Edges | undefined {
  const digits = Math.max(countDecimals(width), countDecimals(start));
  const toEdge = (step: number) => Number((start + step * width).toFixed(digits));
  const first = Math.floor((Number(least) - start) / width);
  const last = Math.floor((Number(greatest) - start) / width) + 1;
  if (!(last - first <= MOST_BINS)) return undefined;
  const edges: number[] = [];
  for (let step = first; step <= last || edges.at(-1)! <= Number(greatest); step++) {
    if (edges.length > MOST_BINS + 1) return undefined;
    edges.push(toEdge(step));
  }
  return edges.map(String);
}

/** Edges at quantiles, each once. */
export function toQuantileEdges(quantiles: readonly string[]): Edges {
  const different = quantiles.filter((one, at) => at === 0 || Number(one) > Number(quantiles[at - 1]));
  const gaps = different.slice(1).map((one, at) => Number(one) - Number(different[at]));
  const gap = Math.min(...gaps);
  const edges = different.map((one, at) =>
    at === 0 || at === different.length - 1 ? one : toShort(Number(one), gap),
  );
  return edges.length === 1 ? [edges[0]!, edges[0]!] : edges;
}

/** A number to a hundredth of the distance to the next, without digits that say nothing. */
function toShort(value: number, gap: number): string {
  const digits = Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(gap))));
  return String(Number(value.toFixed(digits)));
}

function countDecimals(value: number): number {
  const [, decimals = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.min(20, Math.max(0, decimals.length - Number(exponent)));
}
