import type { StepWords } from './told';

export const customers: Readonly<Record<string, StepWords>> = {
  rfm: {
    name: 'RFM 客户评分',
    help: '每个客户最近一次购买距今多久、买过多少次、花了多少钱，按客户五等分打 1 到 5 分，并给出客户类型。天数从表中最晚的日期往回数。',
    also: '客户分层 客户价值 最近 频率 金额 流失 忠诚 recency frequency monetary rfm',
    says: (told) =>
      `按 ${told.name('date')} 与 ${told.name('amount')} 给每个 ${told.name('customer')} 打 RFM 分`,
    fields: { customer: '客户', date: '日期', amount: '金额', names: '客户类型的名称' },
    choices: { names: { en: '英文', zh: '中文' } },
  },
  pareto: {
    name: 'ABC 分类（帕累托）',
    help: '哪些少数项目占了大部分数值：A 类到第一个占比为止，B 类到第二个占比为止，其余为 C 类。',
    also: 'ABC分析 帕累托 二八法则 累计占比 库存 pareto 80/20',
    says: (told) => `按 ${told.name('value')} 的累计占比给 ${told.name('item')} 分 ABC 类`,
    fields: { item: '项目', first: 'A 类累计占比（%）', second: 'B 类累计占比（%）' },
  },
  cohort: {
    name: '同期群留存',
    help: '同一时期首次到来的客户，在之后各期还有多少人再来。',
    also: '留存率 同期群 队列 回访 复购 流失 cohort retention',
    says: (told) => `按 ${told.name('date')}（${told.choice('unit')}）计算 ${told.name('customer')} 的留存`,
    fields: { customer: '客户', date: '日期', unit: '周期' },
    choices: { unit: { month: '月', week: '周', quarter: '季度', day: '日' } },
  },
  funnel: {
    name: '漏斗',
    help: '依次经过前面所有阶段、到达每个阶段的有多少人；指定日期时按时间先后计算。',
    also: '转化漏斗 转化率 阶段 流失 步骤 事件 funnel conversion',
    says: (told) => `计算 ${told.name('customer')} 在 ${told.name('event')} 各阶段的漏斗`,
    fields: {
      customer: '客户',
      event: '阶段',
      stages: '各阶段的顺序（留空：人数多的在前）',
      date: '时间先后依据',
    },
  },
};

/** 分析不适用的原因。 */
export const customersWhy = {
  'pareto-shares': 'B 类的累计占比必须大于 A 类。',
};

/** 发现了什么，以及应当知道的。 */
export const customersNotes = {
  'pareto-found': '{items} 个项目中，{few} 个就占了“{value}”的 {share}%（A 类）。',
  'pareto-negative': '有 {count} 个项目合计为负数，计算占比时按 0 计。',
  'cohort-found': '{customers} 个客户分为 {cohorts} 个同期群；其中 {share}% 在首次之后的下一期再次出现。',
  'rfm-found': '共 {customers} 个客户，其中最多的是“{segment}”，有 {size} 个。',
  'rfm-ties': '许多客户购买次数相同，相同的得分也相同，因此频率只有 {scores} 种得分（满 5 种）。',
};
