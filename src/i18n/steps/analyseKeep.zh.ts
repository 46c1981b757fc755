import { inUnits } from './timed';
import type { StepWords, Told } from './told';

const stay = {
  start: '开始日期',
  end: '结束日期（缺失表示仍在）',
  until: '数据截止日（留空：最晚的日期）',
};

export const keep: Readonly<Record<string, StepWords>> = {
  survival: {
    name: '能留多久（生存分析）',
    help: '过了多久还剩百分之几，即使大多数还没有离开也能算：客户、合同、设备都适用。可以分组，并检验各组是否不同。',
    how: 'Kaplan–Meier 曲线（1958），方差用 Greenwood 公式，区间用双对数变换；仍在的计到数据截止日，并视为此后与在册时间相同的其他人一样。分组用对数秩检验（Mantel, 1966）。平均值只计到各组都观察得到的时间。一个月按一年的十二分之一计。',
    also: '生存分析 留存 流失 在网时长 寿命 存活率 对数秩 survival Kaplan-Meier churn retention log-rank',
    says: (told) =>
      told.is('given', 'dates')
        ? `从 ${told.name('start')} 到 ${told.name('end')}，看还剩多少${toEach(told)}`
        : `按 ${told.name('duration')} 与 ${told.name('event')}，看还剩多少${toEach(told)}`,
    fields: {
      ...stay,
      given: '已知',
      unit: '时间单位',
      duration: '持续时长',
      event: '是否已离开',
      yes: '表示已离开的值（留空：是、true、1）',
      confidence: '区间置信度（%）',
    },
    choices: {
      given: { dates: '起止两个日期', duration: '时长和是否已离开' },
      unit: { month: '月', day: '天', week: '周', year: '年' },
    },
  },
  churn: {
    name: '流失表',
    help: '每期期初有多少人，新来多少、离开多少，期初的人流失了百分之几：按日历，或按每个人来了多久。',
    how: '流失率是期初在册的人中到期末已离开的占比；期内来了又走的不计入。按来了多久算时，只计整期都观察得到的人，新来的不会把流失率拉低。',
    also: '流失率 客户流失 留存 退订 离职率 churn attrition retention',
    says: (told) => `按 ${told.name('start')} 与 ${told.name('end')} 逐${told.choice('unit')}统计来去`,
    fields: { ...stay, unit: '周期', per: '从何算起' },
    choices: {
      unit: { month: '月', week: '周', quarter: '季度', year: '年' },
      per: { calendar: '按日历', age: '从各自开始时' },
    },
  },
  lifetimeValue: {
    name: '客户终身价值',
    help: '从订单看每个客户还活跃的可能、预计还会下多少单、下一单大约何时、价值多少。适用于没有合同、说不来就不来的客户。',
    how: '订单数用 BG/NBD 模型（Fader、Hardie、Lee, 2005）：活跃客户各按自己的频率下单，每次下单后都可能从此不再来；只下过一单的视为活跃，但那一单越久远，预计的单数越少。金额用 gamma-gamma 模型（Fader、Hardie, 2013），计入全部订单。同一天的订单算一单，天数算到表中最晚的日期。价值是各月预计订单数乘以单价、折现到今天之和；想看利润，请用毛利作金额。下一单：这样的活跃客户有一半会在这么多天内再下单。',
    also: '客户终身价值 客户价值 复购 下次购买 活跃概率 CLV LTV BG/NBD gamma-gamma',
    says: (told) =>
      `按 ${told.name('date')} 与 ${told.name('amount')} 估算每个 ${told.name('customer')} 今后 ${told.text('horizon')} 个月的价值`,
    fields: {
      customer: '客户',
      date: '订单日期',
      amount: '金额',
      horizon: '今后几个月',
      discount: '年折现率（%）',
    },
  },
};

function toEach(told: Told): string {
  return told.count('by') > 0 ? `，按 ${told.name('by')} 分组` : '';
}

/** 分析不适用的原因。 */
export const keepWhy = {
  'too-few-repeaters': '只有 {again} 个客户再次下单，至少需要 {needed} 个。请检查客户列，或取更长的时间。',
};

const inOne = (unit: string) => (name: string) => `{${name}} ${unit}`;

const units = { day: inOne('天'), week: inOne('周'), month: inOne('个月'), year: inOne('年') };

/** 发现了什么，以及应当知道的。 */
export const keepNotes = {
  ...inUnits(
    {
      'survival-half': (time) =>
        `到 ${time('median')}时有一半已离开（{low} 到 {high}）；目前 {rows} 个中有 {gone} 个已离开。`,
      'survival-half-open': (time) =>
        `到 ${time('median')}时有一半已离开（至少 {low}）；目前 {rows} 个中有 {gone} 个已离开。`,
      'survival-most': (time) =>
        `过了 ${time('time')}仍有 {share}% 还在：目前 {rows} 个中只有 {gone} 个离开，还看不出何时会走掉一半。`,
      'survival-differ': (time) =>
        `各组不同（对数秩检验，{p}）：在最初 ${time('until')}里，“{longest}”平均留 {more}，“{shortest}”平均留 {less}。`,
      'survival-alike': (time) =>
        `看不出 {groups} 个组之间有差别（对数秩检验，{p}）：在最初 ${time('until')}里，“{longest}”平均留 {more}，“{shortest}”平均留 {less}。`,
      'survival-thin': (time) => `从 ${time('time')}起，观察到的不足 {few} 个：此后的曲线可能只是偶然。`,
    },
    units,
  ),
  'survival-nobody': '{rows} 个中没有一个离开，因此说不出何时会离开。',
  'survival-today': '没有结束日期的，视为到 {date} 仍在；这一天之后的情况还不知道。',
  'survival-backwards': '有 {count} 行未计入：结束早于开始，或开始晚于数据截止日。',
  'churn-calendar-month': toChurn('月', '月'),
  'churn-calendar-week': toChurn('周', '周'),
  'churn-calendar-quarter': toChurn('季度', '季'),
  'churn-calendar-year': toChurn('年', '年'),
  'churn-age-month': toAged('个月'),
  'churn-age-week': toAged('周'),
  'churn-age-quarter': toAged('个季度'),
  'churn-age-year': toAged('年'),
  'ltv-found': '{customers} 个客户今后 {months} 个月的价值折合今天的 {value}，预计共下 {orders} 单。',
  'ltv-best': '其中 {share}% 将来自 {customers} 个客户中价值最高的 {best} 个。',
  'ltv-gone':
    '再次下过单的 {again} 个客户中，有 {gone} 个多半已经流失；另有 {once} 个只下过一单，模型分辨不出其中谁已流失，都视为活跃。',
  'ltv-tested':
    '用最后 {days} 天检验：对此前的客户预计 {foreseen} 单，实际 {actual} 单；若照搬之前 {days} 天则为 {plain} 单。平均每个客户相差 {error} 单，照搬则相差 {plainError} 单。',
  'ltv-no-better': '并不比照搬更准：单个客户的数值请谨慎使用。',
  'ltv-untested': '此前再次下单的客户太少，无法检验，请谨慎使用。',
  'ltv-fit': '{customers} 个客户中有 {actual} 个至今没有再次下单；按模型应为 {expected} 个。',
  'ltv-few': '只有 {count} 个客户再次下单；不足 {few} 个时，模型取决于少数几个人。',
  'ltv-edge': '从这些数据看不清客户在下单和流失上有何不同：他们彼此太像、太少，或观察的时间太短。',
  'ltv-value-edge': '从这些数据看不清客户在花费上有何不同：他们彼此太像，或少数人的花费远高于其他人。',
  'ltv-related':
    '下单越多的客户每单花得也越多（相关系数 {related}），而模型视二者无关：最好的客户可能比这里说的更值钱。',
  'ltv-related-against':
    '下单越多的客户每单花得越少（相关系数 {related}），而模型视二者无关：最好的客户可能没有这里说的那么值钱。',
  'ltv-worthless': '有 {count} 个客户日合计为 0 或负数（例如退货），不算订单。',
};

function toChurn(unit: string, short: string): string {
  return `平均而言，${short}初在册的人中有 {rate}% 到${short}末已离开；最近一个完整的${unit}（{period} 起）为 {last}%。`;
}

function toAged(unit: string): string {
  return `第一${unit}有 {first}% 离开；总体上，每过一${unit}有 {rate}% 离开。`;
}
