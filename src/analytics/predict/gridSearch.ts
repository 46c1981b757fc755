/** The settings with which a learner does best on rows that it has not seen: every combination of a few values of each is tried. */
import { toMisfit } from '../core/check';
import { crossValidate } from './crossValidate';
import type { Learner } from './learner';
import { type Measure, type Measured, toScore } from './measures';
import type { Target } from './target';

export type Setting = number | string | boolean;
export type Settings = Readonly<Record<string, Setting>>;
export type Grid = Readonly<Record<string, readonly Setting[]>>;

export interface Searched {
  /** The last setting changes first. */
  tried: { settings: Settings; means: Measured; spreads: Measured }[];
  /** The place of the best; of several, the first. */
  best: number;
}

export interface SearchOptions {
  folds: Int32Array;
  measure: Measure;
  onProgress?: (share: number) => void;
}

const MOST = 200;

export function searchGrid<Model>(
  toLearner: (settings: Settings) => Learner<Model>,
  grid: Grid,
  columns: readonly Float64Array[],
  target: Target,
  { folds, measure, onProgress = () => {} }: SearchOptions,
): Searched {
  const all = toCombinations(grid);
  const tried = all.map((settings, at) => {
    const report = (share: number) => onProgress((at + share) / all.length);
    const { means, spreads } = crossValidate(toLearner(settings), columns, target, {
      folds,
      onProgress: report,
    });
    return { settings, means, spreads };
  });
  const scores = tried.map(({ means }) => toScore(means, measure) ?? -Infinity);
  return { tried, best: scores.indexOf(Math.max(...scores)) };
}

export function toCombinations(grid: Grid): Settings[] {
  const count = Object.values(grid).reduce((product, values) => product * values.length, 1);
  if (count > MOST) throw toMisfit('too-many-combinations', { count, limit: MOST });
  let all: Settings[] = [{}];
  for (const [name, values] of Object.entries(grid))
    all = all.flatMap((settings) => values.map((value) => ({ ...settings, [name]: value })));
  return all;
}
