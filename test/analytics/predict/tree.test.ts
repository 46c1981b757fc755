import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import type { Nodes } from '../../../src/analytics/predict/nodes';
import type { Target } from '../../../src/analytics/predict/target';
import { fitTree, predictTree } from '../../../src/analytics/predict/tree';
import { drawn } from './drawn';
import { expectClose, refusal } from './learning';

/** In the order of scikit-learn: a node, all below its first child, all below its second. */
function inOrder({ column, threshold, children, weight, impurity }: Nodes) {
  const found: [number, number, number, number][] = [];
  const add = (node: number) => {
    const child = children[node]!;
    found.push([column[node]!, threshold[node]!, weight[node]!, impurity[node]!]);
    if (child === 0) return;
    add(child);
    add(child + 1);
  };
  add(0);
  return found;
}

const close = (rows: readonly (readonly number[])[]) =>
  rows.map((row) => row.map((value) => expect.closeTo(value, 9)));

const limits = { maxDepth: 3, leastRows: 5 };
const numbers = fitTree(drawn.columns, drawn.number, limits);
const classes = fitTree(drawn.columns, drawn.three, limits);

// all of scikit-learn 1.2.1 on the rows of drawn.ts, with max_depth=3, min_samples_leaf=5
describe('a tree', () => {
  it('of numbers is that of scikit-learn', () => {
    expect(inOrder(numbers.nodes)).toEqual(
      close([
        [1, 25.5, 300, 150.26698391132192],
        [2, 53.5, 147, 42.499439341385596],
        [0, 3.5, 82, 42.45289670255788],
        [-1, 0, 34, 9.36091901124567],
        [-1, 0, 48, 29.360131360677144],
        [2, 85.5, 65, 11.499794027455811],
        [-1, 0, 47, 8.363776361249453],
        [-1, 0, 18, 6.81258847222222],
        [2, 61.5, 153, 53.262447106069885],
        [0, 4.5, 93, 50.97347879454321],
        [-1, 0, 49, 19.095536932113873],
        [-1, 0, 44, 31.555815951963496],
        [2, 82.5, 60, 11.285307862221202],
        [-1, 0, 27, 7.451486320987669],
        [-1, 0, 33, 10.86673090541899],
      ]),
    );
    expectClose(numbers.importances, [0.10437234734028275, 0.7679926966721715, 0.12763495598754573, 0], 9);
  });

  // random_state=1, as another cuts the node of 133 rows by the third column, which tells as much
  it('of three classes is that of scikit-learn', () => {
    expect(inOrder(classes.nodes)).toEqual(
      close([
        [1, 25.5, 300, 0.6232666666666666],
        [2, 7.5, 147, 0.16233976583830811],
        [0, 4.5, 14, 0.5408163265306123],
        [-1, 0, 6, 0.2777777777777778],
        [-1, 0, 8, 0.21875],
        [0, 6.5, 133, 0.05834134207699704],
        [-1, 0, 100, 0],
        [-1, 0, 33, 0.21303948576675846],
        [2, 48.5, 153, 0.4858814985689265],
        [0, 2.5, 78, 0.47896120973044054],
        [-1, 0, 27, 0.07133058984910834],
        [-1, 0, 51, 0.17685505574778926],
        [0, 5.5, 75, 0.21831111111111112],
        [-1, 0, 42, 0.046485260770975034],
        [-1, 0, 33, 0.39485766758494034],
      ]),
    );
    expectClose(classes.importances, [0.21704450712774737, 0.5894644642281491, 0.1934910286441035, 0], 9);
  });

  it('is pruned as far as scikit-learn prunes it', () => {
    const count = (target: Target, share: number) => {
      const whole = fitTree(drawn.columns, target, { leastRows: 5 });
      const ccpAlpha = share * whole.nodes.impurity[0]!;
      return fitTree(drawn.columns, target, { leastRows: 5, ccpAlpha });
    };
    // DecisionTree…(min_samples_leaf=5, ccp_alpha=share * impurity of the root).fit(X, y).tree_.node_count
    const shares = [0.002, 0.01, 0.05];
    expect(shares.map((share) => count(drawn.number, share).nodes.column.length)).toEqual([35, 17, 7]);
    expect(shares.map((share) => count(drawn.three, share).nodes.column.length)).toEqual([27, 23, 7]);
    expectClose(
      count(drawn.number, 0.01).importances,
      [0.11233247292709478, 0.7420849069270224, 0.14558262014588283, 0],
      9,
    );
    expect(count(drawn.three, 10).nodes.column.length).toBe(1);
  });

  it('answers with the mean, or the shares, of the leaf that a row comes to', () => {
    const found = predictTree(numbers, drawn.columns) as Float64Array;
    const { values } = drawn.number;
    const [, second, third] = drawn.columns as [Float64Array, Float64Array, Float64Array];
    const same = [...values.keys()].filter((row) => second[row]! > 25.5 && third[row]! > 82.5);
    const mean = same.reduce((sum, row) => sum + values[row]!, 0) / same.length;
    expect(same.length).toBe(33);
    for (const row of same) expect(found[row]).toBeCloseTo(mean, 10);

    const shares = predictTree(
      classes,
      [[0], [0], [50], [0]].map((one) => Float64Array.from(one)),
    );
    expect((shares as Float64Array[]).map((share) => share[0])).toEqual([1, 0, 0]);
  });

  it('without limits knows every row that no other is like', () => {
    const { codes } = drawn.three;
    const found = predictTree(fitTree(drawn.columns, drawn.three), drawn.columns) as Float64Array[];
    for (const [row, code] of codes.entries()) expect(found[code]![row]).toBe(1);
  });

  it('cuts where a first cut alone gains nothing', () => {
    const columns = [Float64Array.of(0, 0, 1, 1), Float64Array.of(0, 1, 0, 1)];
    const target = { kind: 'class' as const, codes: Int32Array.of(0, 1, 1, 0), classes: 2 };
    expect((predictTree(fitTree(columns, target), columns) as Float64Array[])[1]).toEqual(
      Float64Array.of(0, 1, 1, 0),
    );
  });
});

describe('a tree as it is made', () => {
  const order = createRandom(3).shuffle(Int32Array.from(drawn.columns[0]!.keys()));
  const mix = (values: Float64Array) => Float64Array.from(order, (row) => values[row]!);

  it('does not depend on the order of rows', () => {
    const target = { kind: 'number' as const, values: mix(drawn.number.values) };
    const mixed = fitTree(drawn.columns.map(mix), target, { leastRows: 2 });
    const whole = fitTree(drawn.columns, drawn.number, { leastRows: 2 });
    expect(mixed.nodes.column).toEqual(whole.nodes.column);
    expect(mixed.nodes.threshold).toEqual(whole.nodes.threshold);
  });

  it('does not depend on the order of columns where no two cut as well', () => {
    const turned = fitTree(drawn.columns.toReversed(), drawn.number, limits);
    expect(inOrder(turned.nodes).map(([column, ...rest]) => [column < 0 ? -1 : 3 - column, ...rest])).toEqual(
      close(inOrder(numbers.nodes)),
    );
  });

  it('takes the first of columns that cut as well, and of thresholds the least', () => {
    const column = Float64Array.of(1, 2, 3, 4);
    const target = { kind: 'number' as const, values: Float64Array.of(0, 1, 1, 0) };
    const same = fitTree([column.map((value) => -value), column, column], target, { maxDepth: 1 });
    expect([...same.nodes.column]).toEqual([0, -1, -1]);
    expect(same.nodes.threshold[0]).toBe(-3.5);
    expect(fitTree([column, column], target, { maxDepth: 1 }).nodes.threshold[0]).toBe(1.5);
  });

  it('keeps its cuts far from zero, and in other units', () => {
    const far = drawn.columns.map((column) => column.map((value) => value + 2 ** 50));
    const target = { kind: 'number' as const, values: drawn.number.values.map((value) => value * 2 ** 40) };
    const moved = fitTree(far, target, limits);
    expect(moved.nodes.column).toEqual(numbers.nodes.column);
    expect(moved.nodes.children).toEqual(numbers.nodes.children);
    const values = Float64Array.from(drawn.number.values, (value) => Math.round(value) + 1e15);
    const near = drawn.number.values.map(Math.round);
    const one = fitTree(drawn.columns, { kind: 'number', values }, limits);
    const other = fitTree(drawn.columns, { kind: 'number', values: near }, limits);
    expect(one.nodes.column).toEqual(other.nodes.column);
    expect(one.nodes.threshold).toEqual(other.nodes.threshold);
  });

  it('has a cut below the larger of two numbers that nothing lies between', () => {
    const close = [1 - Number.EPSILON / 2, 1];
    const target = { kind: 'class' as const, codes: Int32Array.of(0, 1), classes: 2 };
    const found = predictTree(fitTree([Float64Array.from(close)], target), [Float64Array.from(close)]);
    expect(found).toEqual([Float64Array.of(1, 0), Float64Array.of(0, 1)]);
    const huge = fitTree([Float64Array.of(-Number.MAX_VALUE, Number.MAX_VALUE)], target);
    expect(huge.nodes.threshold[0]).toBe(0);
  });

  it('is only a root where no leaf would have rows enough', () => {
    const { nodes, importances } = fitTree(drawn.columns, drawn.number, { leastRows: 151 });
    expect(nodes.column.length).toBe(1);
    expect(nodes.values[0]).toBeCloseTo(5498.509 / 300, 10);
    expect([...importances]).toEqual([0, 0, 0, 0]);
    expect(fitTree(drawn.columns, drawn.number, { leastRows: 400 }).nodes.column.length).toBe(1);
  });

  it('says what it cannot be made of', () => {
    const fit = (columns: number[][], values: number[]) => () =>
      fitTree(
        columns.map((column) => Float64Array.from(column)),
        {
          kind: 'number',
          values: Float64Array.from(values),
        },
      );
    expect(fit([[1]], [1])).toThrow(refusal('too-few-rows'));
    expect(fit([[1, 2]], [3, 3])).toThrow(refusal('constant-target'));
    expect(fit([[4, 4]], [1, 2])).toThrow(refusal('nothing-varies'));
    expect(fit([], [1, 2])).toThrow(refusal('nothing-varies'));
    expect(fit([[1, Infinity]], [1, 2])).toThrow(refusal('not-finite'));
    expect(fit([[1, 2]], [-1e300, 1e300])).toThrow(refusal('numbers-too-large'));
  });
});
