/** Things that are joined to sets, and are asked for them (Galler and Fischer, CACM 7, 1964). */
export interface Sets {
  /** The one that stands for all of its set. */
  find: (one: number) => number;
  /** The one that stands for both from now on. */
  join: (one: number, other: number) => number;
}

export function createSets(size: number): Sets {
  const parents = Int32Array.from({ length: size }, (_, at) => at);
  return { find, join };

  function find(one: number): number {
    let at = one;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  function join(one: number, other: number): number {
    const [first, second] = [find(one), find(other)];
    const [kept, moved] = first < second ? [first, second] : [second, first];
    parents[moved] = kept;
    return kept;
  }
}
