import { choice } from '../../field';
import { toStep } from '../../step';
import { checkFields, checkNames, toBare, toChecked } from './check';

/** Every second digit from the end counts twice, and its own digits are summed: Luhn, US patent 2950048. */
const SUM = Array.from({ length: 19 }, (_, at) => {
  const digit = `($digits // ${10n ** BigInt(at)} % 10)`;
  return at % 2 === 0 ? digit : `(${digit} * 2 - CASE WHEN ${digit} > 4 THEN 9 ELSE 0 END)`;
}).join(' + ');

/** Bank cards: 12 to 19 digits, the last of which checks the others. */
export const bankCard = toStep({
  step: 'bankCard',
  family: 'clean',
  fields: { ...checkFields, form: choice(['digits', 'groups']) },
  check: checkNames,

  make({ form, ...settings }, context) {
    return toChecked(settings, context, {
      stages: [
        () => ({ card: toBare('$it') }),
        () => ({
          digits: `CASE WHEN regexp_full_match($card, '[1-9]\\d{11,18}') THEN CAST($card AS UBIGINT) END`,
        }),
      ],
      value: `CASE WHEN (${SUM}) % 10 = 0 THEN ${form === 'digits' ? '$card' : `rtrim(regexp_replace($card, '(\\d{4})', '\\1 ', 'g'))`} END`,
    });
  },
});
