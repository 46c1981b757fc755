import { beforeAll, expect, test } from 'vitest';
import { createKitchen } from '../kitchen';

let kitchen: Awaited<ReturnType<typeof createKitchen>>;
beforeAll(async () => {
  kitchen = await createKitchen();
  kitchen.create('nobody', `SELECT CAST(NULL AS VARCHAR) AS name WHERE false`);
}, 60_000);

const bad = '(?<=a)[';
const steps = [
  { step: 'filter', conditions: [{ column: 'name', test: 'matches', value: bad }] },
  { step: 'replace', columns: ['name'], how: 'pattern', find: bad },
  { step: 'validate', rules: [{ rule: 'pattern', column: 'name', pattern: bad }] },
  { step: 'split', column: 'name', by: 'pattern', pattern: bad },
  { step: 'extract', column: 'name', what: 'pattern', pattern: bad },
];

test.for(steps)('$step tells of a pattern that cannot be read before any row is', async (step) => {
  const { problem } = await kitchen.compile('nobody', [step]);
  expect(problem?.params.detail).toMatch(/invalid perl operator/);
});

test('a text that is no pattern may have any marks', async () => {
  const { problem } = await kitchen.compile('nobody', [
    { step: 'filter', conditions: [{ column: 'name', test: 'contains', value: bad }] },
    { step: 'replace', columns: ['name'], find: bad },
  ]);
  expect(problem).toBeUndefined();
});
