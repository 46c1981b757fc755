import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { BLANK } from '../clean/reading/values';
import { toIdCardTest } from '../protect/personal/checks';
import { markers } from './suggestion';

/** What is counted of texts; `v` is one as it stands, `it` without blanks around it. */
export const textForms = {
  marker: `lower(it) IN (${markers.map(quoteText).join(', ')})`,
  spaced: `length(v) < 200 AND regexp_matches(v, '^${BLANK}|${BLANK}$|[ \\t\\x{3000}]{2}|\\x{3000}')`,
  wide: `regexp_matches(v, '[０-９Ａ-Ｚａ-ｚ]')`,
  plain: `regexp_matches(it, '^[-+]?\\d+(\\.\\d+)?$')`,
  number: `regexp_matches(it, '^\\(?[-+]?([¥￥$€£]|CNY|RMB|USD|EUR)? ?[-+]?(\\d+|\\d{1,3}([, ]\\d{3})+)(\\.\\d+)? ?(元|%|万|亿|千|¥|€|USD|CNY|RMB|EUR)?\\)?$')`,
  odd: `regexp_matches(it, '[^-+\\d.]')`,
  timed: `regexp_matches(it, '^\\d.*\\d:\\d\\d')`,
  zeros: `regexp_matches(it, '^0\\d+$')`,
  long: `regexp_matches(it, '^\\d{11,}$')`,
  dashed: `regexp_matches(it, '^\\d{4}-\\d{1,2}-\\d{1,2}([ T][\\d:.]+Z?)?$')`,
  slashed: `regexp_matches(it, '^\\d{4}/\\d{1,2}/\\d{1,2}([ T][\\d:.]+)?$')`,
  dotted: `regexp_matches(it, '^\\d{4}\\.\\d{1,2}\\.\\d{1,2}$')`,
  named: `regexp_matches(it, '^\\d{1,2}[- ]?[A-Za-z]{3,9}\\.?[- ,]*\\d{2,4}$|^[A-Za-z]{3,9}\\.? \\d{1,2},? \\d{4}$')`,
  chinese: `regexp_matches(it, '^\\d{2,4}年\\d{1,2}月\\d{1,2}[日号]$')`,
  short: `regexp_matches(it, '^\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{2}|\\d{4})$')`,
  compact: `regexp_matches(it, '^(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])$')`,
  email: `regexp_matches(it, '^[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}$')`,
  capital: `regexp_matches(it, '^[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}$') AND it <> lower(it)`,
  mobile: `regexp_matches(it, '^1[3-9]\\d{9}$')`,
  dialled: `regexp_matches(translate(it, '０１２３４５６７８９＋－', '0123456789+-'), '^((\\+|00)?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}$')`,
  idDigits: `regexp_matches(it, '^[1-9]\\d{16}[\\dXx]$')`,
  idCard: toIdCardTest('it'),
} as const;

export type TextForm = keyof typeof textForms;

/** Kinds of written days. */
export const dayForms: readonly TextForm[] = [
  'dashed',
  'slashed',
  'dotted',
  'named',
  'chinese',
  'short',
  'compact',
];

/** Between texts that come as one. */
export const BETWEEN = '\u001f';

/** One row over all rows: how many there are, then five figures a column. */
export function toCountsSql(table: string, columns: readonly Column[]): string {
  const counts = columns.flatMap(({ name, type }) => {
    const it = quoteName(name);
    const family = toFamily(type);
    const isPlain = family !== 'nested';
    return [
      `count(${it})`,
      isPlain ? `approx_count_distinct(${it})` : 'NULL',
      isPlain ? `coalesce(min(${it}) = max(${it}), false)` : 'false',
      family === 'text' && type === 'VARCHAR' ? toBlankCount(it) : '0',
      family === 'number' ? `count(*) FILTER (${it} < 0)` : '0',
    ];
  });
  return `SELECT ${['count(*)', ...counts].map((sql, at) => `${sql} AS n_${at}`).join(',\n  ')}\nFROM ${quoteName(table)}`;
}

/** Only what begins with a blank is looked at closely, which takes a tenth of the time. */
function toBlankCount(it: string): string {
  const trimmed = `trim(${it}, ${quoteText(' \t\r\n\u3000')})`;
  return `count(*) FILTER (CASE WHEN ${it} < '!' OR starts_with(${it}, '\u3000') THEN ${trimmed} = '' ELSE false END)`;
}

/** A row for each text column that has values: its place, values, different ones, their mean length, then a count and an example a form. */
export function toTextsSql(table: string, names: readonly string[], sample: number | undefined): string {
  const forms = Object.entries(textForms).flatMap(([form, sql]) => [
    `coalesce(sum(n) FILTER (${sql}), 0) AS ${form}_n`,
    `arg_max(v, n) FILTER (${sql}) AS ${form}_v`,
  ]);
  return `${toSeen(table, names, sample)}
SELECT nth, sum(n) AS present, count(*) AS different, sum(n * length(v)) / sum(n) AS mean_length,
  coalesce(string_agg(v, ${quoteText(BETWEEN)} ORDER BY n DESC, v) FILTER (${textForms.marker}), '') AS standing_for_nothing,
  ${forms.join(',\n  ')}
FROM seen
GROUP BY nth
ORDER BY nth`;
}

/** A row for each group of texts that differ only in case, blanks, marks, width, accents, or in what a city's name ends with. */
export function toSpellingsSql(table: string, names: readonly string[], sample: number | undefined): string {
  const half = `translate(it, '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ', '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')`;
  const key = `regexp_replace(regexp_replace(lower(strip_accents(${half})), '[\\s\\p{Z}\\p{P}]', '', 'g'), '^(\\p{Han}{2,})[市省]$', '\\1')`;
  const toList = (sql: string) => `string_agg(${sql}, ${quoteText(BETWEEN)} ORDER BY n DESC, v)`;
  return `${toSeen(table, names, sample)}
SELECT nth, sum(n) AS in_all, max(n) AS most, count(DISTINCT it) AS ways, ${toList('v')} AS written, arg_max(it, n) AS chosen
FROM (SELECT *, ${key} AS alike FROM seen)
WHERE alike <> ''
GROUP BY nth, alike
HAVING count(DISTINCT it) > 1
ORDER BY nth, in_all DESC, chosen`;
}

function toSeen(table: string, names: readonly string[], sample: number | undefined): string {
  const drawn = sample === undefined ? '' : ` USING SAMPLE ${sample} ROWS (reservoir, 1)`;
  const all = names.map(quoteName).join(', ');
  return `WITH drawn AS (
  SELECT ${all}
  FROM ${quoteName(table)}${drawn}
), texts AS (
  SELECT unnest(range(${names.length})) AS nth, unnest([${all}]) AS v
  FROM drawn
), seen AS MATERIALIZED (
  SELECT nth, v, regexp_replace(v, '^${BLANK}+|${BLANK}+$', '', 'g') AS it, count(*) AS n
  FROM texts
  WHERE regexp_matches(v, '[^\\s\\p{Z}]')
  GROUP BY nth, v
)`;
}

/** A row for the rows that are there again, and one for each column's values that are: how many too many, of how many values, one of them. */
export function toTwiceSql(table: string, columns: readonly Column[], keys: readonly string[]): string {
  const toRow = (what: string, shown: string, present = '') =>
    `SELECT coalesce(sum(n - 1), 0) AS too_many, count(*) AS of_values, arg_max(v, n) AS example, max(n) AS most
FROM (SELECT ${shown} AS v, count(*) AS n FROM ${quoteName(table)}${present} GROUP BY ${what} HAVING count(*) > 1)`;
  const all = columns.map(({ name }) => quoteName(name)).join(', ');
  return [
    toRow(`hash(${all})`, "''"),
    ...keys.map((name) => {
      const it = quoteName(name);
      return toRow(it, `CAST(${it} AS VARCHAR)`, ` WHERE ${it} IS NOT NULL`);
    }),
  ].join('\nUNION ALL\n');
}

/** Quartiles of numbers, of a sample where there are many rows: two a column. */
export function toQuartilesSql(table: string, names: readonly string[], sample: number): string {
  const quartiles = names.flatMap((name) =>
    [0.25, 0.75].map((share) => `quantile_disc(CAST(${quoteName(name)} AS DOUBLE), ${share})`),
  );
  return `SELECT ${quartiles.map((sql, at) => `${sql} AS q_${at}`).join(', ')}
FROM (SELECT ${names.map(quoteName).join(', ')} FROM ${quoteName(table)} USING SAMPLE ${sample} ROWS (reservoir, 1))`;
}

export interface Limits {
  name: string;
  least: number;
  most: number;
}

/** How many numbers of each column lie beyond its limits, and one of them. */
export function toBeyondSql(table: string, limits: readonly Limits[]): string {
  const counts = limits.flatMap(({ name, least, most }) => {
    const it = quoteName(name);
    const isBeyond = `isfinite(CAST(${it} AS DOUBLE)) AND NOT ${it} BETWEEN ${least} AND ${most}`;
    return [`count(*) FILTER (${isBeyond})`, `CAST(max(${it}) FILTER (${isBeyond}) AS VARCHAR)`];
  });
  return `SELECT ${counts.map((sql, at) => `${sql} AS n_${at}`).join(',\n  ')}\nFROM ${quoteName(table)}`;
}
