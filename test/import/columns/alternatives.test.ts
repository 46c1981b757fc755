import { expect, test } from 'vitest';
import { createProfile } from '../../../src/import/columns/profile';

function findAlternatives(values: string[]) {
  const profile = createProfile();
  for (const value of values) profile.add(value);
  return profile.decide({ name: 'x' }).alternatives;
}

test('a reading that gives the same values as another is offered once', () => {
  expect(findAlternatives(['007', '8'])).toMatchObject([
    { reading: { type: 'BIGINT', decimal: '.' }, misfits: 0, zeros: 1 },
  ]);
});

test('marks that mean different numbers are offered as such', () => {
  const readings = findAlternatives(['1.234', '2.345', 'n/k']).map(({ reading }) => reading);
  expect(readings).toContainEqual({ type: 'DOUBLE', decimal: '.' });
  expect(readings).toContainEqual({ type: 'BIGINT', decimal: ',', group: '.' });
});
