import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { SettingsOf } from '../field';
import { choice, column, columns, text } from '../field';
import { checkNewName } from '../settings';
import { toStep } from '../step';
import { findColumn, toNames, toOwnName } from '../write';
import { isMoment } from './moments';
import { toNumbered } from './numbered';

/** Rows that a few far dates would make by accident: a day for each of 10,000 customers over 27 years is ten times as much. */
const MOST_ROWS = 10_000_000;
const LONG = ['week', 'month', 'quarter', 'year'];

const fields = {
  column: column({ families: ['date'] }),
  every: choice(['day', 'week', 'month', 'quarter', 'year', 'hour']),
  by: columns({ optional: true }),
  range: choice(['group', 'all'], { when: ({ by }) => Array.isArray(by) && by.length > 0 }),
  place: choice(['first', 'last'], { when: ({ every }) => LONG.includes(String(every)) }),
  fill: choice(['missing', 'previous', 'zero']),
  mark: text({ is: 'name', optional: true }),
};

type Settings = SettingsOf<typeof fields>;

/** A row for each day, week or month that has none. */
export const fillDates = toStep({
  step: 'fillDates',
  family: 'shape',
  fields,
  suggest: ({ columns: all, column: name = all.find(({ type }) => isMoment(type))?.name }) =>
    name === undefined ? {} : { column: name },

  check({ column: of, every, by, mark }, { columns: all }) {
    const { name, type } = findColumn(all, of)!;
    if (!isMoment(type) || (every === 'hour' && type === 'DATE'))
      return new Problem('step-family', { params: { column: name, type } });
    if (by.some((one) => isSameName(one, of)))
      return new Problem('step-misfit', { params: { why: 'dates-by', column: of } });
    return mark === '' ? undefined : checkNewName(all, mark);
  },

  ask(settings, { from, columns }) {
    const names = toOwnNames(columns);
    const spans = toSpans(settings, toPeriods(settings, { from, period: names.period }), names);
    return `SELECT sum(date_diff('${settings.every}', ${names.start}, ${names.stop}) + 1)\nFROM (\n${spans}\n)`;
  },

  make(settings, { from, columns: all, found }) {
    const { column: of, every, by, fill, mark } = settings;
    const count = Number(found[0]?.[0] ?? 0);
    if (count > MOST_ROWS)
      throw new Problem('step-misfit', { params: { why: 'dates-many', count, most: MOST_ROWS } });
    const own = (name: string) => quoteName(toOwnName(all, name));
    const [row, isNew] = [own('row_no'), own('is_new')];
    const names = toOwnNames(all);
    const { period, start, stop } = names;
    const date = quoteName(of);
    const keys = by.map((name) => `${quoteName(name)}, `).join('');
    const { type } = findColumn(all, of)!;
    const periods = toPeriods(settings, { from, period });
    const spans = toSpans(settings, periods, names);
    const isFilled = ({ name, type: columnType }: Column) =>
      fill !== 'missing' &&
      ![of, ...by].some((one) => isSameName(one, name)) &&
      (fill === 'previous' || toFamily(columnType) === 'number');
    const toFilled = ({ name, type: columnType }: Column) => {
      const it = quoteName(name);
      const put = fill === 'zero' ? `CAST(0 AS ${columnType})` : `last_value(${it} IGNORE NULLS) OVER so_far`;
      return `CASE WHEN ${isNew} THEN ${put} ELSE ${it} END AS ${it}`;
    };
    const filled = all.filter(isFilled).map(toFilled);
    const replaced = filled.length > 0 ? ` REPLACE (\n    ${filled.join(',\n    ')}\n  )` : '';
    const shown = [`* EXCLUDE (${row}, ${isNew})${replaced}`];
    if (mark !== '') shown.push(`${isNew} AS ${quoteName(mark)}`);
    const partition = by.length > 0 ? `PARTITION BY ${toNames(by)} ` : '';
    return {
      sql: [
        `SELECT\n  ${shown.join(',\n  ')}`,
        'FROM (',
        `  SELECT *, false AS ${isNew} FROM (${toNumbered(from, row)})`,
        '  UNION ALL BY NAME',
        `  SELECT ${keys}CAST(${toPlace(settings, period)} AS ${type}) AS ${date}, true AS ${isNew}`,
        '  FROM (',
        `    SELECT ${keys}unnest(generate_series(${start}, ${stop}, ${toInterval(every)})) AS ${period}`,
        `    FROM (${spans})`,
        '    EXCEPT',
        `    SELECT * FROM ${periods}`,
        '  )',
        ')',
        ...(fill === 'previous'
          ? [
              `WINDOW so_far AS (${partition}ORDER BY ${date}, ${row} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`,
            ]
          : []),
        `ORDER BY ${keys}${date}, ${row}`,
      ].join('\n'),
      readsTwice: true,
      ...(mark === '' && { columns: all }),
    };
  },
});

function toPeriods(
  { column: of, every, by }: Settings,
  { from, period }: { from: string; period: string },
): string {
  const keys = by.map((name) => `${quoteName(name)}, `).join('');
  return `(SELECT ${keys}CAST(date_trunc('${every}', ${quoteName(of)}) AS TIMESTAMP) AS ${period} FROM ${from})`;
}

/** Names that no column has, so that those of the groups can stand beside them. */
function toOwnNames(columns: readonly Column[]) {
  const own = (name: string) => quoteName(toOwnName(columns, name));
  return { period: own('period'), start: own('start'), stop: own('stop') };
}

/** From when to when each group has dates, or all of them together. */
function toSpans(
  { by, range }: Settings,
  periods: string,
  { period, start, stop }: ReturnType<typeof toOwnNames>,
): string {
  const ends = `min(${period}) AS ${start}, max(${period}) AS ${stop}`;
  const rest = `FROM ${periods} WHERE isfinite(${period})`;
  if (by.length === 0) return `SELECT ${ends} ${rest}`;
  if (range === 'all')
    return `SELECT * FROM (SELECT DISTINCT ${toNames(by)} FROM ${periods}) CROSS JOIN (SELECT ${ends} ${rest})`;
  return `SELECT ${toNames(by)}, ${ends} ${rest} GROUP BY ${toNames(by)}`;
}

function toInterval(every: Settings['every']): string {
  return every === 'quarter' ? 'INTERVAL 3 MONTH' : `INTERVAL 1 ${every.toUpperCase()}`;
}

function toPlace({ every, place }: Settings, period: string): string {
  return place === 'last' && LONG.includes(every)
    ? `${period} + ${toInterval(every)} - INTERVAL 1 DAY`
    : period;
}
