import { expect, test } from 'vitest';
import { openPage } from '../harness';
import { importByConsole, queryRows, wait, withoutPicker } from '../person';
import { expectAllDone, makeFromSamples, readAnswer, readFigures, saveReport } from './making';

type Answer = Record<'first' | 'last' | 'week' | 'slowest' | 'contacts_first' | 'contacts_last', string> &
  Record<
    | 'tickets'
    | 'september'
    | 'august'
    | 'response'
    | 'in_time'
    | 'in_half_an_hour'
    | 'hours'
    | 'open'
    | 'rated'
    | 'content'
    | 'mark'
    | 'mark_in_time'
    | 'mark_late'
    | 'backlog'
    | 'slowest_minutes'
    | 'unnamed'
    | 'please_hurry'
    | 'logistics'
    | 'contacts'
    | 'phone'
    | 'timed'
    | 'duration'
    | 'talked',
    number
  >;

test('a service report, from the sample company to a file, says what the files say', async () => {
  const answer = readAnswer<Answer>('service');
  const { page } = await openPage({ before: withoutPicker });
  await makeFromSamples(page, 'Service report');
  await expectAllDone(page);
  expect(await readFigures(page, 'figures')).toMatchObject({
    tickets: answer.tickets,
    first: answer.first,
    last: answer.last,
    month_tickets: answer.september,
    change: Math.round(1000 * (answer.september / answer.august - 1)) / 10,
    response: answer.response,
    in_time: answer.in_time,
    resolution: answer.hours,
    open: answer.open,
    rated: answer.rated,
    content: answer.content,
    satisfaction: answer.mark,
    mark_in_time: answer.mark_in_time,
    mark_late: answer.mark_late,
  });
  expect(await readFigures(page, 'contact_figures')).toEqual({
    contacts: answer.contacts,
    first: answer.contacts_first,
    last: answer.contacts_last,
    timed: answer.timed,
    duration: answer.duration,
    hours: answer.talked,
  });
  const rows = (sql: string) => queryRows(page, sql);
  expect(
    await rows(`SELECT "Peak", "Open at the end of the week" FROM weeks WHERE "Week" = '${answer.week}'`),
  ).toEqual([[true, answer.backlog]]);
  expect(
    await rows(
      'SELECT "Category", median("First answer (minutes)") FROM tickets_clean GROUP BY 1 ORDER BY 2 DESC LIMIT 1',
    ),
  ).toEqual([[answer.slowest, answer.slowest_minutes]]);
  expect(await rows(`SELECT "Tickets" FROM agents WHERE "Agent" = 'nobody'`)).toEqual([[answer.unnamed]]);
  expect(await rows('SELECT count(*) FROM open_tickets')).toEqual([[answer.open]]);
  expect(await rows(`SELECT "Texts" FROM top_words WHERE "Word or phrase" = '麻烦尽快处理'`)).toEqual([
    [answer.please_hurry],
  ]);
  expect(await rows(`SELECT count(*) FROM contacts_clean WHERE "Method" = 'Phone'`)).toEqual([
    [answer.phone],
  ]);

  const report = await saveReport(page);
  expect(report).toContain('What customers write');
  expect(report.match(/<svg[^>]*role="img"/g)?.length).toBeGreaterThanOrEqual(18);

  // what is said above the dashboard goes for all of it
  await page.getByRole('radio', { name: 'Dashboard', exact: true }).click();
  const target = page.getByRole('spinbutton', { name: /in time within/ });
  await target.fill('30');
  await target.press('Enter');
  await expect
    .poll(async () => (await readFigures(page, 'figures'))['in_time'], wait)
    .toBe(answer.in_half_an_hour);
  await page.getByRole('button', { name: /Categories/ }).click();
  await page.getByRole('checkbox', { name: /物流/ }).check();
  await expect.poll(async () => (await readFigures(page, 'figures'))['tickets'], wait).toBe(answer.logistics);
  await expectAllDone(page);
});

test('in Chinese, by names of other files, without contacts, texts and marks', async () => {
  const { page } = await openPage({ locale: 'zh-CN' });
  await importByConsole(page, {
    name: '工单.csv',
    content:
      '工单号,提交时间,问题类型,处理人,响应时长,解决时长\n1,2026年1月5日,物流,甲,30,2\n2,2026/2/3,质量,无,-,\n3,2026-02-27,物流,甲,90,5\n4,2026-03-02,,乙,10,1\n4,2026-03-02,,乙,10,1\n',
  });
  await page.evaluate(() => window.quire.template('service'));
  await expectAllDone(page);
  expect(await readFigures(page, '指标')).toMatchObject({
    tickets: 4,
    month_tickets: 2,
    change: 100,
    response: 30,
    in_time: 66.7,
    open: 1,
  });
  expect(await queryRows(page, 'SELECT "客服", "工单数" FROM "客服一览"')).toEqual([
    ['甲', 2],
    ['乙', 1],
    ['未指派', 1],
  ]);
  expect(await page.title()).toContain('客服与沟通报告');
});

test('one date is enough', async () => {
  const { page } = await openPage();
  await importByConsole(page, { name: 'cases.csv', content: 'created,x\n2026-01-05,1\n' });
  await page.evaluate(() => window.quire.template('service'));
  await expectAllDone(page);
  expect(await readFigures(page, 'figures')).toMatchObject({ tickets: 1, month_tickets: 1 });
});
