import type { salesReport as words } from '../i18n/templates/salesReport.en';
import { quoteName } from '../sql/quote';
import { chain, chart, input, query, table, text, when } from './draft';
import { toPrepared } from './prepare';
import { UNDONE } from './purchases';
import { amount, channel, customer, maybe, order, orderDate, status } from './roles';
import type { TableRole } from './template';
import { toTemplate } from './template';

const orders: TableRole = {
  names: /^orders?$|sales|invoice|transaction|订单|销售|交易/i,
  sample: 'orders.csv',
  columns: {
    date: orderDate,
    amount,
    order: maybe(order),
    customer: maybe(customer),
    channel: maybe(channel),
    status: maybe(status),
  },
};

export const salesReport = toTemplate<typeof words>({
  id: 'salesReport',
  tables: { orders },
  make({ filled, words, name }) {
    const given = filled['orders']!;
    const has = given.columns;
    const { columns: c, fields, names } = words;
    const q = (role: keyof typeof c) => quoteName(c[role]);
    const f = (field: keyof typeof fields) => quoteName(fields[field]);

    const clean = name(names.clean);
    const channels = name(names.channels);
    const sales = has['channel'] ? name(names.sales) : clean;
    const months = name(names.months);
    const figures = name(names.figures);
    const best = name(names.best);
    const forecast = name(names.forecast);
    const counted = has['order'] ? `count(DISTINCT ${q('order')})` : 'count(*)';
    const people = has['customer'] ? `count(DISTINCT ${q('customer')})` : undefined;
    const figure = (wanted: string, title: string, column: string) =>
      chart(
        name(wanted),
        months,
        'kpi',
        { title, x: { column: fields.month, unit: 'month' }, y: { column, aggregate: 'sum', title } },
        { width: 'half' },
      );
    const each = (column: string, title: string) => ({ column, aggregate: 'none', title });

    return {
      report: { contents: true },
      cells: [
        text(words.head(figures)),
        ...when(
          has['channel'],
          input(channels, 'several', {
            label: words.channelsLabel,
            options: { table: clean, column: c.channel },
            of: 'text',
            value: [],
          }),
        ),
        figure(names.total, words.fields.sales, fields.sales),
        figure(names.orders, words.fields.orders, fields.orders),
        figure(names.average, words.fields.average, fields.average),
        ...when(has['customer'], figure(names.customers, words.fields.customers, fields.customers)),
        text(words.monthsHead),
        chart(name(names.byMonth), months, 'bar', {
          title: words.byMonth,
          x: { column: fields.month, unit: 'month' },
          y: { column: fields.sales, aggregate: 'sum', title: fields.sales },
        }),
        ...when(
          has['channel'],
          chart(
            name(names.byChannel),
            sales,
            'bar',
            {
              title: words.byChannel,
              x: { column: c.channel, sort: 'value' },
              y: { column: c.amount, aggregate: 'sum', title: fields.sales },
            },
            { width: 'half' },
          ),
        ),
        chart(
          name(names.byHour),
          sales,
          'heat',
          {
            title: words.byHour,
            x: { column: c.date, unit: 'hour-of-day' },
            y: { column: c.date, unit: 'weekday' },
            color: { aggregate: 'count' },
          },
          { width: 'half' },
        ),
        ...when(
          has['customer'],
          chart(name(names.byCustomer), best, 'bar', {
            title: words.byCustomer,
            x: { column: c.customer, sort: 'value' },
            y: { column: fields.sales, aggregate: 'sum', title: fields.sales },
            direction: 'across',
          }),
        ),
        text(words.forecastHead),
        chart(name(names.forecastChart), forecast, 'line', {
          title: words.forecast,
          x: { column: 'date', unit: 'month' },
          y: each('value', fields.sales),
          layers: [each('forecast', fields.forecast)],
          lower: each('low', fields.low),
          upper: each('high', fields.high),
        }),
        table(
          name(names.table),
          months,
          [{ step: 'sort', order: [{ column: fields.month, direction: 'down' }] }],
          {
            rows: 24,
          },
        ),
        text([words.notes, ...(has['status'] ? [words.notesStatus] : [])].join('\n')),
        chain(clean, given.source, [
          ...toPrepared(given, orders.columns, words),
          { step: 'dropMissing', columns: [c.date, c.amount] },
          ...(has['status']
            ? [
                {
                  step: 'filter',
                  keep: 'others',
                  conditions: [{ column: c.status, test: 'matches', value: UNDONE }],
                  title: words.cancelled,
                },
              ]
            : []),
        ]),
        ...when(
          has['channel'],
          query(
            sales,
            `SELECT * FROM ${quoteName(clean)}\nWHERE len($${channels}) = 0 OR list_contains($${channels}, CAST(${q('channel')} AS VARCHAR))`,
          ),
        ),
        ...when(
          has['customer'],
          query(
            best,
            `SELECT ${q('customer')}, sum(${q('amount')}) AS ${f('sales')}
FROM ${quoteName(sales)}
WHERE ${q('customer')} IS NOT NULL
GROUP BY 1
ORDER BY 2 DESC
LIMIT 10`,
          ),
        ),
        query(
          months,
          `-- the last month counts once it is over, but for a day
SELECT
  CAST(date_trunc('month', ${q('date')}) AS DATE) AS ${f('month')},
  sum(${q('amount')}) AS ${f('sales')},
  ${counted} AS ${f('orders')},
  ${people ? `${people} AS ${f('customers')},\n  ` : ''}round(sum(${q('amount')}) / ${counted}, 2) AS ${f('average')}
FROM ${quoteName(sales)}
WHERE ${q('date')} < (
  SELECT date_trunc('month', max(${q('date')}) + INTERVAL 2 DAY) FROM ${quoteName(clean)}
)
GROUP BY 1
ORDER BY 1`,
        ),
        query(
          figures,
          `SELECT
  sum(${q('amount')}) AS sales,
  ${counted} AS orders,
  CAST(min(${q('date')}) AS DATE) AS first,
  CAST(max(${q('date')}) AS DATE) AS last,
  (SELECT strftime(max(${f('month')}), '%Y-%m') FROM ${quoteName(months)}) AS month,
  (SELECT arg_max(${f('sales')}, ${f('month')}) FROM ${quoteName(months)}) AS month_sales,
  ${toChange(1)} AS change,
  ${toChange(12)} AS year_change
FROM ${quoteName(sales)}`,
        ),
        chain(forecast, months, [
          { step: 'forecast', date: fields.month, value: fields.sales, unit: 'month' },
        ]),
      ],
    };

    /** By how much the last whole month differs from the one so many months before it, as a text: that may be too long ago. */
    function toChange(before: number): string {
      const last = `(SELECT max(${f('month')}) FROM ${quoteName(months)})`;
      const of = (month: string) =>
        `(SELECT ${f('sales')} FROM ${quoteName(months)} WHERE ${f('month')} = ${month})`;
      const share = `${of(last)} / nullif(${of(`${last} - INTERVAL ${before} MONTH`)}, 0) - 1`;
      return `coalesce(printf('%+.1f%%', 100 * (${share})), '–')`;
    }
  },
});
