import { tableFromIPC } from 'apache-arrow';
import { toSelection } from '../../src/engine/exporting/serveRows';
import type { RowsRequest } from '../../src/engine/exporting/serveRows';
import type { SealOptions } from '../../src/export/seal';
import type { TableToWrite } from '../../src/export/writeTable';
import type { QuireSpec } from '../../src/export/writeQuire';
import { writeQuire } from '../../src/export/writeQuire';
import type { Receipt } from '../../src/import/receipt';
import { quoteName } from '../../src/sql/quote';
import type { WorkbookJson } from '../../src/workbook/serialize';
import type { createDuck } from '../run/duck';

type Duck = Awaited<ReturnType<typeof createDuck>>;

export const workbook: WorkbookJson = {
  quire: 1,
  id: 'book1',
  title: 'Tea "sales" 茶',
  run: 'auto',
  seed: 7,
  cells: [
    {
      id: 'a',
      kind: 'sql',
      name: 'by_city',
      sql: 'SELECT city, sum(price) FROM orders GROUP BY ALL',
    } as never,
    { id: 'b', kind: 'text', markdown: '# Notes' } as never,
  ],
  sources: [{ name: 'orders', columns: [{ name: 'city', type: 'VARCHAR' }] }],
};

export function toReceipt(rows: number, change: Partial<Receipt> = {}): Receipt {
  return {
    file: { name: 'orders.csv', bytes: 1000, modified: 0 },
    kind: 'text',
    place: {},
    records: rows + 1,
    header: 1,
    skipped: 0,
    loaded: rows,
    rejected: 0,
    unread: 0,
    columns: ['city', 'price'].map((name) => ({
      source: name,
      name,
      type: name === 'city' ? 'VARCHAR' : 'BIGINT',
      why: 'every-value',
      example: name === 'city' ? 'Paris' : '3',
      changed: 0,
    })),
    warnings: [{ code: 'trimmed', count: 1, examples: ['Paris'] }],
    settings: { columns: { city: { name: 'Paris' } } },
    ...change,
  };
}

/** A table of a real engine, as something that shall travel. */
export function toTable(
  duck: Duck,
  name: string,
  query: string,
  change: Partial<TableToWrite> = {},
): TableToWrite {
  const { columns } = duck.create(name, query);
  const rows = duck.query(`SELECT * FROM ${quoteName(name)}`).numRows;
  return {
    name,
    columns,
    rows,
    receipt: toReceipt(rows),
    rejected: 0,
    unread: 0,
    masked: [],
    leftOut: [],
    ...change,
  };
}

/** Writes a file with rows of a real engine. */
export function write(
  duck: Duck,
  spec: Partial<QuireSpec>,
  sealing: SealOptions = { rounds: 1000, chunk: 4096 },
): Promise<Blob> {
  const { tables = [] } = spec;
  const read = async (table: number, { kind, columns, from, to }: RowsRequest) => {
    const name = quoteName(kind === 'rows' ? tables[table]!.name : `${tables[table]!.name} ${kind}`);
    const sql = `SELECT ${toSelection(columns)} FROM ${name} LIMIT ${to - from} OFFSET ${from}`;
    return tableFromIPC(duck.stream(sql));
  };
  const now = new Date('2026-03-04T05:06:08Z');
  return writeQuire({ workbook, data: 'all', tables, ...spec }, { read, sealing, now });
}
