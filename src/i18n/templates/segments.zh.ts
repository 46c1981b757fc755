import type { segments as en } from './segments.en';

export const segments: typeof en = {
  title: '客户分层与分群',
  about: '谁是最好的客户，谁正在疏远，哪些客户买法相似：RFM 评分加聚类，并附一份可以逐个跟进的名单。',
  tables: { orders: '订单', customers: '客户' },
  columns: {
    customer: '客户',
    date: '日期',
    amount: '金额',
    order: '订单号',
    status: '状态',
    name: '姓名',
    phone: '电话',
    city: '城市',
    age: '年龄',
  },
  names: {
    clean: '订单_整理',
    people: '客户_整理',
    since: '起始日',
    chosen: '分层选择',
    purchases: '购买',
    scores: 'RFM评分',
    segments: '客户分层',
    figures: '指标',
    customers: '客户总数',
    spent: '人均消费',
    often: '人均订单',
    again: '复购率',
    bySegment: '各层客户数',
    salesBySegment: '各层销售额',
    byScores: '评分分布',
    behaviour: '购买行为',
    groups: '聚类',
    members: '客户归群',
    portraits: '群画像',
    map: '分群图',
    shares: '各群占比',
    counts: '群数比较',
    list: '客户名单',
  },
  fields: {
    last: '最近下单',
    days: '距今天数',
    orders: '订单数',
    sales: '消费额',
    average: '客单价',
    r: 'R',
    f: 'F',
    m: 'M',
    segment: '分层',
    customers: '客户数',
    share: '客户占比（%）',
    salesShare: '销售额占比（%）',
    advice: '建议',
    group: '客户群',
    logOrders: '订单数（对数）',
    logAverage: '客单价（对数）',
    age: '年龄中位数',
    isBack: '是否复购',
  },
  sinceLabel: '只看此日之后的订单（留空为全部）',
  chosenLabel: '名单包含的分层（不选即全部）',
  cancelled: '不含已取消和已退货的订单',
  head: (
    figures,
  ) => `{{${figures}.first}} 至 {{${figures}.last}}，**{{${figures}.customers | 0}} 位客户**共消费 {{${figures}.sales | 0}}，其中 {{${figures}.back_share | 0%}} 买过不止一次。

- **最好的客户**（最近买过、买得也勤）有 {{${figures}.best | 0}} 位，占 {{${figures}.best_share | 0%}}，贡献了 {{${figures}.best_sales_share | 0%}} 的销售额。
- **有流失风险的**有 {{${figures}.risk | 0}} 位：以前常买，近来许久没有再来。他们累计消费过 {{${figures}.risk_sales | 0}}。`,
  figures: { customers: '客户数', spent: '人均消费', often: '人均订单数', again: '复购客户占比' },
  segmentsHead: `## RFM 分层

每位客户有三个 1 到 5 分的评分：最近一次购买有多近（R）、买得有多勤（F）、花了多少钱（M），5 分是最好的五分之一。分层由 R 和 F 决定。人数少而销售额占比高的那几层，值得逐个打电话。`,
  bySegment: '各层客户数',
  salesBySegment: '各层销售额',
  byScores: '客户在 R（多近）与 F（多勤）上的分布',
  advice: {
    best: '多感谢，新品先给他们看，请他们推荐朋友；不必打折。',
    promising: '让下一单更容易：推荐搭配的商品，第三单给点小奖励。',
    fresh: '欢迎并教会他们使用，争取一个月内下第二单。',
    loyal: '赶在他们想起之前联系：补货提醒、售后关怀、一句问候。',
    attention: '问问缺了什么；针对买过的商品给限时优惠。',
    sleepy: '友好提醒一次即可，不宜多花钱。',
    risk: '逐个打电话，从消费最高的开始：哪里不满意，怎样才愿意回来？',
    hibernating: '一年几次，随季节发召回优惠。',
    lost: '只发低成本的群发信息，从不回应的不再联系。',
  },
  groupsHead: (byAge) => `## 买法相似的客户群

RFM 是按五等分来切，聚类（k-means）找的则是自然形成的客户群：依据下单次数和客单价${byAge}。群数取分得最开的那个（轮廓系数最大）。图中每个点是一位客户。`,
  byAge: '，以及年龄',
  map: '各客户群的分布',
  shares: '各群的客户占比与销售额占比',
  counts: '分成几群时分得最开',
  traits: {
    many: '下单多',
    few: '下单少',
    large: '客单价高',
    small: '客单价低',
    older: '年长',
    younger: '年轻',
    plain: '居中',
  },
  listHead: `## 客户名单

上方所选分层的客户，消费额高的在前。点表格上的箭头即可导出为 Excel 或 CSV 文件。`,
  notes: (figures) => `## 统计口径

文件中完全重复的行只计一次；没有日期或没有金额的订单不计入，没有客户的 {{${figures}.nobody | 0}} 笔订单也不计入。天数从全部订单中最晚的一天往回数。下单次数相同的客户 F 分也相同，因此 F 可能不足五种。

聚类用的是下单次数与客单价的对数；合计消费不大于零的客户不归入任何一群。`,
  notesOrder: '订单号和客户都相同的行算作一笔订单，金额相加。',
  notesStatus: '状态为取消、退款或退货的订单不计入。',
  notesPeople: '客户表中重复出现的客户只列一次，取信息最全的一行；同一个人若有两个编号，则算两位客户。',
  notesAge: '小于 14 岁或大于 110 岁的年龄视为未知；年龄未知的客户不归入任何一群。',
};
