import { toFamily } from '../../../table/column';
import { toStep } from '../../step';
import { checkFields, checkNames, toBare, toChecked } from './check';

/** Chinese postcodes: six digits. One that was read as a number has lost the zero that it began with. */
export const postcode = toStep({
  step: 'postcode',
  family: 'clean',
  fields: checkFields,
  check: checkNames,
  make: (settings, context) =>
    toChecked(settings, context, {
      stages: [
        ({ type }) => ({
          code:
            toFamily(type) === 'number'
              ? `lpad($it, CAST(greatest(6, length($it)) AS INTEGER), '0')`
              : toBare('$it'),
        }),
      ],
      value: `CASE WHEN regexp_full_match($code, '[0-8]\\d{5}') AND $code[1:2] <> '00' THEN $code END`,
    }),
});
