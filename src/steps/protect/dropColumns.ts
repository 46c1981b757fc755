import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import { columns } from '../field';
import { toStep } from '../step';
import { toNames } from '../write';

/** The table without some columns. */
export const dropColumns = toStep({
  step: 'dropColumns',
  family: 'protect',
  fields: { columns: columns() },
  check({ columns: names }, { columns: all }) {
    const left = all.filter(({ name }) => !names.some((one) => isSameName(one, name)));
    return left.length === 0 ? new Problem('step-misfit', { params: { why: 'drop-all' } }) : undefined;
  },
  make: ({ columns: names }, { from, columns: all }) => ({
    sql: `SELECT * EXCLUDE (${toNames([...new Set(names)])})\nFROM ${from}`,
    sameRows: true,
    columns: all.filter(({ name }) => !names.some((one) => isSameName(one, name))),
  }),
});
