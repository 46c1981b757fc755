import { flag } from '../../field';
import { toStep } from '../../step';
import { toFolded } from '../reading/fold';
import { checkFields, checkNames, toChecked } from './check';

const LOCAL = `[\\p{L}\\d!#$%&''*+/=?^_\`{|}~-]+(?:[.][\\p{L}\\d!#$%&''*+/=?^_\`{|}~-]+)*`;
// no count of letters: the engine takes 3 s to prepare one of classes as large as these
const LABEL = '[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?';

/** E-mail addresses. Before the @ case may mean something, though hardly ever does. */
export const email = toStep({
  step: 'email',
  family: 'clean',
  fields: { ...checkFields, lower: flag(true) },
  check: checkNames,

  make({ lower, ...settings }, context) {
    return toChecked(settings, context, {
      stages: [
        () => ({
          // “Anna <anna@x.com>;”
          address: `regexp_extract(${toFolded('$it')}, '(?i)^(?:mailto:|[^<>@]*<)?([^<>,; ]+@[^<>,; ]+?)>?[,;.]?$', 1)`,
        }),
      ],
      value: `CASE WHEN length($address) <= 254 AND regexp_full_match($address, '${LOCAL}@(?:${LABEL}[.])+\\p{L}[\\p{L}\\d-]*\\p{L}') THEN ${
        lower
          ? 'lower($address)'
          : `split_part($address, '@', 1) || '@' || lower(split_part($address, '@', 2))`
      } END`,
    });
  },
});
