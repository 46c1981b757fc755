import { cards } from './cards.en';
export const churn = {
  ...cards.of.churn,
  tables: { orders: 'Orders or contracts', customers: 'Customers' },
  columns: {
    customer: 'Customer',
    date: 'Date of the order, or start',
    end: 'End of the contract',
    amount: 'Amount',
    order: 'Order',
    channel: 'Channel or plan',
    status: 'Status',
    name: 'Name',
    phone: 'Phone',
  },
  names: {
    clean: 'orders_clean',
    people: 'customers_clean',
    quiet: 'quiet_days',
    ahead: 'days_ahead',
    grace: 'grace_days',
    purchases: 'purchases',
    gaps: 'gaps',
    stays: 'stays',
    churned: 'churn',
    months: 'months',
    figures: 'figures',
    rate: 'churn_rate',
    active: 'active_customers',
    joined: 'new_customers',
    gone: 'lost_customers',
    rateByMonth: 'churn_by_month',
    moves: 'won_and_lost',
    byGroup: 'lost_by_channel',
    cohort: 'cohorts',
    cohorts: 'last_cohorts',
    retention: 'retention',
    returns: 'returns',
    returned: 'came_back',
    returnCurve: 'return_curve',
    past: 'snapshot_before',
    model: 'model',
    now: 'snapshot_now',
    scored: 'scored',
    importance: 'what_tells',
    believed: 'how_sure',
    risk: 'at_risk',
    riskFigures: 'risk_figures',
    chances: 'chances',
    lost: 'win_back',
    riskTop: 'first_to_call',
    riskRows: 'first_to_call_rows',
    lostTop: 'largest_lost',
    lostRows: 'largest_lost_rows',
    survival: 'survival',
    survivalCurve: 'survival_curve',
    ages: 'churn_by_age',
    ageChart: 'when_they_leave',
    ending: 'ending_soon',
  },
  fields: {
    began: 'First day',
    last: 'Last order',
    ended: 'Gone since',
    ends: 'Ends on',
    orders: 'Orders',
    sales: 'Sales',
    yearSales: 'Sales of the last year',
    month: 'Month',
    active: 'Active at the end',
    atStart: 'Active at the start',
    joined: 'New',
    gone: 'Lost',
    rate: 'Churn rate',
    customers: 'Customers',
    share: 'Lost, %',
    cohort: 'First order in',
    period: 'Months after',
    back: 'Came back',
    low: 'At least',
    high: 'At most',
    stayed: 'Still there',
    quietDays: 'Days since the last order',
    tenure: 'Days since the first order',
    recent: 'Orders of late',
    average: 'Average order (log)',
    daysLeft: 'Days left',
    who: 'Name and number',
    weight: 'What it adds',
    foretold: 'Foretold',
    observed: 'True',
    left: 'Left',
    chance: 'Chance to leave, %',
    stake: 'At stake',
    value: 'Each month',
    age: 'Month of the contract',
  },
  cancelled: 'Without orders that were cancelled or given back',
  monthsHead: `## Month by month

The churn rate is the share of those who were active at the beginning of a month and were lost in it. A steady business has a rate that falls or stays; a peak asks what happened in that month, or so long before it as the slider says.`,
  monthsHeadContracts: `## Month by month

The churn rate is the share of those who were there at the beginning of a month and left in it. A peak asks what happened: a price that rose, a year of contracts that ended, a competitor's offer.`,
  kpi: { rate: 'Churn rate', active: 'Active customers', joined: 'New customers', gone: 'Lost customers' },
  rateByMonth: 'Churn rate by month',
  moves: 'Customers won and lost',
  byGroup: 'Share of customers lost, by channel or plan of the first time',
  lostTable: 'Lost customers who brought most',
  lostHead: `## Whom to win back

Those who have gone, the largest first. Somebody who bought much and left lately is the likeliest to come back, and knows best what went wrong.`,
  orders: {
    quietLabel: 'Gone after so many days without an order',
    head: (
      figures: string,
      quiet: string,
    ) => `**{{${figures}.gone | 0}} of {{${figures}.customers | 0}} customers** have not ordered for {{${quiet}}} days and count as gone ({{${figures}.gone_share | 0%}}); {{${figures}.active | 0}} are active on {{${figures}.last}}.

In the last whole month, {{${figures}.month}}, {{${figures}.month_gone | 0}} were lost, {{${figures}.month_rate | 0.0%}} of those who were active at its beginning; over the last twelve months it was {{${figures}.mean_rate | 0.0%}} a month.

Of those who order again, half do so within {{${figures}.half_gap | 0}} days and nine of ten within {{${figures}.most_gap | 0}}. Where the second number is far from {{${quiet}}}, move the slider there: of all returns only one in ten comes after a longer silence.`,
    retentionHead: `## Who comes back

Each row is the customers who first ordered in one month; each square is the share of them who ordered again so many months after. Darker rows further down mean that newer customers stay better. The curve adds it up over all: what share has come back by then, with its bounds.`,
    retention: 'Who orders again, by month of the first order',
    returnCurve: 'Who has ordered twice, by months since the first time',
    riskHead: (figures: string, quiet: string) => `## Who is about to leave

A model learns from those who were active {{${quiet}}} days ago, of whom it is known by now who came back; it takes some dozens of them, and with fewer this part stays empty. It then looks at those who are active today: **{{${figures}.likely | 0}} of {{${figures}.active | 0}}** are more likely to leave than to stay. What they bought in the last year, times their chance to leave, comes to {{${figures}.stake | 0}}.`,
    riskHeadPlain: (figures: string, quiet: string) => `## Who is about to leave

A model learns from those who were active {{${quiet}}} days ago, of whom it is known by now who came back; it takes some dozens of them, and with fewer this part stays empty. It then looks at those who are active today: **{{${figures}.likely | 0}} of {{${figures}.active | 0}}** are more likely to leave than to stay.`,
    chances: 'Chance to leave',
    importance: 'What tells the most',
    believed: 'Foretold and true: the nearer to the line, the better',
    riskTable: 'Call these first: chance to leave times sales of the last year',
    riskTablePlain: 'Call these first: the likeliest to leave',
    notes: (figures: string, quiet: string) => `## How this was counted

Rows that are in the file twice are counted once. Orders without a date are left out, as are {{${figures}.nobody | 0}} orders without a customer. The last day is the latest order of all.

A customer is gone when {{${quiet}}} days have passed without an order, on the day on which they have passed. Who was silent for as long before, and came back, was never gone. In the first {{${quiet}}} days of the data nobody can be lost, so that there is no rate for them.

The model is a logistic regression on days since the last order, number of orders, orders of late and time since the first order, and average order and channel where they are known. A quarter of the customers is held back to test it. It knows nothing of prices, complaints or holidays.`,
    notesAmount: 'Orders without an amount are left out.',
  },
  contracts: {
    names: {
      clean: 'contracts_clean',
      purchases: 'contracts',
      returns: 'churn_ages',
      returned: 'still_there',
      riskTop: 'first_to_end',
      riskRows: 'first_to_end_rows',
    },
    fields: { orders: 'Contracts' },
    aheadLabel: 'Contracts that end within so many days',
    graceLabel: 'Gap in days that still counts as staying',
    head: (
      figures: string,
      ahead: string,
    ) => `On {{${figures}.last}}, **{{${figures}.active | 0}} customers** are there; {{${figures}.gone | 0}} have left since {{${figures}.first}}.

In the last whole month, {{${figures}.month}}, {{${figures}.month_gone | 0}} left, {{${figures}.month_rate | 0.0%}} of those who were there at its beginning; over the last twelve months it was {{${figures}.mean_rate | 0.0%}} a month.

{{${figures}.ending | 0}} contracts end within the next {{${ahead}}} days.`,
    survivalHead: `## How long they stay

The curve is the share that is still there after so many months, and allows for those who have not left yet. The bars say in which month of the contract customers leave: a peak at 12 is a yearly notice, a peak at 1 or 2 a bad start.`,
    survivalCurve: 'Share still there, by months since the start',
    ageChart: 'Share that leaves in each month of the contract',
    endingHead: `## Whose contract ends soon

Speak to these before the day comes, the largest first.`,
    endingTable: 'Contracts that end soon',
    notes: (figures: string, grace: string) => `## How this was counted

Rows that are in the file twice are counted once. Contracts without a start are left out, as are {{${figures}.nobody | 0}} without a customer and {{${figures}.backwards | 0}} that end before they begin or begin after today. A contract without an end goes on. Today is the last day in the table, but not later than the day on which this is computed.

Contracts of a customer that follow on one another within {{${grace}}} days are one stay.`,
    notesStatus: 'What a status says is not looked at: the end alone says who has left.',
  },
  notesStatus: 'Orders whose status says that they were cancelled, refunded or given back are left out.',
  notesPeople:
    'A customer who is in the table of customers twice is listed once, with the fullest row; people with two numbers are two customers.',
};
