import { beforeAll, expect, it } from 'vitest';
import { describeGlance } from '../../../src/grid/glance/words';
import { speak } from '../../../src/i18n/i18n';
import type { Shape } from '../../../src/run/glance';

beforeAll(() => speak('en'));

const integers: Shape = { kind: 'bins', from: 1, to: 14, width: 5, unit: 1, counts: [2, 6, 2] };
const texts: Shape = { kind: 'values', distinct: 3, isExact: true, frequent: [['', 6]] };

it.each([
  [
    'whole numbers, with the part that has most of them',
    'BIGINT',
    0,
    integers,
    'From 1 to 14\n60% of the values from 6 to 10',
  ],
  ['texts, of which the empty one can be read', 'VARCHAR', 0, texts, '3 distinct\n(empty text): 6 (60%)'],
  [
    'what is missing, and shares of what is not',
    'VARCHAR',
    990,
    texts,
    '3 distinct\n(empty text): 6 (60%)\n99% missing',
  ],
  ['nothing but that', 'VARCHAR', 1000, { kind: 'nothing' }, 'all missing'],
] as const)('the words of a glance say %s', (_, type, missing, shape, words) => {
  const rows = missing === 1000 ? 1000 : missing + 10;
  expect(describeGlance({ rows, missing, shape }, { name: 'x', type })).toBe(words);
});
