import type { StepKind } from '../step';
import { dedupe } from './dedupe';
import { fill } from './fill';

/** Steps that clean, in the order in which they are offered. */
export const cleanSteps: readonly StepKind[] = [dedupe, fill];
