import { quoteText } from '../../sql/quote';
import type { Part } from './part';

/** The tickets that are looked at, with what their times and marks mean. */
export function toShown({ has, n, q, f, from }: Part): string {
  const opened = `CAST(${q('opened')} AS TIMESTAMP)`;
  const added = [
    ...(has['response'] ? [`${q('response')} <= $${n.target} AS ${f('inTime')}`] : []),
    ...(has['satisfaction'] ? [`${q('satisfaction')} >= $${n.content} AS ${f('content')}`] : []),
    ...(has['resolution']
      ? [`${opened} + to_minutes(CAST(round(60 * ${q('resolution')}) AS BIGINT)) AS ${f('solved')}`]
      : []),
  ];
  const chosen = (input: string, column: string) =>
    `(len($${input}) = 0 OR list_contains($${input}, CAST(${column} AS VARCHAR)))`;
  const conditions = [
    ...(has['category'] ? [chosen(n.categories, q('category'))] : []),
    ...(has['channel'] ? [chosen(n.channels, q('channel'))] : []),
  ];
  return [
    `SELECT ${[`* REPLACE (${opened} AS ${q('opened')})`, ...added].join(',\n  ')}`,
    `FROM ${from('clean')}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join('\n  AND ')}`] : []),
  ].join('\n');
}

/** Without a last month that is not over, unless there is no other. */
export function toWholeMonths(table: string, date: string): string {
  return `-- the last month counts once it is over, but for a day
SELECT *
FROM ${table}
WHERE ${date} < (
  SELECT greatest(
    date_trunc('month', max(${date}) + INTERVAL 2 DAY),
    date_trunc('month', min(${date})) + INTERVAL 1 MONTH
  )
  FROM ${table}
)`;
}

export function toMonths({ has, q, f, from }: Part): string {
  const values = [
    `CAST(date_trunc('month', ${q('opened')}) AS DATE) AS ${f('month')}`,
    `count(*) AS ${f('tickets')}`,
    ...(has['response']
      ? [
          `median(${q('response')}) AS ${f('response')}`,
          `quantile_cont(${q('response')}, 0.9) AS ${f('slow')}`,
          `round(100 * avg(CAST(${f('inTime')} AS INTEGER)), 1) AS ${f('inTimeShare')}`,
        ]
      : []),
    ...(has['resolution'] ? [`median(${q('resolution')}) AS ${f('resolution')}`] : []),
    ...(has['satisfaction'] ? [`round(avg(${q('satisfaction')}), 2) AS ${f('satisfaction')}`] : []),
  ];
  return `SELECT\n  ${values.join(',\n  ')}\nFROM ${from('whole')}\nGROUP BY 1\nORDER BY 1`;
}

/** Every whole week, what the weeks around it let one expect, and what is left open. */
export function toWeeks({ has, q, f, from }: Part): string {
  const week = (date: string) => `date_trunc('week', ${date})`;
  const solved = `,
  CAST(sum(tickets - solved) OVER (ORDER BY week) AS BIGINT) AS ${f('open')}`;
  const closings = `, closings AS (
  SELECT ${week(f('solved'))} AS week, count(*) AS solved
  FROM ${from('shown')}
  GROUP BY 1
)`;
  return `WITH span AS (
  SELECT
    ${week(`min(${q('opened')})`)} AS first,
    greatest(${week(`max(${q('opened')}) + INTERVAL 1 DAY`)}, ${week(`min(${q('opened')})`)} + INTERVAL 7 DAY) AS until
  FROM ${from('shown')}
), weeks AS (
  SELECT unnest(generate_series(first, until - INTERVAL 1 DAY, INTERVAL 7 DAY)) AS week FROM span
), openings AS (
  SELECT ${week(q('opened'))} AS week, count(*) AS tickets
  FROM ${from('shown')}
  GROUP BY 1
)${has['resolution'] ? closings : ''}, counted AS (
  SELECT week, coalesce(tickets, 0) AS tickets${has['resolution'] ? ', coalesce(solved, 0) AS solved' : ''}
  FROM weeks
  LEFT JOIN openings USING (week)${has['resolution'] ? '\n  LEFT JOIN closings USING (week)' : ''}
), compared AS (
  SELECT *, median(tickets) OVER (ORDER BY week ROWS BETWEEN 6 PRECEDING AND 6 FOLLOWING) AS usual
  FROM counted
)
SELECT
  CAST(week AS DATE) AS ${f('week')},
  tickets AS ${f('tickets')},
  usual AS ${f('usual')},
  -- counts differ by chance by about their root
  tickets > usual + 3 * sqrt(usual) AS ${f('peak')}${has['resolution'] ? solved : ''}
FROM compared
ORDER BY 1`;
}

export function toFigures({ has, q, f, from }: Part): string {
  const last = `(SELECT max(${f('month')}) FROM ${from('months')})`;
  const of = (month: string) =>
    `(SELECT ${f('tickets')} FROM ${from('months')} WHERE ${f('month')} = ${month})`;
  const change = (before: number) =>
    `round(100 * (${of(last)} / ${of(`${last} - INTERVAL ${before} MONTH`)} - 1), 1)`;
  const share = (flag: string) => `round(100 * avg(CAST(${flag} AS INTEGER)), 1)`;
  const mark = (condition: string) => `round(avg(${q('satisfaction')}) FILTER (${condition}), 2)`;
  const values = [
    'count(*) AS tickets',
    `CAST(min(${q('opened')}) AS DATE) AS first`,
    `CAST(max(${q('opened')}) AS DATE) AS last`,
    `(SELECT strftime(max(${f('month')}), '%Y-%m') FROM ${from('months')}) AS month`,
    `${of(last)} AS month_tickets`,
    `${change(1)} AS change`,
    `${change(12)} AS year_change`,
    ...(has['response'] ? [`median(${q('response')}) AS response`, `${share(f('inTime'))} AS in_time`] : []),
    ...(has['resolution']
      ? [
          `round(median(${q('resolution')}), 1) AS resolution`,
          `count(*) FILTER (${q('resolution')} IS NULL) AS open`,
        ]
      : []),
    ...(has['satisfaction']
      ? [
          `count(${q('satisfaction')}) AS rated`,
          `${share(f('content'))} AS content`,
          `round(avg(${q('satisfaction')}), 2) AS satisfaction`,
        ]
      : []),
    ...(has['satisfaction'] && has['response']
      ? [`${mark(f('inTime'))} AS mark_in_time`, `${mark(`NOT ${f('inTime')}`)} AS mark_late`]
      : []),
  ];
  return `SELECT\n  ${values.join(',\n  ')}\nFROM ${from('shown')}`;
}

/** As many tickets in each bar, whatever the times are like. */
export function toFifths({ q, f, from }: Part): string {
  const bound = (of: 'min' | 'max') => `CAST(round(${of}(${q('response')})) AS BIGINT)`;
  return `SELECT
  fifth || ': ' || ${bound('min')} || '–' || ${bound('max')} AS ${f('wait')},
  round(avg(${q('satisfaction')}), 2) AS ${f('satisfaction')},
  count(*) AS ${f('tickets')}
FROM (
  SELECT *, ntile(5) OVER (ORDER BY ${q('response')}) AS fifth
  FROM ${from('shown')}
  WHERE ${q('response')} IS NOT NULL AND ${q('satisfaction')} IS NOT NULL
)
GROUP BY fifth
ORDER BY fifth`;
}

export function toAgents({ has, q, f, from }: Part): string {
  const values = [
    `${q('agent')}`,
    `count(*) AS ${f('tickets')}`,
    ...(has['response']
      ? [
          `median(${q('response')}) AS ${f('response')}`,
          `round(100 * avg(CAST(${f('inTime')} AS INTEGER)), 1) AS ${f('inTimeShare')}`,
        ]
      : []),
    ...(has['resolution'] ? [`round(median(${q('resolution')}), 1) AS ${f('resolution')}`] : []),
    ...(has['satisfaction'] ? [`round(avg(${q('satisfaction')}), 2) AS ${f('satisfaction')}`] : []),
  ];
  return `SELECT\n  ${values.join(',\n  ')}\nFROM ${from('shown')}\nGROUP BY 1\nORDER BY 2 DESC, 1`;
}

export function toOpen({ has, q, f, from }: Part): string {
  const told = (['ticket', 'opened', 'category', 'channel', 'agent'] as const).filter((role) => has[role]);
  return `SELECT
  ${told.map(q).join(', ')},
  date_diff('day', ${q('opened')}, (SELECT max(${q('opened')}) FROM ${from('clean')})) AS ${f('days')}
FROM ${from('shown')}
WHERE ${q('resolution')} IS NULL
ORDER BY ${q('opened')}`;
}

export function toTextRows({ q, from }: Part): string {
  return `SELECT CAST(${q('text')} AS VARCHAR) AS text\nFROM ${from('shown')}\nWHERE ${q('text')} IS NOT NULL`;
}

/** What texts are compared by. Those of all categories: the words of one that is chosen alone are typical of nothing. */
export function toGroupedTexts({ has, words, q, f, from }: Part): string {
  const [group, table] = has['category']
    ? [`CAST(${q('category')} AS VARCHAR)`, from('clean')]
    : [
        `CASE WHEN ${f('content')} THEN ${quoteText(words.content)} WHEN NOT ${f('content')} THEN ${quoteText(words.discontent)} END`,
        from('shown'),
      ];
  return `SELECT CAST(${q('text')} AS VARCHAR) AS text, ${group} AS "group"\nFROM ${table}\nWHERE ${q('text')} IS NOT NULL`;
}

/** The most frequent, without single letters and those that nearly always stand in a longer one that is there too. */
export function toTopWords({ f, from }: Part): string {
  return `WITH frequent AS (
  SELECT word, texts FROM ${from('words')} WHERE length(word) > 1 ORDER BY texts DESC, word LIMIT 200
)
SELECT word AS ${f('word')}, texts AS ${f('texts')}
FROM frequent
WHERE NOT EXISTS (
  SELECT 1
  FROM frequent AS longer
  WHERE longer.word <> frequent.word
    AND contains(longer.word, frequent.word)
    AND longer.texts >= 0.8 * frequent.texts
)
ORDER BY 2 DESC, 1
LIMIT 15`;
}

export function toContactFigures({ contacts, q, from }: Part): string {
  const timed = contacts!.columns['duration']
    ? `,
  count(${q('duration')}) AS timed,
  median(${q('duration')}) AS duration,
  round(sum(${q('duration')}) / 3600, 1) AS hours`
    : '';
  return `SELECT
  count(*) AS contacts,
  CAST(min(${q('contacted')}) AS DATE) AS first,
  CAST(max(${q('contacted')}) AS DATE) AS last${timed}
FROM ${from('contacts')}`;
}

/** The words that set each group apart, the surest first. */
export function toTypical({ f, from }: Part): string {
  return `SELECT "group" AS ${f('group')}, string_agg(word, ' · ' ORDER BY z DESC) AS ${f('typical')}
FROM (
  SELECT *
  FROM ${from('keywords')}
  WHERE length(word) > 1
  QUALIFY row_number() OVER (PARTITION BY "group" ORDER BY z DESC) <= 8
)
GROUP BY 1
ORDER BY count(*) DESC, 1`;
}
