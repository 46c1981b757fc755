import { cards } from './cards.zh';
import type { cleanList as en } from './cleanList.en';

export const cleanList: typeof en = {
  ...cards.of.cleanList,
  tables: { people: '客户、会员或联系人' },
  columns: {
    key: '客户编号',
    name: '姓名',
    phone: '电话',
    email: '邮箱',
    address: '地址',
    city: '城市',
    date: '日期（如注册日期）',
  },
  names: {
    mask: '遮盖个人信息',
    blanks: '空值写法',
    rowsFigure: '行数指标',
    changedFigure: '改动指标',
    twiceFigure: '重复指标',
    checkFigure: '核对指标',
    changeChart: '改动图',
    changeTable: '改动明细',
    sureChart: '把握图',
    twiceTable: '重复的人',
    checkTable: '待核对',
    cityChart: '城市图',
    list: '整理后名单',
    numbered: '编号的名单',
    filled: '去空值的名单',
    tidied: '统一格式的名单',
    cityNames: '城市名称',
    cities: '城市写法',
    unified: '统一后的名单',
    changes: '改动',
    figures: '指标',
  },
  fields: {
    row: '文件行号',
    person: '同一人',
    sure: '把握',
    check: '待核对',
    column: '列',
    before: '原值',
    after: '现值',
    kind: '改动类型',
    rows: '行数',
    told: '实际写法',
    usual: '常用写法',
    chinese: '中文名',
    english: '英文名',
  },
  kinds: {
    emptied: '表示“没有”，改为缺失',
    surface: '空格、大小写或全半角',
    form: '统一为同一种写法',
  },
  checks: { phone: '不是有效电话', email: '不是有效邮箱', date: '无法识别的日期' },
  captions: { changes: '最常见的改动', twice: '很可能是同一人的行', check: '待核对的行' },
  joint: { is: '：', next: '；' },
  maskLabel: '遮盖个人信息',
  blanksLabel: '表示“没有”的写法',
  blanks: 'N/A, NA, #N/A, null, none, unknown, -, --, ?, 无, 未知, 暂无',
  hidden: '***',
  head: (
    figures,
    list,
  ) => `原表 {{${figures}.before}} 行，整理后为 **{{${figures}.rows}}** 行：其中 {{${figures}.again}} 行与另一行完全相同，已去除。共改动 {{${figures}.changed_rows}} 行中的 {{${figures}.changed}} 个值。

有 {{${figures}.twice}} 行很可能只对应 {{${figures}.persons}} 个人，另有 {{${figures}.to_check}} 行需要核对；这些行只做了标记，没有删除。

整理好的名单是表 **${list}**。点报告上方或命令（Ctrl+K）中的“保存 ${list}”，即可直接存为 Excel 文件；其他格式见该表的菜单。`,
  figures: {
    rows: '整理后的行数',
    changed: '改动的值',
    twice: '疑似重复登记',
    check: '待核对的行',
  },
  figureHints: {
    rows: '完全相同的只留一行',
    changed: '逐个值计数',
    twice: '属于同一人的行',
    check: '已在名单中标出',
  },
  changesHead: `## 改动了什么

与原文件不同的值都在这里。除此之外没有任何改动，其他列保持原样。`,
  changeChart: '各列改动的值',
  lookHead: '## 哪些需要人工核对',
  lookTwice: `有些行综合各项信息看，很可能指同一个人；少见的电话号码比常见的姓名更有说服力，1 表示确定。请逐组核对；如需合并，打开下方准备部分的步骤“查找近似重复”，选择合并即可。`,
  lookCheck: `无法统一的值保留原样，并写在“待核对”一列中；如果该表是空的，说明所有值都能识别。`,
  sureChart: '是同一人的把握有多大',
  citiesHead: `## 客户在哪里

按整理后的名单统计。同一城市如有多种写法（北京市、Beijing、BEIJING），统一为名单中最常用的一种。`,
  cityChart: '各城市的行数',
  notes: `## 整理方法

每一列都相同的行只留第一行。文本去掉看不见的字符和首尾空格，表示“没有”的写法改为缺失。行的顺序与文件一致，列名不变，最后几列是新增的。`,
  notesPhone:
    '电话按国内习惯书写：13812345678、010-62345678，其他国家的以 + 和国家代码开头；去掉“+86”、连字符和全角数字。',
  notesEmail: '邮箱改为小写，去掉前后多余的内容。',
  notesDate: '常见写法的日期都能识别，统一为日期类型。',
  notesCity:
    '城市按中国城市的中英文名称表识别（见下方折叠部分），可以在那里补充其他写法；不在表中的名称只按字面比较。',
  notesNear: '是否重复登记，由姓名、电话、邮箱和地址共同判断。',
  notesMask:
    '遮盖针对姓名、电话、邮箱和地址，只留首字和两端的数字。其他列不受影响，导出前请查看备注等列。客户编号虽不是姓名，仍可能有人知道对应的是谁。',
};
