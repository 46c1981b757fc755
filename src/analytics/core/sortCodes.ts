/** Places in the order of their codes, which are 0 and above: a counting sort. */
export interface SortedCodes {
  /** Where those of each code begin, and where the last end. */
  starts: Int32Array;
  places: Int32Array;
}

/** Those of one code stay in their order, or have the one that is given. */
export function sortCodes(codes: Int32Array, count: number, order?: Int32Array): SortedCodes {
  const starts = toStarts(codes, count);
  const next = starts.slice();
  const places = new Int32Array(codes.length);
  for (let at = 0; at < codes.length; at++) {
    const place = order ? order[at]! : at;
    places[next[codes[place]!]!++] = place;
  }
  return { starts, places };
}

export function toStarts(codes: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (const code of codes) starts[code + 1]!++;
  for (let code = 0; code < count; code++) starts[code + 1]! += starts[code]!;
  return starts;
}
