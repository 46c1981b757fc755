import { expect, it } from 'vitest';
import { findStep } from '../../../src/steps/catalog';

const orders = [
  { name: 'customer_id', type: 'VARCHAR' },
  { name: 'ordered_at', type: 'TIMESTAMP' },
  { name: 'discount', type: 'DOUBLE' },
  { name: 'amount', type: 'DECIMAL(12,2)' },
];

it('what was paid is suggested to be added up, and not what was let off', () => {
  for (const step of ['rfm', 'lifetimeValue'])
    expect(findStep(step)!.suggest!({ columns: orders })).toMatchObject({ amount: 'amount' });
  for (const step of ['periods', 'forecast', 'decompose'])
    expect(findStep(step)!.suggest!({ columns: orders })).toEqual({ date: 'ordered_at', value: 'amount' });
  expect(findStep('pareto')!.suggest!({ columns: orders })).toMatchObject({ value: 'amount' });
});

it('a column that is chosen goes before one that is suggested, and a part before none', () => {
  expect(findStep('periods')!.suggest!({ columns: orders, column: 'discount' })).toMatchObject({
    value: 'discount',
  });
  const suggest = (...names: string[]) =>
    findStep('lifetimeValue')!.suggest!({ columns: names.map((name) => ({ name, type: 'DOUBLE' })) });
  expect(suggest('discount_rate', 'quantity')).toMatchObject({ amount: 'quantity' });
  expect(suggest('total_discount', '销售额')).toMatchObject({ amount: '销售额' });
  expect(suggest('折扣')).toMatchObject({ amount: '折扣' });
});

it('a number that does not say so is no duration', () => {
  const columns = [...orders, { name: 'status', type: 'VARCHAR' }];
  expect(findStep('survival')!.suggest!({ columns })).toMatchObject({
    given: 'duration',
    duration: undefined,
    event: 'status',
  });
});
