import type { StepWords } from './told';

export const customers: Readonly<Record<string, StepWords>> = {
  rfm: {
    name: 'RFM: score customers',
    help: 'How long ago, how often and for how much each customer has bought, from 1 to 5 by fifths of the customers, and what kind of customer that makes. Days are counted back from the last date of the table.',
    also: 'recency frequency monetary customer segments loyalty churn champions',
    says: (told) =>
      `Score each ${told.name('customer')} by ${told.name('date')} and ${told.name('amount')} (RFM)`,
    fields: { customer: 'Customer', date: 'Date', amount: 'Amount', names: 'Names of segments' },
    choices: { names: { en: 'English', zh: 'Chinese' } },
  },
  pareto: {
    name: 'ABC classes (Pareto)',
    help: 'Which few items make up most of a value: A up to the first share, B up to the second, C the rest.',
    also: 'abc analysis pareto 80/20 cumulative share inventory concentration',
    says: (told) => `Class each ${told.name('item')} by its share of ${told.name('value')}`,
    fields: { item: 'Item', first: 'A up to, %', second: 'B up to, %' },
  },
  cohort: {
    name: 'Cohorts: who comes back',
    help: 'Of those who first came in the same period, how many come again in each period after it.',
    also: 'retention cohort analysis returning customers churn',
    says: (told) =>
      `Count who of each ${told.name('customer')} comes back by ${told.name('date')}, ${told.choice('unit')} by ${told.choice('unit')}`,
    fields: { customer: 'Customer', date: 'Date', unit: 'Period' },
    choices: { unit: { month: 'month', week: 'week', quarter: 'quarter', day: 'day' } },
  },
  funnel: {
    name: 'Funnel',
    help: 'How many reach each stage, having been through all before it; with a date, in the order of time.',
    also: 'conversion funnel stages drop-off steps events',
    says: (told) => `Count each ${told.name('customer')} through the stages of ${told.name('event')}`,
    fields: {
      customer: 'Customer',
      event: 'Stage',
      stages: 'Stages in their order (empty: the most frequent first)',
      date: 'In the order of',
    },
  },
};

/** What keeps them from fitting. */
export const customersWhy = {
  'pareto-shares': 'The share of B must be above that of A.',
};

/** What was found, and what to know of it. */
export const customersNotes = {
  'pareto-found': '{few} of {items} {items|item|items} make up {share} % of “{value}”: class A.',
  'pareto-negative':
    '{count} {count|item|items} with a sum below 0 {count|counts|count} as nothing in the shares.',
  'cohort-found':
    '{customers} customers in {cohorts} {cohorts|cohort|cohorts}; {share} % of them come again in the period after their first.',
  'rfm-found': '{customers} {customers|customer|customers}; most of them, {size}, are “{segment}”.',
  'rfm-ties':
    'Many customers buy equally often, and equal ones have equal scores, so that frequency has {scores} of 5 scores only.',
};
