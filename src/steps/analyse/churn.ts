import type { Note } from '../../lib/note';
import { quoteName } from '../../sql/quote';
import type { Value } from '../../table/column';
import { choice } from '../field';
import { toStep } from '../step';
import { toLeftOutNotes, toLeftOutSql, toOwnTable } from './own';
import type { Stay } from './stays';
import { checkStay, suggestStay, toStayFields, toStays } from './stays';

interface Settings extends Stay {
  readonly unit: string;
}

/** How many of those who are there at the start of a period are gone at its end. */
export const churn = toStep({
  step: 'churn',
  family: 'analyse',
  fields: {
    ...toStayFields(),
    unit: choice(['month', 'week', 'quarter', 'year']),
    per: choice(['calendar', 'age']),
  },
  suggest: ({ columns: all }) => suggestStay(all),
  check: checkStay,
  ask(settings, { from }) {
    const isCounted = settings.per === 'calendar' ? 'is_whole' : 'true';
    const found = [
      `100 * (1 - sum(kept) FILTER (${isCounted}) / nullif(sum(at_start) FILTER (${isCounted}), 0))`,
      `100 * arg_max(churn_rate, period) FILTER (${isCounted})`,
      `CAST(max(period) FILTER (${isCounted} AND churn_rate IS NOT NULL) AS VARCHAR)`,
      '100 * arg_min(churn_rate, period)',
      `(SELECT count(*) FILTER (NOT (${FORWARDS})) FROM (\n${toStays(settings, from)}\n))`,
      toLeftOutSql(from, `isfinite(${quoteName(settings.start)})`),
    ];
    return `SELECT ${found.join(', ')}\nFROM (\n${toSql(settings, from)}\n)`;
  },
  make(settings, { from, found }) {
    const [rate, last, period, first, backwards] = found.map(([value]) => value);
    const notes: Note[] = [];
    if (rate !== null && rate !== undefined)
      notes.push({
        why: `churn-${settings.per}-${settings.unit}`,
        params: { rate: toShort(rate), last: toShort(last), period: String(period), first: toShort(first) },
      });
    if (backwards) notes.push({ why: 'survival-backwards', params: { count: Number(backwards) } });
    notes.push(...toLeftOutNotes(found));
    return { sql: toSql(settings, from), notes, columns: settings.per === 'calendar' ? byCalendar : byAge };
  },
});

/** A share in percent as a sentence has it. */
const toShort = (percent: Value | undefined) => Math.round(Number(percent) * 10) / 10;

const counts = ['at_start', 'gone', 'kept'].map((name) => ({ name, type: 'BIGINT' }));
const byAge = [{ name: 'period', type: 'BIGINT' }, ...counts, { name: 'churn_rate', type: 'DOUBLE' }];
const byCalendar = [
  { name: 'period', type: 'DATE' },
  ...['at_start', 'joined', 'gone', 'at_end', 'kept'].map((name) => ({ name, type: 'BIGINT' })),
  { name: 'churn_rate', type: 'DOUBLE' },
  { name: 'is_whole', type: 'BOOLEAN' },
];

const FORWARDS = 'began <= coalesce(ended, today)';

function toSql(settings: Settings & { readonly per: string }, from: string): string {
  const stays = toOwnTable(from, 'stays');
  const rows = `WITH ${stays} AS (\nSELECT *\nFROM (\n${toStays(settings, from)}\n)\nWHERE ${FORWARDS}\n)`;
  return `${rows}${settings.per === 'calendar' ? toCalendar(settings.unit, stays) : toAges(settings.unit, stays)}`;
}

/** By the periods of the calendar. */
function toCalendar(unit: string, stays: string): string {
  const first = (day: string) => `CAST(date_trunc('${unit}', ${day}) AS DATE)`;
  return [
    ', joins AS (',
    `  SELECT ${first('began')} AS period, count(*) AS joined FROM ${stays} GROUP BY period`,
    '), leaves AS (',
    `  SELECT ${first('ended')} AS period, count(*) AS gone, count(*) FILTER (${first('began')} < ${first('ended')}) AS lost`,
    `  FROM ${stays} WHERE ended IS NOT NULL GROUP BY period`,
    '), grid AS (',
    `  SELECT CAST(unnest(range(${first('min(began)')}, ${first('max(today)')} + INTERVAL 1 DAY, INTERVAL 1 ${unit})) AS DATE) AS period,`,
    `    max(today) AS today FROM ${stays}`,
    '), moves AS (',
    '  SELECT period, today, coalesce(joined, 0) AS joined, coalesce(gone, 0) AS gone, coalesce(lost, 0) AS lost',
    '  FROM grid LEFT JOIN joins USING (period) LEFT JOIN leaves USING (period)',
    '), counted AS (',
    '  SELECT *, sum(joined - gone) OVER (ORDER BY period) AS at_end FROM moves',
    ')',
    'SELECT period, CAST(at_end - joined + gone AS BIGINT) AS at_start, joined, gone, CAST(at_end AS BIGINT) AS at_end,',
    '  CAST(at_end - joined + gone - lost AS BIGINT) AS kept, lost / nullif(at_end - joined + gone, 0) AS churn_rate,',
    `  today >= period + INTERVAL 1 ${unit} - INTERVAL 1 DAY AS is_whole`,
    'FROM counted',
    'ORDER BY period',
  ].join('\n');
}

/** By periods since each began: those alone are counted of whom the whole period has been seen. */
function toAges(unit: string, stays: string): string {
  return [
    ', ages AS (',
    `  SELECT datesub('${unit}', began, today + 1) AS seen, datesub('${unit}', began, ended) AS stayed, count(*) AS many`,
    `  FROM ${stays} GROUP BY ALL`,
    `), grid AS (SELECT unnest(range(max(seen))) AS period FROM ages)`,
    'SELECT period, CAST(sum(many) AS BIGINT) AS at_start, CAST(coalesce(sum(many) FILTER (stayed = period), 0) AS BIGINT) AS gone,',
    '  CAST(coalesce(sum(many) FILTER (stayed IS NULL OR stayed > period), 0) AS BIGINT) AS kept,',
    '  coalesce(sum(many) FILTER (stayed = period), 0) / sum(many) AS churn_rate',
    'FROM grid JOIN ages ON seen > period AND (stayed IS NULL OR stayed >= period)',
    'GROUP BY period',
    'ORDER BY period',
  ].join('\n');
}
