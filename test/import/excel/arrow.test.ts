import { RecordBatchStreamWriter, tableFromIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import { toBatchTable } from '../../../src/import/excel/arrow';
import { toColumns } from '../../../src/import/excel/columns';
import { findTables } from '../../../src/import/excel/findTables';
import type { Given } from './makeXlsx';
import { toRowsXml } from './makeXlsx';
import { readMade, readRows } from './read';

async function createBatches(count: number) {
  const rows: Given[][] = [['word', 'n']];
  for (let k = 0; k < count; k++) rows.push([k % 4 === 3 ? null : `text ${k % 5}`, k]);
  const cells = await readMade({ sheets: [toRowsXml(rows)] });
  const [table] = findTables(cells).tables;
  return toBatchTable(cells, table!, toColumns(cells, table!), { batchRows: 3 });
}

test('rows from any place on are those of the whole', async () => {
  const batches = await createBatches(20);
  const whole = await readRows(batches);
  expect(whole).toHaveLength(20);
  expect(whole.slice(0, 4)).toEqual([
    ['text 0', 0],
    ['text 1', 1],
    ['text 2', 2],
    [null, 3],
  ]);
  const numbers = (from: number, to: number) =>
    [...{ [Symbol.iterator]: () => batches.range!(from, to) }].flatMap((batch) => {
      const sent = tableFromIPC(RecordBatchStreamWriter.writeAll([batch]).toUint8Array(true));
      return Array.from({ length: sent.numRows }, (_, row) => [
        sent.getChildAt(0)!.get(row) as string | null,
        Number(sent.getChildAt(1)!.get(row)),
      ]);
    });
  expect(numbers(0, 20)).toEqual(whole);
  expect([...numbers(0, 7), ...numbers(7, 20)]).toEqual(whole);
});

test('each batch carries the texts that it needs, each once', async () => {
  const batches = await createBatches(12);
  const dictionaries = [...{ [Symbol.iterator]: () => batches.range!(0, 12) }].map((batch) => [
    ...batch.getChildAt(0)!.data[0]!.dictionary!,
  ]);
  expect(dictionaries).toEqual([
    ['text 0', 'text 1', 'text 2'],
    ['text 4', 'text 0'],
    ['text 1', 'text 3'],
    ['text 4', 'text 0'],
  ]);
});
