import type { StepKind } from '../step';
import { bankCard } from './checks/bankCard';
import { email } from './checks/email';
import { idCard } from './checks/idCard';
import { phone } from './checks/phone';
import { postcode } from './checks/postcode';
import { convert } from './convert';
import { dates } from './dates';
import { dedupe } from './dedupe';
import { dropMissing } from './dropMissing';
import { fill } from './fill';
import { near } from './near';
import { map } from './map';
import { merge } from './merge';
import { outliers } from './outliers';
import { replace } from './replace';
import { tidy } from './tidy';
import { units } from './units';
import { validate } from './validate';

/** Steps that clean, in the order in which they are offered. */
export const cleanSteps: readonly StepKind[] = [
  dedupe,
  near,
  fill,
  dropMissing,
  tidy,
  replace,
  map,
  merge,
  convert,
  dates,
  units,
  outliers,
  phone,
  email,
  postcode,
  idCard,
  bankCard,
  validate,
];
