import { beforeAll, expect, test } from 'vitest';
import { quoteName } from '../../../../src/sql/quote';
import type { NearSettings } from '../../../../src/steps/clean/near';
import {
  findWord,
  toDifference,
  toReview,
  toReviewSql,
  withWord,
} from '../../../../src/steps/clean/near/review';
import { toSettings } from '../../../../src/steps/settings';
import { findStep } from '../../../../src/steps/catalog';
import { createKitchen } from '../../kitchen';

let kitchen: Awaited<ReturnType<typeof createKitchen>>;
beforeAll(async () => {
  kitchen = await createKitchen();
  kitchen.table(
    't(id, name, phone)',
    `(1, '张伟明', '13812345678'), (2, '李芳', '13912345678'), (3, '张 伟明', '+86 138-1234-5678'),
     (4, '王强', '13812345678'), (5, NULL, NULL)`,
  );
}, 60_000);

const settings = (more: object = {}) =>
  toSettings(findStep('near')!.fields, {
    name: 'name',
    phone: 'phone',
    key: 'id',
    ...more,
  }) as unknown as NearSettings;

async function review(given = settings(), page = { most: 10 }) {
  const { columns } = await kitchen.ask('SELECT * FROM t');
  const sql = toReviewSql(given, { from: quoteName('t'), columns }, page);
  return toReview(given, (await kitchen.ask(sql)).values);
}

test('pairs come with their score, and with what agrees in them', async () => {
  const { pairs, counting, nearly } = await review();
  expect(counting + nearly).toBe(pairs.length);
  const pair = pairs.find(({ keys }) => keys.join() === '1,3')!;
  expect(pair.counts).toBe(true);
  expect(pair.values).toEqual([
    { role: 'name', column: 'name', texts: ['张伟明', '张 伟明'], agrees: 'same' },
    { role: 'phone', column: 'phone', texts: ['13812345678', '+86 138-1234-5678'], agrees: 'same' },
  ]);
});

test('those that are least certain come first, a page at a time', async () => {
  const all = (await review(settings({ sure: 'loose' }))).pairs;
  expect(all.length).toBeGreaterThan(1);
  const far = all.map(({ score }) => Math.abs(Math.log2(score / (1 - score))));
  expect(far).toEqual(far.toSorted((a, b) => a - b));
  expect((await review(settings({ sure: 'loose' }), { most: 1, offset: 1 } as never)).pairs).toEqual([
    all[1],
  ]);
});

test('a person’s word makes two rows one, or two of one', async () => {
  const near = { step: 'near', name: 'name', phone: 'phone', key: 'id' };
  const groups = async (more: object) =>
    (await kitchen.run('t', [{ ...near, ...more }])).rows.map((row) => row.at(-2));
  expect(await groups({})).toEqual([1, null, 1, 1, null]);
  expect(await groups({ same: [{ one: '5', other: '2' }] })).toEqual([1, 2, 1, 1, 2]);
  const apart = [
    { one: '3', other: '1' },
    { one: '1', other: '4' },
  ];
  expect(await groups({ apart })).toEqual([null, null, 1, 1, null]);
});

test('a word on a pair is kept whichever of its rows is named first, and taken back', () => {
  const none = { apart: [], same: [] };
  const same = withWord(none, ['1', '3'], 'same');
  expect(findWord(same, ['3', '1'])).toBe('same');
  const apart = withWord(same, ['3', '1'], 'apart');
  expect(apart).toEqual({ same: [], apart: [{ one: '3', other: '1' }] });
  expect(withWord(apart, ['1', '3'], undefined)).toEqual(none);
});

test('what two texts begin and end with alike is no difference', () => {
  expect(toDifference('13812345678', '13812945678')).toEqual({
    before: '13812',
    own: ['3', '9'],
    after: '45678',
  });
  expect(toDifference('aa', 'aaa')).toEqual({ before: 'aa', own: ['', 'a'], after: '' });
  expect(toDifference('', '张')).toEqual({ before: '', own: ['', '张'], after: '' });
});

test('the key is suggested, so that words on pairs can be kept', () => {
  const columns = [
    { name: 'customer_id', type: 'BIGINT' },
    { name: 'name', type: 'VARCHAR' },
  ];
  expect(findStep('near')!.suggest!({ columns })).toEqual({ name: 'name', key: 'customer_id' });
});
