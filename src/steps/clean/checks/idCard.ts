import { flag } from '../../field';
import { toStep } from '../../step';
import { checkFields, checkNames, toBare, toChecked } from './check';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const PROVINCES = '1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91';
const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';

/** Seventeen digits times their weights: taken apart as a number, which is five times as fast as letter by letter. */
const SUM = WEIGHTS.map((weight, at) => `$digits // ${10n ** BigInt(16 - at)} % 10 * ${weight}`).join(' + ');

const parts = {
  _birth: `TRY_CAST(concat_ws('-', $body[7:10], $body[11:12], $body[13:14]) AS DATE)`,
  _sex: `CASE WHEN CAST($body[17] AS INTEGER) % 2 = 1 THEN 'M' ELSE 'F' END`,
  _region: `$body[1:6]`,
};

/** Chinese identity cards: the check digit of GB 11643-1999; those of 15 digits get the century and the digit that they lack. */
export const idCard = toStep({
  step: 'idCard',
  family: 'clean',
  fields: { ...checkFields, parts: flag(false) },
  check: ({ parts: wanted, ...settings }, context) =>
    checkNames(settings, context, wanted ? Object.keys(parts) : []),

  make({ parts: wanted, ...settings }, context) {
    return toChecked(settings, context, {
      stages: [
        () => ({ card: toBare('$it') }),
        () => ({
          body: `CASE WHEN regexp_full_match($card, '(?:${PROVINCES})\\d{4}(?:18|19|20)\\d{2}${DAY}\\d{3}[\\dX]') THEN $card[1:17]
    WHEN regexp_full_match($card, '(?:${PROVINCES})\\d{6}${DAY}\\d{3}') THEN $card[1:6] || '19' || $card[7:15] END`,
        }),
        () => ({ digits: `CAST($body AS BIGINT)` }),
        () => ({ check: `'10X98765432'[(${SUM}) % 11 + 1]` }),
      ],
      value: `CASE WHEN ($card[18] = $check OR length($card) = 15) AND ${parts._birth} IS NOT NULL THEN $body || $check END`,
      ...(wanted && { parts }),
    });
  },
});
