import { BREAK, type Corpus } from './corpus';
import type { Sparse } from './sparse';

/** How often each word is in each text. */
export function countWords({ words, starts, tokens }: Corpus): Sparse {
  const rows = starts.length - 1;
  const counts = new Int32Array(words.length);
  const found = new Int32Array(tokens.length);
  const places = new Int32Array(tokens.length);
  const values = new Float64Array(tokens.length);
  const to = new Int32Array(rows + 1);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    let size = 0;
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const token = tokens[at]!;
      if (token === BREAK) continue;
      if (counts[token] === 0) found[size++] = token;
      counts[token]!++;
    }
    for (const token of found.subarray(0, size).sort()) {
      places[next] = token;
      values[next++] = counts[token]!;
      counts[token] = 0;
    }
    to[row + 1] = next;
  }
  return {
    rows,
    columns: words.length,
    starts: to,
    places: places.slice(0, next),
    values: values.slice(0, next),
  };
}
