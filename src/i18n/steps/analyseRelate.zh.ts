import type { StepWords } from './told';

export const relate: Readonly<Record<string, StepWords>> = {
  compareGroups: {
    name: '组间比较',
    help: '一个数字在各组之间（或两列逐行之间）是否不同、差多少，以及仅凭偶然出现这种差异的可能有多大。',
    how: '均值：两组用 Welch t 检验，多组用 Welch 方差分析与单因素方差分析；两两比较用 Tukey–Kramer，各组离散程度不同时（Brown 与 Forsythe，1974）用 Games–Howell（1976）。秩：Mann–Whitney 与 Wilcoxon，少于 50 行且无并列时为精确检验；多组用 Kruskal–Wallis，两两比较用 Dunn（1964）并作 Holm 校正。自动选择时，若有少于 30 行的组明显不正态（Shapiro–Wilk，p < 0.01），则比较秩。效应量：Hedges g、eta²、omega²、epsilon²、秩二列相关。',
    also: 't检验 方差分析 均值 差异 显著性 秩和检验 配对 前后对比 ANOVA Welch Tukey Mann–Whitney Wilcoxon Kruskal–Wallis Dunn t test',
    says: (told) =>
      told.is('how', 'pairs')
        ? `逐行比较 ${told.name('target')} 与 ${told.name('other')}`
        : `按 ${told.name('by')} 分组比较 ${told.name('target')}`,
    fields: {
      how: '比较对象',
      target: '数字',
      by: '分组',
      other: '另一列',
      method: '方法',
      confidence: '置信度（%）',
    },
    choices: {
      how: { groups: '各组的行', pairs: '两列（逐行配对）' },
      method: {
        auto: '按数据自动选择',
        means: '均值（Welch、方差分析、Tukey）',
        ranks: '秩（Mann–Whitney、Kruskal–Wallis、Dunn）',
      },
    },
  },
  crossTable: {
    name: '交叉表',
    help: '两列的值一起出现多少次，是否超出偶然。残差超过 ±2 的格子值得注意。',
    how: 'Pearson 卡方（2×2 时另给 Yates 校正）与似然比 G。残差为调整残差（Haberman，1973），两列无关时服从标准正态。超过五分之一的期望次数小于 5，或有小于 1 的，用 Fisher 精确检验，表太多时随机抽取。Cramér V 给出原值与校正偏差后的值（Bergsma，2013）。',
    also: '列联表 交叉分析 卡方检验 独立性 关联 费舍尔 克莱姆 优势比 chi-square crosstab contingency Fisher Cramér V',
    says: (told) => `交叉 ${told.name('down')} 与 ${told.name('across')}`,
    fields: { down: '行', across: '列', shape: '表的形式', confidence: '置信度（%）', seed: '随机种子' },
    choices: { shape: { long: '每对值一行', wide: '二维计数表' } },
  },
  abTest: {
    name: 'A/B 测试',
    help: '实验的某个版本是否好于对照、好多少，以及要看出这么大的变化需要多少行。',
    how: '比率：z 检验，期望的“是”过少时用 Fisher 精确检验；差值区间用 Newcombe（1998，方法 10），各比率区间用 Wilson。均值：Welch t 检验。多个版本时作 Holm（1979）校正。检验力与所需行数按两组等量、双侧、80% 检验力计算（Fleiss、Levin 与 Paik，2003；非中心 t）。',
    also: 'AB测试 实验 转化率 提升 检验力 功效 样本量 对照组 ab test conversion lift power sample size',
    says: (told) =>
      told.is('outcome', 'rate')
        ? `比较各 ${told.name('variant')} 的 ${told.name('target')} 比率`
        : `比较各 ${told.name('variant')} 的 ${told.name('target')} 均值`,
    fields: {
      variant: '版本',
      outcome: '结果类型',
      target: '衡量指标',
      yes: '表示“是”的值（留空：是、true、1）',
      control: '对照（留空：按名称识别）',
      confidence: '置信度（%）',
    },
    choices: { outcome: { rate: '是或否', mean: '数字' } },
  },
};

/** 分析不适用的原因。 */
export const relateWhy = {
  'two-groups': '至少要有两个组、每组至少两行；现在符合的有 {groups} 个。请另选一列，或把小组合并。',
  'too-many-groups': '共有 {groups} 个组，最多只能比较 {limit} 个。请先合并一些组。',
  'no-spread': '各组内部的值都没有变化，无法区分差异与偶然。',
  'cross-one-value': '“{column}”只有一个值，无法交叉。',
  'cross-large': '这张表会有 {rows} 行、{columns} 列，太大而无法阅读。请选择取值更少的列。',
  'ab-one-variant': 'A/B 测试至少需要两个版本；“{column}”只有 {variants} 个。',
  'ab-no-control': '没有版本“{control}”。请按列中的写法填写对照。',
  'ab-yes': '请在步骤中指明“{column}”的哪个值表示“是”：{values}。',
};

/** 发现了什么，以及应当知道的。 */
export const relateNotes = {
  'compare-two-means-differ':
    '“{most}”的“{target}”平均比“{least}”高 {difference}（{mostMiddle} 对 {leastMiddle}），{p}。',
  'compare-two-means-alike':
    '没有证据表明“{most}”与“{least}”的“{target}”有差异（均值 {mostMiddle} 对 {leastMiddle}），{p}。',
  'compare-two-ranks-differ':
    '“{most}”的“{target}”总体上高于“{least}”（中位数 {mostMiddle} 与 {leastMiddle}），{p}。',
  'compare-two-ranks-alike':
    '没有证据表明“{most}”与“{least}”的“{target}”有差异（中位数 {mostMiddle} 与 {leastMiddle}），{p}。',
  'compare-paired-means-differ':
    '逐行来看，“{most}”平均比“{least}”高 {difference}（{mostMiddle} 对 {leastMiddle}），{p}。',
  'compare-paired-means-alike':
    '逐行来看，没有证据表明“{most}”与“{least}”有差异（均值 {mostMiddle} 对 {leastMiddle}），{p}。',
  'compare-paired-ranks-differ':
    '逐行来看，“{most}”与“{least}”有差异（中位数 {mostMiddle} 与 {leastMiddle}），{p}。',
  'compare-paired-ranks-alike':
    '逐行来看，没有证据表明“{most}”与“{least}”有差异（中位数 {mostMiddle} 与 {leastMiddle}），{p}。',
  'compare-more-means-differ':
    '“{target}”在 {groups} 个组之间有差异，{p}：均值从“{least}”的 {leastMiddle} 到“{most}”的 {mostMiddle}。',
  'compare-more-means-alike':
    '没有证据表明“{target}”在 {groups} 个组之间有差异，{p}：均值从“{least}”的 {leastMiddle} 到“{most}”的 {mostMiddle}。',
  'compare-more-ranks-differ':
    '“{target}”在 {groups} 个组之间有差异，{p}：中位数从“{least}”的 {leastMiddle} 到“{most}”的 {mostMiddle}。',
  'compare-more-ranks-alike':
    '没有证据表明“{target}”在 {groups} 个组之间有差异，{p}：中位数从“{least}”的 {leastMiddle} 到“{most}”的 {mostMiddle}。',
  'compare-pairs': '两两比较（{method}，已做多重比较校正）：{pairs} 对中有 {apart} 对有差异。',
  'compare-by': '检验方法：{test}。',
  'compare-ranks-chosen': '“{group}”的值较少，且不像正态分布（{p}），因此比较的是秩。',
  'compare-not-normal': '“{group}”的值较少，且不像正态分布（{p}），按秩比较更稳妥。',
  'compare-spread-differs': '各组的离散程度不同（{p}），Welch 与 Games–Howell 方法已考虑到这一点。',
  'compare-single': '有 {count} 个组只有一行，列在表中，但未参与检验。',
  'cross-related':
    '“{down}”与“{across}”有关联，{p}，克莱姆 V 为 {strength}；最突出的是“{downValue}”与“{acrossValue}”：有 {count} 行，而偶然情况下应为 {expected} 行。',
  'cross-unrelated': '没有证据表明“{down}”与“{across}”有关联，{p}。',
  'cross-expected-low': '有 {share}% 的格子期望次数不足 5（最小 {least}），卡方检验不够准确。',
  'cross-expected-exact': '有 {share}% 的格子期望次数不足 5（最小 {least}），因此 p 值来自 Fisher 精确检验。',
  'cross-expected-drawn':
    '有 {share}% 的格子期望次数不足 5（最小 {least}），因此 p 值来自 Fisher 检验（随机抽取 {draws} 张表）。',
  'ab-rate-more':
    '“{variant}”好于“{control}”：{value}% 对 {base}%，高 {difference} 个百分点（差值在 {low} 与 {high} 之间），{p}。',
  'ab-rate-less':
    '“{variant}”不如“{control}”：{value}% 对 {base}%，低 {difference} 个百分点（差值在 {low} 与 {high} 之间），{p}。',
  'ab-rate-open':
    '没有证据表明“{variant}”与“{control}”有差异：{value}% 对 {base}%，{p}。要以 80% 的检验力看出这么大的变化，每个版本需要 {needed} 行。',
  'ab-rate-same': '“{variant}”与“{control}”的比率相同，都是 {value}%。',
  'ab-mean-more':
    '“{variant}”高于“{control}”：均值 {value} 对 {base}，高 {difference}（差值在 {low} 与 {high} 之间），{p}。',
  'ab-mean-less':
    '“{variant}”低于“{control}”：均值 {value} 对 {base}，低 {difference}（差值在 {low} 与 {high} 之间），{p}。',
  'ab-mean-open':
    '没有证据表明“{variant}”与“{control}”有差异：均值 {value} 对 {base}，{p}。要以 80% 的检验力看出这么大的变化，每个版本需要 {needed} 行。',
  'ab-mean-same': '“{variant}”与“{control}”的均值相同，都是 {value}。',
  'ab-uneven': '各版本的行数相差超出偶然（{p}）。如果本应等量分配，请先检查分流是否有问题。',
};
