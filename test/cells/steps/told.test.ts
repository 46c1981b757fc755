import { beforeAll, expect, test } from 'vitest';
import { toNoteWords, toProblemWords } from '../../../src/cells/steps/words';
import { loadStepWords } from '../../../src/i18n/steps/steps';
import { Problem } from '../../../src/lib/problem';

beforeAll(loadStepWords);

const tell = (why: string, params: Record<string, number> = {}) =>
  toProblemWords('kmeans', new Problem('analysis-misfit', { params: { why, ...params } }));

test('what does not fit says what to do next', () => {
  expect(tell('too-few-rows', { rows: 0, needed: 1 })).toBe(
    'There are too few rows with values: 0, and 1 is needed. Take more rows, or columns with fewer missing values.',
  );
  expect(tell('too-few-rows', { rows: 1200, needed: 2000 })).toContain(': 1,200, and 2,000 are needed.');
  // the same one twice is two columns, too
  expect(tell('two-columns')).toBe('Choose at least two different columns.');
});

test('one is no several', () => {
  expect(toNoteWords({ why: 'rules-no-items', params: { baskets: 1 } })).toContain(
    'so many of the 1 basket.',
  );
  const offers = (customers: number) => toNoteWords({ why: 'offers-none', params: { customers } });
  expect(offers(1)).toMatch(/^The one customer has every item/);
  expect(offers(20)).toMatch(/^Each customer has every item/);
});
