import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import { quoteName } from '../../sql/quote';
import { column, number } from '../field';
import { toStep } from '../step';
import { findColumn } from '../write';
import { findItem } from './baskets';
import { asType, toCast, toMain } from './rows';
import { checkDay, suggestVisits } from './suggested';

/** What to offer each customer, of what it has not: a row names a customer and an item. */
export const recommend = toStep({
  step: 'recommend',
  family: 'analyse',
  fields: {
    customer: column(),
    item: column(),
    date: column({ families: ['date'], optional: true }),
    top: number({ otherwise: 5, min: 1, max: 50, whole: true }),
  },
  suggest({ columns: all, column: chosen }) {
    const visits = suggestVisits(all, chosen);
    const item = findItem(all.filter(({ name }) => name !== visits.customer));
    return { ...visits, item: item?.name };
  },
  check({ customer, item, date }, context) {
    if (isSameName(customer, item))
      return new Problem('step-misfit', { params: { why: 'customer-is-item' } });
    return checkDay({ date }, context);
  },
  task: ({ customer, item, date, top }, { from }) => ({
    sql: toPairs(from, { customer, item, date }),
    analysis: 'recommend',
    settings: { top },
    seed: 0,
  }),
  // customers and items come back as texts, and are what they were, so that their tables can be joined
  make({ customer, item }, context) {
    const who = findColumn(context.columns, customer)!.type;
    const what = findColumn(context.columns, item)!.type;
    return toMain(context, [asType('customer', who), asType('item', what), asType('because', what)]);
  },
});

function toPairs(
  from: string,
  { customer, item, date }: Readonly<Record<'customer' | 'item' | 'date', string>>,
): string {
  const texts = [customer, item].map((name) => toCast(name, 'VARCHAR'));
  const time = date === '' ? [] : [`epoch(${quoteName(date)}) AS at_time`];
  return `SELECT ${[...time, ...texts].join(', ')}\nFROM ${from}`;
}
