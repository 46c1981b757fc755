import { Int64, makeData, RecordBatch, Struct } from 'apache-arrow';
import { expect, test } from 'vitest';
import type { BatchTable } from '../../src/import/batches';
import { toBatchSchema, withChoices } from '../../src/import/batches';
import { readBatches } from './readBatches';

function createTable(): BatchTable {
  const described = toBatchSchema([
    { name: 'id', type: new Int64() },
    { name: 'n', type: new Int64() },
  ]);
  const { schema } = described;
  const children = schema.fields.map(() =>
    makeData({ type: new Int64(), length: 1, data: new BigInt64Array(1) }),
  );
  const batch = new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: 1, children }));
  return {
    ...described,
    notes: [],
    async *batches() {
      yield batch;
    },
    *range() {
      yield batch;
      return undefined;
    },
  };
}

test('a column can be had as text, under another name, or not at all', async () => {
  const { table, columns } = withChoices(createTable(), {
    columns: { id: { reading: { type: 'VARCHAR' }, name: 'code' }, n: { leaveOut: true } },
  });
  expect(table.columns).toEqual([{ name: 'code', type: 'VARCHAR' }]);
  expect(columns).toMatchObject([
    { source: 'id', name: 'code', type: 'VARCHAR', reading: { type: 'VARCHAR' }, leftOut: false },
    { source: 'n', type: 'BIGINT', leftOut: true },
  ]);
  const [batch] = await readBatches(table);
  expect(batch!.numCols).toBe(1);
});

test('rows are no longer to be had in any order once columns are chosen, for each batch must be cut down', () => {
  expect(withChoices(createTable(), {}).table.range).toBeUndefined();
});

test('another type than text is not taken from a choice: the file says its types itself', () => {
  const { columns } = withChoices(createTable(), { columns: { id: { reading: { type: 'BOOLEAN' } } } });
  expect(columns[0]).toMatchObject({ type: 'BIGINT' });
  expect(columns[0]!.reading).toBeUndefined();
});
