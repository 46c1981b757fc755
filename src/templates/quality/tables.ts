import { quoteName } from '../../sql/quote';
import { toIsBlank } from './blank';
import type { Role } from './checks';
import { toAsOf } from './checks';
import type { Part } from './part';
import { toIsPlausible, toQuoting } from './part';

/** Above these, different values are counted about: to know each of them takes more memory than there may be. */
const MOST_EXACT = 500_000;
/** Of fewer numbers nobody can say which is far from the others. */
const LEAST_NUMBERS = 8;
/** Names that no column has: a row as one value, and its number. */
const WHOLE = '"its whole row"';
const NUMBER = '"its number"';

/** The columns with a role by their own names, with the number of each row, and whether it repeats one before it. */
export function toNumbered(part: Part): string {
  const { given, roles, n } = part;
  const { q, f } = toQuoting(part);
  const taken = roles.map((role) => `${quoteName(given.columns[role]!.name)} AS ${q(role)}`);
  const read = roles.map((role) =>
    given.columns[role]!.type === 'VARCHAR'
      ? `CASE WHEN NOT ${toIsBlank(q(role), n.blanks)} THEN ${q(role)} END AS ${q(role)}`
      : q(role),
  );
  return `SELECT
  ${[`${NUMBER} AS ${f('row')}`, `row_number() OVER (PARTITION BY ${WHOLE} ORDER BY ${NUMBER}) > 1 AS ${f('again')}`, `min(${NUMBER}) OVER (PARTITION BY ${WHOLE}) AS ${f('first')}`, ...read].join(',\n  ')}
FROM (
  SELECT ${[`row_number() OVER () AS ${NUMBER}`, `${WHOLE}`, ...taken].join(', ')}
  FROM ${quoteName(given.source)} AS ${WHOLE}
)
ORDER BY ${NUMBER}`;
}

/** The steps that say what is of its form. */
export function toReading(part: Part) {
  const { columns, roles, unread } = part;
  const named = (role: Role) => [columns[role]!];
  return [
    ...(roles.includes('email') ? [{ step: 'email', columns: named('email'), invalid: 'flag' }] : []),
    ...(roles.includes('phone') ? [{ step: 'phone', columns: named('phone'), invalid: 'flag' }] : []),
    ...unread.map((role) =>
      role === 'date'
        ? { step: 'dates', columns: named(role), to: 'moment', failing: 'beside' }
        : { step: 'convert', columns: named(role), failing: 'beside' },
    ),
  ];
}

/** Of every column of the table how much is there. */
export function toColumns(part: Part): string {
  const { given, n } = part;
  const { f } = toQuoting(part);
  return `SELECT
  col AS ${f('column')},
  count(*) AS ${f('rows')},
  count(*) FILTER (NOT is_missing) AS ${f('filled')},
  count(*) FILTER (is_missing) AS ${f('missing')},
  round(100.0 * count(*) FILTER (is_missing) / count(*), 1) AS ${f('missingShare')},
  CASE
    WHEN max(total) <= ${MOST_EXACT} THEN count(DISTINCT told) FILTER (NOT is_missing AND total <= ${MOST_EXACT})
    ELSE approx_count_distinct(told) FILTER (NOT is_missing)
  END AS ${f('different')}
FROM (
  SELECT col, told, total, ${toIsBlank('told', n.blanks)} AS is_missing
  FROM (
    SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (SELECT DISTINCT * FROM ${quoteName(given.source)})
  ) UNPIVOT INCLUDE NULLS (told FOR col IN (*)), (SELECT count(*) AS total FROM ${quoteName(given.source)})
)
GROUP BY col
ORDER BY 4 DESC, 1`;
}

/** Where numbers begin to be far from the others. */
export function toLimits(part: Part): string {
  const { n } = part;
  const { q, from } = toQuoting(part);
  const limit = (log: string, plain: string) =>
    `CASE WHEN n >= ${LEAST_NUMBERS} THEN CASE WHEN is_skew THEN exp(${log}) ELSE ${plain} END END`;
  const [spreadLog, spread] = ['nullif(log3 - log1, 0)', 'nullif(q3 - q1, 0)'];
  return `SELECT
  ${limit(`log1 - $${n.times} * ${spreadLog}`, `q1 - $${n.times} * ${spread}`)} AS usual_low,
  ${limit(`log3 + $${n.times} * ${spreadLog}`, `q3 + $${n.times} * ${spread}`)} AS usual_high,
  least_seen,
  most_seen
FROM (
  SELECT
    count(*) AS n, min(v) AS least_seen, max(v) AS most_seen,
    min(v) > 0 AND avg(v) > 1.5 * median(v) AS is_skew,
    quantile_cont(v, 0.25) AS q1, quantile_cont(v, 0.75) AS q3,
    quantile_cont(ln(CASE WHEN v > 0 THEN v END), 0.25) AS log1,
    quantile_cont(ln(CASE WHEN v > 0 THEN v END), 0.75) AS log3
  FROM (SELECT CAST(${q('figure')} AS DOUBLE) AS v FROM ${from('once')})
  WHERE isfinite(v)
)`;
}

/** How many rows there are of each month. */
export function toMonths(part: Part): string {
  const { n } = part;
  const { q, f, from } = toQuoting(part);
  return `SELECT CAST(date_trunc('month', ${q('date')}) AS DATE) AS ${f('month')}, count(*) AS ${f('rows')}
FROM ${from('once')}
WHERE ${toIsPlausible(q('date'), n.asOf)}
GROUP BY 1
ORDER BY 1`;
}

/** How old the rows are, in one row. */
export function toFreshness(part: Part): string {
  const { n } = part;
  const { q, from } = toQuoting(part);
  const day = (sql: string) => `CAST(${sql}(${q('date')}) AS DATE)`;
  return `SELECT
  ${day('min')} AS first,
  ${day('max')} AS last,
  ${toAsOf(n.asOf)} AS as_of,
  date_diff('day', ${day('max')}, ${toAsOf(n.asOf)}) AS days
FROM ${from('once')}
WHERE ${toIsPlausible(q('date'), n.asOf)}`;
}
