import type { Catalog } from '../../src/sql/complete';

/** What a small workbook has. */
export const catalog: Catalog = {
  tables: [
    {
      name: 'orders',
      kind: 'source',
      columns: [
        { name: 'id', type: 'BIGINT' },
        { name: 'customer_id', type: 'BIGINT' },
        { name: 'total', type: 'DECIMAL(18,2)' },
        { name: 'ship to', type: 'STRUCT(city VARCHAR, "zip code" VARCHAR, amount DECIMAL(18,2))' },
      ],
    },
    {
      name: 'customers',
      kind: 'source',
      columns: [
        { name: 'customer_id', type: 'BIGINT' },
        { name: 'name', type: 'VARCHAR' },
      ],
    },
    { name: '订单 2024', kind: 'cell', columns: [{ name: '金额', type: 'DOUBLE' }] },
  ],
  functions: [
    { name: 'sum', parameters: ['arg'], description: 'Adds up.', returns: 'HUGEINT', kind: 'aggregate' },
    { name: 'substring', parameters: ['text', 'from'], description: '', returns: 'VARCHAR', kind: 'scalar' },
    { name: 'range', parameters: ['to'], description: '', returns: '', kind: 'table' },
  ],
  keywords: [],
  parameters: [
    { name: 'city', type: 'VARCHAR' },
    { name: 'since', type: 'DATE' },
  ],
};
