import { choice } from '../../field';
import { toStep } from '../../step';
import { toFolded } from '../reading/fold';
import { checkFields, checkNames, toChecked } from './check';

const MOBILE = '(?:(?:[+]|00)?86)?0?(1[3-9]\\d{9})';
/** Area codes have two digits where the numbers have eight, such as 10 and 21, and three elsewhere. */
const AREA = '(10|2[0-57-9]|[3-9]\\d{2})([2-8]\\d{6,7})';
const SERVICE = '([48]00\\d{7}|9[56]\\d{3,4})';

/** Telephone numbers, in one form. */
export const phone = toStep({
  step: 'phone',
  family: 'clean',
  fields: {
    ...checkFields,
    form: choice(['national', 'spaced', 'e164']),
    home: choice(['cn', 'none']),
  },
  check: checkNames,

  make({ form, home, ...settings }, context) {
    const isHome = home === 'cn';
    const area = isHome ? `(?:(?:[+]|00)86)?0?${AREA}` : `(?:[+]|00)860?${AREA}`;
    const mobile = isHome ? MOBILE : '(?:[+]|00)86(1[3-9]\\d{9})';
    return toChecked(settings, context, {
      stages: [
        () => ({ said: toFolded('$it') }),
        () => ({
          // 010-62345678转12
          digits: `CASE WHEN regexp_full_match($said, '[-+() .–—/\\d]+(?:(?:转|轉|分机|(?i:ext)[.]?|[x#]) ?\\d{1,6})?') THEN regexp_replace(regexp_extract($said, '^[-+() .–—/\\d]+'), '[^+\\d]', '', 'g') END`,
          more: `regexp_extract($said, '(?:转|轉|分机|(?i:ext)[.]?|[x#]) ?(\\d{1,6})$', 1)`,
        }),
        () => ({
          mobile: `regexp_extract($digits, '^${mobile}$', 1)`,
          area: `CASE WHEN ${isHome ? `regexp_matches($digits, '^(?:0|[+])')` : 'true'} THEN regexp_extract($digits, '^${area}$', ['code', 'number']) END`,
          service: isHome ? `regexp_extract($digits, '^${SERVICE}$', 1)` : `''`,
          abroad: `regexp_extract($digits, '^(?:[+]|00)([1-79]\\d{6,14}|8[0-57-9]\\d{5,13})$', 1)`,
        }),
      ],
      value: `CASE WHEN $digits IS NULL THEN NULL
    WHEN $mobile <> '' THEN ${toMobile(form)}
    WHEN $area.number <> '' THEN ${toLine(form)}
    WHEN $service <> '' THEN $service
    WHEN $abroad <> '' THEN '+' || $abroad END || CASE WHEN $more = '' THEN '' ELSE 'x' || $more END`,
    });
  },
});

type Form = 'national' | 'spaced' | 'e164';

function toMobile(form: Form): string {
  if (form === 'national') return '$mobile';
  if (form === 'e164') return `'+86' || $mobile`;
  return `concat_ws(' ', $mobile[1:3], $mobile[4:7], $mobile[8:])`;
}

function toLine(form: Form): string {
  if (form === 'national') return `concat('0', $area.code, '-', $area.number)`;
  if (form === 'e164') return `concat('+86', $area.code, $area.number)`;
  return `concat('0', $area.code, ' ', $area.number[1:-5], ' ', $area.number[-4:])`;
}
