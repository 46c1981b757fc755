import { quoteName } from '../../sql/quote';
import type { StepContext } from '../step';
import type { JoinSettings } from './join';
import { toKeys } from './keys';

/** What a join would do, as its question's one row has it. */
export interface Forecast {
  /** Rows here with a row there, and without. */
  matched: number;
  unmatched: number;
  /** Rows there that no row here has. */
  unmatchedOther: number;
  /** Rows here that have several there, and the most that one has. */
  multiplied: number;
  most: number;
  /** Rows that come of it. */
  after: number;
}

/** A query of one row, whose columns are those of a `Forecast`. It counts keys on both sides, and reads no other column. */
export function toForecast(settings: JoinSettings, context: StepContext): string {
  const keys = toKeys(settings, context);
  const toCounts = (side: 'left' | 'right', from: string) => {
    const values = keys.map((key, at) => `${key.toSql(side)} AS key_${at + 1}`);
    return `(SELECT ${values.join(', ')}, count(*) AS n FROM ${from} GROUP BY ALL)`;
  };
  const on = keys.map((_, at) => `here.key_${at + 1} = there.key_${at + 1}`);
  const toOne = (name: string, what: string, where?: string) =>
    `CAST(coalesce(${what}${where ? ` FILTER (WHERE ${where})` : ''}, 0) AS BIGINT) AS ${quoteName(name)}`;
  return [
    'SELECT',
    `  ${[
      toOne('matched', 'sum(here.n)', 'there.n IS NOT NULL'),
      toOne('unmatched', 'sum(here.n)', 'there.n IS NULL'),
      toOne('unmatchedOther', 'sum(there.n)', 'here.n IS NULL'),
      toOne('multiplied', 'sum(here.n)', 'there.n > 1'),
      toOne('most', 'max(there.n)', 'here.n IS NOT NULL'),
      toOne('after', `sum(${toAfter(settings)})`),
    ].join(',\n  ')}`,
    `FROM ${toCounts('left', context.from)} AS here`,
    `FULL JOIN ${toCounts('right', quoteName(settings.table))} AS there`,
    `  ON ${on.join(' AND ')}`,
  ].join('\n');
}

/** How many rows come of a key that stands `here.n` and `there.n` times. */
function toAfter({ how, several }: JoinSettings): string {
  const matches = several === 'first' ? 'sign(there.n)' : 'there.n';
  switch (how) {
    case 'inner':
      return `here.n * ${matches}`;
    case 'left':
      return `here.n * coalesce(${matches}, 1)`;
    case 'full':
      return 'coalesce(here.n, 1) * coalesce(there.n, 1)';
    case 'semi':
      return 'CASE WHEN there.n IS NOT NULL THEN here.n END';
    case 'anti':
      return 'CASE WHEN there.n IS NULL THEN here.n END';
  }
}
