import { toComplete, toNumbers } from '../complete';
import type { Adjustment } from '../relate/adjust';
import { type CorrelationMethod, toCorrelations } from '../relate/correlations';
import type { Analysis } from '../frame';
import { MAIN } from '../../table/kept';
import { toColumnsOf } from './columns';
import { toLeftOut } from './leftOut';

export interface CorrelateSettings {
  method: CorrelationMethod;
  adjustment: Adjustment;
}

/** A row for every two columns, over the rows that have a value in all of them. */
export const analyse: Analysis<CorrelateSettings> = (frame, { method, adjustment }, { onProgress }) => {
  const complete = toComplete(frame);
  const numbers = toNumbers(complete.columns);
  const { values, pValues, size, constant } = toCorrelations(
    numbers.map((column) => column.values),
    { method, adjustment, onProgress },
  );
  const pairs = numbers.flatMap((_, one) =>
    numbers.slice(one + 1).map((_, other) => ({ one, other: one + 1 + other })),
  );
  const at = ({ one, other }: { one: number; other: number }) => one * size + other;
  const strengths = pairs.map((pair) => Math.abs(values[at(pair)] ?? 0));
  const order = pairs.map((_, place) => place).sort((a, b) => strengths[b]! - strengths[a]! || a - b);
  const sorted = order.map((place) => pairs[place]!);
  const [first] = sorted;
  const { counts, doubles, words } = toColumnsOf(sorted);
  return {
    tables: {
      [MAIN]: [
        words('column', ({ one }) => numbers[one]!.name),
        words('with', ({ other }) => numbers[other]!.name),
        doubles('correlation', (pair) => values[at(pair)]),
        doubles('p_value', (pair) => pValues[at(pair)]),
        counts('rows', () => complete.rows),
      ],
    },
    notes: [
      ...(first && values[at(first)] !== undefined
        ? [
            {
              why: values[at(first)]! < 0 ? 'correlated-against' : 'correlated',
              params: {
                one: numbers[first.one]!.name,
                other: numbers[first.other]!.name,
                value: values[at(first)]!,
                p: pValues[at(first)] ?? 1,
              },
            },
          ]
        : []),
      ...constant.map((column) => ({ why: 'constant-column', params: { column: numbers[column]!.name } })),
      ...toLeftOut(complete),
    ],
  };
};
