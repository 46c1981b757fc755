import { toFreeName } from '../../lib/freeName';
import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Loose } from '../field';
import { choice, column, columns, list, number, text } from '../field';
import type { Sort } from '../order';
import { order, toOrder } from '../order';
import { checkNewName } from '../settings';
import type { StepContext } from '../step';
import { toStep } from '../step';
import type { Written } from '../write';
import { findColumn, toGrouped, toNames, toWindowed } from '../write';

/** Of a whole group: the same for each of its rows, or what a row is beside it. */
const wholes = [
  'count',
  'present',
  'sum',
  'mean',
  'median',
  'least',
  'greatest',
  'share',
  'difference',
] as const;

const ordered = [
  'row',
  'rank',
  'dense',
  'running-total',
  'running-mean',
  'moving-mean',
  'previous',
  'next',
  'first',
  'last',
  'cumulative-share',
] as const;

type Whole = (typeof wholes)[number];
type Ordered = (typeof ordered)[number];

interface Asked {
  readonly function: Whole | Ordered;
  readonly column: string;
  readonly away: number;
  readonly rows: number;
  readonly name: string;
}

interface Settings {
  values: readonly Asked[];
  by: readonly string[];
  order: readonly Sort[];
}

const ofRows = ['count', 'row', 'rank', 'dense'];
const ofAnything = ['present', 'least', 'greatest', 'previous', 'next', 'first', 'last'];
const needOrder = ['rank', 'dense'];
const isOrdered = ({ function: one }: Loose) => ordered.includes(one as Ordered);
const isOf =
  (...functions: string[]) =>
  ({ function: one }: Loose) =>
    functions.includes(String(one));

/** Columns with what is known of the group that a row is in, and of the rows before and after it there. */
export const each = toStep({
  step: 'each',
  family: 'shape',
  fields: {
    values: list({
      function: choice([...wholes, ...ordered]),
      column: column({ when: ({ function: one }) => !ofRows.includes(String(one)) }),
      away: number({ otherwise: 1, min: 1, whole: true, when: isOf('previous', 'next') }),
      rows: number({ otherwise: 7, min: 2, whole: true, when: isOf('moving-mean') }),
      name: text({ is: 'name', optional: true }),
    }),
    by: columns({ optional: true }),
    order: order({ when: ({ values }) => (values as readonly Loose[]).some(isOrdered) }),
  },
  suggest: ({ column: name }) => ({
    values: [{ function: 'count' }],
    ...(name !== undefined && { by: [name] }),
  }),

  check({ values, order: sorts }, { columns: all }) {
    for (const { function: one, column: name } of values) {
      if (needOrder.includes(one) && sorts.length === 0)
        return new Problem('step-misfit', { params: { why: 'rank-order' } });
      if (ofRows.includes(one) || ofAnything.includes(one)) continue;
      const { type } = findColumn(all, name)!;
      if (!['number', 'flag'].includes(toFamily(type)))
        return new Problem('step-family', { params: { column: name, type } });
    }
    const wanted = values.map(({ name }) => name).filter((name) => name !== '');
    for (const [at, name] of wanted.entries()) {
      if (wanted.some((other, place) => place < at && isSameName(other, name)))
        return new Problem('step-name', { params: { name } });
      const problem = checkNewName(all, name);
      if (problem) return problem;
    }
    return undefined;
  },

  make(settings, context) {
    const { values, by } = settings;
    const names = toNewNames(values, context.columns);
    const toAdded = (write: (asked: Asked, at: number) => string): Written =>
      Object.fromEntries(values.map((asked, at) => [names[at]!, write(asked, at)]));
    if (!values.some(isOrdered))
      return toGrouped(context, {
        by,
        values: Object.fromEntries(
          values.map((asked, at) => [`value_${at + 1}`, toAggregate(asked, context)]),
        ),
        write: (read) => ({
          added: toAdded((asked, at) =>
            toBeside(asked, read(`value_${at + 1}`), toNumber(asked, context, 'it.')),
          ),
        }),
      });
    const ofColumns = values.filter(({ function: one }) => !ofRows.includes(one));
    return toWindowed(context, {
      reads: [
        ...by,
        ...settings.order.map(({ column: name }) => name),
        ...ofColumns.map(({ column: name }) => name),
      ],
      write: (row) => ({ added: toAdded((asked) => toWindow(asked, { ...settings, row }, context)) }),
    });
  },
});

function toAggregate(asked: Asked, context: StepContext): string {
  const number = toNumber(asked, context);
  const it = quoteName(asked.column);
  switch (asked.function) {
    case 'count':
      return 'count(*)';
    case 'present':
      return `count(${it})`;
    case 'mean':
    case 'difference':
      return `avg(${number})`;
    case 'median':
      return `median(${isDecimal(asked, context) ? `CAST(${it} AS DOUBLE)` : number})`;
    case 'least':
      return `min(${it})`;
    case 'greatest':
      return `max(${it})`;
    default:
      return `sum(${number})`;
  }
}

/** What a row is beside its group's value, or that value itself. */
function toBeside({ function: one }: Asked, group: string, own: string): string {
  if (one === 'share') return `${own} / nullif(${group}, 0)`;
  return one === 'difference' ? `${own} - ${group}` : group;
}

function toWindow(
  asked: Asked,
  { by, order: sorts, row }: Settings & { row: string },
  context: StepContext,
): string {
  const it = quoteName(asked.column);
  const number = toNumber(asked, context);
  const parts = by.length > 0 ? `PARTITION BY ${toNames(by)}` : '';
  const alike = sorts.length > 0 ? toOrder(sorts) : row;
  const rows = sorts.length > 0 ? `${alike}, ${row}` : row;
  const over = (orderBy: string, frame = '') =>
    `OVER (${[parts, `ORDER BY ${orderBy}`, frame].filter((part) => part !== '').join(' ')})`;
  const running = over(rows, 'ROWS UNBOUNDED PRECEDING');
  const all = over(rows, 'ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING');
  switch (asked.function) {
    case 'row':
      return `row_number() ${over(rows)}`;
    case 'rank':
      return `rank() ${over(alike)}`;
    case 'dense':
      return `dense_rank() ${over(alike)}`;
    case 'running-total':
      return `sum(${number}) ${running}`;
    case 'running-mean':
      return `avg(${number}) ${running}`;
    case 'moving-mean':
      return `avg(${number}) ${over(rows, `ROWS ${asked.rows - 1} PRECEDING`)}`;
    case 'previous':
      return `lag(${it}, ${asked.away}) ${over(rows)}`;
    case 'next':
      return `lead(${it}, ${asked.away}) ${over(rows)}`;
    case 'first':
      return `first_value(${it}) ${all}`;
    case 'last':
      return `last_value(${it}) ${all}`;
    case 'cumulative-share':
      return `sum(${number}) ${running} / nullif(sum(${number}) OVER (${parts}), 0)`;
    default:
      return toBeside(asked, `${toAggregate(asked, context)} OVER (${parts})`, number);
  }
}

/** Truths are added up as ones. */
function toNumber({ column: name }: Asked, { columns: all }: StepContext, before = ''): string {
  const it = `${before}${quoteName(name)}`;
  return findColumn(all, name)?.type === 'BOOLEAN' ? `CAST(${it} AS INTEGER)` : it;
}

function isDecimal({ column: name }: Asked, { columns: all }: StepContext): boolean {
  return findColumn(all, name)!.type.startsWith('DECIMAL');
}

function toNewNames(values: readonly Asked[], all: readonly Column[]): string[] {
  const taken = [...all, ...values].map(({ name }) => name);
  return values.map(({ function: one, column: of, name: wanted }) => {
    if (wanted !== '') return wanted;
    const plain = one.replaceAll('-', '_');
    const name = toFreeName(ofRows.includes(one) ? plain : `${plain}_${of}`, taken);
    taken.push(name);
    return name;
  });
}
