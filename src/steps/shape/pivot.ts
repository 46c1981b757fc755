import { Problem } from '../../lib/problem';
import { quoteName, quoteText } from '../../sql/quote';
import { toFamily } from '../../table/column';
import { choice, column, columns, flag } from '../field';
import { toStep } from '../step';
import { findColumn, inOrder, toNames, toOwnName } from '../write';
import { askLabels, findWords, isSpoken, toLabels, toTextSql } from './labels';

const aggregates = {
  sum: (it: string) => `sum(${it})`,
  count: () => 'count(*)',
  distinct: (it: string) => `count(DISTINCT ${it})`,
  mean: (it: string) => `avg(${it})`,
  median: (it: string) => `median(${it})`,
  least: (it: string) => `min(${it})`,
  greatest: (it: string) => `max(${it})`,
  first: (it: string) => `first(${it})`,
};
const counts = ['count', 'distinct'];

/** A table of two sides: groups down, the values of a column across, and one figure where they meet. */
export const pivot = toStep({
  step: 'pivot',
  family: 'shape',
  fields: {
    by: columns({ optional: true }),
    column: column(),
    function: choice(['sum', 'count', 'distinct', 'mean', 'median', 'least', 'greatest', 'first']),
    value: column({ when: (settings) => settings.function !== 'count' }),
    sort: choice(['value', 'first', 'frequent']),
    missing: choice(['column', 'leave-out']),
    total: flag(),
  },
  suggest({ columns: all, column: name }) {
    const across = name ?? findWords(all)?.name;
    const number = all.find((one) => one.name !== across && toFamily(one.type) === 'number')?.name;
    const others = all.filter((one) => one.name !== across && one.name !== number);
    const words = others.filter(({ type }) => type === 'VARCHAR').find(isSpoken);
    const by = (words ?? others.find(isSpoken) ?? others[0])?.name;
    return {
      ...(by !== undefined && { by: [by] }),
      column: across,
      ...(number === undefined ? { function: 'count' } : { value: number }),
    };
  },

  check({ by, column: across, function: what, value }, { columns: all }) {
    if (by.some((name) => findColumn(all, name) === findColumn(all, across)))
      return new Problem('step-misfit', { params: { why: 'pivot-both', column: across } });
    if (what === 'count') return undefined;
    const { name, type } = findColumn(all, value)!;
    const family = toFamily(type);
    const fits =
      what === 'sum' || what === 'mean'
        ? family === 'number'
        : what !== 'median' || family === 'number' || family === 'date';
    return fits ? undefined : new Problem('step-family', { params: { column: name, type } });
  },

  ask: ({ column: across, sort }, context) => askLabels(context, findColumn(context.columns, across)!, sort),

  make({ by, column: across, function: what, value, missing, total }, { from, columns: all, found }) {
    const labels = toLabels(found, { column: across, taken: total ? [...by, 'total'] : by }).filter(
      ({ text }) => text !== null || missing === 'column',
    );
    const own = (name: string) => quoteName(toOwnName(all, name));
    const [label, figure, whole] = [own('label'), own('figure'), own('is_total')];
    const keys = by.map((name) => `${quoteName(name)}, `).join('');
    const text = toTextSql(findColumn(all, across)!);
    const figures = [
      `SELECT ${keys}${label}, ${aggregates[what](quoteName(value))} AS ${figure}${total ? `, grouping(${label}) = 1 AS ${whole}` : ''}`,
      `FROM (SELECT *, ${text} AS ${label} FROM ${what === 'first' ? inOrder(from) : from})`,
      ...(missing === 'column' ? [] : [`WHERE ${label} IS NOT NULL`]),
      total
        ? `GROUP BY GROUPING SETS ((${keys}${label}), (${by.map(quoteName).join(', ')}))`
        : `GROUP BY ${keys}${label}`,
    ];
    const toFigure = (test: string, name: string) => {
      const picked = `any_value(${figure}) FILTER (WHERE ${test})`;
      return `${counts.includes(what) ? `coalesce(${picked}, 0)` : picked} AS ${quoteName(name)}`;
    };
    const isOne = total ? ` AND NOT ${whole}` : '';
    const cells = [
      ...by.map(quoteName),
      ...labels.map(({ text: one, name }) =>
        toFigure(`${label} ${one === null ? 'IS NULL' : `= ${quoteText(one)}`}${isOne}`, name),
      ),
      ...(total ? [toFigure(whole, 'total')] : []),
    ];
    if (cells.length === 0)
      throw new Problem('step-misfit', { params: { why: 'pivot-nothing', column: across } });
    return {
      sql: [
        'SELECT',
        `  ${cells.join(',\n  ')}`,
        'FROM (',
        ...figures.map((line) => `  ${line}`),
        ')',
        ...(by.length > 0 ? [`GROUP BY ${toNames(by)}`, `ORDER BY ${toNames(by)}`] : []),
      ].join('\n'),
    };
  },
});
