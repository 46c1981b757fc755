import { cards } from './cards.en';
export const salesReport = {
  ...cards.of.salesReport,
  tables: { orders: 'Orders' },
  columns: {
    date: 'Date',
    amount: 'Amount',
    order: 'Order',
    customer: 'Customer',
    channel: 'Channel',
    status: 'Status',
  },
  names: {
    clean: 'orders_clean',
    channels: 'channels',
    sales: 'sales',
    months: 'months',
    figures: 'figures',
    best: 'best_customers',
    total: 'total_sales',
    orders: 'total_orders',
    average: 'average_order',
    customers: 'total_customers',
    byMonth: 'sales_by_month',
    byChannel: 'sales_by_channel',
    byCustomer: 'top_customers',
    byHour: 'sales_by_hour',
    forecast: 'forecast',
    forecastChart: 'forecast_chart',
    table: 'month_table',
  },
  fields: {
    forecast: 'Forecast',
    low: 'At least',
    high: 'At most',

    month: 'Month',
    sales: 'Sales',
    orders: 'Orders',
    customers: 'Customers',
    average: 'Average order',
  },
  channelsLabel: 'Channels (none: all)',
  cancelled: 'Without orders that were cancelled or given back',
  head: (
    figures: string,
  ) => `**{{${figures}.sales}}** from {{${figures}.orders}} orders between {{${figures}.first}} and {{${figures}.last}}.

In the last whole month, {{${figures}.month}}, sales were {{${figures}.month_sales}}: {{${figures}.change}} against the month before, and {{${figures}.year_change}} against the same month of the year before.`,
  monthsHead: '## Month by month',
  byMonth: 'Sales by month',
  byChannel: 'Sales by channel',
  byCustomer: 'Customers who bought most',
  byHour: 'When orders come in',
  forecastHead: `## What is to be expected

The forecast continues the trend and the season of the whole months so far, by whichever way did best on the latest of them. The band holds 95 of 100 months if they go on as before; a promotion, a new shop or a holiday that moves is not in it.`,
  forecast: 'Sales by month, and what is to come',
  notes: `## How this was counted

Rows that are in the file twice are counted once. Orders without a date or without an amount are left out. A last month that is not over yet is not compared, and not forecast from.`,
  notesStatus: 'Orders whose status says that they were cancelled, refunded or given back are left out.',
};
