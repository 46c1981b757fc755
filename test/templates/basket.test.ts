import { expect, test } from 'vitest';
import { basket } from '../../src/templates/basket';
import { guess } from './guessing';

test('lines of a till in English and in Chinese', () => {
  expect(
    guess(basket, {
      invoice_items: {
        InvoiceNo: 'VARCHAR',
        StockCode: 'VARCHAR',
        Description: 'VARCHAR',
        Quantity: 'DOUBLE',
        InvoiceDate: 'TIMESTAMP',
        UnitPrice: 'DOUBLE',
        CustomerID: 'VARCHAR',
      },
    }),
  ).toEqual({
    lines: {
      source: 'invoice_items',
      order: 'InvoiceNo',
      product: 'Description',
      quantity: 'Quantity',
      price: 'UnitPrice',
    },
  });
  expect(
    guess(basket, {
      销售明细: {
        小票号: 'VARCHAR',
        商品名称: 'VARCHAR',
        大类: 'VARCHAR',
        数量: 'VARCHAR',
        售价: 'VARCHAR',
      },
    }),
  ).toEqual({
    lines: {
      source: '销售明细',
      order: '小票号',
      product: '商品名称',
      category: '大类',
      quantity: '数量',
      price: '售价',
    },
  });
});
