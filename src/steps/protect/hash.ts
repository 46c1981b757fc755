import { quoteName } from '../../sql/quote';
import { columns, number } from '../field';
import { toStep } from '../step';
import { toReplaced } from '../write';
import { checkSalt, salt, toDigest } from './salt';

/** Each value as digits that stay the same for the same value, and lead back to it for nobody. */
export const hash = toStep({
  step: 'hash',
  family: 'protect',
  fields: {
    columns: columns(),
    salt,
    // 128 bits: among a billion values no two come to be the same
    length: number({ otherwise: 32, min: 16, max: 64, whole: true }),
  },
  check: ({ salt: name }) => checkSalt(name),
  make({ columns: names, salt: name, length }, context) {
    const toHash = (column: string) => {
      const digest = toDigest(name, `CAST(${quoteName(column)} AS VARCHAR)`);
      return length === 64 ? digest : `left(${digest}, ${length})`;
    };
    return toReplaced(context, Object.fromEntries(names.map((column) => [column, toHash(column)])));
  },
});
