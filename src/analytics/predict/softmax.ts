import { toExp } from '../core/exp';

/** Makes shares, which are 1 together, of the logarithms of what they are in proportion to; in place. */
export function setShares(scores: Float64Array): void {
  let most = -Infinity;
  for (let code = 0; code < scores.length; code++) if (scores[code]! > most) most = scores[code]!;
  // so far off that no class is in reach
  if (most === -Infinity) scores.fill((most = 0));
  let sum = 0;
  for (let code = 0; code < scores.length; code++) sum += scores[code] = toExp(scores[code]! - most);
  for (let code = 0; code < scores.length; code++) scores[code]! /= sum;
}

/** The same for each row of some columns. */
export function setSoftmax(columns: readonly Float64Array[], rows = columns[0]!.length): void {
  const scores = new Float64Array(columns.length);
  for (let row = 0; row < rows; row++) {
    for (let code = 0; code < scores.length; code++) scores[code] = columns[code]![row]!;
    setShares(scores);
    for (let code = 0; code < scores.length; code++) columns[code]![row] = scores[code]!;
  }
}
