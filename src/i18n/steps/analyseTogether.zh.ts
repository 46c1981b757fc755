import type { StepWords } from './told';

export const together: Readonly<Record<string, StepWords>> = {
  rules: {
    name: '购物篮分析（关联规则）',
    help: '哪些物品常在同一单里出现，写成规则：买了这些的人也买那个。每行可以是一个单号和一件物品，也可以是一单的物品清单，或每种物品各占一列。另有 itemsets（频繁项集）表。',
    how: '深度优先找出频繁项集（Uno 等，LCM，2003），由每个项集得出右侧为一件物品的规则（Agrawal 与 Srikant，1994）。提升度（lift）为置信度除以右侧物品在全部单中的比例；leverage 为支持度减去随机情况下的期望；conviction（Brin 等，1997）在规则总成立时为空；zhang 从 −1 到 1（Zhang，2000）。',
    also: '关联规则 购物篮 频繁项集 支持度 置信度 提升度 推荐 搭售 association rules apriori',
    says(told) {
      if (told.is('layout', 'list')) return `在 ${told.name('list')} 的清单中找关联规则`;
      if (told.is('layout', 'one-hot')) return `在 ${told.names('columns')} 各列之间找关联规则`;
      return `在每个 ${told.name('basket')} 中找 ${told.name('item')} 的关联规则`;
    },
    fields: {
      layout: '表的形式',
      basket: '单号（订单、小票、会话）',
      item: '物品',
      list: '物品清单',
      separator: '分隔符（留空：, ; | ， ； 、 均可）',
      columns: '物品各列（是，或大于 0）',
      support: '最小支持度（%，且至少 2 单）',
      confidence: '最小置信度（%）',
      lift: '最小提升度',
      longest: '一条规则最多几件物品',
      shortest: '去掉较短规则已能说明的规则',
    },
    choices: {
      layout: {
        long: '每件物品一行',
        list: '每单一行，物品写成清单',
        'one-hot': '每单一行，每种物品一列',
      },
    },
  },
  recommend: {
    name: '个性化推荐',
    help: '给每个客户推荐什么：在他还没有的物品中，选出与他已有物品最相似的，并注明因哪件物品而推荐。每行是一个客户和一件物品。另有 similar（哪些物品相似）、check（推荐的命中率）两张表。',
    how: '两件物品的相似度为其客户的余弦：同时拥有两者的客户数，除以各自客户数乘积的平方根（Sarwar 等，2001），这样人人都有的物品不会显得与什么都相似。推荐得分为客户已有物品各自最相似的 50 件物品的相似度之和（Deshpande 与 Karypis，2004）；相似的不够时，以最多人拥有的物品补足。用余弦而不用提升度，是因为提升度偏向几乎没有人拥有的物品。检验方法：留出每个客户最后得到的物品，看能否推荐出来，并与推荐最热门物品对照。',
    also: '推荐 协同过滤 猜你喜欢 交叉销售 搭售 相似物品 recommendation collaborative filtering',
    says: (told) => `给每个 ${told.name('customer')} 推荐 ${told.text('top')} 个 ${told.name('item')}`,
    fields: {
      customer: '客户',
      item: '物品',
      date: '时间（留空则按行的顺序）',
      top: '每个客户推荐几件',
    },
  },
};

/** 不适用的原因。 */
export const togetherWhy = {
  'basket-is-item': '单号和物品必须是两个不同的列。',
  'too-many-sets': '满足条件的项集超过 {limit} 个。请提高最小支持度，或减少一条规则的物品数。',
  'no-items': '没有任何一单有物品。',
  'customer-is-item': '客户和物品必须是两个不同的列。',
  'one-item': '只有一种物品，没有别的可以推荐。',
};

/** 发现了什么，以及应当知道的。 */
export const togetherNotes = {
  'rules-found':
    '从 {baskets} 单中找到 {count} 条规则；最强的一条：有“{one}”的单中 {percent}% 也有“{other}”，是全部单中比例的 {lift} 倍。',
  'rules-none': '{baskets} 单中没有满足条件的规则。最常见的物品是“{item}”，出现在 {count} 单中。',
  'rules-no-items': '{baskets} 单中没有物品达到最小支持度，请把它调低。',
  'rules-redundant': '去掉了 {count} 条规则，因为更短的规则已有同样的把握。',
  'items-repeated': '有 {count} 行在同一单中重复了同一物品，只计一次。',
  'baskets-empty': '{of} 单中有 {count} 单是空的，仍计入总单数。',
  'offers-better':
    '给 {customers} 个客户推荐了 {count} 次。用每个客户最后得到的物品检验：推荐 {top} 件时，{tested} 个客户中命中 {percent}%；若只推荐最热门的物品，命中 {popular}%。',
  'offers-no-better':
    '给 {customers} 个客户推荐了 {count} 次，但并不比推荐最热门的物品好：用每个客户最后得到的物品检验，推荐 {top} 件时，{tested} 个客户中命中 {percent}%，最热门的物品命中 {popular}%。',
  'offers-untried': '给 {customers} 个客户推荐了 {count} 次。没有客户有两件物品，因此无法检验。',
  'offers-none': '{customers} 个客户都已有全部物品，没有可推荐的。',
  'offers-no-time': '没有时间列，因此以每个客户的最后一行为最近的一次。',
  'offers-popular': '{of} 次推荐中有 {count} 次是最热门的物品，因为没有足够多的相似物品。',
};
