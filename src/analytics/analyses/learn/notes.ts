import type { Note } from '../../../lib/note';
import type { FrameColumn } from '../../frame';
import { GIVES_AWAY, isGivingClass, toShareAlone } from '../../predict/giveAway';
import { type Measured, toWeightedArea } from '../../predict/measures';
import type { Importance } from '../../predict/permutation';
import { countRows, type Target } from '../../predict/target';
import type { Threshold } from '../../predict/thresholdByCost';
import { findAreas } from './classTables';
import type { Comparison } from './compare';
import type { Judged } from './judged';
import type { Wanted } from './prepare';

/** What the model is worth, in a sentence; said otherwise where it is no better than always saying the same. */
export function toLead(
  wanted: Wanted,
  { best }: Comparison,
  { isTested, target }: Judged,
  { measured, naive }: { measured: Measured; naive: Measured },
): Note {
  const on = isTested ? 'held' : 'crossed';
  const params = { method: best.method, target: wanted.name, rows: countRows(target) };
  if (wanted.kind === 'number') {
    const { mae, rSquared = 0 } = measured;
    const isBetter = measured.rmse! < naive.rmse!;
    return {
      why: isBetter ? `learned-number-${on}` : 'learned-nothing-number',
      params: { ...params, error: mae!, baseline: naive.mae!, share: 100 * rSquared },
    };
  }
  const { auc, accuracy } = measured;
  const isBetter = auc === undefined ? accuracy! > naive.accuracy! : auc > NO_BETTER;
  return {
    why: isBetter ? `learned-class-${on}` : 'learned-nothing-class',
    params: { ...params, share: 100 * accuracy!, baseline: 100 * naive.accuracy!, auc: auc ?? 0.5 },
  };
}

/** An area of a half is what a coin would have. */
const NO_BETTER = 0.5;

/** Which column counts most. */
export function toWorthNotes([first]: readonly (Importance & { name: string })[]): Note[] {
  if (!first || first.mean <= 0) return [];
  return [{ why: 'learned-worth', params: { column: first.name } }];
}

/** How many classes are told of in sentences, the hardest to tell first. */
const MOST_TOLD = 5;

/** Of several classes: how well each is told from the rest. */
export function toClassNotes(wanted: Wanted, { target, predicted }: Judged): Note[] {
  if (wanted.kind !== 'class' || wanted.asked !== undefined || target.kind !== 'class') return [];
  const found = findAreas(wanted, target.codes, predicted as Float64Array[]);
  const auc = toWeightedArea(
    target.codes,
    found.map(({ area }) => area),
  );
  if (auc === undefined) return [];
  const hardest = found
    .flatMap(({ label, area }) => (area === undefined ? [] : [{ value: label, auc: area }]))
    .sort((a, b) => a.auc - b.auc)
    .slice(0, MOST_TOLD);
  return [
    { why: 'learned-auc-weighted', params: { auc } },
    ...hardest.map((params) => ({ why: 'learned-auc-class', params })),
  ];
}

/** Where the chance of each class was asked for, and no classes are predicted. */
export function toNoChances(hasClasses: boolean, isAsked: boolean): Note[] {
  return isAsked && !hasClasses ? [{ why: 'no-chances', params: {} }] : [];
}

export function toCostNotes({ labels, asked }: Extract<Wanted, { kind: 'class' }>, found: Threshold): Note[] {
  const value = labels[asked!]!;
  const { threshold, cost, atHalf } = found;
  if (!Number.isFinite(threshold)) return [{ why: 'learned-never-pays', params: { value } }];
  return [{ why: 'learned-threshold', params: { value, share: 100 * threshold, cost, half: atHalf } }];
}

/** What could not be tried, and on how many rows the rest was. */
export function toComparisonNotes({ all, tried }: Comparison, rows: number): Note[] {
  return [
    ...(tried.length < rows ? [{ why: 'learned-sample', params: { count: tried.length, of: rows } }] : []),
    ...all.flatMap(({ method, problem }) =>
      problem ? [{ why: 'learned-left-out', params: { method } }] : [],
    ),
  ];
}

/** Of columns that each say almost everything by themselves. */
export function toGivenAway(features: readonly FrameColumn[], target: Target, wanted: Wanted): Note[] {
  return features
    .filter((feature) => isGivingAway(feature, target))
    .map(({ name }) => ({ why: 'feature-gives-away', params: { column: name, target: wanted.name } }));
}

function isGivingAway(feature: FrameColumn, target: Target): boolean {
  if (target.kind === 'number') return toShareAlone(feature, target.values) > GIVES_AWAY;
  return Array.from({ length: target.classes }, (_, code) => code).every((code) =>
    isGivingClass(
      feature,
      Uint8Array.from(target.codes, (each) => Number(each === code)),
    ),
  );
}
