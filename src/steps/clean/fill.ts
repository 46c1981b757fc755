import { quoteName } from '../../sql/quote';
import { choice, columns, value } from '../field';
import { checkGiven, toGivenSql } from '../given';
import { order, toOrder } from '../order';
import { toStep } from '../step';
import { findColumn, toGrouped, toNames, toReplaced, toWindowed } from '../write';

const aggregates = { mean: 'avg', median: 'median', mode: 'mode', least: 'min', greatest: 'max' };

/** Something in the place of what is missing. */
export const fill = toStep({
  step: 'fill',
  family: 'clean',
  fields: {
    columns: columns(),
    with: choice(['value', 'previous', 'next', 'mean', 'median', 'mode', 'least', 'greatest']),
    value: value({ when: (settings) => settings.with === 'value' }),
    by: columns({ optional: true, when: (settings) => settings.with !== 'value' }),
    order: order({ when: (settings) => settings.with === 'previous' || settings.with === 'next' }),
  },

  check({ columns: names, with: what, value: given }, { columns: all }) {
    if (what !== 'value') return undefined;
    for (const name of names) {
      const problem = checkGiven(given, findColumn(all, name)!);
      if (problem) return problem;
    }
    return undefined;
  },

  make(settings, context) {
    const { columns: names, with: what, by } = settings;
    const toSet = (write: (name: string) => string) =>
      Object.fromEntries(names.map((name) => [name, `coalesce(${write(name)})`]));
    switch (what) {
      case 'value':
        return toReplaced(
          context,
          toSet(
            (name) => `${quoteName(name)}, ${toGivenSql(settings.value, findColumn(context.columns, name)!)}`,
          ),
        );
      case 'previous':
      case 'next':
        return toWindowed(context, (row) => ({
          set: toSet((name) => `${quoteName(name)}, ${toNeighbour(settings, name, row)}`),
        }));
      default:
        return toGrouped(context, {
          by,
          values: Object.fromEntries(
            names.map((name, at) => [`fill_${at + 1}`, `${aggregates[what]}(${quoteName(name)})`]),
          ),
          write: (read) => ({
            set: Object.fromEntries(
              names.map((name, at) => [name, `coalesce(it.${quoteName(name)}, ${read(`fill_${at + 1}`)})`]),
            ),
          }),
        });
    }
  },
});

function toNeighbour(
  {
    with: what,
    by,
    order: sorts,
  }: { with: string; by: readonly string[]; order: Parameters<typeof toOrder>[0] },
  name: string,
  row: string,
): string {
  const groups = by.length > 0 ? `PARTITION BY ${toNames(by)} ` : '';
  const rows = sorts.length > 0 ? `${toOrder(sorts)}, ${row}` : row;
  const [pick, frame] =
    what === 'previous'
      ? ['last_value', 'UNBOUNDED PRECEDING AND CURRENT ROW']
      : ['first_value', 'CURRENT ROW AND UNBOUNDED FOLLOWING'];
  return `${pick}(${quoteName(name)} IGNORE NULLS) OVER (${groups}ORDER BY ${rows} ROWS BETWEEN ${frame})`;
}
