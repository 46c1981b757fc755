import { cards } from './cards.zh';
import type { basket as en } from './basket.en';

export const basket: typeof en = {
  ...cards.of.basket,
  tables: { lines: '订单明细' },
  columns: {
    order: '订单号',
    product: '商品',
    category: '品类',
    quantity: '数量',
    price: '单价',
  },
  names: {
    lines: '明细_整理',
    without: '排除商品',
    leastOrders: '最少订单数',
    leastLift: '最低提升度',
    leastShare: '最低置信度',
    offered: '搭配商品',
    kept: '明细_分析',
    baskets: '购物篮',
    figures: '指标',
    rules: '关联规则',
    pairs: '商品组合',
    links: '关联对',
    best: '最强组合',
    held: '品类组合',
    orders: '总订单数',
    share: '多件订单占比',
    products: '每单商品数',
    value: '每单金额',
    sizes: '购物篮大小',
    values: '购物篮金额',
    top: '热门商品',
    network: '关联网络',
    strongest: '强关联组合',
    categories: '品类关联',
    shown: '推荐_所选',
    surest: '推荐把握',
    offers: '推荐清单',
    bundleRows: '三件套_计数',
    bundles: '三件套',
  },
  fields: {
    size: '单内商品种数',
    products: '商品种数',
    value: '金额',
    several: '多种商品',
    bought: '买了',
    offer: '推荐',
    both: '同时购买的订单',
    share: '置信度（%）',
    lift: '提升度',
    open: '尚未同购的订单',
    pair: '组合',
    step: '推荐组合',
    bundle: '三件组合',
    bundleOrders: '订单数',
    with: '含此品类的订单',
    also: '同时含',
    held: '占比',
  },
  labels: {
    without: '排除商品（如购物袋、运费）',
    leastOrders: '组合至少出现的订单数',
    leastLift: '提升度不低于',
    leastShare: '置信度不低于（%）',
    offered: '查看哪件商品的搭配（不选即全部）',
  },
  nothing: '没有订单时，以一笔空单代替',
  bought: '不含退货行',
  head: (figures) =>
    `{{${figures}.orders}} 笔订单中，**{{${figures}.several_share}}%** 买了不止一种商品；商品共 {{${figures}.products}} 种，平均每单 {{${figures}.mean}} 种。`,
  headBest: (best) =>
    `关联最强的组合：**{{${best}.pair}}**，同时购买的频率是随机情况的 {{${best}.lift}} 倍；另有 {{${best}.open}} 笔订单只买了前者。`,
  noPair: '暂无足够频繁的组合',
  figures: {
    orders: '订单数',
    share: '含多种商品的订单',
    products: '每单商品种数',
    value: '每单金额（中位数）',
  },
  basketsHead: `## 一单里有什么

只买一种商品的订单，是推荐最能起作用的地方。热门商品和什么都会一起出现；超出随机水平的关联请看下一节。`,
  sizes: '订单按所含商品种数分布',
  values: '每单金额（中位数）随商品种数的变化',
  top: '出现在最多订单中的商品',
  pairsHead: `## 什么和什么一起买

连线越粗，同时买两者的订单越多。提升度是与随机情况相比的倍数：等于 3 表示买了其中一件的人，买另一件的可能性是一般订单的三倍；小于 1 表示两者互相回避，略高于 1 则说明不了什么。`,
  network: '常一起购买的商品（按同时购买的订单数）',
  strongest: '提升度最高的组合',
  categoriesHead: `### 品类之间

按行来读：买了左侧品类的订单里，有多大比例同时买了下方所标的品类。空白表示从未同单出现。`,
  categories: '买了一个品类的订单中同时买另一品类的比例',
  offersHead: `## 推荐什么

按把握从高到低列出买了什么时该推荐什么。“尚未同购的订单”是只买了前者、没买后者的订单数，也就是还有多大空间。总是一起买的两件可能本来就按套装在卖，那就没有多少可挖掘的了。

第二张表列出在同一单里一起买的三种商品，按订单数从多到少排列，可以作为组合套装的思路。`,
  surest: '最有把握的推荐：买了前者的订单中同时买后者的比例（%）',
  notes: `## 统计口径

文件中完全重复的行只计一次；没有订单号或没有商品的行不计入。一种商品在一单里只计一次，不论买了几件。全角字母和数字按半角处理，同一商品的两种写法视为一种。

组合须出现在至少 0.2% 且不少于两笔订单中。置信度是已经发生的比例，并不等于推荐能带来的效果：请先在部分客户中试行。`,
  notesQuantity: '数量为负数或为零的行是退货，不计入；此前的购买仍然保留。',
  notesPrice: '每单金额为数量 × 单价之和，未扣折扣。',
  notesPriceOnly: '每单金额为单价之和，未扣折扣。',
};
