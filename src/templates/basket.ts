import type { basket as words } from '../i18n/templates/basket.en';
import { quoteName, quoteText } from '../sql/quote';
import { chain, chart, input, query, table, text, when } from './draft';
import { toPrepared } from './prepare';
import { category, maybe, order, product, quantity, unitPrice } from './roles';
import type { TableRole } from './template';
import { toTemplate } from './template';

/** Baskets of more products than this are counted as one size. */
const LARGE = 8;

const lines: TableRole = {
  names: /lines?$|items?$|details?$|basket|明细|订单行|购物篮|小票/i,
  sample: 'order_lines.csv',
  columns: {
    order,
    product,
    category: maybe(category),
    quantity: maybe(quantity),
    price: maybe(unitPrice),
  },
};

export const basket = toTemplate<typeof words>({
  id: 'basket',
  tables: { lines },
  make({ filled, words, name }) {
    const given = filled['lines']!;
    const has = given.columns;
    const { columns: c, fields, names, labels } = words;
    const q = (role: keyof typeof c) => quoteName(c[role]);
    const f = (field: keyof typeof fields) => quoteName(fields[field]);

    const clean = name(names.lines);
    const without = name(names.without);
    const kept = name(names.kept);
    const baskets = name(names.baskets);
    const figures = name(names.figures);
    const rules = name(names.rules);
    const [leastOrders, leastLift, leastShare] = [
      name(names.leastOrders),
      name(names.leastLift),
      name(names.leastShare),
    ];
    const offered = name(names.offered);
    const pairs = name(names.pairs);
    const shown = name(names.shown);
    const links = name(names.links);
    const best = name(names.best);
    const bundles = name(names.bundleRows);
    const held = name(names.held);

    const figure = (wanted: string, title: string, y: object) =>
      chart(name(wanted), baskets, 'kpi', { title, y }, { width: 'half' });

    return {
      report: { contents: true },
      cells: [
        text(words.head(figures)),
        text(words.headBest(best)),
        input(without, 'several', {
          label: labels.without,
          options: { table: clean, column: c.product },
          of: 'text',
          value: [],
        }),
        figure(names.orders, words.figures.orders, { column: c.order, aggregate: 'distinct' }),
        figure(names.share, words.figures.share, {
          column: fields.several,
          aggregate: 'mean',
          format: 'percent',
        }),
        figure(names.products, words.figures.products, { column: fields.products, aggregate: 'mean' }),
        ...when(
          has['price'],
          figure(names.value, words.figures.value, { column: fields.value, aggregate: 'median' }),
        ),
        text(words.basketsHead),
        chart(
          name(names.sizes),
          baskets,
          'bar',
          {
            title: words.sizes,
            x: { column: fields.size, sort: 'name' },
            y: { aggregate: 'count', title: words.figures.orders },
          },
          { width: 'half' },
        ),
        ...when(
          has['price'],
          chart(
            name(names.values),
            baskets,
            'bar',
            {
              title: words.values,
              x: { column: fields.size, sort: 'name' },
              y: { column: fields.value, aggregate: 'median', title: fields.value },
            },
            { width: 'half' },
          ),
        ),
        chart(name(names.top), kept, 'bar', {
          title: words.top,
          x: { column: c.product, top: 15, sort: 'value' },
          y: { column: c.order, aggregate: 'distinct', title: words.figures.orders },
          direction: 'across',
        }),
        text(words.pairsHead),
        input(leastOrders, 'number', { label: labels.leastOrders, min: 2, step: 1, value: 5 }),
        input(leastLift, 'slider', { label: labels.leastLift, min: 1, max: 10, step: 0.5, value: 2 }),
        input(leastShare, 'slider', { label: labels.leastShare, min: 5, max: 100, step: 5, value: 10 }),
        chart(name(names.network), links, 'network', {
          title: words.network,
          source: fields.bought,
          target: fields.offer,
          y: { column: fields.both, aggregate: 'sum' },
          most: 30,
        }),
        chart(name(names.strongest), links, 'bar', {
          title: words.strongest,
          x: { column: fields.pair, top: 12, sort: 'value' },
          y: { column: fields.lift, aggregate: 'greatest', title: fields.lift },
          direction: 'across',
        }),
        ...when(
          has['category'],
          text(words.categoriesHead),
          chart(name(names.categories), held, 'heat', {
            title: words.categories,
            x: { column: fields.also, sort: 'name' },
            y: { column: fields.with, sort: 'name' },
            color: { column: fields.held, aggregate: 'mean', format: 'percent', title: fields.held },
          }),
        ),
        text(words.offersHead),
        input(offered, 'list', {
          label: labels.offered,
          options: { table: pairs, column: fields.bought },
          of: 'text',
          value: null,
        }),
        chart(name(names.surest), shown, 'bar', {
          title: words.surest,
          x: { column: fields.step, top: 15, sort: 'value' },
          y: { column: fields.share, aggregate: 'greatest', title: fields.share },
          direction: 'across',
        }),
        table(name(names.offers), shown, [{ step: 'choose', columns: [fields.step], keep: 'others' }], {
          rows: 20,
        }),
        table(
          name(names.bundles),
          bundles,
          [{ step: 'sort', order: [{ column: fields.bundleOrders, direction: 'down' }] }],
          { rows: 12 },
        ),
        text(
          [
            words.notes,
            ...(has['quantity'] ? [words.notesQuantity] : []),
            ...(has['price'] ? [has['quantity'] ? words.notesPrice : words.notesPriceOnly] : []),
          ].join('\n\n'),
        ),
        chain(clean, given.source, [
          ...toPrepared(given, lines.columns, words),
          ...(has['product']!.type === 'VARCHAR'
            ? [{ step: 'tidy', columns: [c.product], width: 'half' }]
            : [{ step: 'convert', columns: [c.product], to: 'text' }]),
          { step: 'dropMissing', columns: [c.order, c.product] },
          ...(has['quantity']
            ? [
                {
                  step: 'filter',
                  keep: 'others',
                  conditions: [{ column: c.quantity, test: 'at-most', value: '0' }],
                  title: words.bought,
                },
              ]
            : []),
        ]),
        query(
          kept,
          `SELECT * FROM ${quoteName(clean)}\nWHERE NOT list_contains($${without}, ${q('product')})`,
        ),
        query(baskets, toBaskets()),
        query(
          figures,
          `SELECT
  count(*) AS orders,
  (SELECT count(DISTINCT ${q('product')}) FROM ${quoteName(kept)}) AS products,
  round(avg(${f('products')}), 2) AS mean,
  round(100 * avg(CAST(${f('several')} AS INTEGER)), 1) AS several_share
FROM ${quoteName(baskets)}`,
        ),
        chain(rules, kept, [
          // an analysis refuses a table without rows; in one order of one thing it finds no pair
          {
            step: 'sql',
            query: `SELECT CAST(${q('order')} AS VARCHAR) AS ${q('order')}, ${q('product')} FROM this
UNION ALL
SELECT '–', '–' WHERE NOT EXISTS (SELECT 1 FROM this)`,
            title: words.nothing,
          },
          {
            step: 'rules',
            basket: c.order,
            item: c.product,
            support: 0.2,
            confidence: 5,
            lift: 1,
            longest: 3,
            shortest: false,
          },
        ]),
        query(
          bundles,
          `SELECT items AS ${f('bundle')}, count AS ${f('bundleOrders')}
FROM ${quoteName(rules)}.itemsets
WHERE size = 3 AND count >= $${leastOrders}
ORDER BY 2 DESC, 1`,
        ),
        query(pairs, toPairs()),
        query(
          shown,
          `SELECT ${f('bought')} || ' → ' || ${f('offer')} AS ${f('step')}, *
FROM ${quoteName(pairs)}
WHERE $${offered} IS NULL OR ${f('bought')} = $${offered}
ORDER BY ${f('share')} DESC, ${f('both')} DESC, 1`,
        ),
        query(
          links,
          `-- each pair once, from the side that is the surer
SELECT ${f('bought')} || ' + ' || ${f('offer')} AS ${f('pair')}, *
FROM ${quoteName(pairs)}
QUALIFY row_number() OVER (
  PARTITION BY least(${f('bought')}, ${f('offer')}), greatest(${f('bought')}, ${f('offer')})
  ORDER BY ${f('share')} DESC, 1
) = 1
ORDER BY ${f('lift')} DESC, 1`,
        ),
        query(
          best,
          `SELECT
  coalesce(arg_max(${f('pair')}, ${f('lift')}), ${quoteText(words.noPair)}) AS pair,
  coalesce(max(${f('lift')}), 0) AS lift,
  coalesce(arg_max(${f('open')}, ${f('lift')}), 0) AS open
FROM ${quoteName(links)}`,
        ),
        ...when(has['category'], query(held, toHeld())),
      ],
    };

    function toBaskets(): string {
      const worth = has['quantity'] ? `coalesce(${q('quantity')}, 1) * ${q('price')}` : q('price');
      return `SELECT
  ${q('order')},
  count(DISTINCT ${q('product')}) AS ${f('products')},
  CASE WHEN ${f('products')} < ${LARGE} THEN CAST(${f('products')} AS VARCHAR) ELSE '${LARGE}+' END AS ${f('size')},
  ${f('products')} > 1 AS ${f('several')}${has['price'] ? `,\n  sum(${worth}) AS ${f('value')}` : ''}
FROM ${quoteName(kept)}
GROUP BY ${q('order')}`;
    }

    /** Rules of one product and another: names of products may hold whatever a list of them is written with. */
    function toPairs(): string {
      return `SELECT
  if_items AS ${f('bought')},
  then_items AS ${f('offer')},
  rule.count AS ${f('both')},
  round(100 * confidence, 1) AS ${f('share')},
  round(lift, 1) AS ${f('lift')},
  single.count - rule.count AS ${f('open')}
FROM ${quoteName(rules)} AS rule
JOIN ${quoteName(rules)}.itemsets AS single ON single.size = 1 AND single.items = rule.if_items
WHERE rule.count >= $${leastOrders} AND lift >= $${leastLift} AND 100 * confidence >= $${leastShare}
ORDER BY ${f('share')} DESC, 1, 2`;
    }

    function toHeld(): string {
      return `WITH held AS (
  SELECT DISTINCT ${q('order')} AS basket, CAST(${q('category')} AS VARCHAR) AS category
  FROM ${quoteName(kept)}
  WHERE ${q('category')} IS NOT NULL
), counted AS (
  SELECT category, count(*) AS orders FROM held GROUP BY category
)
SELECT
  a.category AS ${f('with')},
  b.category AS ${f('also')},
  count(*) / any_value(counted.orders) AS ${f('held')}
FROM held AS a
JOIN held AS b ON a.basket = b.basket AND a.category <> b.category
JOIN counted ON counted.category = a.category
GROUP BY ALL`;
    }
  },
});
