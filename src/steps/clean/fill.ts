import { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { SettingsOf } from '../field';
import { choice, columns, value } from '../field';
import { checkGiven, toGivenSql } from '../given';
import type { Sort } from '../order';
import { order, toOrder } from '../order';
import type { Made, StepContext } from '../step';
import { toStep } from '../step';
import { findColumn, toGrouped, toNames, toOwnName, toReplaced, toWindowed } from '../write';

const aggregates = { mean: 'avg', median: 'median', mode: 'mode', least: 'min', greatest: 'max' };

const fields = {
  columns: columns(),
  with: choice(['value', 'previous', 'next', 'mean', 'median', 'mode', 'least', 'greatest', 'line']),
  value: value({ when: (settings) => settings.with === 'value' }),
  by: columns({ optional: true, when: (settings) => settings.with !== 'value' }),
  order: order({ when: (settings) => ['previous', 'next', 'line'].includes(String(settings.with)) }),
};

type Settings = SettingsOf<typeof fields>;

/** Something in the place of what is missing. */
export const fill = toStep({
  step: 'fill',
  family: 'clean',
  fields,

  check({ columns: names, with: what, value: given }, { columns: all }) {
    if (what === 'line') return checkNumbers(names, all);
    if (what !== 'value') return undefined;
    for (const name of names) {
      const problem = checkGiven(given, findColumn(all, name)!);
      if (problem) return problem;
    }
    return undefined;
  },

  make(settings, context) {
    const made = toFilled(settings, context);
    return keepsTypes(settings, context) ? { ...made, columns: context.columns } : made;
  },
});

function toFilled(settings: Settings, context: StepContext): Made {
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
      return toWindowed(context, {
        reads: toReads(settings),
        write: (row) => ({
          set: toSet((name) => `${quoteName(name)}, ${toNeighbour(settings, name, row)}`),
        }),
      });
    case 'line':
      return toLine(settings, context);
    default:
      return toGrouped(context, {
        by,
        values: Object.fromEntries(
          names.map((name, at) => [`fill_${at + 1}`, toAggregate(what, findColumn(context.columns, name)!)]),
        ),
        write: (read) => ({
          set: Object.fromEntries(
            names.map((name, at) => [name, `coalesce(it.${quoteName(name)}, ${read(`fill_${at + 1}`)})`]),
          ),
        }),
      });
  }
}

/** Whether it is certain that a filled column has the type that it had. */
function keepsTypes(
  { columns: names, with: what, value: given }: Settings,
  { columns: all }: StepContext,
): boolean {
  if (what !== 'value') return !['mean', 'median', 'line'].includes(what);
  return (
    typeof given === 'string' && names.every((name) => /^(VARCHAR|DOUBLE)$/.test(findColumn(all, name)!.type))
  );
}

/** The engine rounds the median of decimals to their places: of 1.1 and 1.2, to 1.1. */
function toAggregate(what: keyof typeof aggregates, { name, type }: Column): string {
  const it = quoteName(name);
  const isDecimal = what === 'median' && type.startsWith('DECIMAL');
  return `${aggregates[what]}(${isDecimal ? `CAST(${it} AS DOUBLE)` : it})`;
}

interface Ordered {
  readonly by: readonly string[];
  readonly order: readonly Sort[];
}

function checkNumbers(names: readonly string[], all: readonly Column[]): Problem | undefined {
  const other = names.find((name) => toFamily(findColumn(all, name)!.type) !== 'number');
  if (other === undefined) return undefined;
  const { type } = findColumn(all, other)!;
  return new Problem('step-family', { params: { column: other, type } });
}

function toNeighbour(settings: Ordered & { with: string }, name: string, row: string): string {
  return settings.with === 'previous'
    ? toLast(settings, quoteName(name), row)
    : toNext(settings, quoteName(name), row);
}

function toReads({ columns: names, by, order: sorts }: Ordered & { columns: readonly string[] }): string[] {
  return [...names, ...by, ...sorts.map(({ column }) => column)];
}

/** Points on the line between the two neighbours that are there; nothing before the first of them and after the last. */
function toLine(settings: Ordered & { columns: readonly string[] }, context: StepContext): Made {
  const { columns: all } = context;
  const own = (name: string) => quoteName(toOwnName(all, name));
  const place = own('place');
  const lines = settings.columns.map((name, at) => {
    const it = quoteName(name);
    const known = `CASE WHEN ${it} IS NOT NULL THEN ${place} END`;
    const [last, next] = [own(`last_${at + 1}`), own(`next_${at + 1}`)];
    const [begin, end] = [own(`begin_${at + 1}`), own(`end_${at + 1}`)];
    const share = `coalesce((${place} - ${begin}) / nullif(${end} - ${begin}, 0), 0.5)`;
    return {
      name,
      sql: `coalesce(${it}, ${last} + (${next} - ${last}) * ${share})`,
      toEnds: (row: string) => [
        `${toLast(settings, it, row)} AS ${last}`,
        `${toNext(settings, it, row)} AS ${next}`,
        `${toLast(settings, known, row)} AS ${begin}`,
        `${toNext(settings, known, row)} AS ${end}`,
      ],
    };
  });
  return toWindowed(context, {
    reads: toReads(settings),
    write: () => ({ set: Object.fromEntries(lines.map(({ name, sql }) => [name, sql])) }),
    rows: (numbered, row) =>
      [
        '',
        `    SELECT *,\n      ${lines.flatMap(({ toEnds }) => toEnds(row)).join(',\n      ')}`,
        `    FROM (SELECT *, ${toPosition(settings, all, row)} AS ${place} FROM (${numbered}))`,
        '  ',
      ].join('\n'),
  });
}

/** Where a row stands: by the one number or date that orders the rows, else by its place among them. */
function toPosition({ by, order: sorts }: Ordered, all: readonly Column[], row: string): string {
  const [only] = sorts;
  const column = only && sorts.length === 1 ? findColumn(all, only.column)! : undefined;
  const family = column && toFamily(column.type);
  if (column && family === 'number') return `CAST(${quoteName(column.name)} AS DOUBLE)`;
  if (column && family === 'date' && column.type !== 'TIME' && column.type !== 'INTERVAL')
    return `epoch(${quoteName(column.name)})`;
  if (sorts.length === 0 && by.length === 0) return `CAST(${row} AS DOUBLE)`;
  return `CAST(row_number() OVER (${toPartition({ by, order: sorts }, row)}) AS DOUBLE)`;
}

function toLast(ordered: Ordered, it: string, row: string): string {
  return `last_value(${it} IGNORE NULLS) OVER (${toPartition(ordered, row)} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
}

function toNext(ordered: Ordered, it: string, row: string): string {
  return `first_value(${it} IGNORE NULLS) OVER (${toPartition(ordered, row)} ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)`;
}

function toPartition({ by, order: sorts }: Ordered, row: string): string {
  const groups = by.length > 0 ? `PARTITION BY ${toNames(by)} ` : '';
  return `${groups}ORDER BY ${sorts.length > 0 ? `${toOrder(sorts)}, ${row}` : row}`;
}
