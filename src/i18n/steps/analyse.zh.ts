import type { StepWords } from './told';

export const analyse: Readonly<Record<string, StepWords>> = {
  describe: {
    name: '描述统计',
    help: '每一列数字有多少个、多大、多分散、怎样分布：每列一行，分组时每列每组一行。',
    how: '方差除以 n − 1；分位数用线性插值（Hyndman 与 Fan 1996 年的第 7 型）；偏度、峰度为 G1、G2（Joanes 与 Gill，1998），正态分布时为 0；均值区间用 t 分布；mad 是与中位数之差的中位数。',
    also: '统计 均值 平均 中位数 众数 标准差 方差 分位数 偏度 峰度 置信区间 describe summary mean median',
    says: (told) =>
      told.count('by') > 0
        ? `按 ${told.name('by')} 描述 ${told.names('columns')}`
        : `描述 ${told.names('columns')}`,
    fields: { by: '分组', confidence: '置信度（%）' },
  },
  correlate: {
    name: '相关分析',
    help: '每两列数字在多大程度上一起变化（从 −1 到 1），以及仅凭偶然出现这种情况的可能有多大。',
    how: '只用所选各列都有值的行。Pearson 的 p 值用自由度为 n − 2 的 t 分布；Spearman 用平均名次；Kendall 的 tau-b 已考虑并列（Kendall，1945）。列对很多时，按所看的对数校正每个 p 值（Holm，1979；Benjamini 与 Hochberg，1995）。',
    also: '相关 相关系数 皮尔逊 斯皮尔曼 肯德尔 矩阵 correlation pearson spearman kendall',
    says: (told) => `计算 ${told.names('columns')} 之间的相关`,
    fields: { method: '方法', adjustment: '多重比较校正' },
    choices: {
      method: {
        pearson: 'Pearson（线性）',
        spearman: 'Spearman（按名次）',
        kendall: 'Kendall（tau-b，按先后）',
      },
      adjustment: {
        holm: 'Holm',
        'benjamini-hochberg': 'Benjamini–Hochberg',
        bonferroni: 'Bonferroni',
        none: '不校正',
      },
    },
  },
};

/** 分析不适用的原因。 */
export const analyseWhy = {
  'two-columns': '请选择至少两个不同的列。',
  'too-few-rows': '有值的行太少：只有 {rows} 行，至少需要 {needed} 行。请增加行，或选缺失值较少的列。',
  'constant-column': '这一列每一行的值都相同，没有什么可分析的。',
  'not-finite': '有无穷大的值，请先筛掉。',
  'not-a-number': '“{column}”不是数字。请先转换，或另选一列。',
  'not-text': '“{column}”是数字，而这里需要分组的列。',
};

/** 发现了什么，以及应当知道的。 */
export const analyseNotes = {
  described: '{rows} 行、{columns} 列；“{widest}”相对自身大小波动最大。',
  'described-groups': '{rows} 行、{columns} 列，按组描述；“{widest}”相对自身大小波动最大。',
  'described-nothing': '“{column}”没有一行是数字。',
  correlated: '“{one}”与“{other}”同向变化最明显：{value}，{p}。',
  'correlated-against': '“{one}”与“{other}”反向变化最明显：{value}，{p}。',
  'constant-column': '“{column}”每一行的值都相同，没有相关可言。',
  'left-out-missing': '{of} 行中有 {count} 行因缺少值而未计入。',
  'left-out-not-finite': '{of} 行中有 {count} 行因数字为无穷大而未计入。',
};
