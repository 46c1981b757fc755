import type { Problem } from '../../../lib/problem';
import type { Loose } from '../../../steps/field';
import type { StepContext } from '../../../steps/step';
import type { Value } from '../../../table/column';
import type { FieldAround } from '../../fields/around';

/** Asks over the tables before a step: one array of values a column. */
export type HereAsk = (sql: string) => Promise<readonly (readonly Value[])[]>;

/** What the fields of a step have around them. */
export interface StepAround extends FieldAround {
  /** The kind of step. */
  step: string;
}

/** What a step's form shows besides its fields. */
export interface ExtraProps {
  settings: Loose;
  around: StepAround;
  /** What keeps the step from fitting, as it stands. */
  problem: Problem | undefined;
  context: StepContext | undefined;
  ask: HereAsk;
  onSet: (patch: Loose) => void;
  before: Before;
}

/** What stands before a step that is being written. */
export interface Before {
  step: Loose | undefined;
  /** Puts one there, or another in place of the one that is there. */
  put: (spec: Loose & { step: string }, instead: boolean) => void;
  /** Whether columns of other tables are asked for: kept here, because the form is made anew where a step comes before it. */
  isOffered: boolean;
  offer: () => void;
}
