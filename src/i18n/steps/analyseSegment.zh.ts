import type { StepWords } from './told';

export const segment: Readonly<Record<string, StepWords>> = {
  kmeans: {
    name: '聚类（k-means）',
    help: '把相似的行归为一类，并说明每一类的特点。另有 centers（各类均值）、profile（各类特征）两张表；自动选类数时还有 choice（各类数的效果）。模型也保存下来，可用“用模型预测”把其他表的行归入同样的类。',
    how: '各列先除以标准差。初始中心用 k-means++（Arthur 与 Vassilvitskii，2007）；中心反复移到所属各行的均值，直到不再变化（Lloyd，1982；Hamerly 2010 年的界）。超过 20,000 行时，先在 20,000 行的样本上比较各个起点。自动选类数时取平均轮廓系数（Rousseeuw，1987；最多 2,000 行）最大者；肘部为惯量曲线低于首尾连线最多之处（Satopaa 等，2011）。特征为与总体均值之差，以标准差计，0.5 起算偏高或偏低。',
    also: '客户分群 细分 分组 聚类 轮廓系数 肘部 segment cluster k-means kmeans',
    says: (told) =>
      told.count('clusters') > 0
        ? `按 ${told.names('columns')} 聚成 ${told.text('clusters')} 类`
        : `按 ${told.names('columns')} 聚类`,
    fields: {
      clusters: '类数（留空则在 2 至 8 类中自动选择）',
      scaled: '标准化各列，不受单位影响',
      restarts: '随机起点次数（取最好的一次）',
      seed: '随机种子',
    },
  },
  hierarchical: {
    name: '层次聚类',
    help: '从每行自成一类开始，每次合并最近的两类，直到剩下所要的类数。另有 centers（各类均值）、profile（各类特征）、merges（合并过程：行为 1 到 n，第 m 次合并得到第 n + m 类）三张表；自动选类数时还有 choice（各类数的效果）。模型也保存下来，可用“用模型预测”把其他表的行归入同样的类。',
    how: '各列先除以标准差。合并用最近邻链法（Murtagh，1983），类间距离按 Lance 与 Williams（1967）更新，Ward 法（1963）与 SciPy 一致。每行都要与其他所有行比较，因此超过 5,000 行时抽取 5,000 行，其余各行归入最近的样本行所在的类。自动选类数时取平均轮廓系数（Rousseeuw，1987）最大者。',
    also: '层次聚类 系统聚类 谱系图 树状图 分群 agglomerative hierarchical dendrogram ward',
    says: (told) =>
      told.count('clusters') > 0
        ? `按 ${told.names('columns')} 逐步合并成 ${told.text('clusters')} 类`
        : `按 ${told.names('columns')} 逐步合并成类`,
    fields: {
      clusters: '类数（留空则在 2 至 8 类中自动选择）',
      linkage: '两类的远近',
      scaled: '标准化各列，不受单位影响',
      seed: '随机种子',
    },
    choices: {
      linkage: {
        ward: 'Ward（类内差异最小）',
        average: '平均距离（average）',
        complete: '最远距离（complete）',
        single: '最近距离（single）',
      },
    },
  },
  dbscan: {
    name: '密度聚类（DBSCAN）',
    help: '把密集在一起的行归为一类，形状不限，类数由数据决定；孤立的行不属于任何类。另有 centers（各类均值）、profile（各类特征）、distances（近邻距离曲线）三张表。',
    how: '半径之内的行（含自身）达到规定数目的行为核心（core）；相距不超过半径的核心属于同一类，边缘（edge）的行归入最近的核心所在的类（Ester、Kriegel、Sander 与 Xu，1996），其余为噪声（noise）。不填半径时，取近邻距离曲线低于首尾连线最多之处（Satopaa 等，2011）。核心所需行数通常为列数的两倍（Sander 等，1998），且不少于 4，也不少于行数的自然对数。',
    also: '密度聚类 噪声 离群 热点 分群 dbscan density',
    says: (told) => `按 ${told.names('columns')} 找出密集的类`,
    fields: {
      radius: '半径（留空则取距离曲线的拐点）',
      least: '核心所需行数（留空则按惯例）',
      scaled: '标准化各列，不受单位影响',
    },
  },
  odd: {
    name: '异常行',
    help: '从整体或单列上看每一行有多反常，标出最反常的行，并指出它在哪一列上偏离最远。side 为 mix 表示单看哪一列都不异常，异常在于各列的组合。',
    how: '孤立森林（Liu、Ting 与 Zhou，2008）：每棵树在 256 行的样本上随机选列、随机切分；用很少几刀就能单独分开的行为异常，得分为 2 的 −（平均刀数 ÷ 期望刀数）次方。局部离群因子（Breunig 等，2000）：近邻的平均密度与自身密度之比，与近邻同样密集时约为 1。按单列：距均值若干个标准差（z 分数）；距中位数若干个绝对中位差 × 1.4826（MAD，Hampel，1974）；距较近的四分位数若干个四分位距（IQR，Tukey，1977）；若半数以上的值相同，则以标准差计。每行取偏离最远的一列，缺失值略过。前两种方法所指的列，是该行偏离中位数最远的一列；不到 2 个绝对中位差时记为 mix。',
    also: '异常检测 离群值 异常值 欺诈 孤立森林 局部离群因子 四分位距 绝对中位差 outlier anomaly isolation forest lof zscore mad iqr',
    says(told) {
      if (told.is('method', 'forest') || told.is('method', 'lof'))
        return `按 ${told.names('columns')} 标出最异常的 ${told.text('share')}% 的行`;
      const by = told.count('by') > 0 ? `在各 ${told.name('by')} 内` : '';
      return `${by}标出 ${told.names('columns')} 远离其他行的行`;
    },
    fields: {
      method: '判断方法',
      share: '标出的行（%）',
      times: '偏离多远算异常（留空：绝对中位差 3.5 倍、四分位距 1.5 倍、标准差 3 倍）',
      neighbours: '近邻数',
      scaled: '标准化各列，不受单位影响',
      trees: '树的数目',
      seed: '随机种子',
    },
    choices: {
      method: {
        forest: '看整体：孤立森林',
        lof: '看整体：局部离群因子',
        mad: '看单列：远离中位数（MAD）',
        iqr: '看单列：远离四分位数（IQR）',
        z: '看单列：远离均值（z 分数）',
      },
    },
  },
  pca: {
    name: '主成分分析（PCA）',
    help: '把许多数字列归纳成少数几列，尽量保留各行之间的差异；用 pc1 和 pc2 可以画出各行的分布图。另有 loadings（载荷）、explained（解释方差）两张表。',
    how: '各列先中心化并除以标准差；主成分为相关矩阵的特征向量（Hotelling，1933），用 Jacobi 旋转求得，绝对值最大的系数取正。载荷（loading）是列与主成分的相关系数，weight 是该列所乘的系数。',
    also: '主成分 降维 因子 载荷 特征值 PCA principal component',
    says: (told) => `把 ${told.names('columns')} 归纳为 ${told.text('components')} 个主成分`,
    fields: { components: '主成分个数', scaled: '标准化各列，不受单位影响' },
  },
};

/** 分析不适用的原因。 */
export const segmentWhy = {
  'no-variation': '所有行的值都相同，没有差别可言。',
  'too-few-different': '互不相同的行太少：只有 {found} 种，至少需要 {needed} 种。',
  'too-many-rows': '共有 {rows} 行，最多只能处理 {limit} 行。请先抽样。',
  'numbers-too-large': '数字太大，无法计算。请先缩小单位。',
};

/** 发现了什么，以及应当知道的。 */
export const segmentNotes = {
  clusters: '{rows} 行分为 {k} 类，解释了 {explained}% 的差异。',
  'clusters-chosen': '{rows} 行分为 {k} 类时区分最清楚，解释了 {explained}% 的差异。',
  'elbow-too': '惯量曲线的肘部也是这个类数。',
  'elbow-other': '惯量曲线的肘部在 {k} 类：两者都在 choice 表中。',
  'merges-sampled': '从 {rows} 行中抽取 {sample} 行聚类，其余各行归入最近的样本行所在的类。',
  'dense-found': '{rows} 行中有 {k} 个密集的类；{noise} 行（{percent}%）不属于任何类。',
  'dense-whole': '全部 {rows} 行同属一个密集的类。缩小半径也许能分开。',
  'dense-one': '除 {noise} 行（{percent}%）外，{rows} 行同属一个密集的类。缩小半径也许能分开。',
  'dense-none': '{rows} 行中没有足够密集的地方。请增大半径，或减少核心所需行数。',
  'radius-found': '半径 {radius} 之内至少有 {least} 行者为核心；半径取自近邻距离曲线的拐点。',
  'radius-found-scaled': '半径 {radius} 个标准差之内至少有 {least} 行者为核心；半径取自近邻距离曲线的拐点。',
  'radius-given': '半径 {radius} 之内至少有 {least} 行者为核心。',
  'radius-given-scaled': '半径 {radius} 个标准差之内至少有 {least} 行者为核心。',
  'cluster-high-low': '第 {cluster} 类（{size} 行，{percent}%）：{high} 偏高；{low} 偏低。',
  'cluster-high': '第 {cluster} 类（{size} 行，{percent}%）：{high} 偏高。',
  'cluster-low': '第 {cluster} 类（{size} 行，{percent}%）：{low} 偏低。',
  'cluster-plain': '第 {cluster} 类（{size} 行，{percent}%）：各列都接近总体均值。',
  'clusters-others': '另有 {count} 个较小的类，见“profile”表。',
  'clusters-apart': '各类之间界限分明：轮廓系数 {silhouette}（最高为 1）。',
  'clusters-touch': '各类之间有所交叠：轮廓系数 {silhouette}（最高为 1）。',
  'clusters-map-some': '表“map”按固定间隔取了 {of} 行中的 {count} 行，这是一张图能显示的数量。',
  'clusters-overlap':
    '各类之间界限模糊：轮廓系数 {silhouette}（最高为 1）。可以用来划分数据，但不宜当作天然存在的群体。',
  'column-without-say': '“{column}”每一行的值都相同，不起作用。',
  'odd-high':
    '{rows} 行中标出 {count} 行异常。最异常的一行（{score}，最高为 1）“{column}”为 {value}，远高于其他行。',
  'odd-low':
    '{rows} 行中标出 {count} 行异常。最异常的一行（{score}，最高为 1）“{column}”为 {value}，远低于其他行。',
  'odd-mix':
    '{rows} 行中标出 {count} 行异常。最异常的一行（{score}，最高为 1）异常在于各列的组合，单看哪一列都不明显。',
  'odd-lof-high':
    '{rows} 行中标出 {count} 行异常。最异常的一行孤立程度是近邻的 {score} 倍，“{column}”为 {value}，远高于其他行。',
  'odd-lof-low':
    '{rows} 行中标出 {count} 行异常。最异常的一行孤立程度是近邻的 {score} 倍，“{column}”为 {value}，远低于其他行。',
  'odd-lof-mix':
    '{rows} 行中标出 {count} 行异常。最异常的一行孤立程度是近邻的 {score} 倍，异常在于各列的组合，单看哪一列都不明显。',
  'odd-z': '{rows} 行中标出 {count} 行异常。最异常的一行“{column}”为 {value}，距均值 {distance} 个标准差。',
  'odd-mad':
    '{rows} 行中标出 {count} 行异常。最异常的一行“{column}”为 {value}，距中位数 {distance} 个绝对中位差。',
  'odd-iqr':
    '{rows} 行中标出 {count} 行异常。最异常的一行“{column}”为 {value}，超出四分位数 {distance} 个四分位距。',
  'odd-z-none':
    '{rows} 行中没有偏离均值 {times} 个标准差以上的值。最远的是“{column}”的 {value}，偏离 {distance} 个。',
  'odd-mad-none':
    '{rows} 行中没有偏离中位数 {times} 个绝对中位差以上的值。最远的是“{column}”的 {value}，偏离 {distance} 个。',
  'odd-iqr-none':
    '{rows} 行中没有超出四分位数 {times} 个四分位距以上的值。最远的是“{column}”的 {value}，超出 {distance} 个。',
  'odd-by-chance': '即使各列都服从正态分布且互不相关，单凭偶然也会标出 {percent}% 的行。',
  'odd-in-groups': '每行只与“{column}”相同的行比较，共 {groups} 组。',
  'odd-z-small':
    '有 {count} 行所在的组太小，任何值都到不了距均值 {times} 个标准差；MAD 和 IQR 没有这个限制。',
  'odd-infinite': '略过了 {count} 个无穷大的值。',
  'odd-not-judged': '有 {count} 行未作判断：没有数字，或所在的组不到 3 行。',
  'odd-repeated': '有 {count} 行与至少 {neighbours} 行完全相同，它们附近的行会显得过于孤立。请增加近邻数。',
  'odd-lof-hardly': '没有特别突出的行：异常的远高于 1.5，普通的约为 1。',
  'odd-none': '{rows} 行中没有哪一行比其他行更异常。',
  'odd-hardly': '没有特别突出的行：异常的接近 1，普通的约为 0.5。',
  components: '{kept} 个主成分保留了 {rows} 行之间 {percent}% 的差异。',
  'components-needed': '要保留 {percent}%，需要 {needed} 个主成分。',
  'component-both': '{name}（{percent}%）：{high} 越高、{low} 越低，它就越大。',
  'component-high': '{name}（{percent}%）：{high} 越高，它就越大。',
  'component-low': '{name}（{percent}%）：{low} 越低，它就越大。',
  'component-spread': '{name}（{percent}%）：各列都有一点影响，没有突出的列。',
};
