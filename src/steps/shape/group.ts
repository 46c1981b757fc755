import { Problem } from '../../lib/problem';
import { toFreeName } from '../../lib/freeName';
import { isSameName } from '../../sql/name';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Loose } from '../field';
import { choice, column, list, number, text } from '../field';
import type { Sort } from '../order';
import { order, toOrder } from '../order';
import { toStep } from '../step';
import { findColumn, toOwnName } from '../write';
import type { Summary } from './summaries';
import { isOrdered, summaries, summaryFamilies, toSummarySql } from './summaries';

const units = ['value', 'year', 'quarter', 'month', 'week', 'day', 'hour'] as const;

type Unit = (typeof units)[number];

interface Settings {
  by: readonly { readonly column: string; readonly unit: Unit }[];
  values: readonly Asked[];
  order: readonly Sort[];
}

interface Asked {
  readonly function: Summary;
  readonly column: string;
  readonly quantile: number;
  readonly name: string;
}

const rowsCounted: readonly Asked[] = [{ function: 'count', column: '', quantile: 0, name: '' }];

/** One row for each group of rows, with what their values come to. */
export const group = toStep({
  step: 'group',
  family: 'shape',
  fields: {
    by: list({ column: column(), unit: choice(units) }, { optional: true }),
    values: list(
      {
        function: choice(summaries),
        column: column({ optional: true, when: (settings) => settings.function !== 'count' }),
        quantile: number({
          otherwise: 0.9,
          min: 0,
          max: 1,
          when: (settings) => settings.function === 'quantile',
        }),
        name: text({ is: 'name', optional: true }),
      },
      { optional: true },
    ),
    order: order({
      when: ({ values }) => (values as readonly Loose[]).some((it) => isOrdered(it.function as Summary)),
    }),
  },
  suggest: ({ column: name }) => ({
    ...(name !== undefined && { by: [{ column: name }] }),
    values: [{ function: 'count' }],
  }),

  check({ by, values, order: sorts }, { columns }) {
    for (const { column: name, unit } of by) {
      const { type } = findColumn(columns, name)!;
      if (unit !== 'value' && !/^(DATE$|TIMESTAMP(_S|_MS|_NS)?$)/.test(type))
        return new Problem('step-family', { params: { column: name, type } });
    }
    for (const { function: summary, column: name } of values) {
      const problem = checkSummary(summary, findColumn(columns, name));
      if (problem) return problem;
    }
    const { names, wanted } = toNames({ by, values, order: sorts });
    const taken = wanted.find(
      (name, at) => name !== '' && names.some((other, place) => place !== at && isSameName(other, name)),
    );
    return taken === undefined ? undefined : new Problem('step-name', { params: { name: taken } });
  },

  make(settings, { from, columns }) {
    const { by, order: sorts } = settings;
    const values = settings.values.length > 0 ? settings.values : rowsCounted;
    const row = quoteName(toOwnName(columns, 'row_no'));
    const { names } = toNames(settings);
    const written = [
      ...by.map((key) => toUnitSql(key)),
      ...values.map((asked) =>
        toSummarySql(asked.function, findColumn(columns, asked.column), {
          quantile: asked.quantile,
          row,
          order: sorts.length > 0 ? toOrder(sorts) : undefined,
        }),
      ),
    ].map((sql, at) => (sql === quoteName(names[at]!) ? sql : `${sql} AS ${quoteName(names[at]!)}`));
    const isNumbered = values.some(({ function: summary }) => isOrdered(summary));
    const places = by.map((_, at) => at + 1).join(', ');
    return {
      sql: [
        `SELECT\n  ${written.join(',\n  ')}`,
        `FROM ${isNumbered ? `(SELECT *, row_number() OVER () AS ${row} FROM ${from})` : from}`,
        ...(by.length > 0 ? [`GROUP BY ${places}\nORDER BY ${places}`] : []),
      ].join('\n'),
    };
  },
});

function checkSummary(summary: Summary, of: Column | undefined): Problem | undefined {
  if (!of) {
    const isFree = summary === 'count' || summary === 'share';
    return isFree ? undefined : new Problem('step-required', { params: { setting: 'column' } });
  }
  const families = summaryFamilies[summary];
  return families && !families.includes(toFamily(of.type))
    ? new Problem('step-family', { params: { column: of.name, type: of.type } })
    : undefined;
}

function toUnitSql({ column: name, unit }: Settings['by'][number]): string {
  const it = quoteName(name);
  switch (unit) {
    case 'value':
      return it;
    case 'year':
      return `year(${it})`;
    case 'hour':
      return `date_trunc('hour', ${it})`;
    default:
      return `CAST(date_trunc('${unit}', ${it}) AS DATE)`;
  }
}

/** The names of all columns, and those that are not to be changed. */
function toNames({ by, values: asked }: Settings): { names: string[]; wanted: string[] } {
  const values = asked.length > 0 ? asked : rowsCounted;
  const wanted = [
    ...by.map(({ column: name, unit }) => (unit === 'value' ? name : '')),
    ...values.map(({ name }) => name),
  ];
  const plain = [
    ...by.map(({ column: name, unit }) => (unit === 'value' ? name : `${name}_${unit}`)),
    ...values.map((one) =>
      one.function === 'count' || one.column === '' ? one.function : `${one.function}_${one.column}`,
    ),
  ];
  const names: string[] = [];
  for (const [at, name] of plain.entries())
    names.push(wanted[at] === '' ? toFreeName(name, [...names, ...wanted]) : wanted[at]!);
  return { names, wanted };
}
