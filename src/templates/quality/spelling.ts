import { quoteName, quoteText } from '../../sql/quote';
import { toFolded } from '../../steps/clean/reading/fold';

/** Most of a column's rows are of one script from this share on, so that another one stands out. */
const MOST = 0.8;

/** What stays of a name where it does not matter how it is written: `ＢＥＩＪＩＮＧ ` is `beijing`, 北京市 is 北京. */
export function toNameKey(text: string): string {
  const plain = `regexp_replace(lower(strip_accents(${toFolded(text)})), '[^\\p{L}\\p{N}]+', '', 'g')`;
  return `coalesce(nullif(regexp_replace(${plain}, '^(\\p{Han}{2,})[市省]$', '\\1'), ''), ${text})`;
}

export interface SpellingNames {
  column: string;
  value: string;
  rows: string;
  usual: string;
  state: string;
}

export interface SpellingOptions {
  from: string;
  columns: readonly string[];
  fields: SpellingNames;
  ways: Readonly<Record<'usual' | 'spelling' | 'script', string>>;
}

/** Every way in which a thing is written, with the most frequent one of the same thing. */
export function toSpellings({ from, columns, fields, ways }: SpellingOptions): string {
  const f = (field: keyof SpellingNames) => quoteName(fields[field]);
  const told = columns.map(
    (
      column,
    ) => `SELECT ${quoteText(column)} AS col, CAST(${quoteName(column)} AS VARCHAR) AS told, count(*) AS n
  FROM ${quoteName(from)}
  WHERE ${quoteName(column)} IS NOT NULL
  GROUP BY ALL`,
  );
  return `WITH told AS (
  ${told.join('\n  UNION ALL\n  ')}
), keyed AS (
  SELECT *, ${toNameKey('told')} AS key,
    regexp_matches(told, '\\p{Han}') AS is_han,
    regexp_matches(told, '\\p{Latin}') AND NOT regexp_matches(told, '\\p{Han}') AS is_latin
  FROM told
), named AS (
  SELECT *, first_value(told) OVER (PARTITION BY col, key ORDER BY n DESC, told) AS usual,
    sum(n) FILTER (is_han) OVER (PARTITION BY col) / sum(n) OVER (PARTITION BY col) AS han,
    sum(n) FILTER (is_latin) OVER (PARTITION BY col) / sum(n) OVER (PARTITION BY col) AS latin
  FROM keyed
)
SELECT
  col AS ${f('column')},
  told AS ${f('value')},
  n AS ${f('rows')},
  usual AS ${f('usual')},
  CASE
    WHEN is_latin AND han >= ${MOST} OR is_han AND latin >= ${MOST} THEN ${quoteText(ways.script)}
    WHEN told <> usual THEN ${quoteText(ways.spelling)}
    ELSE ${quoteText(ways.usual)}
  END AS ${f('state')}
FROM named
ORDER BY 1, 3 DESC, 2`;
}
