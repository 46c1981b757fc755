import type { StepKind } from '../step';
import { convert } from './convert';
import { dates } from './dates';
import { dedupe } from './dedupe';
import { fill } from './fill';

/** Steps that clean, in the order in which they are offered. */
export const cleanSteps: readonly StepKind[] = [dedupe, fill, convert, dates];
