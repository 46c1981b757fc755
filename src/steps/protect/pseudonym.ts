import { toFreeName } from '../../lib/freeName';
import { toPlain } from '../../sql/name';
import { quoteName, quoteText } from '../../sql/quote';
import { columns, text } from '../field';
import { toStep } from '../step';
import { toOwnName } from '../write';
import { checkSalt, salt, toDigest } from './salt';

/** Names such as `Customer 00017` in the place of values: one for each, the same in all of the columns. */
export const pseudonym = toStep({
  step: 'pseudonym',
  family: 'protect',
  fields: { columns: columns(), prefix: text({ otherwise: 'Person' }), salt },
  check: ({ salt: name }) => checkSalt(name),
  make({ columns: chosen, prefix, salt: name }, { from, columns: all }) {
    const names = [...new Set(chosen)];
    const table = toFreeName('names', [toPlain(from)]);
    const row = quoteName(toOwnName(all, 'row_no'));
    const toText = (column: string, of = '') => `CAST(${of}${quoteName(column)} AS VARCHAR)`;
    const values = names
      .map((column) => `SELECT DISTINCT ${toText(column)} AS v FROM ${from}`)
      .join(' UNION ');
    const numbered = `SELECT v, row_number() OVER (ORDER BY ${toDigest(name, 'v')}) AS n, count(*) OVER () AS of_n FROM (${values}) WHERE v IS NOT NULL`;
    const made = `SELECT v, ${quoteText(`${prefix} `)} || lpad(CAST(n AS VARCHAR), CAST(greatest(5, length(CAST(of_n AS VARCHAR))) AS INTEGER), '0') AS named FROM (${numbered})`;
    const set = names.map((column, at) => `name_${at + 1}.named AS ${quoteName(column)}`);
    const joins = names.map(
      (column, at) => `LEFT JOIN ${table} AS name_${at + 1} ON ${toText(column, 'it.')} = name_${at + 1}.v`,
    );
    return {
      // a join hands rows on in another order where many values share a place in its table
      sql: `WITH ${table} AS MATERIALIZED (
  ${made}
)
SELECT it.* EXCLUDE (${row}) REPLACE (${set.join(', ')})
FROM (SELECT *, row_number() OVER () AS ${row} FROM ${from}) AS it
${joins.join('\n')}
ORDER BY it.${row}`,
      changes: names,
      sameRows: true,
      readsTwice: true,
    };
  },
});
