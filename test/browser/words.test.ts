import { expect, test } from 'vitest';
import { openPage } from './harness';
import { importFile, queryRows, wait } from './person';

const texts = [
  ...Array.from({ length: 6 }, (_, at) => `退货,退款什么时候到账？单号${at}`),
  ...Array.from({ length: 5 }, (_, at) => `破损,The glass cup number ${at} arrived broken`),
];
const content = ['类别,内容', ...texts, '其他,'].join('\n');

test('Chinese and English texts are told by their words, and have topics beside them that SQL reads', async () => {
  const { page } = await openPage({ width: 1440, locale: 'zh-CN' });
  await importFile(page, { name: 'tickets.csv', content });
  const add = (name: string, steps: readonly object[]) =>
    page.evaluate(
      ([name, steps]) => window.quire.addCell({ kind: 'steps', name, from: 'tickets', steps } as never),
      [name, steps] as const,
    );
  await add('words', [{ step: 'words', text: '内容', phrases: false }]);
  const found = page.getByRole('region', { name: '词频与短语' });
  await expect.poll(() => found.textContent(), wait).toContain('11 条文本中有 6 条（54.5%）提到“');
  await expect.poll(() => found.textContent(), wait).toContain('12 行中有 1 行因缺少值而未计入。');
  expect(
    await queryRows(page, `SELECT texts FROM words WHERE word IN ('退款', 'broken') ORDER BY 1`),
  ).toEqual([[5], [6]]);

  await add('about', [{ step: 'topics', text: '内容', topics: 2 }]);
  const bySize = 'SELECT topic, count(*) FROM about GROUP BY 1 ORDER BY 1';
  await expect
    .poll(() => queryRows(page, bySize).catch(() => undefined), wait)
    .toEqual([
      [1, 6],
      [2, 5],
      [null, 1],
    ]);
  expect(await queryRows(page, 'SELECT "rows" FROM about.topics')).toEqual([[6], [5]]);
});
