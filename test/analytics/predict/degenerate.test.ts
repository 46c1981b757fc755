import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { fitLasso } from '../../../src/analytics/predict/lasso';
import type { Learner } from '../../../src/analytics/predict/learner';
import { fitMultinomial, predictMultinomial } from '../../../src/analytics/predict/multinomial';
import { fitNaiveBayes, predictNaiveBayes } from '../../../src/analytics/predict/naiveBayes';
import { fitNeighbours, predictNeighbours } from '../../../src/analytics/predict/neighbours';
import { fitNetwork, predictNetwork } from '../../../src/analytics/predict/network';
import { predictPenalised } from '../../../src/analytics/predict/penalised';
import { fitRidge } from '../../../src/analytics/predict/ridge';
import { fitSvm, predictSvm } from '../../../src/analytics/predict/svm';
import type { Target } from '../../../src/analytics/predict/target';
import { refusal } from './learning';

type Kind = Target['kind'];

const learn = <Model>(fit: Learner<Model>['fit'], predict: Learner<Model>['predict'], ...kinds: Kind[]) => ({
  learner: { fit, predict } as Learner,
  kinds,
});

const learners = {
  ridge: learn(fitRidge, predictPenalised, 'number'),
  lasso: learn(fitLasso, predictPenalised, 'number'),
  neighbours: learn(fitNeighbours, (...given) => predictNeighbours(...given), 'number', 'class'),
  bayes: learn(fitNaiveBayes, predictNaiveBayes, 'class'),
  multinomial: learn(fitMultinomial, predictMultinomial, 'class'),
  svm: learn(fitSvm, predictSvm, 'number', 'class'),
  network: learn(fitNetwork, predictNetwork, 'number', 'class'),
};
const cases = Object.entries(learners).flatMap(([name, { learner, kinds }]) =>
  kinds.map((kind) => ({ name, kind, ...learner })),
);

const random = createRandom(2);
const x = Float64Array.from({ length: 40 }, random.normal);
const y = x.map((value) => value + random.normal());
const toTarget = (kind: Kind, values: Float64Array): Target =>
  kind === 'number'
    ? { kind, values }
    : { kind, codes: Int32Array.from(values, (value) => Number(value > values[0]!)), classes: 2 };

test.each(cases)('$name of a $kind refuses what nothing can be learnt from', ({ kind, fit }) => {
  const whole = toTarget(kind, y);
  const of = (rows: number) => toTarget(kind, y.slice(0, rows));
  expect(() => fit([x.slice(0, 0)], of(0))).toThrow(refusal('too-few-rows'));
  expect(() => fit([x.slice(0, 1)], of(1))).toThrow(refusal('too-few-rows'));
  expect(() => fit([], whole)).toThrow(refusal('nothing-varies'));
  expect(() => fit([new Float64Array(40).fill(7)], whole)).toThrow(refusal('nothing-varies'));
  expect(() => fit([x, x.with(3, Infinity)], whole)).toThrow(refusal('not-finite'));
  expect(() => fit([x.map((value) => value * 1e300)], whole)).toThrow(refusal('numbers-too-large'));
  const same = toTarget(kind, new Float64Array(40).fill(5));
  expect(() => fit([x], same)).toThrow(refusal(kind === 'number' ? 'constant-target' : 'one-class'));
});

test.each(cases)(
  '$name of a $kind knows no NaN, far from 0 or with columns twice',
  ({ kind, fit, predict }) => {
    const far = x.map((value) => 1e15 + 1000 * value);
    const columns = [far, far, x, new Float64Array(40).fill(-3), x.map((value) => Number(value > 0))];
    const target = toTarget(kind, kind === 'number' ? y.map((value) => 1e9 + value) : y);
    const model = fit(columns, target);
    expect(findNumbers(model).every(Number.isFinite)).toBe(true);
    const others = columns.map((column) => column.map((value) => value + 1e3));
    for (const rows of [columns, others]) {
      const predicted = [predict(model, rows)].flat();
      expect(predicted.every((values) => values.every(Number.isFinite))).toBe(true);
      if (kind === 'class')
        for (let row = 0; row < 40; row++)
          expect(predicted[0]![row]! + predicted[1]![row]!).toBeCloseTo(1, 9);
    }
  },
);

test.each(cases)(
  '$name of a $kind predicts the same of its model after it was kept',
  ({ kind, fit, predict }) => {
    const model = fit([x], toTarget(kind, y));
    expect(predict(structuredClone(model), [x])).toEqual(predict(model, [x]));
  },
);

test('a target whose squares run over is refused', () => {
  const huge = { kind: 'number', values: y.map((value) => value * 1e200) } as const;
  expect(() => fitRidge([x], huge)).toThrow(refusal('numbers-too-large'));
  expect(() => fitNeighbours([x], huge)).toThrow(refusal('numbers-too-large'));
});

/** All that are in plain data, however deep. */
function findNumbers(data: unknown): number[] {
  if (typeof data === 'number') return [data];
  if (data === null || typeof data !== 'object') return [];
  return Object.values(data).flatMap(findNumbers);
}
