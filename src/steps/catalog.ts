import { filter } from './shape/filter';
import { distinct } from './shape/distinct';
import { fill } from './clean/fill';
import type { StepKind } from './step';

/** Every kind of step, in the order in which they are offered. A new one is a file, a line here, and its words. */
export const stepKinds: readonly StepKind[] = [
  // shape
  filter,
  distinct,
  // clean
  fill,
];

const byName = new Map(stepKinds.map((kind) => [kind.step, kind]));

export function findStep(step: string): StepKind | undefined {
  return byName.get(step);
}
