import { expect, test } from 'vitest';
import { cleanList } from '../../src/templates/cleanList';
import { guessColumns } from '../../src/templates/guess';
import { quality } from '../../src/templates/quality';

const text = (name: string) => ({ name, type: 'VARCHAR' });
const number = (name: string) => ({ name, type: 'BIGINT' });
const date = (name: string) => ({ name, type: 'DATE' });

const guess = (roles: Parameters<typeof guessColumns>[0], columns: Parameters<typeof guessColumns>[1]) =>
  Object.fromEntries(Object.entries(guessColumns(roles, columns)).map(([role, { name }]) => [role, name]));

const english = [
  ...['Customer ID', 'Full name', 'Mobile', 'E-Mail Address', 'Street address', 'Town'].map(text),
  date('Registered on'),
  number('Age'),
  text('Gender'),
];
const chinese = [
  ...['会员编号', '姓名', '手机号', '邮箱', '详细地址', '所在城市'].map(text),
  date('注册日期'),
  number('年龄'),
  text('性别'),
];

test('a list of people is known by its heads, in English and Chinese', () => {
  const roles = cleanList.tables['people']!.columns;
  expect(guess(roles, english)).toEqual({
    key: 'Customer ID',
    name: 'Full name',
    phone: 'Mobile',
    email: 'E-Mail Address',
    address: 'Street address',
    city: 'Town',
    date: 'Registered on',
  });
  expect(guess(roles, chinese)).toEqual({
    key: '会员编号',
    name: '姓名',
    phone: '手机号',
    email: '邮箱',
    address: '详细地址',
    city: '所在城市',
    date: '注册日期',
  });
});

test('the quality report looks at what can be wrong', () => {
  const roles = quality.tables['table']!.columns;
  expect(guess(roles, english)).toEqual({
    key: 'Customer ID',
    email: 'E-Mail Address',
    phone: 'Mobile',
    date: 'Registered on',
    figure: 'Age',
    place: 'Town',
    group: 'Gender',
  });
  expect(
    guess(roles, [text('order_id'), text('customer_id'), text('channel'), text('payment'), number('amount')]),
  ).toEqual({
    key: 'order_id',
    figure: 'amount',
    place: 'channel',
    group: 'payment',
  });
});
