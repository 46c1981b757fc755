import { cards } from './cards.zh';
import type { salesReport as en } from './salesReport.en';

export const salesReport: typeof en = {
  ...cards.of.salesReport,
  tables: { orders: '订单' },
  columns: {
    date: '日期',
    amount: '金额',
    order: '订单号',
    customer: '客户',
    channel: '渠道',
    status: '状态',
  },
  names: {
    clean: '订单_整理',
    channels: '渠道选择',
    sales: '销售',
    months: '逐月',
    figures: '指标',
    best: '大客户',
    total: '总销售额',
    orders: '总订单数',
    average: '平均每单',
    customers: '客户总数',
    byMonth: '每月销售额',
    byChannel: '各渠道销售额',
    byCustomer: '购买最多的客户',
    byHour: '下单时段',
    forecast: '预测',
    forecastChart: '预测图',
    table: '逐月明细',
  },
  fields: {
    forecast: '预测',
    low: '下限',
    high: '上限',
    month: '月份',
    sales: '销售额',
    orders: '订单数',
    customers: '客户数',
    average: '平均每单',
  },
  channelsLabel: '渠道（不选即全部）',
  cancelled: '不含已取消和已退货的订单',
  head: (
    figures,
  ) => `{{${figures}.first}} 至 {{${figures}.last}}，{{${figures}.orders}} 笔订单共计 **{{${figures}.sales}}**。

最近一个完整月份（{{${figures}.month}}）的销售额为 {{${figures}.month_sales}}，环比 {{${figures}.change}}，同比 {{${figures}.year_change}}。`,
  monthsHead: '## 逐月走势',
  byMonth: '每月销售额',
  byChannel: '各渠道销售额',
  byCustomer: '购买最多的客户',
  byHour: '订单集中在什么时段',
  forecastHead: `## 接下来会怎样

预测沿用迄今各完整月份的趋势和季节规律，方法取在最近几个月上表现最好的一种。如果照旧发展，100 个月里有 95 个月会落在色带之内；促销、新开门店或日期变动的节假日不在其中。`,
  forecast: '每月销售额及预测',
  notes: `## 统计口径

文件中完全重复的行只计一次；没有日期或没有金额的订单不计入。最后一个月如果还没有结束，不参与环比、同比，也不用于预测。`,
  notesStatus: '状态为取消、退款或退货的订单不计入。',
};
