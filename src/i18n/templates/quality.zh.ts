import { cards } from './cards.zh';
import type { quality as en } from './quality.en';

export const quality: typeof en = {
  ...cards.of.quality,
  tables: { table: '要检查的表' },
  columns: {
    key: '编号',
    email: '邮箱',
    phone: '电话',
    date: '日期',
    figure: '金额或其他数字',
    place: '分类（如城市）',
    group: '另一个分类',
  },
  names: {
    blanks: '空值写法',
    asOf: '截至日期',
    times: '离群倍数',
    numbered: '编号的行',
    read: '识别后的行',
    once: '去重后的行',
    columns: '各列概况',
    limits: '界限',
    usual: '界限内的数字',
    far: '界限外的数字',
    spellings: '写法',
    months: '逐月行数',
    freshness: '时效',
    faults: '问题',
    checks: '检查',
    scores: '各项评分',
    states: '可用情况',
    figures: '指标',
    doubles: '重复',
    scoreFigure: '评分指标',
    rowsFigure: '问题行指标',
    filledFigure: '缺失指标',
    againFigure: '重复指标',
    scoreChart: '评分图',
    firstChart: '问题图',
    firstTable: '优先处理',
    missingChart: '缺失图',
    columnTable: '各列明细',
    doubleTable: '重复明细',
    stateChart: '可用图',
    placeChart: '分类图',
    groupChart: '另一分类图',
    spellingTable: '写法明细',
    numberChart: '数字分布图',
    outlierTable: '离群值明细',
    monthChart: '逐月图',
    mend: '有问题的行',
    rowChart: '问题数图',
    rowTable: '待处理的行',
  },
  fields: {
    row: '行号',
    again: '是否重复',
    first: '与此行相同',
    kind: '方面',
    score: '得分',
    check: '问题类型',
    column: '列',
    value: '值',
    looked: '检查行数',
    found: '问题行数',
    share: '占比（%）',
    todo: '处理建议',
    rows: '行数',
    filled: '已填',
    missing: '缺失',
    missingShare: '缺失率（%）',
    different: '不同值个数',
    state: '状态',
    usual: '常用写法',
    month: '月份',
    faults: '问题数',
  },
  kinds: {
    complete: '完整性',
    unique: '唯一性',
    valid: '有效性',
    uniform: '统一性',
    plausible: '合理性',
  },
  checks: {
    again: '整行重复',
    repeated: '编号重复',
    missing: '缺失',
    email: '不是有效邮箱',
    phone: '不是有效电话',
    unreadDate: '无法识别为日期',
    unreadFigure: '无法识别为数字',
    implausible: '在未来或早于 1900 年',
    outlier: '明显偏离其他值',
    spelling: '写法不一',
    script: '语言不一',
  },
  todo: {
    again: '只保留一行：使用步骤“去除重复行”。',
    repeated: '核对哪一行正确，并查明其他行为何用了同一编号。',
    missing: '到数据来源处补齐，或注明该列允许为空。',
    email: '改正或清空；步骤“电子邮箱”可以找出这些值。',
    phone: '改正或清空；步骤“电话号码”可以找出这些值。',
    unreadDate: '写成 2024-03-05 的形式；步骤“统一日期”能识别大多数写法。',
    unreadFigure: '只写数字；步骤“转换类型”能识别大多数写法。',
    implausible: '到数据来源处核对，常见的是日期或年份输错。',
    outlier: '核对是否属实：有误则改正，属实则保留。',
    spelling: '一种事物只用一个名称：使用步骤“合并写法”。',
    script: '选定一种语言，其余的对应过去：使用步骤“映射取值”。',
  },
  states: { usable: '可用', wrong: '不可用', missing: '缺失' },
  ways: { usual: '常用写法', spelling: '写法不一', script: '语言不一' },
  asOfLabel: '截至（留空即今天）',
  blanksLabel: '表示“没有”的写法',
  blanks: 'N/A, NA, #N/A, null, none, unknown, -, --, ?, 无, 未知, 暂无',
  timesLabel: '偏离倍数',
  captions: {
    first: '按影响排序的问题',
    columns: '各列填写情况',
    doubles: '与其他行重复的行',
    spellings: '不常用的写法',
    outliers: '明显偏离的数字',
    rows: '有待处理的行',
  },
  joint: { is: '：', begin: '（', end: '）', next: '；' },
  nothingWrong: '在检查范围内没有发现问题',
  head: (
    figures,
  ) => `**评分 {{${figures}.score}}（满分 100）。** 这张表共 {{${figures}.rows}} 行、{{${figures}.columns}} 列，其中 {{${figures}.faulty}} 行（{{${figures}.share | 0.0%}}）有待处理。

最该先处理：**{{${figures}.first}}**。`,
  figures: {
    score: '评分（满分 100）',
    faulty: '待处理的行',
    missing: '缺失的值（%）',
    again: '整行重复的行',
  },
  figureHints: {
    score: '以下各方面的平均分',
    faulty: '至少有一个问题',
    missing: '占全表所有值',
    again: '每一列都相同',
  },
  wholeRow: '整行',
  scoreChart: '各方面得分',
  firstHead: `## 先处理什么

涉及行数最多的问题排在最前，每一行都附有处理建议。步骤可以加在任何一张表之后，打开表时也会自动提示。`,
  firstChart: '各类问题涉及的行数',
  missingHead: `## 数据齐全吗

条越长，该列缺失越多。几乎全空的列，要么已经停用，要么没有要求填写，应当弄清是哪一种。`,
  missingChart: '各列缺失率（%）',
  doublesHead: (figures) => `## 有重复吗

{{${figures}.again}} 行与另一行完全相同；{{${figures}.repeated}} 行与内容不同的另一行共用同一编号。`,
  doublesPeople: (figures) =>
    `{{${figures}.shared}} 行与另一行共用邮箱或电话。如果一行代表一个人，这些行可能是同一个人：“整理客户名单”会把他们标出来。`,
  validHead: `## 数据可用吗

邮箱和电话格式正确、日期和数字能够识别且合理，才算可用。`,
  stateChart: '可用、不可用与缺失',
  uniformHead: `## 同一事物的名称统一吗

一根条上有多种颜色，说明同一事物有多种写法。只差大小写、全半角、空格、重音符号或“市”一类后缀的视为同一事物；与多数值语言不同的写法单独列出。`,
  placeChart: '各分类的实际写法',
  plausibleHead: (figures) => `## 数字合理吗

有 {{${figures}.outliers}} 个数字落在 {{${figures}.low}} 至 {{${figures}.high}} 之外，图中只画范围之内的。偏离的数字也可能属实，但合计和平均值受其影响很大，值得逐个核对。`,
  numberChart: '范围内的数字分布',
  freshHead: (freshness) => `## 数据新吗

最新一行的日期是 {{${freshness}.last}}，距 {{${freshness}.as_of}} 已有 {{${freshness}.days}} 天；最早一行是 {{${freshness}.first}}。某个月的行数特别少，可能是漏了文件。`,
  monthChart: '每月行数',
  rowChart: '各问题数的行数',
  rowsHead: `## 待处理的行

问题最多的行排在最前；行号为文件中的序号（表头下第一行为 1）。`,
  notes: `## 统计口径

评分为各方面得分的平均值，各方面权重相同。完整性为所有列中已填值的比例；其他方面为各项检查中无问题行比例的平均值。数据新旧不计入评分，因为旧数据也可能是正确的。

整行重复单独计为一类问题，其余检查对重复的行只看一次。空文本和表示“没有”的写法视为缺失；缺失的值只算缺失，不再计入其他问题。超过五十万行的表，不同值个数为估计值，误差在百分之几以内。`,
  notesNumber:
    '四分位数之间为中间一半；数字离它的距离超过其宽度的若干倍（由滑块设定）即视为偏离。如果数字全部大于零且多集中在低端（如金额），则比较其对数。不足 8 个数字时不判断偏离。',
};
