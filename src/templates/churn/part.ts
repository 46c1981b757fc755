import type { churn as words } from '../../i18n/templates/churn.en';
import { quoteName } from '../../sql/quote';
import { buyers, toBuyers } from '../buyers';
import { chain, chart, query, table, text } from '../draft';
import { toCleanOrders } from '../purchases';
import type { DraftCell, FilledTable, Kit, TableRole } from '../template';

type Words = typeof words;

/** What churn from orders and churn from contracts have in common: names in quotes, and cells that both show. */
export interface Parts {
  readonly words: Words;
  readonly locale: 'en' | 'zh';
  readonly given: FilledTable;
  has(role: string): boolean;
  /** Names of cells. */
  readonly cell: Readonly<Record<keyof Words['names'], string>>;
  /** A cell, a column by its role and a column by its field, in quotes. */
  at(cell: keyof Words['names']): string;
  q(role: keyof Words['columns']): string;
  f(field: keyof Words['fields']): string;
  /** What is known of a customer, and the table that knows it. */
  readonly known: readonly string[];
  readonly joined: string;
  readonly clean: readonly DraftCell[];
}

export function toParts({ filled, words: all, locale, name }: Kit<Words>, orders: TableRole): Parts {
  const given = filled['orders']!;
  const words = given.columns['end'] ? toContractWords(all) : all;
  const others = filled['customers'];
  const cell = Object.fromEntries(
    Object.entries(words.names).map(([key, wanted]) => [key, name(wanted)]),
  ) as Parts['cell'];
  const q = (role: keyof Words['columns']) => quoteName(words.columns[role]);
  const at = (key: keyof Words['names']) => quoteName(cell[key]);
  const known = (['name', 'phone'] as const).filter((role) => others?.columns[role]);
  return {
    words,
    locale,
    given,
    has: (role) => given.columns[role] !== undefined,
    cell,
    at,
    q,
    f: (field) => quoteName(words.fields[field]),
    known: known.map((role) => `people.${q(role)}`),
    joined: others
      ? `\nLEFT JOIN ${at('people')} AS people ON trim(CAST(people.${q('customer')} AS VARCHAR)) = this.${q('customer')}`
      : '',
    clean: [
      // a contract that was cancelled is one that somebody left
      toCleanOrders(cell.clean, given, orders, words, { isSale: given.columns['end'] === undefined }),
      ...(others ? [toBuyers(cell.people, others, buyers, words)] : []),
    ],
  };
}

/** What goes by another name where it is of contracts. */
const toContractWords = (words: Words): Words => ({
  ...words,
  names: { ...words.names, ...words.contracts.names },
  fields: { ...words.fields, ...words.contracts.fields },
});

/** Large numbers of the last whole month, and how they came there. */
export function toKpis({ words, cell }: Parts): DraftCell[] {
  const { fields, kpi } = words;
  const figure = (wanted: string, title: string, column: string, y: object, good: string) =>
    chart(
      wanted,
      cell.months,
      'kpi',
      { title, x: { column: fields.month, unit: 'month' }, y: { column, title: column, ...y }, good },
      { width: 'half' },
    );
  return [
    figure(cell.rate, kpi.rate, fields.rate, { aggregate: 'mean', format: 'percent' }, 'down'),
    figure(cell.active, kpi.active, fields.active, { aggregate: 'sum' }, 'up'),
    figure(cell.joined, kpi.joined, fields.joined, { aggregate: 'sum' }, 'up'),
    figure(cell.gone, kpi.gone, fields.gone, { aggregate: 'sum' }, 'down'),
  ];
}

export function toMonthCharts({ words, cell, has }: Parts): DraftCell[] {
  const { fields } = words;
  const x = { column: fields.month, unit: 'month' };
  return [
    chart(cell.rateByMonth, cell.months, 'line', {
      title: words.rateByMonth,
      x,
      y: { column: fields.rate, aggregate: 'mean', format: 'percent', title: fields.rate },
      dots: true,
    }),
    chart(cell.moves, cell.months, 'bar', {
      title: words.moves,
      x,
      y: { column: fields.joined, aggregate: 'sum', title: fields.joined },
      layers: [{ column: fields.gone, aggregate: 'sum', title: fields.gone }],
    }),
    ...(has('channel')
      ? [
          chart(cell.byGroup, cell.stays, 'bar', {
            title: words.byGroup,
            x: { column: words.columns.channel, sort: 'value', top: 12 },
            y: { column: fields.share, aggregate: 'mean', title: fields.share },
            direction: 'across',
          }),
        ]
      : []),
  ];
}

/** Months that are over, or lack a day; `from` is the first of which a rate is known. */
export function toMonths({ cell, at, f }: Parts, from: string): DraftCell[] {
  const stay = { start: 'began', end: 'ended' };
  return [
    chain(cell.churned, cell.stays, [{ step: 'churn', ...stay, unit: 'month', per: 'calendar' }]),
    query(
      cell.months,
      `SELECT
  period AS ${f('month')},
  at_start AS ${f('atStart')},
  joined AS ${f('joined')},
  gone AS ${f('gone')},
  at_end AS ${f('active')},
  CASE WHEN period >= ${from} THEN churn_rate END AS ${f('rate')}
FROM ${at('churned')}
WHERE period < (SELECT date_trunc('month', max(today) + INTERVAL 2 DAY) FROM ${at('stays')})
ORDER BY period`,
    ),
  ];
}

/** Figures of the last whole months, for the text. */
export function toMonthFigures({ at, f }: Parts): string {
  const last = `(SELECT max(${f('month')}) FROM ${at('months')})`;
  const of = (field: string) => `(SELECT ${field} FROM ${at('months')} WHERE ${f('month')} = ${last})`;
  return `strftime(${last}, '%Y-%m') AS month,
  ${of(f('gone'))} AS month_gone,
  ${of(f('rate'))} AS month_rate,
  (SELECT avg(${f('rate')}) FROM ${at('months')} WHERE ${f('month')} > ${last} - INTERVAL 12 MONTH) AS mean_rate`;
}

/** Those who have left, the largest first. */
export function toLost(parts: Parts, last: 'last_order' | 'ended'): DraftCell[] {
  const { words, cell, has, q, f, known, joined } = parts;
  const by = toWorth(parts);
  const values = has('amount') ? [`this.sales AS ${f(by)}`] : [];
  const columns = [`this.${q('customer')}`, ...known, ...(has('channel') ? [`this.${q('channel')}`] : [])];
  return [
    text(words.lostHead),
    toTopChart(parts, { chart: cell.lostTop, rows: cell.lostRows, title: words.lostTable, by }),
    table(
      cell.lost,
      cell.stays,
      [
        {
          step: 'sql',
          query: `SELECT ${[...columns, `this.orders AS ${f('orders')}`, ...values, `this.${last} AS ${f(last === 'ended' ? 'ended' : 'last')}`].join(', ')}
FROM this${joined}
WHERE this.ended IS NOT NULL
ORDER BY ${has('amount') ? 'this.sales DESC, ' : ''}this.ended DESC, this.${q('customer')}`,
        },
      ],
      { rows: 20, caption: words.lostTable },
    ),
  ];
}

interface Top {
  readonly chart: string;
  readonly rows: string;
  readonly title: string;
  readonly by: keyof Words['fields'];
}

/** The first of a list, for the dashboard, on which tables do not stand unasked. */
export function toTopChart({ words: { fields } }: Parts, { chart: name, rows, title, by }: Top): DraftCell {
  return chart(
    name,
    rows,
    'table',
    {
      title,
      x: { column: fields.who, sort: 'value' },
      y: [{ column: fields[by], aggregate: 'sum', title: fields[by] }],
    },
    { left: true },
  );
}

export function toTopRows(
  { known, q, f }: Parts,
  list: string,
  rows: string,
  by: Top['by'],
  order = 'DESC',
): DraftCell {
  const isNamed = known.some((name) => name.endsWith(`.${q('name')}`));
  const who = isNamed ? `concat_ws(' ', ${q('name')}, ${q('customer')})` : q('customer');
  return query(
    rows,
    `SELECT ${who} AS ${f('who')}, ${f(by)}
FROM ${quoteName(list)}
ORDER BY ${f(by)} ${order}, ${q('customer')}
LIMIT 15`,
  );
}

/** What lost customers are sorted by. */
export const toWorth = ({ has }: Parts): Top['by'] =>
  has('amount') ? (has('end') ? 'value' : 'sales') : 'orders';

export const toNotes = ({ words, given, joined }: Parts, first: string): DraftCell =>
  text(
    [
      first,
      ...(given.columns['status']
        ? [given.columns['end'] ? words.contracts.notesStatus : words.notesStatus]
        : []),
      ...(joined ? [words.notesPeople] : []),
    ].join('\n\n'),
  );

/** Rows without a customer, which only this counts. */
export const toNobody = ({ at, q }: Parts): string =>
  `(SELECT count(*) FROM ${at('clean')} WHERE nullif(trim(CAST(${q('customer')} AS VARCHAR)), '') IS NULL) AS nobody`;
