import type { quality as Words } from '../../i18n/templates/quality.en';
import { quoteName, quoteText } from '../../sql/quote';

type W = typeof Words;
export type Kind = keyof W['kinds'];
export type CheckName = keyof W['checks'];

/** Something that can be wrong with a row. */
export interface Check {
  kind: Kind;
  is: CheckName;
  /** The column that it is about; of the whole row there is none. */
  column?: string;
  /** The tables and the condition by which rows are found. */
  from: string;
  where: string;
  /** What stands there, as text. */
  value: string;
  /** How many rows were looked at. */
  looked: string;
}

type Fields = W['fields'];

/** A row for each fault of a row. */
export function toFaults(checks: readonly Check[], { row, value }: Pick<Fields, 'row' | 'value'>): string {
  return checks
    .map(
      (
        check,
        at,
      ) => `SELECT ${at} AS check_no, ${quoteName(row)}, CAST(${check.value} AS VARCHAR) AS ${quoteName(value)}
FROM ${check.from}
WHERE ${check.where}`,
    )
    .join('\nUNION ALL\n');
}

/** A row for each check, with how many rows it looked at and found, and what helps. */
export function toChecks(
  checks: readonly Check[],
  faults: string,
  { kinds, checks: said, todo, fields, wholeRow }: W,
): string {
  const f = (field: keyof Fields) => quoteName(fields[field]);
  const rows = checks.map(
    ({ kind, is, column, looked }, at) =>
      `  (${at}, ${[kinds[kind], said[is], column ?? wholeRow, todo[is]].map(quoteText).join(', ')}, ${looked})`,
  );
  return `SELECT
  all_checks.check_no,
  kind AS ${f('kind')},
  said AS ${f('check')},
  about AS ${f('column')},
  looked AS ${f('looked')},
  coalesce(found, 0) AS ${f('found')},
  round(100.0 * coalesce(found, 0) / nullif(looked, 0), 1) AS ${f('share')},
  todo AS ${f('todo')}
FROM (VALUES
${rows.join(',\n')}
) AS all_checks(check_no, kind, said, about, todo, looked)
LEFT JOIN (SELECT check_no, count(*) AS found FROM ${quoteName(faults)} GROUP BY check_no) AS counted ON counted.check_no = all_checks.check_no
ORDER BY all_checks.check_no`;
}
