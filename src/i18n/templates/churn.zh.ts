import { cards } from './cards.zh';
import type { churn as en } from './churn.en';

export const churn: typeof en = {
  ...cards.of.churn,
  tables: { orders: '订单或合同', customers: '客户' },
  columns: {
    customer: '客户',
    date: '下单日期或开始日期',
    end: '合同结束日期',
    amount: '金额',
    order: '订单号',
    channel: '渠道或套餐',
    status: '状态',
    name: '姓名',
    phone: '电话',
  },
  names: {
    clean: '订单_整理',
    people: '客户_整理',
    quiet: '静默天数',
    ahead: '提前天数',
    grace: '续约宽限',
    purchases: '购买',
    gaps: '下单间隔',
    stays: '客户存续',
    churned: '流失统计',
    months: '逐月',
    figures: '指标',
    rate: '流失率',
    active: '活跃客户',
    joined: '新增客户',
    gone: '流失客户',
    rateByMonth: '每月流失率',
    moves: '新增与流失',
    byGroup: '各渠道流失',
    cohort: '同期群',
    cohorts: '近期同期群',
    retention: '留存图',
    returns: '复购时间',
    returned: '复购占比',
    returnCurve: '复购曲线',
    past: '过去快照',
    model: '流失模型',
    now: '当前快照',
    scored: '评分结果',
    importance: '关键因素',
    believed: '可信程度',
    risk: '流失预警',
    riskFigures: '预警指标',
    chances: '流失可能',
    lost: '召回名单',
    riskTop: '优先联系',
    riskRows: '优先联系名单',
    lostTop: '流失大客户',
    lostRows: '流失大客户名单',
    survival: '留存时间',
    survivalCurve: '留存曲线',
    ages: '按合同月',
    ageChart: '何时离开',
    ending: '即将到期',
  },
  fields: {
    began: '首日',
    last: '最近下单',
    ended: '流失日',
    ends: '到期日',
    orders: '订单数',
    sales: '消费额',
    yearSales: '近一年消费',
    month: '月份',
    active: '月末活跃',
    atStart: '月初活跃',
    joined: '新增',
    gone: '流失',
    rate: '流失率',
    customers: '客户数',
    share: '流失占比（%）',
    cohort: '首单月份',
    period: '之后第几个月',
    back: '再次下单的占比',
    low: '下限',
    high: '上限',
    stayed: '仍在的占比',
    quietDays: '距最近下单天数',
    tenure: '距首单天数',
    recent: '近期订单数',
    average: '客单价（对数）',
    daysLeft: '剩余天数',
    who: '姓名与编号',
    weight: '贡献',
    foretold: '预测的流失占比',
    observed: '实际的流失占比',
    left: '是否流失',
    chance: '流失可能性（%）',
    stake: '可能损失',
    value: '合同金额',
    age: '合同第几个月',
  },
  cancelled: '不含已取消和已退货的订单',
  monthsHead: `## 逐月走势

流失率是月初活跃的客户中当月流失的占比。经营稳健时它应下降或持平；出现高峰时，要看那个月、或者再往前推滑块所设的天数时发生了什么。`,
  monthsHeadContracts: `## 逐月走势

流失率是月初在约的客户中当月离开的占比。出现高峰时要问原因：涨价了，一批年度合同到期了，还是竞争对手有优惠？`,
  kpi: { rate: '流失率', active: '活跃客户', joined: '新增客户', gone: '流失客户' },
  rateByMonth: '每月流失率',
  moves: '每月新增与流失的客户',
  byGroup: '按首次渠道或套餐看流失客户占比',
  lostTable: '流失客户中贡献最大的',
  lostHead: `## 值得召回的客户

已经流失的客户，贡献大的在前。买得多、又刚离开不久的最容易回来，也最清楚问题出在哪里。`,
  orders: {
    quietLabel: '多少天未下单算流失',
    head: (
      figures,
      quiet,
    ) => `**{{${figures}.customers | 0}} 位客户中有 {{${figures}.gone | 0}} 位**已经 {{${quiet}}} 天没有下单，视为流失（{{${figures}.gone_share | 0%}}）；截至 {{${figures}.last}}，活跃客户有 {{${figures}.active | 0}} 位。

最近一个完整月份（{{${figures}.month}}）流失 {{${figures}.month_gone | 0}} 位，占月初活跃客户的 {{${figures}.month_rate | 0.0%}}；最近十二个月平均每月 {{${figures}.mean_rate | 0.0%}}。

会再次下单的客户，一半在 {{${figures}.half_gap | 0}} 天内下单，九成在 {{${figures}.most_gap | 0}} 天内。如果后一个数与 {{${quiet}}} 相差很大，请把滑块移过去：静默更久之后才回来的，只占全部回头的一成。`,
    retentionHead: `## 谁会回来

每一行是同一个月首次下单的客户，每一格是其中过了几个月后又下单的占比。越往下颜色越深，说明新客户留得更好。曲线把全部客户合在一起：到那时有多大比例已经再次下单，色带是误差范围。`,
    retention: '再次下单的占比，按首单月份',
    returnCurve: '首单之后各月，已再次下单的占比',
    riskHead: (figures, quiet) => `## 谁即将离开

模型从 {{${quiet}}} 天前的活跃客户中学习，他们后来有没有回来如今已经知道（至少要有几十位，否则这一部分为空）；再用它来看今天的活跃客户：**{{${figures}.active | 0}} 位中有 {{${figures}.likely | 0}} 位**离开的可能大于留下。把他们近一年的消费乘以流失可能性，合计 {{${figures}.stake | 0}}。`,
    riskHeadPlain: (figures, quiet) => `## 谁即将离开

模型从 {{${quiet}}} 天前的活跃客户中学习，他们后来有没有回来如今已经知道（至少要有几十位，否则这一部分为空）；再用它来看今天的活跃客户：**{{${figures}.active | 0}} 位中有 {{${figures}.likely | 0}} 位**离开的可能大于留下。`,
    chances: '活跃客户的流失可能性',
    importance: '模型最看重什么',
    believed: '预测与实际：离斜线越近越可信',
    riskTable: '优先联系：流失可能性 × 近一年消费',
    riskTablePlain: '优先联系：最可能流失的客户',
    notes: (figures, quiet) => `## 统计口径

文件中完全重复的行只计一次；没有日期的订单不计入，没有客户的 {{${figures}.nobody | 0}} 笔订单也不计入。最后一天取全部订单中最晚的日期。

客户连续 {{${quiet}}} 天没有下单，即在满 {{${quiet}}} 天的那一天算作流失；以前静默过同样久但又回来的，不算流失过。数据最初的 {{${quiet}}} 天里不可能有人流失，因此没有流失率。

模型是逻辑回归，依据距最近下单天数、订单数、近期订单数和距首单天数，以及已知的客单价和渠道；留出四分之一的客户用于检验。价格、投诉和节假日不在其中。`,
    notesAmount: '没有金额的订单不计入。',
  },
  contracts: {
    names: {
      clean: '合同_整理',
      purchases: '合同',
      returns: '合同月份',
      returned: '留存占比',
      riskTop: '最先到期',
      riskRows: '最先到期名单',
    },
    fields: { orders: '合同数' },
    aheadLabel: '多少天之内到期的合同',
    graceLabel: '两份合同间隔多少天之内仍算续约',
    head: (
      figures,
      ahead,
    ) => `截至 {{${figures}.last}}，**在约客户 {{${figures}.active | 0}} 位**；自 {{${figures}.first}} 以来已有 {{${figures}.gone | 0}} 位离开。

最近一个完整月份（{{${figures}.month}}）离开 {{${figures}.month_gone | 0}} 位，占月初在约客户的 {{${figures}.month_rate | 0.0%}}；最近十二个月平均每月 {{${figures}.mean_rate | 0.0%}}。

今后 {{${ahead}}} 天内有 {{${figures}.ending | 0}} 份合同到期。`,
    survivalHead: `## 客户能留多久

曲线是过了这么多个月仍在的客户占比，已考虑到尚未离开的客户。柱形说明客户在合同的第几个月离开：第 12 个月的高峰是年度合同不续，第 1、2 个月的高峰是开局不好。`,
    survivalCurve: '开始之后各月，仍在的客户占比',
    ageChart: '合同各月离开的客户占比',
    endingHead: `## 谁的合同即将到期

趁到期之前联系他们，金额大的在前。`,
    endingTable: '即将到期的合同',
    notes: (figures, grace) => `## 统计口径

文件中完全重复的行只计一次；没有开始日期的合同不计入，没有客户的 {{${figures}.nobody | 0}} 份，以及结束早于开始或今天之后才开始的 {{${figures}.backwards | 0}} 份也不计入。没有结束日期的合同视为仍在继续。“今天”取表中最晚的日期，但不晚于计算当天。

同一客户的合同，间隔在 {{${grace}}} 天之内的算作一次连续的存续。`,
    notesStatus: '不看合同状态，只以结束日期判断谁已离开。',
  },
  notesStatus: '状态为取消、退款或退货的订单不计入。',
  notesPeople: '客户表中重复出现的客户只列一次，取信息最全的一行；同一个人若有两个编号，则算两位客户。',
};
