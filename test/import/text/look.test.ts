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

test(
  'a quote that is never closed does not make one record of all that follows',
  { timeout: 30_000 },
  async () => {
    const rows = Array.from({ length: 100_000 }, (_, k) => `${k},${k * 2},note ${k}\n`);
    for (const stray of ['2,4,12" wide\n', '2,4,"wide\n']) {
      const found = await look(`id,n,note\n${rows.with(2, stray).join('')}`);
      expect(found.columns).toEqual(['id: every-value', 'n: every-value', 'note: words']);
      expect(found.records).toBeGreaterThan(10_000);
    }
  },
);

const closings: [what: string, head: string, tail: string, width: number, header: number][] = [
  ['a header of three', 'id,note,n\n1,"', '",2\n3,a,4\n', 3, 1],
  ['one column', 'note\n"', '"\nx\n', 1, 1],
  ['no header', '1;"', '";2\n3;a;4\n', 3, 0],
  ['records before it', '1\tfirst\n2\tsecond\n3\t"', '"\n4\tlast\n', 2, 0],
];

test.each(closings)(
  'a value of a million lines is told by what closes it: %s',
  async (_, head, tail, width, header) => {
    for (const line of ['lorem ipsum\n', 'lorem\n', 'so, it goes\n', '""a""; b\n']) {
      const text = head + line.repeat(2 ** 20 / line.length + 100_000) + tail;
      const { finding } = await lookAtText(new Blob([text]), {});
      expect(finding.layout).toMatchObject({ width, header });
    }
  },
);

test('a quote that another value follows did not open one', { timeout: 30_000 }, async () => {
  const rows = Array.from({ length: 100_000 }, (_, k) => `${k},${k * 2},note ${k}\n`);
  const text = rows.with(2, '2,4,"wide\n').with(90_000, '90000,1,"a, b"\n').join('');
  expect((await look(`id,n,note\n${text}`)).records).toBeGreaterThan(10_000);
});
