import { quoteName, quoteText } from '../../sql/quote';
import { choice, columns, number } from '../field';
import { toStep } from '../step';
import { findColumn, toOwnName } from '../write';
import { checkSalt, salt, toSecretShare } from './salt';

const DECIMAL = /^DECIMAL\((\d+),\s*(\d+)\)$/;

/** Numbers moved by chance, up or down alike, so that sums and means stay near. */
export const noise = toStep({
  step: 'noise',
  family: 'protect',
  fields: {
    columns: columns({ families: ['number'] }),
    by: choice(['share', 'amount']),
    percent: number({ otherwise: 10, min: 1e-6, max: 100, when: ({ by }) => by === 'share' }),
    amount: number({ otherwise: 1, min: 0, when: ({ by }) => by === 'amount' }),
    salt,
  },
  check: ({ salt: name }) => checkSalt(name),

  make({ columns: names, by, percent, amount, salt: name }, { from, columns: all, seed }) {
    const row = quoteName(toOwnName(all, 'row_no'));
    const set = [...new Set(names)].map((one) => {
      const it = quoteName(one);
      // who has a shared workbook has its seed too, and could take the noise away again but for the salt
      const share = toSecretShare(name, `${quoteText(`|${seed}|${one}|`)} || ${row}`);
      const drawn = `(2 * ${share} - 1)`;
      const moved =
        by === 'share'
          ? `CAST(${it} AS DOUBLE) * (1 + ${drawn} * ${percent / 100})`
          : `CAST(${it} AS DOUBLE) + ${drawn} * ${amount}`;
      return `${toTyped(moved, findColumn(all, one)!.type)} AS ${it}`;
    });
    return {
      sql: `SELECT * EXCLUDE (${row}) REPLACE (\n  ${set.join(',\n  ')}\n)\nFROM (SELECT *, row_number() OVER () AS ${row} FROM ${from})`,
      changes: [...new Set(names)],
      sameRows: true,
    };
  },
});

/** Whole numbers stay whole and decimals keep their digits, in a type that what comes out fits into. */
function toTyped(sql: string, type: string): string {
  if (type === 'DOUBLE' || type === 'FLOAT') return `CAST(${sql} AS ${type})`;
  const decimal = DECIMAL.exec(type);
  if (decimal) return `CAST(${sql} AS DECIMAL(${Math.min(38, Number(decimal[1]) + 3)}, ${decimal[2]}))`;
  return `CAST(round(${sql}) AS ${/HUGEINT|UBIGINT/.test(type) ? 'HUGEINT' : 'BIGINT'})`;
}
