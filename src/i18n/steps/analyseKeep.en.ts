import { inUnits } from './timed';
import type { StepWords, Told } from './told';

const stay = {
  start: 'There from',
  end: 'There until (missing: still there)',
  until: 'Known up to (empty: the last date)',
};

export const keep: Readonly<Record<string, StepWords>> = {
  survival: {
    name: 'How long they stay (survival)',
    help: 'The share that is still there after each time, though most have not gone yet: customers, contracts, machines. By group, with a test of whether groups differ.',
    how: 'Kaplan and Meier’s curve (1958) with Greenwood’s variance and log-log bounds; whoever is still there counts up to the last day known, and is taken to go on as those do who have been there as long. Groups: the log-rank test (Mantel, 1966). Means go up to the time to which all groups are watched. A month is a twelfth of a year.',
    also: 'survival Kaplan-Meier churn retention duration tenure time to event log-rank lifetime attrition hazard',
    says: (told) =>
      told.is('given', 'dates')
        ? `Follow who is still there from ${told.name('start')} to ${told.name('end')}${toEach(told)}`
        : `Follow who is still there over ${told.name('duration')} until ${told.name('event')}${toEach(told)}`,
    fields: {
      ...stay,
      given: 'Given are',
      unit: 'Times in',
      duration: 'How long they were there',
      event: 'Whether they are gone',
      yes: 'Value that means gone (empty: yes, true, 1)',
      confidence: 'Bounds hold, %',
    },
    choices: {
      given: { dates: 'two dates', duration: 'a duration and whether they are gone' },
      unit: { month: 'months', day: 'days', week: 'weeks', year: 'years' },
    },
  },
  churn: {
    name: 'Churn table',
    help: 'How many are there at the start of each period, how many come and go, and what share of the first is lost: by the calendar, or by how long each has been there.',
    how: 'The rate is the share of those there at the start of a period who are gone at its end; who comes and goes within it is not among them. By time since the start, only those count of whom the whole period has been seen, so that the young do not dilute it.',
    also: 'churn rate attrition retention customer loss cancellation turnover subscriptions',
    says: (told) =>
      `Count who comes and goes by ${told.name('start')} and ${told.name('end')}, ${told.choice('unit')} by ${told.choice('unit')}`,
    fields: { ...stay, unit: 'Period', per: 'Counted from' },
    choices: {
      unit: { month: 'month', week: 'week', quarter: 'quarter', year: 'year' },
      per: { calendar: 'the calendar', age: 'the start of each' },
    },
  },
  lifetimeValue: {
    name: 'Customer lifetime value',
    help: 'From orders: how likely each customer is to be still active, how many orders are to be expected, when the next, and what they are worth. For customers without a contract, who just stop coming.',
    how: 'Orders by BG/NBD (Fader, Hardie and Lee, 2005): an active customer orders at a rate of its own and may be gone after each order; one of a single order counts as active, with the fewer orders to come the longer ago it was. Values by gamma-gamma (Fader and Hardie, 2013), of all orders. Orders of one day are one, and days are counted up to the last date of the table. Worth is the sum over months of expected orders times their value, less the discount to each month’s end; take margins as the amount where you want profit. The next order: half of such customers who are active order within so many days.',
    also: 'CLV LTV customer lifetime value BG/NBD gamma-gamma next purchase repeat orders active probability RFM buy till you die',
    says: (told) =>
      `Value each ${told.name('customer')} over ${told.text('horizon')} months by ${told.name('date')} and ${told.name('amount')}`,
    fields: {
      customer: 'Customer',
      date: 'Date of the order',
      amount: 'Amount',
      horizon: 'Months to come',
      discount: 'Discount a year, %',
    },
  },
};

function toEach(told: Told): string {
  return told.count('by') > 0 ? `, for each ${told.name('by')}` : '';
}

/** What keeps them from fitting. */
export const keepWhy = {
  'too-few-repeaters':
    'Only {again} {again|customer has|customers have} ordered again, and {needed} are needed. Check the customer’s column, or take a longer time.',
};

const inMany = (one: string) => (name: string) => `{${name}} {${name}|${one}|${one}s}`;

const units = { day: inMany('day'), week: inMany('week'), month: inMany('month'), year: inMany('year') };

/** What was found, and what to know of it. */
export const keepNotes = {
  ...inUnits(
    {
      'survival-half': (time) =>
        `Half are gone within ${time('median')} ({low} to {high}); so far {gone} of {rows} have gone.`,
      'survival-half-open': (time) =>
        `Half are gone within ${time('median')} ({low} or more); so far {gone} of {rows} have gone.`,
      'survival-most': (time) =>
        `After ${time('time')}, {share} % are still there: so far {gone} of {rows} have gone, too few to say when half will be.`,
      'survival-differ': (time) =>
        `The groups differ (log-rank, {p}): of the first ${time('until')}, “{longest}” stay {more} on average, “{shortest}” {less}.`,
      'survival-alike': (time) =>
        `No difference between the {groups} groups is shown (log-rank, {p}): of the first ${time('until')}, “{longest}” stay {more} on average, “{shortest}” {less}.`,
      'survival-thin': (time) =>
        `From ${time('time')} on fewer than {few} are watched: what the curve does there may be chance.`,
    },
    units,
  ),
  'survival-nobody': 'Nobody of {rows} has gone, so that there is nothing to be told of when they go.',
  'survival-today':
    'Who has no end is taken to be there on {date}, and what is after that day is not known yet.',
  'survival-backwards':
    '{count} {count|row is|rows are} left out: {count|it ends before it begins, or begins|they end before they begin, or begin} after the last day known.',
  'churn-calendar-month': toChurn('month'),
  'churn-calendar-week': toChurn('week'),
  'churn-calendar-quarter': toChurn('quarter'),
  'churn-calendar-year': toChurn('year'),
  'churn-age-month': toAged('month'),
  'churn-age-week': toAged('week'),
  'churn-age-quarter': toAged('quarter'),
  'churn-age-year': toAged('year'),
  'ltv-found':
    '{customers} customers are worth {value} in today’s money over the next {months} {months|month|months}, by {orders} orders that are to be expected.',
  'ltv-best': '{share} % of that is to come from the best {best} of {customers} customers.',
  'ltv-gone':
    'Of {again} customers who have ordered again, {gone} {gone|is|are} probably gone; {once} {once|has|have} ordered once and {once|counts|count} as active, as the model cannot tell who of them is gone.',
  'ltv-tested':
    'Tested on the last {days} days, it foresaw {foreseen} orders of earlier customers, and {actual} came; as many again as in the {days} days before would have been {plain}. It was off by {error} orders a customer, plain repetition by {plainError}.',
  'ltv-no-better': 'That is no better than plain repetition: take the values of single customers with care.',
  'ltv-untested':
    'There are too few customers who had come again before, so that it is not tested: take it with care.',
  'ltv-fit': '{actual} of {customers} customers have not ordered again so far; the model has {expected}.',
  'ltv-few':
    'Only {count} customers have ordered again; with fewer than {few} the model hangs on a few people.',
  'ltv-edge':
    'How customers differ in ordering and going cannot be told well from this data: they are much alike, too few, or have not been followed for long.',
  'ltv-value-edge':
    'How customers differ in what they spend cannot be told well from this data: they are much alike, or a few spend far more than all others.',
  'ltv-related':
    'Who orders more often also spends more each time (correlation {related}), where the model takes the two as unrelated: the best customers may be worth more than is said.',
  'ltv-related-against':
    'Who orders more often spends less each time (correlation {related}), where the model takes the two as unrelated: the best customers may be worth less than is said.',
  'ltv-worthless':
    '{count} {count|day of a customer comes|days of customers come} to 0 or less, such as a return, and {count|is|are} no order.',
};

function toChurn(unit: string): string {
  return `On average, {rate} % of those who are there at the start of a ${unit} are gone at its end; {last} % in the last whole one, from {period}.`;
}

function toAged(unit: string): string {
  return `{first} % go in their first ${unit}; over all, {rate} % of those at the start of one of their ${unit}s are gone at its end.`;
}
