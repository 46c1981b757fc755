import type { StepWords, Told } from './told';

const fields = {
  date: '日期',
  value: '数值（不选则计行数）',
  how: '汇总方式',
  unit: '周期',
  by: '分序列',
  gaps: '没有数据的周期',
};

const season = '一季有几个周期（留空：按惯例）';

const choices = {
  how: { sum: '求和', mean: '平均' },
  unit: {
    auto: '按日期自动选择',
    day: '天',
    week: '周（周一起）',
    month: '月',
    quarter: '季度',
    year: '年',
  },
  gaps: {
    usual: '默认：求和时记 0，平均时按前后插值',
    zero: '记为 0',
    previous: '沿用上一周期',
    interpolate: '按前后线性插值',
  },
};

const countries = {
  china: '中国',
  'united-states': '美国',
  england: '英格兰与威尔士',
  germany: '德国',
  france: '法国',
};

export const time: Readonly<Record<string, StepWords>> = {
  forecast: {
    name: '预测',
    help: '预测之后的数值及其上下限：自动选用对近期数据预测最准的方法，可对一个序列，也可对许多序列分别预测。',
    how: '先按周期汇总。ETS 在所有可用模型中按 AICc 选择（Hyndman 等，2002）；Theta 为 M3 竞赛的方法（Assimakopoulos 与 Nikolopoulos，2000）；ARIMA 按 AICc 逐步选择（Hyndman 与 Khandakar，2008）。回归为最小二乘：直线趋势、季节中的每个位置、按天且满两年时的年度傅里叶项（项数取 AICc 最小），以及每个节假日一列（Hyndman 与 Athanasopoulos，2021，第 7 章）。检验时用之前的数据预测最近的数据，最多四次，取 MASE 最小的方法（Hyndman 与 Koehler，2006）。上下限按误差服从正态分布计算；回归按 t 分布，若误差前后相连则偏窄，表 backtest 的 coverage_95 是区间实际覆盖的比例。',
    also: '预测 时间序列 指数平滑 趋势 季节 销量 需求 下个月 回测 回归 节假日 春节 forecast ETS ARIMA Theta Holt Winters',
    says: (told) => `按 ${told.name('date')} ${toEach(told)}预测 ${toWhat(told)}`,
    fields: {
      ...fields,
      horizon: '预测多少个周期（留空：约一季）',
      method: '方法',
      holidays: '节假日',
      level: '区间置信度（%）',
    },
    choices: {
      ...choices,
      method: {
        auto: '自动：回测最准的',
        ets: 'ETS（指数平滑）',
        theta: 'Theta',
        arima: 'ARIMA（较慢）',
        regression: '回归：趋势、季节与节假日',
        'seasonal-naive': '重复上一季',
        naive: '重复最后一个值',
      },
      holidays: { ...countries, none: '不考虑' },
    },
  },
  periods: {
    name: '按周期汇总',
    help: '按天、周、月、季度或年汇总，不留空缺，并给出移动平均。',
    how: '先按周期汇总；没有数据的周期在 is_gap 中标出，并按所选方式填补。移动平均为到该周期为止最近几个周期的平均。首尾不完整的周期不计入。',
    also: '重采样 移动平均 滚动平均 按天 按周 按月 汇总 缺口 resample moving average rolling mean',
    says: (told) => `按 ${told.name('date')} 的周期${toEach(told)}汇总 ${toWhat(told)}`,
    fields: { ...fields, window: '移动平均的周期数' },
    choices,
  },
  autocorrelation: {
    name: '自相关',
    help: '数值与之前第一、第二……个周期的数值有多大关系：有季节时会出现峰值。',
    how: '滞后 k 的 r 为 Σ(xₜ − x̄)(xₜ₋ₖ − x̄) ÷ Σ(xₜ − x̄)²；偏自相关用 Durbin–Levinson 递推（Box 与 Jenkins，1970）。纯随机的序列很少超出 ± 1.96 ÷ √n。所有滞后一起的检验为 Ljung–Box 检验（1978）。',
    also: '自相关 偏自相关 滞后 季节性 周期性 ACF PACF Ljung Box',
    says: (told) => `按 ${told.name('date')} ${toEach(told)}看 ${toWhat(told)} 与之前数值的关系`,
    fields: { ...fields, lags: '滞后数（留空：按惯例）' },
    choices,
  },
  decompose: {
    name: '趋势与季节分解',
    help: '把序列拆成趋势、周而复始的季节，以及剩余部分。',
    how: 'STL：轮流做局部回归，各周期用同样的季节（Cleveland、Cleveland、McRae 与 Terpenning，1990）；强度为 1 减去剩余部分在“该部分加剩余”中所占的比例（Wang、Smith 与 Hyndman，2006）。',
    also: '分解 季节性 趋势 去季节 时间序列 STL decomposition',
    says: (told) => `按 ${told.name('date')} ${toEach(told)}把 ${toWhat(told)} 拆成趋势与季节`,
    fields: { ...fields, season, robust: '减弱异常值的影响' },
    choices,
  },
  changePoints: {
    name: '变点检测',
    help: '找出序列的水平或波动从何时起变了：前后每一段各一行。',
    how: '找偏差平方与惩罚（BIC）之和最小的分段，用 PELT 精确求解（Killick、Fearnhead 与 Eckley，2012）。季节明显时先用 STL 去掉。前后值紧密相连时（如缓慢上升），分段会偏多。',
    also: '变点 突变 断点 水平变化 结构变化 PELT change point',
    says: (told) => `按 ${told.name('date')} ${toEach(told)}找 ${toWhat(told)} 的变点`,
    fields: { ...fields, of: '什么变了' },
    choices: { ...choices, of: { mean: '水平', 'mean-variance': '水平或波动' } },
  },
  oddInTime: {
    name: '异常时段',
    help: '找出与趋势和季节相比明显偏离的天、周或月。',
    how: '用 STL 求趋势与季节，先做稳健的一遍，使异常值不致掩盖自己（Cleveland 等，1990）；得分为与预期之差，以 1.4826 倍的绝对中位差为单位。',
    also: '异常 离群 突增 突降 时间序列 季节 anomaly outlier',
    says: (told) => `按 ${told.name('date')} ${toEach(told)}找 ${toWhat(told)} 异常的时段`,
    fields: { ...fields, season, limit: '得分达到多少算异常' },
    choices,
  },
  holidays: {
    name: '节假日',
    help: '标出每个日期是什么法定节假日、是否上班：中国的含调休，其他国家的按规则推算。',
    how: '中国：2015 至 2026 年按国务院办公厅的放假安排（含调休），之后至 2035 年只按法定放假日；美国、英格兰与威尔士、德国、法国按各自法律中全国通行的假日推算。其余日子周一至周五上班。',
    also: '节假日 法定假日 放假 调休 补班 工作日 周末 春节 国庆 黄金周 holiday workday',
    says: (told) => `在 ${told.name('date')} 上标出${told.choice('country')}的节假日`,
    fields: { date: '日期', country: '国家', names: '名称用' },
    choices: {
      country: countries,
      names: { en: '英文', zh: '中文' },
    },
  },
};

function toWhat(told: Told): string {
  return told.count('value') > 0 ? told.name('value') : '行数';
}

function toEach(told: Told): string {
  return told.count('by') > 0 ? `分 ${told.name('by')} ` : '';
}

export const timeWhy = {
  'too-many-periods': '日期跨越 {periods} 个周期，最多 {limit} 个。请选更长的周期，或先筛掉不可能的日期。',
  'too-many-series': '共有 {series} 个序列，最多 {limit} 个。请选取值更少的列，或先筛选。',
  'too-many-values': '各序列共有 {values} 个周期，最多 {limit} 个。请选更长的周期，或减少序列。',
  'holidays-unknown': '中国节假日的数据从 {from} 年到 {to} 年，而没有日期在其中。',
  'no-period': '没有季节就无从分解：请选比年更短的周期。',
};

export const timeNotes = {
  periods: '共 {count} 个周期；最高的是 {period}，为 {value}。',
  'periods-many': '{series} 个序列共 {count} 个周期；最高的是“{name}”的 {period}，为 {value}。',
  autocorrelated: '与 {lag} 个周期之前的数值关系最大：r = {value}，不像是偶然（{p}）。',
  'autocorrelated-none': '数值与之前的数值没有关系：仅凭偶然也可能如此（{p}）。',
  'autocorrelated-many': '{series} 个序列中有 {count} 个的数值与之前的有关（p < 0.05）。',
  'forecast-sum': '{period}：{value}（{low} 至 {high}）。到 {until} 的 {count} 个周期合计 {whole}。',
  'forecast-mean': '{period}：{value}（{low} 至 {high}）。到 {until} 的 {count} 个周期平均 {whole}。',
  'forecast-one': '{period}：{value}（{low} 至 {high}）。',
  'forecast-many-sum': '{series} 个序列在 {period} 合计 {value}，到 {until} 的 {count} 个周期合计 {whole}。',
  'forecast-many-mean': '{series} 个序列在 {period} 平均 {value}，到 {until} 的 {count} 个周期平均 {whole}。',
  'forecast-chosen': '方法：{model}，对近期数据预测得最准。',
  'forecast-asked': '方法：{model}。',
  'forecast-ways':
    '每个序列都选用对其近期数据预测最准的方法：ETS {ets} 个，Theta {theta} 个，直接重复 {naive} 个。',
  'forecast-error-season': '用近期数据检验，误差为 {error}%（sMAPE）；照搬上一季的误差为 {naive}%。',
  'forecast-error-last': '用近期数据检验，误差为 {error}%（sMAPE）；照搬最后一个值的误差为 {naive}%。',
  'forecast-naive-season': '照搬上一季对近期数据的误差为 {error}%（sMAPE），没有方法更准。',
  'forecast-naive-last': '照搬最后一个值对近期数据的误差为 {error}%（sMAPE），没有方法更准。',
  'forecast-no-better': '这并不比直接重复更准，请谨慎采用。',
  'forecast-holidays':
    '计入{country}的节假日：之前 {days} 天，之后 {ahead} 天；每个节假日的影响见表 holidays。',
  'forecast-holiday-more': '“{holiday}”每天比同类的日子多 {effect}（标准误 {error}）。',
  'forecast-holiday-less': '“{holiday}”每天比同类的日子少 {effect}（标准误 {error}）。',
  'forecast-holidays-unclear': '没有哪个节假日有明确的影响：仅凭偶然也可能如此。',
  'forecast-holidays-unseen':
    '之后有 {count} 天的节假日（或调休），从过去的数据看不出其影响，按平常日子计算。',
  'forecast-holidays-beyond': '{count} 天不在 {from} 至 {to} 年之间，节假日未知，按平常日子计算。',
  'forecast-holidays-by-law': '{count} 天在 {last} 年之后：放假安排尚未公布，只计法定放假日。',
  'forecast-holidays-by-day': '节假日只能按天计入，这里没有用到：需要的话，周期请选“天”。',
  'forecast-untested': '周期太少，无法留出一部分做检验，请谨慎采用。',
  'forecast-no-season': '不足 {needed} 个周期的序列不考虑季节。',
  'decomposed-strong':
    '季节性明显（强度 {strength}，满分 1）：{high} 最高（与趋势相差 {top}），{low} 最低（相差 {bottom}）。',
  'decomposed-weak': '季节性不明显（强度 {strength}，满分 1）：{high} 最高、{low} 最低可能只是偶然。',
  'decomposed-many': '{series} 个序列中有 {strong} 个季节性明显（每 {period} 个周期一轮，强度不低于 0.64）。',
  'decomposed-trend': '趋势从 {first} 的 {from} 变到 {last} 的 {to}，强度 {strength}（满分 1）。',
  changes: '{count} 个变点；变化最大的在 {period}：之前平均 {before}，之后平均 {after}。',
  'changes-many':
    '{of} 个序列中有 {series} 个出现变点，共 {count} 个；变化最大的是“{name}”在 {period}：之前平均 {before}，之后平均 {after}。',
  'changes-none': '没有发现变点，水平前后一致。',
  'changes-season-off': '{of} 个序列中有 {count} 个季节性明显，已先去掉季节，以免误作变化。',
  'odd-in-time': '{of} 个周期中有 {count} 个异常；偏离最大的是 {period}：实际 {value}，预期 {expected}。',
  'odd-in-time-many':
    '{of} 个周期中有 {count} 个异常；偏离最大的是“{name}”的 {period}：实际 {value}，预期 {expected}。',
  'odd-in-time-none': '{of} 个周期都正常：没有得分超过 {limit}。',
  'holidays-found': '{of} 行中有 {count} 行是节假日。',
  'holidays-beyond': '{count} 行的日期不在 {from} 至 {to} 年之间，没有标注。',
  'holidays-by-law': '{count} 行在 {last} 年之后：放假安排尚未公布，只标法定放假日。',
  'holidays-no-date': '{count} 行没有日期。',
  'series-too-short': '{of} 个序列中有 {count} 个未计入：太短，或不适合这种方法。',
  'series-by-day': '根据日期，按天汇总。',
  'series-by-week': '根据日期，按周汇总。',
  'series-by-month': '根据日期，按月汇总。',
  'series-by-quarter': '根据日期，按季度汇总。',
  'series-by-year': '根据日期，按年汇总。',
  'series-filled-zero': '{of} 个周期中有 {count} 个没有数据，记为 0。',
  'series-filled-previous': '{of} 个周期中有 {count} 个没有数据，沿用上一周期的值。',
  'series-filled-interpolate': '{of} 个周期中有 {count} 个没有数据，按前后的值插值。',
  'series-cut': '{period} 的日期不完整，未计入。',
  'series-left-out': '{of} 行中有 {count} 行未计入：日期或数值缺失，或为无穷大。',
};
