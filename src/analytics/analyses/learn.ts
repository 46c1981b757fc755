import { toAllCodes } from '../complete';
import { toMisfit } from '../core/check';
import type { Analysis } from '../frame';
import { fitBaseline, predictBaseline } from '../predict/baseline';
import { toTerms } from '../predict/encode';
import type { Settings } from '../predict/gridSearch';
import { type KeptModel, toModelTable } from '../predict/keptModel';
import { measure } from '../predict/measures';
import { isMethodFor, type Method, predictFitted, toLearner } from '../predict/methods';
import { countRows } from '../predict/target';
import { type Costs, findThreshold, type Threshold } from '../predict/thresholdByCost';
import { toPredictedColumns } from './learn/added';
import { toClassTables, toCostTable } from './learn/classTables';
import { compareMethods, type Comparison } from './learn/compare';
import { findWorth, toJudged } from './learn/judged';
import {
  toClassNotes,
  toComparisonNotes,
  toCostNotes,
  toGivenAway,
  toLead,
  toNoChances,
  toWorthNotes,
} from './learn/notes';
import { type LearnSettings, type Prepared, toPrepared, toTarget, type Wanted } from './learn/prepare';
import { toImportanceTable, toModelsTable, toQualityTable, toTuningTable } from './learn/tables';
import { toTreeTable } from './learn/treeTable';
import { toLearning } from './learning';

interface Given extends LearnSettings {
  method: Method | 'compare';
  folds: number;
  tune: boolean;
  /** What of the methods was set by hand. */
  by: Settings;
  /** What acting for nothing costs, and what not acting does; none where a half is the threshold. */
  costs: Costs | null;
  /** Whether the chance of each class stands beside the rows. */
  chances: boolean;
}

/** Ways whose figures are held against a text's most common value. */
const LINES: ReadonlySet<Method> = new Set(['linear', 'ridge', 'lasso']);

/** Of the work, what is done once ways are compared. */
const COMPARED = 0.7;

/** What is predicted beside each row, the model itself as a table, and how good it is on rows that it has not seen. */
export const analyse: Analysis<Given> = (frame, settings, { seed, random, onProgress }) => {
  const prepared = toPrepared(frame, settings, random);
  const { complete, wanted, train, test } = prepared;
  checkMethod(settings.method, wanted);
  const learning = toLearning(complete, train);
  const target = toTarget(wanted, train);
  const comparison = compareMethods(learning.learned, target, {
    ...settings,
    settings: settings.by,
    seed,
    onProgress: (share) => onProgress(share * COMPARED),
  });
  const { method, settings: chosen } = comparison.best;
  const fitted = toLearner(method, chosen, {
    seed,
    onProgress: (share) => onProgress(COMPARED + share * (1 - COMPARED)),
  }).fit(learning.learned, target);
  const predicted = predictFitted(fitted, learning.all.columns);
  const judged = toJudged(prepared, learning, predicted, comparison);
  const cheapest = maybeCheapest(prepared, comparison, settings.costs);
  const model: KeptModel = {
    method,
    target: toKeptTarget(wanted),
    encoding: learning.encoding,
    threshold: Math.min(cheapest?.threshold ?? 0.5, 1),
    rows: train.length,
    fitted,
  };
  const worth = findWorth(fitted, judged, learning, { by: comparison.by, seed, random });
  const nothing = [new Float64Array(judged.places.length)];
  const measured = measure(judged.target, judged.predicted);
  const naive = measure(judged.target, predictBaseline(fitBaseline([], target), nothing));
  const rows = countRows(judged.target);
  const lacking = complete.rows - train.length - test.length;
  return {
    added: [
      ...toPredictedColumns(model, predicted, {
        ...learning.all,
        ...complete,
        rows: frame.rows,
        withAll: settings.chances,
      }),
      {
        name: 'part',
        type: 'VARCHAR',
        codes: toAllCodes(toParts(prepared), complete.places, frame.rows),
        labels: ['train', 'test'],
      },
    ],
    tables: {
      models: toModelsTable(comparison, wanted.kind),
      quality: toQualityTable(wanted.kind, {
        [judged.isTested ? 'test' : 'cross_validated']: { ...measured, rows },
        baseline: { ...naive, rows },
      }),
      importance: toImportanceTable(worth),
      ...toClassTables(wanted, { ...judged, threshold: model.threshold }),
      ...(cheapest && { costs: toCostTable(cheapest) }),
      ...(fitted.kind === 'tree' && { tree: toTreeTable(fitted, toTerms(learning.encoding), wanted) }),
      ...(comparison.tuned.length > 0 && { tuning: toTuningTable(comparison) }),
      model: toModelTable(model),
    },
    notes: [
      toLead(wanted, comparison, judged, { measured, naive }),
      ...toClassNotes(wanted, judged),
      ...toWorthNotes(worth),
      ...(cheapest && wanted.kind === 'class' ? toCostNotes(wanted, cheapest) : []),
      ...toGivenAway(learning.features, target, wanted),
      ...toComparisonNotes(comparison, train.length),
      ...toNoChances(wanted.kind === 'class', settings.chances),
      ...learning.notes.filter(({ why }) => why !== 'feature-encoded' || LINES.has(method)),
      ...(lacking > 0 ? [{ why: 'target-missing', params: { count: lacking, target: wanted.name } }] : []),
    ],
  };
};

function checkMethod(method: Method | 'compare', { kind, name }: Wanted): void {
  if (method === 'compare' || isMethodFor(method, kind)) return;
  throw toMisfit(kind === 'number' ? 'method-for-classes' : 'method-for-numbers', { column: name, method });
}

/** By the rows on which ways were compared, so that those held back still test it. */
function maybeCheapest(
  { wanted, train }: Prepared,
  { tried, best }: Comparison,
  costs: Costs | null,
): Threshold | undefined {
  if (!costs || wanted.kind !== 'class' || wanted.asked === undefined) return undefined;
  const truth = Uint8Array.from(tried, (row) => Number(wanted.codes[train[row]!] === wanted.asked));
  return findThreshold(truth, (best.predicted as Float64Array[])[wanted.asked]!, costs);
}

function toKeptTarget(wanted: Wanted): KeptModel['target'] {
  const { kind, name } = wanted;
  if (kind === 'number') return { kind, name };
  const { labels, asked } = wanted;
  return { kind, name, labels, ...(asked !== undefined && { asked }) };
}

/** 0 for rows that were learned from, 1 for those held back, and -1 for those of which nothing is known. */
function toParts({ complete, train, test }: Prepared): Int32Array {
  const parts = new Int32Array(complete.rows).fill(-1);
  for (const place of train) parts[place] = 0;
  for (const place of test) parts[place] = 1;
  return parts;
}
