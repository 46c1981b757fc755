import type { StepKind } from '../step';
import { convert } from './convert';
import { dates } from './dates';
import { dedupe } from './dedupe';
import { dropMissing } from './dropMissing';
import { fill } from './fill';
import { near } from './near';
import { map } from './map';
import { outliers } from './outliers';
import { replace } from './replace';
import { tidy } from './tidy';
import { units } from './units';

/** Steps that clean, in the order in which they are offered. */
export const cleanSteps: readonly StepKind[] = [
  dedupe,
  near,
  fill,
  dropMissing,
  tidy,
  replace,
  map,
  convert,
  dates,
  units,
  outliers,
];
