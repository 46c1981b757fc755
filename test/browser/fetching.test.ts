import { expect, test } from 'vitest';
import { openPage } from './harness';
import { expectNotice, expectSeen, importByConsole, wait } from './person';

test('a part of the page that could not be fetched is said and fetched again, with its styles', async () => {
  const { page, expectProblem } = await openPage({ fresh: true });
  expectProblem(/Failed to load resource/);
  await importByConsole(page, { name: 'a.csv', content: 'a\n1\n' });
  await page.evaluate(() => window.quire.addCell({ kind: 'text', markdown: '# Here' }));
  await expectSeen(page.getByRole('heading', { name: 'Here' }));
  // the server is away
  await page.route('**/assets/**', (route) => route.abort());
  await page.getByRole('radio', { name: 'Report' }).click();
  const said = page.getByRole('main').getByRole('alert');
  await expectSeen(said.getByText('could not be fetched'));
  await said.getByRole('button', { name: 'Try again' }).click();
  await expectSeen(said.getByText('could not be fetched'));
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expectNotice(page, 'could not be fetched');
  // what is there still works
  await page.getByRole('radio', { name: 'Workbook' }).click();
  await expectSeen(page.getByRole('heading', { name: 'Here' }));
  await page.getByRole('radio', { name: 'Report' }).click();
  await expectSeen(said);

  await page.unroute('**/assets/**');
  await said.getByRole('button', { name: 'Try again' }).click();
  const bar = page.getByRole('toolbar', { name: 'Take it away' });
  await expectSeen(bar);
  await expect.poll(() => bar.evaluate((element) => getComputedStyle(element).display), wait).toBe('flex');
  await expectSeen(page.getByRole('article', { name: 'Report' }).getByRole('heading', { name: 'Here' }));
  // by itself, once the network is said to be back
  await page.route('**/assets/**', (route) => route.abort());
  await page.getByRole('radio', { name: 'Dashboard' }).click();
  await expectSeen(said);
  await page.unroute('**/assets/**');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect.poll(() => said.count(), wait).toBe(0);
});
