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
import { describe } from './analyse/describe';
import { regression } from './analyse/regression';
import { classify } from './analyse/classify';
import { learn } from './analyse/learn';
import { score } from './analyse/score';
import { correlate } from './analyse/correlate';
import { forecast } from './analyse/forecast';
import { autocorrelation } from './analyse/autocorrelation';
import { decompose } from './analyse/decompose';
import { periods } from './analyse/periods';
import { changePoints } from './analyse/changePoints';
import { oddInTime } from './analyse/oddInTime';
import { holidays } from './analyse/holidays';
import { compareGroups } from './analyse/compareGroups';
import { crossTable } from './analyse/crossTable';
import { abTest } from './analyse/abTest';
import { rfm } from './analyse/rfm';
import { pareto } from './analyse/pareto';
import { cohort } from './analyse/cohort';
import { funnel } from './analyse/funnel';
import { survival } from './analyse/survival';
import { churn } from './analyse/churn';
import { lifetimeValue } from './analyse/lifetimeValue';
import { kmeans } from './analyse/kmeans';
import { hierarchical } from './analyse/hierarchical';
import { dbscan } from './analyse/dbscan';
import { rules } from './analyse/rules';
import { recommend } from './analyse/recommend';
import { odd } from './analyse/odd';
import { pca } from './analyse/pca';
import { words } from './analyse/words';
import { keywords } from './analyse/keywords';
import { topics } from './analyse/topics';
import { similar } from './analyse/similar';
import { sentiment } from './analyse/sentiment';
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
  // analyse
  describe,
  correlate,
  forecast,
  periods,
  autocorrelation,
  decompose,
  changePoints,
  oddInTime,
  holidays,
  regression,
  classify,
  learn,
  score,
  compareGroups,
  crossTable,
  abTest,
  rfm,
  pareto,
  cohort,
  funnel,
  survival,
  churn,
  lifetimeValue,
  kmeans,
  hierarchical,
  dbscan,
  rules,
  recommend,
  odd,
  pca,
  words,
  keywords,
  topics,
  similar,
  sentiment,
];

const byName = new Map(stepKinds.map((kind) => [kind.step, kind]));

export function findStep(step: string): StepKind | undefined {
  return byName.get(step);
}
