import type { Value } from '../../table/column';
import { BETWEEN } from './questions';
import type { Suggestion } from './suggestion';

/** More than these would be no help to look through. */
const MOST_GROUPS = 300;

/** What the groups of texts that are alike come to, a column each. The most frequent way is the one proposed. */
export function judgeSpellings(
  names: readonly string[],
  groups: readonly (readonly Value[])[],
  looked: number,
): Suggestion[] {
  const [nths = [], all = [], most = [], ways = [], written = [], chosen = []] = groups;
  return names.flatMap((name, nth): Suggestion[] => {
    const rows = nths.flatMap((value, row) => (Number(value) === nth ? [row] : []));
    if (rows.length === 0) return [];
    const merged = rows.slice(0, MOST_GROUPS).map((row) => {
      const to = String(chosen[row]);
      const others = String(written[row])
        .split(BETWEEN)
        .filter((one) => one !== to);
      return { to, from: others };
    });
    const first = rows[0]!;
    return [
      {
        why: 'spellings',
        columns: [name],
        count: rows.reduce((sum, row) => sum + Number(all[row]) - Number(most[row]), 0),
        looked,
        example: String(chosen[first]),
        params: {
          ways: Number(ways[first]),
          groups: rows.length,
          written: String(written[first]).split(BETWEEN).slice(0, 4).join(', '),
        },
        step: { step: 'merge', column: name, groups: merged },
      },
    ];
  });
}
