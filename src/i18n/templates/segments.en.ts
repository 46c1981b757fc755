export const segments = {
  title: 'Customer segments',
  about:
    'Who your best customers are, who is drifting away, and which groups buy alike: by RFM scores and by clusters, with a list to work through.',
  tables: { orders: 'Orders', customers: 'Customers' },
  columns: {
    customer: 'Customer',
    date: 'Date',
    amount: 'Amount',
    order: 'Order',
    status: 'Status',
    name: 'Name',
    phone: 'Phone',
    city: 'City',
    age: 'Age',
  },
  names: {
    clean: 'orders_clean',
    people: 'customers_clean',
    since: 'since',
    chosen: 'segments_chosen',
    purchases: 'purchases',
    scores: 'scores',
    segments: 'segments',
    figures: 'figures',
    customers: 'total_customers',
    spent: 'sales_per_customer',
    often: 'orders_per_customer',
    again: 'came_back',
    bySegment: 'segment_sizes',
    salesBySegment: 'segment_sales',
    byScores: 'score_map',
    behaviour: 'behaviour',
    groups: 'groups',
    members: 'group_members',
    portraits: 'group_portraits',
    map: 'group_map',
    shares: 'group_shares',
    counts: 'group_counts',
    list: 'customer_list',
  },
  fields: {
    last: 'Last order',
    days: 'Days since',
    orders: 'Orders',
    sales: 'Sales',
    average: 'Average order',
    r: 'R',
    f: 'F',
    m: 'M',
    segment: 'Segment',
    customers: 'Customers',
    share: 'Customers, %',
    salesShare: 'Sales, %',
    advice: 'What to do',
    group: 'Group',
    logOrders: 'Orders (log)',
    logAverage: 'Average order (log)',
    age: 'Median age',
    isBack: 'Came back',
  },
  sinceLabel: 'Orders since (empty: all)',
  chosenLabel: 'Segments in the list (none: all)',
  cancelled: 'Without orders that were cancelled or given back',
  head: (
    figures: string,
  ) => `**{{${figures}.customers | 0}} customers** bought for {{${figures}.sales | 0}} between {{${figures}.first}} and {{${figures}.last}}; {{${figures}.back_share | 0%}} of them came more than once.

- The **best**, who bought lately and often, are {{${figures}.best | 0}} customers ({{${figures}.best_share | 0%}}) with {{${figures}.best_sales_share | 0%}} of the sales.
- **At risk** are {{${figures}.risk | 0}} customers who used to come often and have not been seen for a while. They have brought {{${figures}.risk_sales | 0}} so far.`,
  figures: {
    customers: 'Customers',
    spent: 'Sales per customer',
    often: 'Orders per customer',
    again: 'Came more than once',
  },
  segmentsHead: `## Segments by RFM

Each customer has three scores from 1 to 5: how lately they bought (R), how often (F) and for how much (M). A 5 is the best fifth of the customers. The segment follows from R and F; where few customers are and much of the sales is, each of them is worth a call.`,
  bySegment: 'Customers by segment',
  salesBySegment: 'Sales by segment',
  byScores: 'Customers by how lately (R) and how often (F) they bought',
  advice: {
    best: 'Thank them, show them new things first, ask them to recommend you. No discounts needed.',
    promising: 'Make the next order easy: what goes with what they have, a small reward for the third order.',
    fresh: 'Welcome them and explain; bring them to a second order within a month.',
    loyal: 'Write before they have to think of you: reorder reminders, service, a personal greeting.',
    attention: 'Ask what is missing; an offer for what they bought before, with an end date.',
    sleepy: 'One friendly reminder; do not spend much.',
    risk: 'Call them in person, the largest first: what went wrong, and what would bring them back?',
    hibernating: 'A win-back offer a few times a year, with the seasons.',
    lost: 'Only cheap letters to all; leave out those who never answer.',
  },
  groupsHead: (byAge: string) => `## Groups who buy alike

RFM cuts by fifths. Clusters (k-means) look for groups that are there by themselves: by how often somebody orders and how large the orders are${byAge}. The number of groups is the one that lies apart best (silhouette). Each dot is a customer.`,
  byAge: ', and by age',
  map: 'Customers by group',
  shares: 'Share of customers and of sales by group',
  counts: 'How well so many groups lie apart',
  traits: {
    many: 'many orders',
    few: 'few orders',
    large: 'large orders',
    small: 'small orders',
    older: 'older',
    younger: 'younger',
    plain: 'in between',
  },
  listHead: `## The list

The customers of the segments that you choose above, the largest first. Press the arrow at the table to take it along as an Excel or CSV file.`,
  notes: (figures: string) => `## How this was counted

Rows that are in the file twice are counted once. Orders without a date or an amount are left out, as are {{${figures}.nobody | 0}} orders without a customer. Days are counted back from the last order of all. Customers with as many orders as others have the same F, so that there may be fewer than five of them.

Clusters are found on logarithms of the number of orders and of the average order; customers whose orders come to nothing in all are in no group.`,
  notesOrder: 'Rows with the same order number and customer are one order, with the amounts added up.',
  notesStatus: 'Orders whose status says that they were cancelled, refunded or given back are left out.',
  notesPeople:
    'A customer who is in the table of customers twice is listed once, with the fullest row; people with two numbers are two customers.',
  notesAge: 'Ages below 14 and above 110 are taken for unknown; customers of unknown age are in no group.',
};
