import { columns } from '../field';
import { toStep } from '../step';
import { toNames } from '../write';

/** Which values there are: each row once, of all columns or of some. */
export const distinct = toStep({
  step: 'distinct',
  family: 'shape',
  fields: { columns: columns({ optional: true }) },
  make: ({ columns: chosen }, { from, columns: all }) => ({
    sql: `SELECT DISTINCT ${chosen.length === 0 ? '*' : toNames(chosen)}\nFROM ${from}`,
    ...(chosen.length === 0 && { columns: all }),
  }),
});
