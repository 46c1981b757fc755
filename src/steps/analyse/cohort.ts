import type { Note } from '../../lib/note';
import { quoteName } from '../../sql/quote';
import { choice, column } from '../field';
import { toStep } from '../step';
import { toLeftOutNotes, toLeftOutSql, toOwnTable, toVisited } from './own';
import { checkDay, suggestVisits } from './suggested';

/** Of those who first came in the same period, how many come again in each period after it. */
export const cohort = toStep({
  step: 'cohort',
  family: 'analyse',
  fields: {
    customer: column(),
    date: column({ families: ['date'] }),
    unit: choice(['month', 'week', 'quarter', 'day']),
  },
  suggest: ({ columns: all, column: chosen }) => suggestVisits(all, chosen),
  check: checkDay,
  ask(settings, { from }) {
    return [
      'SELECT count(*) FILTER (period = 0), sum(size) FILTER (period = 0),',
      `  100 * sum(customers) FILTER (period = 1) / sum(size) FILTER (period = 1), ${toLeftOutSql(from, toVisited(settings))}`,
      `FROM (${toSql(settings, from)})`,
    ].join('\n');
  },
  make(settings, { from, found }) {
    const [cohorts, customers, share] = found.map(([value]) => value);
    const notes: Note[] = [];
    if (share !== null && share !== undefined)
      notes.push({
        why: 'cohort-found',
        params: { cohorts: Number(cohorts), customers: Number(customers), share: Number(share) },
      });
    notes.push(...toLeftOutNotes(found));
    return {
      sql: toSql(settings, from),
      notes,
      columns: [
        { name: 'cohort', type: 'DATE' },
        { name: 'period', type: 'BIGINT' },
        { name: 'size', type: 'BIGINT' },
        { name: 'customers', type: 'BIGINT' },
        { name: 'share', type: 'DOUBLE' },
      ],
    };
  },
});

interface Settings {
  readonly customer: string;
  readonly date: string;
  readonly unit: string;
}

function toSql({ customer, date, unit }: Settings, from: string): string {
  const visits = toOwnTable(from, 'visits');
  return [
    `WITH ${visits} AS (`,
    `  SELECT DISTINCT ${quoteName(customer)} AS who, CAST(date_trunc('${unit}', ${quoteName(date)}) AS DATE) AS seen`,
    `  FROM ${from}`,
    `  WHERE ${toVisited({ customer, date })}`,
    `), firsts AS (SELECT who, min(seen) AS cohort FROM ${visits} GROUP BY who),`,
    'sizes AS (SELECT cohort, count(*) AS size FROM firsts GROUP BY cohort),',
    'grid AS (',
    `  SELECT cohort, size, unnest(range(date_diff('${unit}', cohort, (SELECT max(seen) FROM ${visits})) + 1)) AS period`,
    '  FROM sizes',
    '), counts AS (',
    `  SELECT cohort, date_diff('${unit}', cohort, seen) AS period, count(*) AS customers`,
    `  FROM ${visits} JOIN firsts USING (who) GROUP BY ALL`,
    ')',
    'SELECT cohort, period, size, coalesce(customers, 0) AS customers, coalesce(customers, 0) / size AS share',
    'FROM grid LEFT JOIN counts USING (cohort, period)',
    'ORDER BY cohort, period',
  ].join('\n');
}
