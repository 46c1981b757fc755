import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openPage } from '../harness';
import { importByConsole, importFile, queryRows, wait, withoutPicker } from '../person';
import { expectAllDone, makeFromSamples, readAnswer, readFigures, saveReport } from './making';

interface Answer {
  rows: number;
  again: number;
  no_email: number;
  odd_ages: number;
  long_cities: number;
  english_cities: number;
  english_genders: number;
  faulty: number;
  missing: number;
  notes_missing: number;
  newest: string;
  september: number;
  shared: number;
  score: number;
  orders: Record<'payment' | 'large' | 'blank' | 'english', number>;
}

test('a data quality report, from the sample company to a file, finds what is wrong with the file', async () => {
  const answer = readAnswer<Answer>('quality');
  const { page } = await openPage({ before: withoutPicker });
  await makeFromSamples(page, 'Data quality report');
  await expectAllDone(page);
  expect(await readFigures(page, 'figures')).toMatchObject({
    score: answer.score,
    rows: answer.rows,
    again: answer.again,
    faulty: answer.faulty,
    missing: answer.missing,
    shared: answer.shared,
    outliers: answer.odd_ages,
    first: `Missing: email (${answer.no_email})`,
  });
  const found = await queryRows(
    page,
    `SELECT "Column", "What is wrong", "Rows with it" FROM checks WHERE "Rows with it" > 0 AND "What is wrong" <> 'Missing'`,
  );
  expect(found).toEqual([
    ['whole row', 'Row that is there twice', answer.again],
    ['age', 'Far from the others', answer.odd_ages],
    ['city', 'Spelled otherwise', answer.long_cities],
    ['city', 'In another script', answer.english_cities],
    ['gender', 'In another script', answer.english_genders],
  ]);
  expect(await queryRows(page, `SELECT "Missing" FROM columns WHERE "Column" = 'notes'`)).toEqual([
    [answer.notes_missing],
  ]);
  expect(await readFigures(page, 'freshness')).toMatchObject({ last: answer.newest });
  expect(await queryRows(page, 'SELECT "Rows" FROM rows_by_month ORDER BY "Month" DESC LIMIT 1')).toEqual([
    [answer.september],
  ]);

  const report = await saveReport(page);
  expect(report).toContain(String(answer.score));
  expect(report).toContain('What to mend, in order');
  expect(report.match(/<svg[^>]*role="img"/g)?.length).toBeGreaterThanOrEqual(11);

  // whoever thinks that a blank word means something says so, and all follows
  await page.getByRole('radio', { name: 'Dashboard', exact: true }).click();
  const words = page.getByLabel('Words that mean “nothing”');
  await words.fill('-');
  await words.press('Enter');
  await expect
    .poll(async () => (await readFigures(page, 'figures'))['first'], wait)
    .toBe(`Spelled otherwise: city (${answer.long_cities})`);
});

test('orders: amounts are told apart by their size, and channels by how they are written', async () => {
  const { orders } = readAnswer<Answer>('quality');
  const { page } = await openPage();
  await importFile(page, { name: 'orders.csv', content: readFileSync('samples/orders.csv') });
  await page.evaluate(() => window.quire.template('quality'));
  await expectAllDone(page);
  const found = await queryRows(
    page,
    `SELECT "Column", "What is wrong", "Rows with it" FROM checks WHERE "Rows with it" > 0 AND "Column" <> 'whole row'`,
  );
  expect(found).toEqual([
    ['payment', 'Missing', orders.payment],
    ['amount', 'Far from the others', orders.large],
    ['channel', 'Spelled otherwise', orders.blank],
    ['channel', 'In another script', orders.english],
  ]);
});

test('in Chinese, with dates and amounts that came as texts, under names that the report has itself', async () => {
  const { page } = await openPage({ locale: 'zh-CN' });
  await importByConsole(
    page,
    {
      name: '客户.csv',
      content: [
        '行号,邮箱,手机,注册日期,金额,城市',
        '1,a@example.com,138 0013 8000,2024年1月5日,¥10,北京',
        '2,b@example,13800138001,2024/2/30,二十,北京市',
        '2,无,123,2999-01-01,30,上海',
        '4,d@example.com,+86 13800138003,2024-03-05,40,上海',
        '4,d@example.com,+86 13800138003,2024-03-05,40,上海',
        '',
      ].join('\n'),
    },
    { types: 'text' },
  );
  await page.evaluate(() => window.quire.template('quality', { table: { columns: { key: '行号' } } }));
  await expectAllDone(page);
  const found = await queryRows(page, `SELECT 列, 问题类型, 问题行数 FROM 检查 WHERE 问题行数 > 0`);
  expect(found).toEqual([
    ['整行', '整行重复', 1],
    ['行号_2', '编号重复', 2],
    ['邮箱', '缺失', 1],
    ['邮箱', '不是有效邮箱', 1],
    ['手机', '不是有效电话', 1],
    ['注册日期', '无法识别为日期', 1],
    ['金额', '无法识别为数字', 1],
    ['注册日期', '在未来或早于 1900 年', 1],
    ['城市', '写法不一', 1],
  ]);
  // a file without rows, and one with a column that says nothing, are told of as well
  await page.evaluate(async () => {
    await window.quire.import(new File(['no,low\n'], 'empty.csv'));
    await window.quire.template('quality', { table: { source: 'empty' } });
  });
  await expectAllDone(page);
  expect(await readFigures(page, '指标')).toMatchObject({ rows: 0, faulty: 0 });
});
