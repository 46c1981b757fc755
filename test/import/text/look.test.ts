import { expect, test } from 'vitest';
import { lookAtText } from '../../../src/import/text/look';

async function look(text: string) {
  const { plan, finding, records } = await lookAtText(new Blob([text]), {});
  const columns = plan.columns.map(({ name, why }) => `${name}: ${why}`);
  return { columns, asks: finding.questions, header: finding.layout.header, records: records.length };
}

test('a record that is longer than the start of a file says nothing about the types of its columns', async () => {
  const long = `1,"${'x, "" \n'.repeat(300_000)}",2\n`;
  expect(await look(`id,note,n\n${long}3,short,4\n`)).toEqual({
    columns: ['id: blank', 'note: blank', 'n: blank'],
    asks: [],
    header: 1,
    records: 1,
  });
});

test('a quote that is never closed does not make one record of all that follows', async () => {
  const rows = Array.from({ length: 100_000 }, (_, k) => `${k},${k * 2},note ${k}\n`);
  for (const stray of ['2,4,12" wide\n', '2,4,"wide\n']) {
    const found = await look(`id,n,note\n${rows.with(2, stray).join('')}`);
    expect(found.columns).toEqual(['id: every-value', 'n: every-value', 'note: words']);
    expect(found.records).toBeGreaterThan(10_000);
  }
});
