import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import type { Frame } from '../../../src/analytics/frame';
import { type KeptModel, maybeModel, toModelTable } from '../../../src/analytics/predict/keptModel';
import {
  findGrid,
  findMethods,
  isMethodFor,
  predictFitted,
  toLearner,
} from '../../../src/analytics/predict/methods';
import { toCombinations } from '../../../src/analytics/predict/gridSearch';
import type { Target } from '../../../src/analytics/predict/target';
import { learn } from '../../../src/steps/analyse/learn';

const random = createRandom(3);
const columns = Array.from({ length: 3 }, () => Float64Array.from({ length: 120 }, () => random.normal()));
const sums = columns[0]!.map((value, row) => value - 2 * columns[1]![row]! + 0.1 * random.normal());
const targets: Record<Target['kind'], Target> = {
  number: { kind: 'number', values: sums },
  class: {
    kind: 'class',
    codes: Int32Array.from(sums, (sum) => (sum < -1 ? 0 : sum < 1 ? 1 : 2)),
    classes: 3,
  },
};

describe.each(['number', 'class'] as const)('every way to learn a %s', (kind) => {
  it.each(findMethods(kind, 120))('%s is kept as a table from which it predicts the same bits', (method) => {
    const fitted = toLearner(method, {}, { seed: 1 }).fit(columns, targets[kind]);
    const model: KeptModel = {
      method,
      target: kind === 'number' ? { kind, name: 'y' } : { kind, name: 'y', labels: ['#NaN', '-0', '三'] },
      encoding: { kind: 'encoding', columns: [{ kind: 'number', name: 'x' }] },
      threshold: 0.5,
      rows: 120,
      fitted,
    };
    const read = maybeModel(toFrame(model))!;
    expect(read).toEqual(model);
    const [before, after] = [predictFitted(fitted, columns), predictFitted(read.fitted, columns)];
    expect(after).toEqual(before);
    const all = [before].flat();
    expect(all.every((values) => values.every(Number.isFinite))).toBe(true);
  });

  it('can be set as its grid says', () => {
    for (const method of findMethods(kind, 120))
      for (const settings of toCombinations(findGrid(method) ?? {})) {
        const model = toLearner(method, { trees: 5, ...settings }, { seed: 1 });
        if (['network', 'svm'].includes(method)) continue;
        expect(() => model.fit(columns, targets[kind])).not.toThrow();
      }
  });
});

it('a way is offered for what it can learn, and the form knows them all', () => {
  expect(isMethodFor('bayes', 'number')).toBe(false);
  expect(findMethods('class', 1_000_000)).not.toContain('svm');
  const { choices } = learn.fields.method as { choices: readonly string[] };
  const all = new Set([...findMethods('number', 1), ...findMethods('class', 1)]);
  expect(new Set(choices.slice(1))).toEqual(all);
});

it('a table that is none of a model is none', () => {
  expect(maybeModel({ rows: 0, columns: [] })).toBeUndefined();
  const other: Frame = {
    rows: 1,
    columns: ['part', 'content'].map((name) => ({
      name,
      kind: 'text',
      codes: Int32Array.of(0),
      labels: ['{}'],
    })),
  };
  expect(maybeModel(other)).toBeUndefined();
});

function toFrame(model: KeptModel): Frame {
  const given = toModelTable(model);
  return {
    rows: given[0]!.values.length,
    columns: given.map(({ name, values }) => ({
      name,
      kind: 'text',
      codes: Int32Array.from(values.keys()),
      labels: values,
    })),
  };
}
