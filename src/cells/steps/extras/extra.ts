import type { Problem } from '../../../lib/problem';
import type { Loose } from '../../../steps/field';
import type { StepContext } from '../../../steps/step';
import type { Value } from '../../../table/column';
import type { FieldAround } from '../fields/around';

/** Asks over the tables before a step: one array of values a column. */
export type HereAsk = (sql: string) => Promise<readonly (readonly Value[])[]>;

/** What a step's form shows besides its fields. */
export interface ExtraProps {
  settings: Loose;
  around: FieldAround;
  /** What keeps the step from fitting, as it stands. */
  problem: Problem | undefined;
  context: StepContext | undefined;
  ask: HereAsk;
  onSet: (patch: Loose) => void;
}
