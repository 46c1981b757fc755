import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../harness';
import { importByConsole, importFile, queryRows, wait, withoutPicker } from '../person';
import { expectAllDone, makeFromSamples, readAnswer, readFigures, saveReport } from './making';

interface Answer {
  before: number;
  rows: number;
  names: number;
  phones: number;
  emails: number;
  cities: number;
  changed_rows: number;
  beijing: number;
  kinds: number;
  emails_left: number;
  all_phones: string;
  all_emails: string;
}

/** The file that one press saves. */
async function saveList(page: Page, press: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const saving = page.waitForEvent('download');
  await press();
  const download = await saving;
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

test('a customer list, from the sample company to a clean file, is what the file comes to', async () => {
  const answer = readAnswer<Answer>('cleanList');
  const { page } = await openPage({ before: withoutPicker });
  await makeFromSamples(page, 'Clean a customer list');
  await expectAllDone(page);
  const figures = await readFigures(page, 'figures');
  expect(figures).toMatchObject({
    before: answer.before,
    rows: answer.rows,
    changed: answer.names + answer.phones + answer.emails + answer.cities,
    changed_rows: answer.changed_rows,
    to_check: 0,
  });
  expect(await queryRows(page, `SELECT "Column", count(*) FROM changes GROUP BY 1 ORDER BY 1`)).toEqual([
    ['city', answer.cities],
    ['email', answer.emails],
    ['name', answer.names],
    ['phone', answer.phones],
  ]);
  expect(
    await queryRows(
      page,
      `SELECT count(*) FILTER (city = '北京'), count(DISTINCT city), count(email), md5(string_agg(phone, ',' ORDER BY customer_id)), md5(string_agg(email, ',' ORDER BY customer_id)) FROM clean_list`,
    ),
  ).toEqual([[answer.beijing, answer.kinds, answer.emails_left, answer.all_phones, answer.all_emails]]);
  // the second accounts of the sample company have the phone of the first, and another spelling of the name
  expect(
    await queryRows(
      page,
      `SELECT count(*) FROM (SELECT count(DISTINCT "Same person") AS persons, count("Same person") AS marked FROM clean_list WHERE "Same person" IS NOT NULL GROUP BY phone HAVING count(*) > 1) WHERE persons > 1`,
    ),
  ).toEqual([[0]]);
  expect(figures['twice']).toBeGreaterThanOrEqual(90);

  const report = await saveReport(page);
  expect(report).toContain('Rows that are probably one person');
  expect(report.match(/<svg[^>]*role="img"/g)?.length).toBeGreaterThanOrEqual(7);

  const whole = await saveList(page, () =>
    page.getByRole('button', { name: 'Save clean_list', exact: true }).click(),
  );
  expect(whole.name).toMatch(/^clean_list \d{4}-\d\d-\d\d\.xlsx$/);

  // what somebody hands on says nobody's name, in the file as in the report
  await page.getByRole('radio', { name: 'Dashboard', exact: true }).click();
  await page.getByRole('switch', { name: 'Mask personal data' }).click();
  await expect.poll(async () => (await readFigures(page, 'clean_list'))['name'], wait).toBe('赵**');
  await expectAllDone(page);
  const masked = await saveList(page, async () => {
    await page.getByRole('button', { name: 'Commands' }).click();
    await page.locator('.palette-field').fill('Save clean_list');
    await page.keyboard.press('Enter');
  });
  expect(await saveReport(page)).not.toContain('范乐天');

  const read = async ({ content }: { content: Buffer }) => {
    const { name, rows } = await importFile(page, { name: 'back.xlsx', content });
    const [first] = await queryRows(
      page,
      `SELECT customer_id, name, phone, email, city FROM "${name}" LIMIT 1`,
    );
    return { rows, first };
  };
  expect(await read(whole)).toEqual({
    rows: answer.rows,
    first: ['00010011', '赵诗涵', '16971618505', 'zhaoshihan266@example.com', '北京'],
  });
  expect(await read(masked)).toEqual({
    rows: answer.rows,
    first: ['00010011', '赵**', '169****8505', 'z***@example.com', '北京'],
  });
});

test('in Chinese, of another form: what cannot be read stays and is named, and the own columns keep their names', async () => {
  const { page } = await openPage({ locale: 'zh-CN' });
  await importByConsole(
    page,
    {
      name: '会员.csv',
      content: [
        '同一人,姓名,手机,手机_ok,邮箱,所在城市,注册日期,备注',
        'x,张三,138-0013-8000,旧,ZS@EXAMPLE.COM,beijing,2024年1月5日, 老客户 ',
        'y,张 三,+86 13800138000,旧,zs@example.com,北京,2024/1/5,',
        'z,李四,12,旧,no,北京市,昨天,暂无',
        'z,李四,12,旧,no,北京市,昨天,暂无',
        '',
      ].join('\n'),
    },
    { types: 'text' },
  );
  await page.evaluate(() => window.quire.template('cleanList'));
  await expectAllDone(page);
  const { columns, rows } = await page.evaluate(() => window.quire.result('整理后名单'));
  expect(columns.map(({ name }) => name).join()).toBe(
    '同一人,姓名,手机,手机_ok,邮箱,所在城市,注册日期,备注,文件行号,同一人_2,把握,待核对',
  );
  expect(rows.map((row) => row.slice(0, 10))).toEqual([
    ['x', '张三', '13800138000', '旧', 'zs@example.com', '北京', '2024-01-05', '老客户', 1, 1],
    ['y', '张 三', '13800138000', '旧', 'zs@example.com', '北京', '2024-01-05', null, 2, 1],
    ['z', '李四', '12', '旧', 'no', '北京', null, null, 3, null],
  ]);
  expect(rows[2]![11]).toBe('不是有效电话；不是有效邮箱；无法识别的日期：昨天');
  // a list without rows, and with nothing but a name
  await page.evaluate(async () => {
    await window.quire.import(new File(['name\n'], 'empty.csv'));
    await window.quire.template('cleanList', { people: { source: 'empty' } });
  });
  await expectAllDone(page);
  expect(await readFigures(page, '指标')).toMatchObject({ before: 0, rows: 0, changed: 0 });
});
