/** More names than this are no trait but a list. */
const MOST_NAMES = 3;

/** The names of what is far up and of what is far down, the strongest first: both as they stand in a sentence, empty where there are none. */
export function toTraits(
  names: readonly string[],
  strengths: Float64Array,
  { least }: { least: number },
): { high: string; low: string } {
  const order = [...names.keys()].sort((a, b) => Math.abs(strengths[b]!) - Math.abs(strengths[a]!));
  const list = (sign: 1 | -1) =>
    order
      .filter((at) => sign * strengths[at]! >= least)
      .slice(0, MOST_NAMES)
      .map((at) => names[at]!)
      .join(', ');
  return { high: list(1), low: list(-1) };
}
