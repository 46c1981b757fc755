import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { fitBoosting, predictBoosting } from '../../../src/analytics/predict/boosting';
import { crossValidate } from '../../../src/analytics/predict/crossValidate';
import { toTargetFolds } from '../../../src/analytics/predict/folds';
import { fitForest } from '../../../src/analytics/predict/forest';
import type { Target } from '../../../src/analytics/predict/target';
import { fitTree, predictTree } from '../../../src/analytics/predict/tree';
import { expectClose } from './learning';
import { readSklearnAnswers, readSklearnColumns, sklearnFolder } from './sklearnData';

const sizes = { iris: 4, wine: 13, breast_cancer: 30, diabetes: 10 };

function read(name: keyof typeof sizes): { columns: Float64Array[]; target: Target } {
  const table = readSklearnColumns(name);
  const columns = table.slice(0, sizes[name]);
  const values = table[sizes[name]]!;
  if (name === 'diabetes') return { columns, target: { kind: 'number', values } };
  const codes = Int32Array.from(values);
  return { columns, target: { kind: 'class', codes, classes: Math.max(...codes) + 1 } };
}

const toWhole = (parts: Record<number, number>, count: number) =>
  Array.from({ length: count }, (_, at) => parts[at] ?? 0);

// scikit-learn 1.2.1: cuts in order of depth, and importances, with min_samples_leaf=5
describe.runIf(sklearnFolder)('trees of the known tables of scikit-learn', () => {
  const fit = (name: keyof typeof sizes, maxDepth: number) => {
    const { columns, target } = read(name);
    const { nodes, importances } = fitTree(columns, target, { maxDepth, leastRows: 5 });
    const cut = [...nodes.children.keys()].filter((node) => nodes.children[node] !== 0);
    return {
      importances,
      rows: [...nodes.weight].sort((one, other) => one - other),
      columns: cut.map((node) => nodes.column[node]),
      thresholds: cut.map((node) => nodes.threshold[node]!),
    };
  };

  it('cut the wines as it does', () => {
    const { columns, thresholds, rows, importances } = fit('wine', 2);
    expect([...columns].sort()).toEqual([11, 12, 6]);
    expectClose(
      thresholds.sort((one, other) => one - other),
      [2.115, 2.165, 755],
      8,
    );
    expect(rows).toEqual([8, 46, 59, 65, 67, 111, 178]);
    expectClose(importances, toWhole({ 6: 0.117799004, 11: 0.396370206, 12: 0.485830791 }, 13), 8);
  });

  it('cut the patients with diabetes as it does', () => {
    const { rows, importances } = fit('diabetes', 3);
    expect(rows).toEqual([12, 31, 35, 42, 47, 74, 77, 84, 87, 108, 116, 171, 218, 224, 442]);
    expectClose(importances, toWhole({ 2: 0.377883022, 6: 0.021183923, 8: 0.600933055 }, 10), 8);
  });

  it('cut the irises as it does where the first of columns that tell as much is taken', () => {
    const { columns, thresholds } = fit('iris', 3);
    expect(columns).toEqual([2, 3, 2, 2]);
    expectClose(thresholds, [2.45, 1.75, 4.95, 4.95], 8);
  });

  it('are right as often on rows that they have not seen', () => {
    const answers = readSklearnAnswers();
    for (const name of ['iris', 'wine', 'breast_cancer'] as const) {
      const { columns, target } = read(name);
      const folds = toTargetFolds(target, { count: 10, random: createRandom(1) });
      const { means } = crossValidate({ fit: fitTree, predict: predictTree }, columns, target, { folds });
      // its ties are drawn by lot, and its folds are others
      expect(Math.abs(means.accuracy! - answers[name].cv10_accuracy_tree)).toBeLessThan(0.035);
    }
  });

  it('in forests come near its scores', () => {
    // the mean of oob_score_ of RandomForest…(300, oob_score=True, random_state=0 to 3); of numbers max_features=3, min_samples_leaf=5
    const known = { iris: 0.952, wine: 0.978, breast_cancer: 0.964, diabetes: 0.463 };
    for (const name of ['iris', 'wine', 'breast_cancer', 'diabetes'] as const) {
      const { columns, target } = read(name);
      const { score } = fitForest(columns, target, { trees: 200, seed: 1 }).outOfBag;
      expect(Math.abs(score! - known[name])).toBeLessThan(0.02);
    }
  });

  it('are boosted to its chances', () => {
    const row = (name: keyof typeof sizes) => {
      const { columns, target } = read(name);
      const model = fitBoosting(columns, target, { rounds: 20, heldShare: 0, seed: 1 });
      expect(model.trees).toHaveLength(60);
      return (predictBoosting(model, columns) as Float64Array[]).map((share) => share[0]!);
    };
    // HistGradientBoostingClassifier(early_stopping=False, max_iter=20)
    expectClose(row('iris'), [0.9859295408236927, 0.007040865170142232, 0.007029594006165113], 5);
    expectClose(row('wine'), [0.9861444050834595, 0.008037707366530755, 0.005817887550009902], 5);
  });
});
