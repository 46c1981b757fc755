import { beforeAll, expect, test } from 'vitest';
import { toSuggestionWords } from '../../../src/cells/steps/suggestionWords';
import { loadStepWords } from '../../../src/i18n/steps/steps';

beforeAll(loadStepWords);

test('an example that is a number is read as one, and a text as it is written', () => {
  const found = { columns: ['p'], count: 7, looked: 100, params: {}, step: { step: 'outliers' } };
  expect(toSuggestionWords({ ...found, why: 'far', example: '360318.74135191424' })).toBe(
    'p: 7 values lie far from the others, such as 360,319',
  );
  expect(toSuggestionWords({ ...found, why: 'markers', example: '007.50' })).toContain('007.50');
});
