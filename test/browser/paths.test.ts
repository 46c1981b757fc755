import { expect, test } from 'vitest';
import { openPage, waitReady } from './harness';
import { expectGrid, findHeading, findSources, importByDrop, queryRows, wait } from './person';

test.each([
  { base: '/', headers: true },
  { base: '/some/where/', headers: false },
])(
  'served at $base, headers: $headers, a file becomes rows that are there after a reload',
  async (options) => {
    const { page, url } = await openPage({ ...options, ahead: true });
    expect(new URL(url).pathname).toBe(options.base);
    await importByDrop(page, { name: 'tea.csv', content: 'id,name\n1,green\n' });
    await expectGrid(page, 'Rows of tea', [['1', 'green']]);
    await page.reload();
    await waitReady(page);
    await expectGrid(page, 'Rows of tea', [['1', 'green']]);
    expect(await queryRows(page, 'select name from tea')).toEqual([['green']]);
  },
);

test('the samples are found below a sub-path', async () => {
  const { page } = await openPage({ base: '/some/where/', headers: false });
  await page.getByRole('button', { name: /^Products/ }).click();
  await expect.poll(() => findHeading(page), wait).toBe('products');
  const [source] = await findSources(page);
  expect(await queryRows(page, 'select count(*) from products')).toEqual([[source!.rows]]);
});
