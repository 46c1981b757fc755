import type { segments as words } from '../i18n/templates/segments.en';
import { quoteName, quoteText } from '../sql/quote';
import { chain, chart, input, query, table, text } from './draft';
import { buyersInDetail, toBuyers } from './buyers';
import { toCleanOrders, toPurchasesSql } from './purchases';
import { amount, customer, maybe, order, orderDate, status } from './roles';
import type { TableRole } from './template';
import { toTemplate } from './template';

const orders: TableRole = {
  names: /^orders?$|sales|invoice|transaction|purchase|订单|销售|交易|购买/i,
  sample: 'orders.csv',
  columns: { customer, date: orderDate, amount, order: maybe(order), status: maybe(status) },
};

/** Ages that somebody who buys has. */
const AGES = 'BETWEEN 14 AND 110';

export const segments = toTemplate<typeof words>({
  id: 'segments',
  tables: { orders, customers: buyersInDetail },
  make({ filled, words, locale, name }) {
    const given = filled['orders']!;
    const others = filled['customers'];
    const hasAge = others?.columns['age'] !== undefined;
    const { columns: c, fields, names } = words;
    const q = (role: keyof typeof c) => quoteName(c[role]);
    const f = (field: keyof typeof fields) => quoteName(fields[field]);

    const clean = name(names.clean);
    const people = others ? name(names.people) : '';
    const since = name(names.since);
    const chosen = name(names.chosen);
    const purchases = name(names.purchases);
    const scores = name(names.scores);
    const parts = name(names.segments);
    const figures = name(names.figures);
    const behaviour = name(names.behaviour);
    const groups = name(names.groups);
    const members = name(names.members);
    const portraits = name(names.portraits);
    const list = name(names.list);
    const top = name(names.top);
    const known = (role: 'name' | 'phone' | 'city') => (others?.columns[role] ? [`people.${q(role)}`] : []);
    const joined = `LEFT JOIN ${quoteName(people)} AS people ON trim(CAST(people.${q('customer')} AS VARCHAR)) = scores.${q('customer')}`;
    const isBest = `${f('r')} >= 4 AND ${f('f')} >= 4`;
    const isRisk = `${f('r')} <= 2 AND ${f('f')} >= 4`;
    const numbers = [fields.logOrders, fields.logAverage, ...(hasAge ? [c.age] : [])];
    const figure = (wanted: string, title: string, y: object) =>
      chart(name(wanted), scores, 'kpi', { title, y, good: 'neither' }, { width: 'half' });

    return {
      report: { contents: true },
      cells: [
        text(words.head(figures)),
        input(since, 'date', { label: words.sinceLabel, value: null }),
        figure(names.customers, words.figures.customers, {
          column: c.customer,
          aggregate: 'distinct',
          title: fields.customers,
        }),
        figure(names.spent, words.figures.spent, {
          column: fields.sales,
          aggregate: 'mean',
          title: fields.sales,
        }),
        figure(names.often, words.figures.often, {
          column: fields.orders,
          aggregate: 'mean',
          title: fields.orders,
        }),
        figure(names.again, words.figures.again, {
          column: fields.isBack,
          aggregate: 'mean',
          title: fields.isBack,
          format: 'percent',
        }),
        text(words.segmentsHead),
        chart(
          name(names.bySegment),
          scores,
          'bar',
          {
            title: words.bySegment,
            x: { column: fields.segment, sort: 'value' },
            y: { column: c.customer, aggregate: 'distinct', title: fields.customers },
            direction: 'across',
          },
          { width: 'half' },
        ),
        chart(
          name(names.salesBySegment),
          scores,
          'bar',
          {
            title: words.salesBySegment,
            x: { column: fields.segment, sort: 'value' },
            y: { column: fields.sales, aggregate: 'sum', title: fields.sales },
            direction: 'across',
          },
          { width: 'half' },
        ),
        chart(name(names.byScores), scores, 'heat', {
          title: words.byScores,
          x: { column: fields.f, bins: 5 },
          y: { column: fields.r, bins: 5 },
          color: { column: c.customer, aggregate: 'distinct', title: fields.customers },
          written: 'always',
        }),
        table(
          parts,
          scores,
          [
            {
              step: 'sql',
              query: `SELECT
  ${f('segment')},
  count(*) AS ${f('customers')},
  round(100 * sum(${f('sales')}) / nullif(sum(sum(${f('sales')})) OVER (), 0), 1) AS ${f('salesShare')},
  CASE
    ${toAdvice()}
  END AS ${f('advice')}
FROM this
GROUP BY ${f('segment')}
ORDER BY sum(this.${f('sales')}) DESC, ${f('segment')}`,
            },
          ],
          { caption: words.segmentsTable },
        ),
        text(words.groupsHead(hasAge ? words.byAge : '')),
        chart(name(names.map), members, 'point', {
          title: words.map,
          x: hasAge ? c.age : { column: fields.orders, scale: 'log' },
          y: { column: fields.average, scale: 'log' },
          color: { column: fields.group, sort: 'name' },
        }),
        chart(name(names.shares), portraits, 'table', {
          title: words.shares,
          x: { column: fields.group, sort: 'name' },
          y: [
            fields.share,
            fields.salesShare,
            fields.orders,
            fields.average,
            fields.days,
            ...(hasAge ? [fields.age] : []),
          ].map((column) => ({ column, aggregate: 'mean', title: column })),
        }),
        chart(name(names.counts), groups, 'line', {
          title: words.counts,
          table: 'choice',
          where: 'silhouette IS NOT NULL',
          x: { column: 'clusters', bins: 200 },
          y: { column: 'silhouette', aggregate: 'mean', title: fields.silhouette },
          dots: true,
          height: 200,
        }),
        text(words.listHead),
        input(chosen, 'several', {
          label: words.chosenLabel,
          options: { table: scores, column: fields.segment },
          of: 'text',
          value: [],
        }),
        chart(
          name(names.largest),
          top,
          'table',
          {
            title: words.largest,
            x: { column: fields.who, sort: 'value' },
            y: [fields.sales, fields.orders].map((column) => ({ column, aggregate: 'sum', title: column })),
          },
          { left: true },
        ),
        table(
          list,
          scores,
          [
            {
              step: 'sql',
              query: `SELECT ${[
                `scores.${q('customer')}`,
                ...known('name'),
                ...known('phone'),
                ...known('city'),
                ...(['segment', 'orders', 'sales', 'last'] as const).map((field) => `scores.${f(field)}`),
              ].join(', ')}
FROM this AS scores${others ? `\n${joined}` : ''}
WHERE len($${chosen}) = 0 OR list_contains($${chosen}, scores.${f('segment')})
ORDER BY scores.${f('sales')} DESC, scores.${q('customer')}`,
            },
          ],
          { rows: 20, caption: words.listTable },
        ),
        text(
          [
            words.notes(figures),
            ...(given.columns['order'] ? [words.notesOrder] : []),
            ...(given.columns['status'] ? [words.notesStatus] : []),
            ...(others ? [words.notesPeople] : []),
            ...(hasAge ? [words.notesAge] : []),
          ].join('\n\n'),
        ),
        toCleanOrders(clean, given, orders, words),
        ...(others ? [toBuyers(people, others, buyersInDetail, words)] : []),
        query(
          purchases,
          toPurchasesSql(clean, given, words, {
            where: [`($${since} IS NULL OR ${q('date')} >= $${since})`],
          }),
        ),
        chain(scores, purchases, [
          { step: 'rfm', customer: c.customer, date: c.date, amount: c.amount, names: locale },
          {
            step: 'rename',
            names: Object.entries({
              last_date: fields.last,
              recency: fields.days,
              frequency: fields.orders,
              monetary: fields.sales,
              r_score: fields.r,
              f_score: fields.f,
              m_score: fields.m,
              segment: fields.segment,
            }).map(([from, to]) => ({ from, to })),
          },
          { step: 'formula', as: 'new', name: fields.isBack, formula: `${f('orders')} > 1` },
        ]),
        query(
          figures,
          `SELECT
  count(*) AS customers,
  coalesce(sum(${f('sales')}), 0) AS sales,
  (SELECT CAST(min(${q('date')}) AS DATE) FROM ${quoteName(purchases)}) AS first,
  (SELECT CAST(max(${q('date')}) AS DATE) FROM ${quoteName(purchases)}) AS last,
  count(*) FILTER (${f('isBack')}) / nullif(count(*), 0) AS back_share,
  count(*) FILTER (${isBest}) AS best,
  count(*) FILTER (${isBest}) / nullif(count(*), 0) AS best_share,
  coalesce(sum(${f('sales')}) FILTER (${isBest}), 0) / nullif(sum(${f('sales')}), 0) AS best_sales_share,
  count(*) FILTER (${isRisk}) AS risk,
  coalesce(sum(${f('sales')}) FILTER (${isRisk}), 0) AS risk_sales,
  (
    SELECT count(*) FROM ${quoteName(clean)}
    WHERE nullif(trim(CAST(${q('customer')} AS VARCHAR)), '') IS NULL
  ) AS nobody
FROM ${quoteName(scores)}`,
        ),
        query(
          behaviour,
          `-- sizes that span powers of ten are compared by their logarithms
SELECT
  scores.${q('customer')},
  scores.${f('orders')},
  scores.${f('sales')},
  scores.${f('sales')} / scores.${f('orders')} AS ${f('average')},
  scores.${f('days')},
  ln(scores.${f('orders')}) AS ${f('logOrders')},
  ln(scores.${f('sales')} / scores.${f('orders')}) AS ${f('logAverage')}${
    hasAge
      ? `,
  -- where no age is known at all, it has no say
  CASE
    WHEN count(CASE WHEN people.${q('age')} ${AGES} THEN 1 END) OVER () = 0 THEN 0
    WHEN people.${q('age')} ${AGES} THEN people.${q('age')}
  END AS ${q('age')}`
      : ''
  }
FROM ${quoteName(scores)} AS scores${hasAge ? `\n${joined}` : ''}
WHERE scores.${f('sales')} > 0`,
        ),
        query(
          portraits,
          `SELECT
  ${f('group')},
  count(*) AS ${f('customers')},
  round(100 * count(*) / sum(count(*)) OVER (), 1) AS ${f('share')},
  sum(${f('sales')}) AS ${f('sales')},
  round(100 * sum(${f('sales')}) / sum(sum(${f('sales')})) OVER (), 1) AS ${f('salesShare')},
  round(avg(${f('orders')}), 1) AS ${f('orders')},
  round(sum(${f('sales')}) / sum(${f('orders')})) AS ${f('average')},
  round(median(${f('days')})) AS ${f('days')}${hasAge ? `,\n  median(${q('age')}) AS ${f('age')}` : ''}
FROM ${quoteName(members)} AS members
GROUP BY ${f('group')}
ORDER BY ${f('group')}`,
        ),
        query(
          top,
          `SELECT ${others?.columns['name'] ? `concat_ws(' ', ${q('name')}, ${q('customer')})` : q('customer')} AS ${f('who')}, ${f('sales')}, ${f('orders')}
FROM ${quoteName(list)}
ORDER BY ${f('sales')} DESC, ${q('customer')}
LIMIT 15`,
        ),
        chain(groups, behaviour, [{ step: 'kmeans', columns: numbers }]),
        query(
          members,
          `-- a group is called by what sets it apart, the most telling first
WITH traits AS (
  SELECT cluster, difference, CASE
    ${toTraits()}
  END AS trait
  FROM ${quoteName(groups)}.profile
), named AS (
  SELECT cluster, string_agg(trait, ${quoteText(locale === 'zh' ? '、' : ', ')} ORDER BY abs(difference) DESC) AS traits
  FROM traits
  GROUP BY cluster
)
SELECT
  members.* EXCLUDE (cluster, ${f('logOrders')}, ${f('logAverage')}),
  cluster || ' · ' || coalesce(traits, ${quoteText(words.traits.plain)}) AS ${f('group')}
FROM ${quoteName(groups)} AS members
JOIN named USING (cluster)
ORDER BY cluster, ${q('customer')}`,
        ),
      ],
    };

    /** What to do about each segment, which the step makes of R and F by these very borders. */
    function toAdvice(): string {
      const { advice } = words;
      const rows: readonly (readonly [r: number, f: number, said: string])[] = [
        [4, 4, advice.best],
        [4, 2, advice.promising],
        [4, 1, advice.fresh],
        [3, 4, advice.loyal],
        [3, 2, advice.attention],
        [3, 1, advice.sleepy],
        [1, 4, advice.risk],
        [1, 2, advice.hibernating],
        [1, 1, advice.lost],
      ];
      return rows
        .map(
          ([r, often, said]) =>
            `WHEN min(${f('r')}) >= ${r} AND min(${f('f')}) >= ${often} THEN ${quoteText(said)}`,
        )
        .join('\n    ');
    }

    function toTraits(): string {
      const { traits } = words;
      const sides = [
        [fields.logOrders, traits.many, traits.few],
        [fields.logAverage, traits.large, traits.small],
        ...(hasAge ? [[c.age, traits.older, traits.younger]] : []),
      ] as const;
      return sides
        .flatMap(([column, high, low]) =>
          [
            ['high', high],
            ['low', low],
          ].map(
            ([tendency, said]) =>
              `WHEN "column" = ${quoteText(column!)} AND tendency = ${quoteText(tendency!)} THEN ${quoteText(said!)}`,
          ),
        )
        .join('\n    ');
    }
  },
});
