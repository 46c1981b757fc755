import { expect, test } from 'vitest';
import { openPage } from './harness';
import { beginStep, importFile, queryRows, wait } from './person';

const rows = Array.from({ length: 300 }, (_, at) => {
  const visits = (at * 7919) % 50;
  return `${at + 1},${visits},${visits * 2 + (at % 5)},${at % 3 === 0 ? '北京' : 'Hull'}`;
});
const customers = ['id,visits,spend,city', ...rows, '301,,7,Hull'].join('\n');

test('an analysis is found by its name, computed when it is applied, said in a sentence, and chained', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, { name: 'customers.csv', content: customers });
  await page.evaluate(() =>
    window.quire.addCell({ kind: 'steps', name: 'pairs', from: 'customers', steps: [] } as never),
  );
  const form = await beginStep(page, 'pairs', 'Correlations', 'pearson');
  await page.getByText('This step is computed when it is applied').first().waitFor();
  await form.getByRole('button', { name: 'Apply' }).click();

  const found = page.getByRole('region', { name: 'Correlations' });
  await expect
    .poll(() => found.textContent(), wait)
    .toMatch(/“visits” and “spend” go together most: 0\.99\d*, p < 0\.0001/);
  await expect
    .poll(() => found.textContent(), wait)
    .toContain('1 of 301 rows are left out because a value is missing.');
  expect(await queryRows(page, 'SELECT "column", "with", "rows" FROM pairs')).toEqual([
    ['visits', 'spend', 300],
  ]);

  await page.evaluate(() =>
    window.quire.addCell({
      kind: 'steps',
      name: 'summary',
      from: 'customers',
      steps: [
        { step: 'filter', conditions: [{ column: 'visits', test: 'at-least', value: '10' }] },
        { step: 'describe', columns: ['spend'], by: 'city' },
        { step: 'sort', order: [{ column: 'mean', direction: 'down' }] },
      ],
    } as never),
  );
  await expect
    .poll(() => queryRows(page, 'SELECT count(*), sum("count") FROM summary').catch(() => undefined), wait)
    .toEqual([[2, 240]]);
  const script = await page.evaluate(async () => (await window.quire.exportScript()).text());
  expect(script).toContain(
    'The cell summary is not in this script: it has an analysis that no query can do.',
  );
});

test('too few rows are told in words, where they are few', async () => {
  const { page } = await openPage({ width: 1440, locale: 'zh-CN' });
  await importFile(page, { name: 'customers.csv', content: 'a,b\n1,2\n2,3\n' });
  await page.evaluate(() =>
    window.quire.addCell({
      kind: 'steps',
      name: 'pairs',
      from: 'customers',
      steps: [{ step: 'correlate', columns: ['a', 'b'] }],
    } as never),
  );
  const said = page.locator('.steps .note.warn');
  await expect.poll(() => said.textContent(), wait).toContain('有值的行太少：只有 2 行，至少需要 3 行。');
});

test('what an analysis gives is grouped and filtered, and a model predicts in another table', async () => {
  const { page } = await openPage({ width: 1440 });
  const learned = [
    'id,visits,spend,leaves',
    ...Array.from({ length: 200 }, (_, at) => {
      const visits = (at * 7919) % 50;
      return `${at},${visits},${visits * 2 + (at % 5)},${visits < 10 ? 'yes' : 'no'}`;
    }),
  ];
  await importFile(page, { name: 'march.csv', content: learned.join('\n') });
  await importFile(page, { name: 'april.csv', content: 'who,visits\nAnna,2\nBo,40\nCy,\n' });
  const lines = Array.from({ length: 60 }, (_, at) => (at % 3 === 0 ? `${at},tea\n${at},milk` : `${at},cup`));
  await importFile(page, { name: 'lines.csv', content: ['basket,item', ...lines].join('\n') });
  const toDay = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
  const orders = Array.from({ length: 160 }, (_, at) => {
    const who = (at * at) % 61;
    return `c${who},${toDay((at * 37) % 365)},${10 + (who % 9) + (at % 4)}`;
  });
  await importFile(page, { name: 'orders.csv', content: ['who,day,paid', ...orders].join('\n') });
  await page.evaluate(async () => {
    const add = (cell: object) => window.quire.addCell(cell as never);
    const worth = { step: 'lifetimeValue', customer: 'who', date: 'day', amount: 'paid' };
    await add({ kind: 'steps', name: 'worth', from: 'orders', steps: [worth] });
    const kmeans = { step: 'kmeans', columns: ['visits', 'spend'], clusters: 2 };
    const group = { step: 'group', by: [{ column: 'cluster' }], values: [{ function: 'count', name: 'n' }] };
    await add({ kind: 'steps', name: 'segments', from: 'march', steps: [kmeans, group] });
    const rules = { step: 'rules', basket: 'basket', item: 'item' };
    await add({ kind: 'steps', name: 'together', from: 'lines', steps: [rules] });
    await add({ kind: 'sql', name: 'sure', sql: 'SELECT * FROM together WHERE confidence = 1' });
    const learn = { step: 'learn', target: 'leaves', columns: ['visits'], method: 'tree' };
    await add({ kind: 'steps', name: 'churn', from: 'march', steps: [learn] });
    await add({ kind: 'steps', name: 'ahead', from: 'april', steps: [] });
  });
  const read = (sql: string) => queryRows(page, sql).catch(() => undefined);
  await expect.poll(() => read('SELECT count(*), sum(n) FROM segments'), wait).toEqual([[2, 200]]);
  await expect.poll(() => read('SELECT count(*) FROM sure'), wait).toEqual([[2]]);
  await expect
    .poll(() => read('SELECT method FROM churn.models ORDER BY 1'), wait)
    .toEqual([['baseline'], ['tree']]);

  const form = await beginStep(page, 'ahead', 'Predict with a model');
  const cells = form.getByLabel('Cell with the model');
  // the rules have no model, and that of the customers' worth is none of rows
  await expect.poll(() => read('SELECT count(*) > 3 FROM worth.model'), wait).toEqual([[true]]);
  await expect
    .poll(() => cells.locator('option').allTextContents(), wait)
    .toEqual([expect.any(String), 'segments', 'churn']);
  await cells.selectOption('churn');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(() => read('SELECT who, predicted FROM ahead'), wait)
    .toEqual([
      ['Anna', true],
      ['Bo', false],
      ['Cy', null],
    ]);
  const found = page.getByRole('region', { name: 'Predict with a model' });
  await expect.poll(() => found.textContent(), wait).toContain('says what “leaves” is in 2 of 3 rows');

  await importFile(page, { name: 'may.csv', content: 'who,visits,paid\nAnna,2,4\nBo,45,88\nCy,45,\n' });
  await page.evaluate(() =>
    window.quire.addCell({
      kind: 'steps',
      name: 'placed',
      from: 'may',
      steps: [{ step: 'score', model: 'segments', names: [{ name: 'spend', column: 'paid' }] }],
    } as never),
  );
  const toCenter = `SELECT who, cluster, cluster = (FROM (FROM segments.centers ORDER BY abs(visits - may.visits) LIMIT 1) SELECT cluster)
    FROM placed JOIN may USING (who) ORDER BY who`;
  await expect
    .poll(() => read(toCenter), wait)
    .toEqual([
      ['Anna', expect.any(Number), true],
      ['Bo', expect.any(Number), true],
      ['Cy', null, null],
    ]);
  const placed = page.getByRole('region', { name: 'Predict with a model' }).last();
  await expect
    .poll(() => placed.textContent(), wait)
    .toContain('2 of 3 rows go with the nearest of 2 clusters, which were found in 200 rows (k-means).');
});

test('a model is offered short texts of few values among its columns, which can be left out again', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, { name: 'customers.csv', content: customers });
  await page.evaluate(() =>
    window.quire.addCell({ kind: 'steps', name: 'worth', from: 'customers', steps: [] } as never),
  );
  const form = await beginStep(page, 'worth', 'Train a model');
  const taken = () => form.locator('.chip bdi').allTextContents();
  await expect.poll(taken, wait).toEqual(['visits', 'city']);
  await form.getByRole('button', { name: 'Leave visits out' }).click();
  await expect.poll(taken, wait).toEqual(['city']);
});

test('a forecast by regression asks for holidays where it is by day, and names them in the language of the page', async () => {
  const { page } = await openPage({ width: 1440, locale: 'zh-CN' });
  const days = Array.from({ length: 380 }, (_, at) => {
    const day = new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);
    const isNational = day >= '2025-10-01' && day <= '2025-10-08';
    return `${day},${100 + (at % 7) * 5 + ((at * 7919) % 11) + (isNational ? 300 : 0)}`;
  });
  await importFile(page, { name: 'shop.csv', content: ['day,sales', ...days].join('\n') });
  await page.evaluate(() =>
    window.quire.addCell({ kind: 'steps', name: 'ahead', from: 'shop', steps: [] } as never),
  );
  const panel = page.getByRole('group', { name: 'ahead 的步骤' });
  await panel.getByRole('button', { name: '添加步骤' }).click();
  await page.getByRole('combobox', { name: /查找步骤/ }).fill('预测 回测');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: '预测' });
  await form.getByLabel('方法', { exact: true }).selectOption('regression');
  const holidays = form.getByLabel('节假日', { exact: true });
  await holidays.waitFor();
  await form.getByLabel('周期', { exact: true }).selectOption('week');
  await holidays.waitFor({ state: 'detached' });
  await form.getByLabel('周期', { exact: true }).selectOption('day');
  await expect.poll(() => holidays.inputValue(), wait).toBe('china');
  await form.getByRole('button', { name: '应用' }).click();
  const found = page.getByRole('region', { name: '预测' });
  await expect
    .poll(() => found.textContent(), wait)
    .toMatch(/计入中国的节假日.*“国庆节”每天比同类的日子多 3\d\d/);
  expect(await queryRows(page, 'SELECT holiday_zh FROM ahead.holidays WHERE effect > 250')).toEqual([
    ['国庆节'],
  ]);
});

test('the form of a long analysis keeps its button in sight, begins where nothing is lost, and offers values', async () => {
  const { page } = await openPage({ width: 1440, height: 600 });
  await importFile(page, { name: 'customers.csv', content: customers });
  await page.evaluate(() =>
    window.quire.addCell({ kind: 'steps', name: 'model', from: 'customers', steps: [] } as never),
  );
  const form = await beginStep(page, 'model', 'Train a model');
  const apply = form.getByRole('button', { name: 'Apply' });
  await apply.waitFor();
  const seed = form.getByLabel('Seed');
  await expect
    .poll(() => seed.evaluate((it) => it.getBoundingClientRect().top > innerHeight), wait)
    .toBe(true);
  const isSeen = () =>
    apply.evaluate((it) => {
      const { left, top, width, height } = it.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === it;
    });
  const toBelow = () => apply.evaluate((it) => innerHeight - it.getBoundingClientRect().bottom);
  await expect.poll(isSeen, wait).toBe(true);
  await expect.poll(toBelow, wait).toBeLessThan(50);
  await page.setViewportSize({ width: 390, height: 600 });
  await expect.poll(async () => Math.abs(await toBelow()) < 50, wait).toBe(true);
  await page.setViewportSize({ width: 1440, height: 600 });
  await form.getByLabel('Column to predict').selectOption('city');
  const positive = form.getByLabel(/Of two classes/);
  await expect
    .poll(() => positive.evaluate((it) => [...((it as HTMLInputElement).list?.options ?? [])].length), wait)
    .toBe(2);

  await page.keyboard.press('Escape');
  const odd = await beginStep(page, 'model', 'Odd rows');
  await odd
    .getByRole('button', { name: /Leave .* out/ })
    .first()
    .waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), wait).toBe('SELECT');
});

test('a form whose columns come late does not take the keyboard from who has gone on elsewhere', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, { name: 'customers.csv', content: customers });
  await page.evaluate(() =>
    window.quire.addCell({ kind: 'steps', name: 'pairs', from: 'customers', steps: [] } as never),
  );
  const panel = page.getByRole('group', { name: 'Steps of pairs' });
  await panel.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('combobox', { name: /Find a step/ }).fill('pearson');
  await page.getByRole('option', { name: /Correlations/ }).waitFor();
  // in one go, so that no column can have come before
  await page.evaluate(() => {
    const field = document.querySelector<HTMLElement>('.add-step [role=combobox]')!;
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    const other = document.querySelector<HTMLElement>('.steps-panel .step-from select')!;
    other.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    other.focus();
  });
  const form = page.getByRole('form', { name: 'Correlations' });
  await form.getByRole('button', { name: 'Leave spend out' }).waitFor();
  await form.locator('[role=status]').first().waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest('.step-from') !== null)).toBe(true);
});
