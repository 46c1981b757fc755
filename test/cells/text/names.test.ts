import { expect, it, vi } from 'vitest';
import { inputKind } from '../../../src/cells/input/compile';
import { textKind } from '../../../src/cells/text/compile';
import { createRunner } from '../../../src/run/runner';
import { createWorkbook } from '../../../src/workbook/document';
import { followName, renameCell, toCell } from '../../../src/workbook/edits';
import { toGraph } from '../../../src/workbook/graph';
import type { RunKind } from '../../../src/workbook/plan';

const all: Record<string, RunKind> = {
  input: inputKind as unknown as RunKind,
  text: textKind as unknown as RunKind,
};
const kinds = { find: (kind: string) => all[kind] };

function toWorkbook(markdown: string, name = 'since') {
  return createWorkbook({
    cells: [
      toCell({ kind: 'input', name, control: 'date', value: '2024-03-14' }, kinds, 'i'),
      toCell({ kind: 'text', markdown }, kinds, 't'),
    ],
  });
}

it('a text reads what there is of what it names, and what there is not is no fault', () => {
  const { nodes } = toGraph(toWorkbook('{{since}} {{orders}} {{nobody}}'), {
    kinds,
    sources: ['orders'],
  });
  const { reads, fault } = nodes.get('t')!;
  expect(fault).toBeUndefined();
  expect(reads.filter(({ cell, source }) => cell ?? source)).toEqual([
    { name: 'orders', of: 'table', source: 'orders' },
    { name: 'since', of: 'value', cell: 'i' },
  ]);
});

it('a text follows an input to its new name', () => {
  const { cells } = renameCell(toWorkbook('{{since}} {{orders.since}}'), 'i', 'from', kinds);
  expect(cells[1]).toMatchObject({ markdown: '{{from}} {{orders.since}}' });
});

it('a text that shows an input does not follow a table of the same name', () => {
  const change = { of: 'table', from: 'orders', to: 'sales' } as const;
  const { cells } = followName(toWorkbook('{{orders}} {{orders.n}}', 'orders'), change, kinds);
  expect(cells[1]).toMatchObject({ markdown: '{{orders}} {{sales.n}}' });
});

it('a text asks again when a table that it names has come, or has other columns', async () => {
  const asked: string[] = [];
  const engine = {
    query: (sql: string) => {
      asked.push(sql);
      return Promise.resolve({ columns: [], values: [], rowCount: 0 });
    },
    keepResult: vi.fn(),
    shareResult: vi.fn(),
    renameResult: vi.fn(),
    dropResult: vi.fn(),
    compute: vi.fn(),
  };
  const runner = createRunner({ engine, kinds, onState: () => {} });
  const workbook = createWorkbook({
    cells: [toCell({ kind: 'text', markdown: '{{orders.n}}' }, kinds, 't')],
  });
  const source = { id: 's', name: 'orders', version: '1' };
  for (const sources of [[], [{ ...source, columns: ['m'] }], [{ ...source, columns: ['N'] }]]) {
    runner.setWorld({ workbook, sources, held: false });
    await runner.whenSettled(['t']);
  }
  expect(asked).toEqual(['SELECT (SELECT "N" FROM "orders" LIMIT 1) AS """orders"".""n"""']);
});
