import { expect, test } from 'vitest';
import { encodingLabels } from '../../../src/app/importing/encodingWords';
import { encodings } from '../../../src/i18n/importing.en';

test('every encoding that has words can be chosen', () => {
  expect(encodingLabels).toEqual(Object.keys(encodings));
});
