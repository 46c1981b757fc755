import type { StepWords } from './told';

/** 学习与聚类的方法。 */
export const methods = {
  baseline: '一律猜同一个',
  linear: '线性模型',
  ridge: '岭回归',
  lasso: 'lasso',
  polynomial: '多项式回归',
  bayes: '朴素贝叶斯',
  tree: '决策树',
  forest: '随机森林',
  boosting: '梯度提升',
  neighbours: '最近邻',
  svm: '支持向量机',
  network: '神经网络',
  kmeans: 'k-means',
  hierarchical: '层次聚类',
} as const;

export const predict: Readonly<Record<string, StepWords>> = {
  regression: {
    name: '线性回归',
    help: '用其他列预测一个数字，并说明每一列的影响有多大、有多可靠。',
    how: '用中心化列的 Householder QR 做最小二乘并迭代改进；5 万行起用校正的正规方程（Björck，1987）。p 值用 t 检验和 F 检验；vif 为 1 ÷（1 − 该列对其他列回归的 R²）。文本列除最常见的取值外，每个取值成为一个 0/1 列。预测区间针对单个新值。方差不齐用 Koenker（1981）改进的 Breusch–Pagan 检验，正态性用 Jarque–Bera 检验（1987）。rmse_baseline 是一律预测均值时的误差。',
    also: '预测 回归 最小二乘 线性模型 系数 影响因素 regression ols least squares r squared',
    says: (told) => `用 ${told.names('columns')} 预测 ${told.name('target')}`,
    fields: { target: '要预测的数字', columns: '依据的列', confidence: '置信度（%）' },
  },
  classify: {
    name: '二分类预测',
    help: '从已知属于哪一类的行中学习，给出每一行属于目标类别的概率，并用预留的行检验效果。',
    how: '用牛顿法求最大似然的逻辑回归（McCullagh 与 Nelder，1989）；p 值用 Wald z 检验。文本列除最常见的取值外，每个取值成为一个 0/1 列。检验行随机留出，各类比例相同。auc 是目标类别的一行得分高于另一类的一行的概率；log_loss 和 brier（1950）越小越好；baseline 一律判为较多的一类。若某列能毫无例外地分开一部分行，则加上标准化系数平方和一半的岭惩罚。',
    also: '分类 逻辑回归 流失 概率 打分 优势比 准确率 精确率 召回率 混淆矩阵 classify logistic churn roc auc',
    says: (told) =>
      told.text('positive')
        ? `用 ${told.names('columns')} 预测 ${told.name('target')} 为 ${told.name('positive')} 的概率`
        : `用 ${told.names('columns')} 预测 ${told.name('target')} 属于哪一类`,
    fields: {
      target: '只有两种取值的列',
      positive: '关注的取值（留空则取常用或较少的一种）',
      columns: '依据的列',
      held: '留作检验的行（%）',
      threshold: '判定阈值（%）',
      seed: '划分用的随机种子',
    },
  },
  learn: {
    name: '训练预测模型',
    help: '用其他列预测一个数字或类别。在没有见过的行上比较线性模型、决策树、随机森林、梯度提升、最近邻、支持向量机和神经网络，选出最好的并保存下来，可用“用模型预测”套用到其他表。',
    how: '先随机（各类比例相同）或按时间留出最后一部分行，到最后才用来检验。其余的行（最多按随机种子抽 1 万行）用 k 折交叉验证比较各种方法：数字比均方根误差，类别比 ROC 曲线下面积（多类时为每类对其余的简单平均）。最好的方法用全部训练行重新拟合，再在留出的行上检验，并与一律猜均值或各类占比的基准对照。重要性：把某一列的值打乱后效果变差多少（Breiman，2001），重复五次。决策树：Breiman 等（1984）；随机森林：Breiman（2001），100 棵树；梯度提升：Friedman（2001），255 个分箱并提前停止；岭回归与 lasso 的强度由交叉验证选定；支持向量机：SMO（Platt，1998；Fan 等，2005）；神经网络：一层 32 个 ReLU，Adam（Kingma 与 Ba，2015）并提前停止。文本列变为 0/1 列；需要时各列标准化为均值 0、方差 1。按代价选阈值时，取交叉验证中代价最小的阈值（Elkan，2001）。',
    also: '机器学习 训练 预测 建模 模型比较 回归 分类 决策树 随机森林 梯度提升 最近邻 支持向量机 神经网络 朴素贝叶斯 岭回归 多项式 流失 打分 重要性 交叉验证 网格搜索 混淆矩阵 校准 阈值 machine learning knn svm xgboost lasso',
    says: (told) =>
      `用 ${told.names('columns')} 训练预测 ${told.name('target')} 的模型（${told.choice('method')}）`,
    fields: {
      target: '要预测的列',
      as: '它是',
      columns: '依据的列',
      method: '方法',
      depth: '树的最大深度',
      trees: '树的棵数',
      neighbours: '近邻个数',
      degree: '最高次数',
      tune: '为每种方法寻找最佳参数',
      folds: '交叉验证折数',
      test: '检验用的行',
      time: '时间列',
      held: '留作检验的行（%）',
      positive: '两类时关注哪一类（留空则取常用或较少的一种）',
      chances: '同时给出每一类的概率',
      alarm: '误报一次的代价',
      missed: '漏报一次的代价',
      seed: '随机种子',
    },
    choices: {
      as: { auto: '按取值判断', number: '数字', class: '类别' },
      method: { compare: '全部比较，取最好的', ...methods },
      test: { random: '随机留出', time: '时间最近的' },
    },
  },
  score: {
    name: '用模型预测',
    help: '用另一个单元格训练好的模型预测这些行，或把它们归入那里找到的聚类；按列名对应。',
    how: '模型保存在训练它的单元格后面的“model”表中。聚类则按当初那些行的尺度换算，归入最近的中心（k-means），或与最近的一行同类（层次聚类）。各列按训练时的方式读取：数字作为数字，文本变成当时的 0/1 列。有缺失值、或含有模型没见过的文本的行不作预测。',
    also: '套用 应用 打分 预测 归类 聚类 分群 新数据 下个月 流失概率 score apply model',
    says: (told) => `用 ${told.name('model')} 的模型预测`,
    fields: {
      model: '带有模型的单元格',
      names: '名称不同的列',
      chances: '同时给出每一类的概率',
      name: '模型中的列名',
      column: '这里的列',
    },
  },
};

/** 模型不适用的原因。 */
export const predictWhy = {
  'target-among-columns': '不能用“{column}”预测它自己，请把它从依据的列中去掉。',
  'model-column': '模型需要“{column}”这一列，而这里没有。请在下面指出它对应哪一列，或重新训练不含它的模型。',
  'no-model': '该单元格后面没有模型。请选择带有“训练预测模型”或聚类步骤的单元格。',
  'method-for-classes': '“{column}”是数字，而这种方法只能区分类别。请换一种方法，或注明它是类别。',
  'method-for-numbers': '“{column}”是类别，而这种方法只能预测数字。请换一种方法。',
  'too-many-classes': '“{column}”有 {count} 种取值，最多只能区分 {most} 类。请先归并。',
  'target-not-finite': '要预测的列中有不是有限数字的值。',
  'one-time': '所有行的时间都相同，分不出先后。请改为随机留出。',
  'too-many-rows': '这种方法最多用 {limit} 行，而这里有 {rows} 行。请换一种方法，或先抽样。',
  'too-many-terms': '这样会有 {terms} 项，最多只能用 {most} 项。请减少列数或降低次数。',
  'too-many-weights': '这样会有 {weights} 个系数，最多只能用 {most} 个。请减少列数，或归并取值。',
  'too-many-combinations': '共 {count} 种参数组合，太多了，最多尝试 {limit} 种。',
  'penalty-too-small': '所选的列互相重复，惩罚太小而无法取舍。请去掉其中一列。',
  'nothing-in-common': '所选的列与要预测的列毫无关系。',
  'constant-target': '要预测的列每一行都相同。',
  'nothing-varies': '所选的列都没有变化，无法据此预测。',
  'numbers-too-large': '数字太大，无法计算。请先除以 1000 或更大的数。',
  'one-class': '要预测的列在有值的行中只有一种取值，无从区分。',
  'two-classes': '“{column}”有 {count} 种取值，而这里只能区分两种。请先筛选，或另做一列“是/否”。',
  'no-such-class': '“{column}”中没有“{value}”这个取值。',
  'too-many-values': '“{column}”有 {count} 种取值，最多只能用 {most} 种。请先归并，或不选这一列。',
};

/** 发现了什么，以及应当知道的。 */
export const predictNotes = {
  regressed:
    '所选的列解释了“{target}”变化的 {share}%。影响最明确的是“{column}”：它每增加 1，“{target}”平均变化 {estimate}（{p}）。',
  'regressed-level':
    '所选的列解释了“{target}”变化的 {share}%。影响最明确的是“{column}”：取“{level}”时，“{target}”平均相差 {estimate}（{p}）。',
  'regressed-nothing': '所选的列看不出与“{target}”有可靠的关系：仅凭偶然也可能如此（{p}）。',
  'regressed-exactly': '“{target}”完全由所选的列决定，可能就是由它们算出来的。',
  'regression-unequal': '残差的波动大小不一（Breusch–Pagan 检验，{p}）：标准误和 p 值只是近似。',
  'regression-not-normal': '残差不服从正态分布（Jarque–Bera 检验，{p}）：单个预测的区间只是近似。',
  classified:
    '在留出检验的 {rows} 行中判对 {share}%（一律判为同一类可对 {baseline}%）。判断“{target}”为“{value}”的 AUC 为 {auc}。',
  'classified-untested':
    '在训练所用的 {rows} 行中判对 {share}%（一律判为同一类可对 {baseline}%），没有留出检验的行。判断“{target}”为“{value}”的 AUC 为 {auc}。',
  'classified-clearest':
    '影响最明确的是“{column}”：它每增加 1，“{value}”的优势（odds）变为 {odds} 倍（{p}）。',
  'classified-clearest-level':
    '影响最明确的是“{column}”：取“{level}”时，“{value}”的优势（odds）是基准的 {odds} 倍（{p}）。',
  'classified-separated':
    '“{term}”能毫无例外地分开一部分行，系数因此没有上限。已用岭惩罚加以限制，故没有 p 值。',
  'feature-gives-away': '仅凭“{column}”就能得出“{target}”。如果它是事后才知道的，请不要选它。',
  'feature-made-up': '“{term}”未计入：前面的列已经包含了它的信息。',
  'feature-inflated':
    '“{term}”与其他列高度相关（VIF 为 {value}），各自的影响难以分清；这样的项共有 {count} 个。',
  'feature-constant': '“{column}”未计入：它每一行的值都相同。',
  'feature-encoded': '“{column}”的各个取值均与最常见的“{base}”相比。',
  'feature-unseen': '有 {count} 行的文本在训练所用的行中从未出现，因此没有预测值。',
  'target-missing': '有 {count} 行没有“{target}”，未用于训练，只给出预测。',
  'learned-number-held':
    '{method}预测“{target}”的平均误差为 {error}（在留出的 {rows} 行上检验；一律猜均值为 {baseline}），解释了其变化的 {share}%。',
  'learned-number-crossed':
    '{method}预测“{target}”的平均误差为 {error}（{rows} 行交叉验证；一律猜均值为 {baseline}），解释了其变化的 {share}%。',
  'learned-class-held':
    '{method}在留出的 {rows} 行中判对“{target}”的占 {share}%（一律判为同一类可对 {baseline}%），AUC 为 {auc}。',
  'learned-class-crossed':
    '{method}在 {rows} 行交叉验证中判对“{target}”的占 {share}%（一律判为同一类可对 {baseline}%），AUC 为 {auc}。',
  'learned-nothing-number':
    '所选的列无法预测“{target}”：最好的模型（{method}）在没见过的 {rows} 行上平均误差为 {error}，一律猜均值也只有 {baseline}。',
  'learned-nothing-class':
    '所选的列无法判断“{target}”：最好的模型（{method}）在没见过的 {rows} 行中判对 {share}%，一律判为同一类也有 {baseline}%。',
  'scored-clusters': '{of} 行中有 {count} 行归入最近的聚类（共 {k} 个，由 {rows} 行用 {method} 得出）。',
  'learned-auc-weighted':
    '每类对其余各类：AUC 平均 {auc}（按各类行数加权）。每类的见表 classes，曲线见表 roc。',
  'learned-auc-class': '“{value}”对其余各类：AUC {auc}。',
  'no-chances': '模型预测的不是类别，没有各类的概率。',
  'learned-worth': '最重要的是“{column}”：缺了它，模型变差最多。',
  'learned-threshold':
    '按这些代价，“{value}”的概率达到 {share}% 起就值得采取行动：交叉验证中总代价为 {cost}，而以 50% 为界则为 {half}。',
  'learned-never-pays': '按这些代价，对“{value}”采取行动总是不划算。',
  'learned-sample': '各种方法在随机抽取的 {count} 行（共 {of} 行）上比较，最好的用全部行拟合。',
  'learned-left-out': '这种方法在此无法尝试：{method}。',
  scored: '模型（{method}，用 {rows} 行训练）给出了 {of} 行中 {count} 行的“{target}”。',
};
