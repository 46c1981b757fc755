/**
 * p-values corrected for many tests: Bonferroni; Holm (Scand. J. Stat. 6, 1979); Benjamini and Hochberg (J. R. Stat. Soc. B 57, 1995).
 */
export type Adjustment = 'none' | 'bonferroni' | 'holm' | 'benjamini-hochberg';

export function adjustPValues(pValues: Float64Array, adjustment: Adjustment): Float64Array {
  const count = pValues.length;
  switch (adjustment) {
    case 'none':
      return pValues.slice();
    case 'bonferroni':
      return pValues.map((value) => Math.min(1, value * count));
    case 'holm':
    case 'benjamini-hochberg': {
      const order = Int32Array.from(pValues.keys()).sort((a, b) => pValues[a]! - pValues[b]! || a - b);
      const adjusted = new Float64Array(count);
      let bound = adjustment === 'holm' ? 0 : 1;
      for (let step = 0; step < count; step++) {
        const rank = adjustment === 'holm' ? step : count - 1 - step;
        const value = pValues[order[rank]!]!;
        bound =
          adjustment === 'holm'
            ? Math.max(bound, Math.min(1, value * (count - rank)))
            : Math.min(bound, (value * count) / (rank + 1));
        adjusted[order[rank]!] = bound;
      }
      return adjusted;
    }
  }
}
