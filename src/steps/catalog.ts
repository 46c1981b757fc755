import { filter } from './shape/filter';
import { choose } from './shape/choose';
import { rename } from './shape/rename';
import { sort } from './shape/sort';
import { top } from './shape/top';
import { sample } from './shape/sample';
import { union } from './shape/union';
import { join } from './shape/join';
import { nearest } from './shape/nearest';
import { compare } from './shape/compare';
import { group } from './shape/group';
import { each } from './shape/each';
import { distinct } from './shape/distinct';
import { formula } from './shape/formula';
import { sql } from './shape/sql';
import { pivot } from './shape/pivot';
import { unpivot } from './shape/unpivot';
import { split } from './shape/split';
import { joinColumns } from './shape/joinColumns';
import { extract } from './shape/extract';
import { dateParts } from './shape/dateParts';
import { bins } from './shape/bins';
import { oneHot } from './shape/oneHot';
import { fillDates } from './shape/fillDates';
import { flatten } from './shape/flatten';
import { transpose } from './shape/transpose';
import { cleanSteps } from './clean/catalog';
import { mask } from './protect/mask';
import { hash } from './protect/hash';
import { pseudonym } from './protect/pseudonym';
import { generalise } from './protect/generalise';
import { shiftDates } from './protect/shiftDates';
import { noise } from './protect/noise';
import { dropColumns } from './protect/dropColumns';
import type { StepKind } from './step';

/** Every kind of step, in the order in which they are offered. A new one is a file, a line here, and its words. */
export const stepKinds: readonly StepKind[] = [
  // shape
  choose,
  rename,
  filter,
  sort,
  top,
  sample,
  distinct,
  union,
  join,
  nearest,
  compare,
  group,
  each,
  formula,
  sql,
  pivot,
  unpivot,
  split,
  joinColumns,
  extract,
  dateParts,
  bins,
  oneHot,
  fillDates,
  flatten,
  transpose,
  // clean
  ...cleanSteps,
  // protect
  mask,
  hash,
  pseudonym,
  generalise,
  shiftDates,
  noise,
  dropColumns,
];

const byName = new Map(stepKinds.map((kind) => [kind.step, kind]));

export function findStep(step: string): StepKind | undefined {
  return byName.get(step);
}
