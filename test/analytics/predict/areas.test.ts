import { expect, test } from 'vitest';
import { toAreas, toWeightedArea } from '../../../src/analytics/predict/measures';
import { fitNaiveBayes, predictNaiveBayes } from '../../../src/analytics/predict/naiveBayes';
import { toStandardised } from './learning';
import { readSklearnColumns, sklearnFolder } from './sklearnData';

// scikit-learn 1.2.1: GaussianNB on standardised columns; roc_auc_score(y == class, …) and, of all,
// roc_auc_score(y, …, multi_class='ovr', average='weighted')
test.runIf(sklearnFolder).each([
  ['iris', 2, [1, 0.8795, 0.8897], 0.9230666666666665],
  ['wine', 3, [0.9406067511750463, 0.9478741608529683, 0.889423076923077], 0.929703210293237],
] as const)(
  'each class of %s against the rest has the area of scikit-learn',
  (name, width, each, weighted) => {
    const table = readSklearnColumns(name);
    const codes = Int32Array.from(table.at(-2)!);
    const columns = table.slice(0, width).map(toStandardised);
    const model = fitNaiveBayes(columns, { kind: 'class', codes, classes: 3 });
    const areas = toAreas(codes, predictNaiveBayes(model, columns));
    each.forEach((area, code) => expect(areas[code]).toBeCloseTo(area, 13));
    expect(toWeightedArea(codes, areas)).toBeCloseTo(weighted, 13);
  },
);

test('a class that no row is of has no area, and no weight', () => {
  const codes = Int32Array.of(0, 0, 2, 2);
  const shares = [
    Float64Array.of(0.9, 0.3, 0.2, 0.4),
    new Float64Array(4),
    Float64Array.of(0.1, 0.7, 0.8, 0.6),
  ];
  const areas = toAreas(codes, shares);
  expect(areas).toEqual([0.75, undefined, 0.75]);
  expect(toWeightedArea(codes, areas)).toBe(0.75);
  expect(
    toWeightedArea(new Int32Array(2), toAreas(new Int32Array(2), [new Float64Array(2)])),
  ).toBeUndefined();
});
