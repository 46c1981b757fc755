import { Problem } from '../../lib/problem';
import { quoteName } from '../../sql/quote';
import { column, columns, number } from '../field';
import { toStep } from '../step';
import { findColumn, toReplaced } from '../write';
import { checkSalt, salt, toSecretShare } from './salt';

/** Dates moved by as many days for all of a person, so that the time between two of them stays. */
export const shiftDates = toStep({
  step: 'shiftDates',
  family: 'protect',
  fields: {
    columns: columns({ families: ['date'] }),
    person: column(),
    days: number({ otherwise: 30, min: 1, max: 3650, whole: true }),
    salt,
  },

  check({ columns: names, salt: name }, { columns: all }) {
    for (const one of names) {
      const { type } = findColumn(all, one)!;
      if (!/^(DATE|TIMESTAMP(_S|_MS)?)$/.test(type))
        return new Problem('step-family', { params: { column: one, type } });
    }
    return checkSalt(name);
  },

  make({ columns: names, person, days, salt: name }, context) {
    const share = toSecretShare(name, `coalesce(CAST(${quoteName(person)} AS VARCHAR), '')`);
    const drawn = `CAST(floor(${share} * ${2 * days}) AS INTEGER)`;
    // from -days to days, and never 0, which would leave a person's dates as they are
    const shift = `(${drawn} - CASE WHEN ${drawn} < ${days} THEN ${days} ELSE ${days - 1} END)`;
    const write = (one: string) => {
      const it = quoteName(one);
      const { type } = findColumn(context.columns, one)!;
      const moved = type === 'DATE' ? `${it} + ${shift}` : `CAST(${it} + to_days(${shift}) AS ${type})`;
      return `CASE WHEN isfinite(${type === 'DATE' ? it : `CAST(${it} AS TIMESTAMP)`}) THEN ${moved} ELSE ${it} END`;
    };
    return toReplaced(context, Object.fromEntries(names.map((one) => [one, write(one)])));
  },
});
