import { Problem } from '../../../lib/problem';
import type { AnalysisContext } from '../../frame';
import { createRandom } from '../../core/random';
import { fitBaseline, predictBaseline } from '../../predict/baseline';
import { crossValidate } from '../../predict/crossValidate';
import { toTargetFolds } from '../../predict/folds';
import { searchGrid, type Settings } from '../../predict/gridSearch';
import type { Learner } from '../../predict/learner';
import { type Measure, type Measured, toScore } from '../../predict/measures';
import { findGrid, findMethods, type Method, toLearner } from '../../predict/methods';
import { pick } from '../../complete';
import { pickTarget } from '../../predict/pick';
import { countRows, type Predicted, type Target } from '../../predict/target';

/** What is chosen. */
type Best = Compared & { method: Method; predicted: Predicted };

/** How a method did on rows that it had not seen. */
export interface Compared {
  method: Method | 'baseline';
  settings: Settings;
  means: Measured;
  spreads: Measured;
  /** Of the rows that it was tried on, each by the model that had not seen it. */
  predicted?: Predicted;
  /** Why it could not be tried. */
  problem?: Problem;
}

export interface Comparison {
  /** The baseline first, then the methods, the best first. */
  all: Compared[];
  /** What was tried where the best settings were looked for. */
  tuned: { method: Method; settings: Settings; means: Measured; spreads: Measured }[];
  best: Best;
  /** The places of the rows that they were tried on, among those to learn from. */
  tried: Int32Array;
  by: Measure;
}

export interface CompareOptions extends Pick<AnalysisContext, 'seed' | 'onProgress'> {
  method: Method | 'compare';
  folds: number;
  settings: Settings;
  /** Looks for the best settings of each method. */
  tune: boolean;
}

/** Ways are compared on no more rows than these, drawn at random: what is better there is better. */
const MOST_ROWS = 10_000;

/** Its terms are so many, of more than a few columns, that it is tried only where it is asked for by name. */
const WIDE: Method = 'polynomial';

export function compareMethods(
  columns: readonly Float64Array[],
  target: Target,
  { method, folds: count, settings, tune, seed, onProgress }: CompareOptions,
): Comparison {
  const random = createRandom(seed);
  const rows = countRows(target);
  const tried =
    rows > MOST_ROWS
      ? Int32Array.from(random.sample(rows, MOST_ROWS)).sort()
      : Int32Array.from({ length: rows }, (_, row) => row);
  const [some, goal] = [columns.map((column) => pick(column, tried)), pickTarget(target, tried)];
  const folds = toTargetFolds(goal, { count: Math.min(count, tried.length), random });
  const methods =
    method === 'compare' ? findMethods(target.kind, tried.length).filter((each) => each !== WIDE) : [method];
  const tuned: Comparison['tuned'] = [];
  const baseline: Learner = { fit: fitBaseline, predict: predictBaseline as Learner['predict'] };
  const naive = crossValidate(baseline, some, goal, { folds });
  const by: Measure = target.kind === 'number' ? 'rmse' : naive.means.auc === undefined ? 'accuracy' : 'auc';

  const tryOut = (each: Method, tell: (share: number) => void): Compared => {
    const grid = tune ? findGrid(each) : undefined;
    const share = grid ? 0.8 : 0;
    let chosen = settings;
    try {
      if (grid) {
        const way = (own: Settings) => toLearner(each, { ...settings, ...own }, { seed });
        const search = searchGrid(way, grid, some, goal, {
          folds,
          measure: by,
          onProgress: (part) => tell(part * share),
        });
        tuned.push(...search.tried.map((one) => ({ method: each, ...one })));
        chosen = { ...settings, ...search.tried[search.best]!.settings };
      }
      const { predicted, means, spreads } = crossValidate(toLearner(each, chosen, { seed }), some, goal, {
        folds,
        onProgress: (part) => tell(share + part * (1 - share)),
      });
      return { method: each, settings: chosen, predicted, means, spreads };
    } catch (problem) {
      if (!(problem instanceof Problem) || methods.length === 1) throw problem;
      return { method: each, settings: chosen, means: {}, spreads: {}, problem };
    }
  };

  const results = methods.map((each, at) =>
    tryOut(each, (share) => onProgress((at + share) / methods.length)),
  );
  const rank = (one: Compared) => toScore(one.means, by) ?? -Infinity;
  results.sort((a, b) => rank(b) - rank(a));
  const [best] = results as [Best];
  if (best.problem) throw best.problem;
  return {
    all: [{ method: 'baseline', settings: {}, means: naive.means, spreads: naive.spreads }, ...results],
    tuned,
    best,
    tried,
    by,
  };
}
