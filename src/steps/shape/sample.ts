import { quoteName } from '../../sql/quote';
import { choice, columns, maybeNumber, number } from '../field';
import { toStep } from '../step';
import { toNames, toOwnName } from '../write';
import { toPicked } from './picked';

/** Rows drawn at random, the same ones each time; of all rows, or as many of each group. */
export const sample = toStep({
  step: 'sample',
  family: 'shape',
  fields: {
    size: choice(['rows', 'percent']),
    rows: number({ otherwise: 1000, min: 1, whole: true, when: ({ size }) => size === 'rows' }),
    percent: number({ otherwise: 10, min: 0.001, max: 100, when: ({ size }) => size === 'percent' }),
    by: columns({ optional: true }),
    seed: maybeNumber({ min: 0, max: 4294967295, whole: true }),
  },

  make({ size, rows, percent, by, seed }, context) {
    const toDraw = (row: string) => `hash(${row}, ${seed ?? context.seed})`;
    if (by.length > 0)
      return toPicked(context, ({ row, rows: numbered }) => {
        const groups = `PARTITION BY ${toNames(by)}`;
        const most = size === 'rows' ? `${rows}` : `ceil(${percent} * in_group / 100)`;
        const counted = size === 'rows' ? '' : `, count(*) OVER (${groups}) AS in_group`;
        return [
          `SELECT ${row} FROM (`,
          `  SELECT ${row}, row_number() OVER (${groups} ORDER BY ${toDraw(row)}, ${row}) AS place${counted}`,
          `  FROM ${numbered}`,
          `)\nWHERE place <= ${most}`,
        ].join('\n');
      });
    if (size === 'rows')
      return toPicked(
        context,
        ({ row, rows: numbered }) =>
          `SELECT ${row} FROM ${numbered}\nORDER BY ${toDraw(row)}, ${row}\nLIMIT ${rows}`,
      );
    const { from, columns: all } = context;
    const row = quoteName(toOwnName(all, 'row_no'));
    const numbers = `SELECT row_number() OVER () AS ${row} FROM ${from}`;
    return {
      sql: [
        `SELECT * EXCLUDE (${row})`,
        `FROM (SELECT *, row_number() OVER () AS ${row} FROM ${from})`,
        `WHERE ${toDraw(row)} <= (SELECT quantile_disc(${toDraw(row)}, ${percent / 100}) FROM (${numbers}))`,
      ].join('\n'),
      columns: all,
      readsTwice: true,
    };
  },
});
