import { describe, expect, test } from 'vitest';
import { guessColumns, guessTables } from '../../src/templates/guess';
import { amount, channel, customer, maybe, order, orderDate, status } from '../../src/templates/roles';

const roles = {
  date: orderDate,
  amount,
  order: maybe(order),
  customer: maybe(customer),
  channel: maybe(channel),
  status: maybe(status),
};
const text = (name: string) => ({ name, type: 'VARCHAR' });
const number = (name: string) => ({ name, type: 'DOUBLE' });
const date = (name: string) => ({ name, type: 'TIMESTAMP' });

const guess = (columns: Parameters<typeof guessColumns>[1]) =>
  Object.fromEntries(Object.entries(guessColumns(roles, columns)).map(([role, { name }]) => [role, name]));

describe('columns', () => {
  test('in English, whatever else is there', () => {
    expect(
      guess([
        text('order_id'),
        text('customer_id'),
        text('customer_name'),
        date('ordered_at'),
        date('shipped_at'),
        text('channel'),
        number('discount'),
        number('amount'),
        text('status'),
      ]),
    ).toEqual({
      date: 'ordered_at',
      amount: 'amount',
      order: 'order_id',
      customer: 'customer_id',
      channel: 'channel',
      status: 'status',
    });
  });

  test('in Chinese', () => {
    expect(
      guess([
        text('订单编号'),
        text('会员编号'),
        date('下单时间'),
        date('付款时间'),
        number('优惠金额'),
        number('实付金额'),
        text('门店'),
        text('订单状态'),
      ]),
    ).toEqual({
      date: '下单时间',
      amount: '实付金额',
      order: '订单编号',
      customer: '会员编号',
      channel: '门店',
      status: '订单状态',
    });
  });

  test('with blanks, dots or capitals between words', () => {
    expect(guess([text('Customer ID'), date('Order Date'), number('Order.Total'), text('orderNo')])).toEqual({
      date: 'Order Date',
      amount: 'Order.Total',
      order: 'orderNo',
      customer: 'Customer ID',
    });
  });

  test('a text that is called a date is better than a number that is called nothing', () => {
    expect(guess([text('date'), number('x')])).toEqual({ date: 'date', amount: 'x' });
  });

  test('no column has two roles', () => {
    const found = Object.values(guess([date('order_date'), number('order_total'), text('order')]));
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('tables', () => {
  const orders = { names: /^orders?$/i, sample: 'orders.csv', columns: roles };
  const lines = { name: 'lines', columns: [date('date'), number('amount'), text('order')] };

  test('the one that is called so, among those that have what is needed', () => {
    const named = { ...lines, name: 'Orders' };
    const poor = { name: 'order', columns: [text('customer')] };
    expect(guessTables({ orders }, [lines, poor, named])['orders']?.source).toBe('Orders');
  });

  test('one that need not be there is known by its name alone', () => {
    const maybe = { ...orders, optional: true as const };
    expect(guessTables({ maybe }, [lines])).toEqual({});
    expect(guessTables({ maybe }, [{ ...lines, name: 'Orders' }])['maybe']?.source).toBe('Orders');
  });

  test('none where nothing has what is needed', () => {
    expect(guessTables({ orders }, [{ name: 'orders', columns: [text('a')] }])).toEqual({});
    expect(guessTables({ orders }, [])).toEqual({});
  });
});
