import { quoteText } from '../../sql/quote';
import type { Part } from './part';
import { toQuoting } from './part';

/** The score of each aspect. */
export function toScores(part: Part): string {
  const { words } = part;
  const { f, from } = toQuoting(part);
  const order = Object.values(words.kinds).map((kind, at) => `WHEN ${quoteText(kind)} THEN ${at}`);
  return `SELECT ${f('kind')}, ${f('score')}
FROM (
  SELECT ${quoteText(words.kinds.complete)} AS ${f('kind')}, round(100.0 * sum(${f('filled')}) / nullif(sum(${f('rows')}), 0), 1) AS ${f('score')}
  FROM ${from('columns')}
  UNION ALL
  SELECT ${f('kind')}, round(100 * avg(1 - ${f('found')} / nullif(${f('looked')}, 0)), 1)
  FROM ${from('checks')}
  WHERE ${f('kind')} <> ${quoteText(words.kinds.complete)}
  GROUP BY 1
)
ORDER BY CASE ${f('kind')} ${order.join(' ')} END`;
}

/** How much of each column can be used. */
export function toStates(part: Part): string {
  const { words } = part;
  const { f, from } = toQuoting(part);
  const isWrong = `${f('kind')} = ${quoteText(words.kinds.valid)} OR ${f('check')} = ${quoteText(words.checks.implausible)}`;
  const isMissing = `${f('check')} = ${quoteText(words.checks.missing)}`;
  const found = (is: string) => `CAST(coalesce(sum(${f('found')}) FILTER (${is}), 0) AS BIGINT)`;
  return `SELECT ${f('column')}, unnest([${Object.values(words.states).map(quoteText).join(', ')}]) AS ${f('state')},
  unnest([total - wrong - missing, wrong, missing]) AS ${f('rows')}
FROM (
  SELECT ${f('column')}, ${found(isWrong)} AS wrong, ${found(isMissing)} AS missing, min(check_no) AS check_no
  FROM ${from('checks')}
  WHERE ${f('column')} <> ${quoteText(words.wholeRow)}
  GROUP BY 1
), (SELECT count(*) AS total FROM ${from('once')})
ORDER BY check_no`;
}

/** Rows that say again what another says, each with that one. */
export function toDoubles(part: Part): string {
  const { checks, roles } = part;
  const { q, f, from } = toQuoting(part);
  const at = (is: string) => checks.findIndex((check) => check.is === is);
  const same = roles.includes('key')
    ? `CASE WHEN check_no = ${at('repeated')} THEN min(${f('row')}) OVER (PARTITION BY check_no, ${q('key')}) ELSE ${f('first')} END`
    : f('first');
  const key = roles.includes('key') ? [q('key')] : [];
  const shown = [f('row'), `same_row AS ${f('first')}`, f('check'), ...key];
  return `SELECT ${shown.join(', ')}
FROM (
  SELECT *, ${same} AS same_row
  FROM ${from('faults')}
  JOIN (SELECT check_no, ${f('check')} FROM ${from('checks')}) USING (check_no)
  JOIN ${from('read')} USING (${f('row')})
  WHERE check_no IN (${[at('again'), ...(roles.includes('key') ? [at('repeated')] : [])].join(', ')})
)
WHERE same_row <> ${f('row')}
ORDER BY 1`;
}

/** What the texts say, in one row. */
export function toFigures(part: Part): string {
  const { words, roles } = part;
  const { q, f, from } = toQuoting(part);
  const found = (is: string) =>
    `(SELECT CAST(coalesce(sum(${f('found')}), 0) AS BIGINT) FROM ${from('checks')} WHERE ${f('check')} = ${quoteText(is)})`;
  const shared = (['email', 'phone'] as const)
    .filter((role) => roles.includes(role))
    .map((role) => `${q(role)} IS NOT NULL AND count(*) OVER (PARTITION BY ${q(role)}) > 1`);
  const t = (sign: keyof typeof words.joint) => quoteText(words.joint[sign]);
  const lines = [
    `(SELECT round(avg(${f('score')}), 1) FROM ${from('scores')}) AS score`,
    `(SELECT count(*) FROM ${from('read')}) AS rows`,
    `(SELECT count(*) FROM ${from('columns')}) AS columns`,
    `(SELECT count(DISTINCT ${f('row')}) FROM ${from('faults')}) AS faulty`,
    `(SELECT round(100.0 * sum(${f('missing')}) / nullif(sum(${f('rows')}), 0), 1) FROM ${from('columns')}) AS missing`,
    `${found(words.checks.again)} AS again`,
    `${found(words.checks.repeated)} AS repeated`,
    `coalesce((
    SELECT concat(${f('check')}, ${t('is')}, ${f('column')}, ${t('begin')}, ${f('found')}, ${t('end')})
    FROM ${from('checks')} WHERE ${f('found')} > 0 ORDER BY ${f('found')} DESC, check_no LIMIT 1
  ), ${quoteText(words.nothingWrong)}) AS first`,
    ...(shared.length > 0
      ? [
          `(SELECT count(*) FROM (SELECT ${shared.map((is) => `(${is})`).join(' OR ')} AS is_shared FROM ${from('once')}) WHERE is_shared) AS shared`,
        ]
      : []),
    ...(roles.includes('figure')
      ? [
          `${found(words.checks.outlier)} AS outliers`,
          `(SELECT round(coalesce(usual_low, least_seen), 2) FROM ${from('limits')}) AS low`,
          `(SELECT round(coalesce(usual_high, most_seen), 2) FROM ${from('limits')}) AS high`,
        ]
      : []),
  ];
  return `SELECT *, faulty / nullif(rows, 0) AS share
FROM (
  SELECT
    ${lines.join(',\n    ')}
)`;
}

/** The rows with something to mend, and what. */
export function toMend(part: Part): string {
  const { words, roles } = part;
  const { q, f, from } = toQuoting(part);
  const t = (sign: keyof typeof words.joint) => quoteText(words.joint[sign]);
  const key = roles.includes('key') ? [q('key')] : [];
  const what = `${f('column')} || ${t('is')} || ${f('check')} || CASE WHEN ${f('value')} <> '' THEN ${t('begin')} || ${f('value')} || ${t('end')} ELSE '' END`;
  return `SELECT ${[f('row'), ...key, f('check'), f('faults')].join(', ')}
FROM (
  SELECT ${f('row')}, string_agg(${what}, ${t('next')} ORDER BY check_no) AS ${f('check')}, count(*) AS ${f('faults')}
  FROM ${from('faults')}
  JOIN (SELECT check_no, ${f('check')}, ${f('column')} FROM ${from('checks')}) USING (check_no)
  GROUP BY 1
)
JOIN ${from('read')} USING (${f('row')})
ORDER BY ${f('faults')} DESC, ${f('row')}`;
}
