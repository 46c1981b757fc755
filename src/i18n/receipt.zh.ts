import type { mending as Mending, receipt as Receipt, rejected as Rejected } from './receipt.en';
import { sharedWarnings } from './sharing.zh';

export const receipt: typeof Receipt = {
  title: '导入回执',
  balances: '数目相符',
  doesNot: '数目不符',
  short: (records, parts) => `回执相符：${records} 条记录 = ${parts}`,
  shortBad: (records, parts) => `回执不符：${records} 条记录 ≠ ${parts}`,
  header: '表头',
  skipped: '跳过',
  loaded: '导入',
  rejected: '未导入',
  records: '文件中的记录',
  headerLong: '表头',
  skippedLong: '跳过：空行、标题、说明',
  loadedLong: '已导入',
  rejectedLong: '未导入',
  see: '查看',
  unbalancedWhy:
    '程序另行逐字节清点了文件，导入与未导入之和与清点结果不一致。请先核对原文件，再使用这些数据。',
  unread: (_count, text) => `有 ${text} 个值不符合所在列的类型，在表格中作为缺失，并已逐个列出。`,
  file: '文件',
  kind: '格式',
  place: { member: '压缩包内文件', sheet: '工作表', range: '单元格区域', path: '路径' },
  modified: '修改时间',
  imported: '导入时间',
  encoding: '编码',
  delimiter: '分隔符',
  quote: '引号',
  none: '无',
  lineEnd: '换行符',
  missingWords: '视为缺失',
  stored: '占用空间',
  lineEnds: { lf: 'LF', crlf: 'CRLF', cr: 'CR', mixed: '混用' },
  delimiters: {
    comma: '逗号',
    tab: '制表符',
    semicolon: '分号',
    bar: '竖线',
    space: '空格',
    none: '无（固定宽度）',
  },
  textTitle: '按文本保留，一位不差',
  readTitle: '读法特别的列',
  changedTitle: '写法有变的值',
  changed: (_count, text) => `${text} 个值`,
  changedExample: '{{ from }} → {{ to }}',
  named: '文件中：{{ source }}',
  warnings: {
    ...sharedWarnings,
    'open-quote': (count, text) =>
      count > 1
        ? `有 ${text} 个引号打开后没有关闭，已当作普通字符。`
        : '有一个引号打开后没有关闭，已当作普通字符。',
    'mixed-line-ends': () => '文件中混用了不同的换行符，可能由多个文件拼接而成。',
    'damaged-bytes': (count, text) =>
      `${count > 0 ? `有 ${text} 处` : '有些'}字节无法对应任何字符，现以“�”代替。`,
    padded: (_count, text) => `有 ${text} 条记录字段不够，末尾缺少的字段作为缺失值。`,
    trimmed: (_count, text) => `有 ${text} 条记录末尾有多余的空字段，已去掉。`,
    repaired: (_count, text) => `有 ${text} 条记录的引号或分隔符有误，但只有一种改正办法，已照此改正。`,
    'several-tables': (_count, text) => `文件里还有 ${text} 个表格。这里只读了第一个，其余计入“跳过”。`,
    'error-cells': (_count, text) => `有 ${text} 个单元格是 #DIV/0! 之类的错误值，在这里作为缺失。`,
    listed: (_count, text) => `读不出的值只列出前 ${text} 个，其余的只计入总数，请在原文件中查看。`,
    'no-cached-result': (_count, text) =>
      `有 ${text} 个公式没有保存计算结果，在这里作为缺失。用 Excel 打开工作簿并保存一次，即可得到结果。`,
    'merged-cells': (_count, text) => `有 ${text} 处合并单元格，值只在左上角的单元格里。`,
    hidden: (count, text) =>
      count === 0
        ? '这个工作表在工作簿中是隐藏的，同样已读入。'
        : `工作表中有 ${text} 个隐藏的行或列，同样已读入。`,
    hours: () => '时长（如 36:30）按小时数（36.5）读入，以便求和。',
    'duplicate-keys': (count, text) =>
      `${count > 0 ? `有 ${text} 个对象中` : '有的对象中'}同一个键出现了两次，取的是最后一个值。`,
    converted: (count, text) =>
      count > 0 ? `有 ${text} 个值已转换成表格能容纳的类型。` : '有的值已转换成表格能容纳的类型。',
    'left-out': (count, text) =>
      count > 0 ? `按您的选择，有 ${text} 列没有导入。` : '按您的选择，有的列没有导入。',
    elsewhere: (count, text) =>
      count > 0 ? `文件中另有 ${text} 处内容在表格之外，没有导入。` : '文件中有些内容在表格之外，没有导入。',
    renamed: () => '有的列与文件中的列名不同，因为原来的列名重复或空缺。',
    'row-names': () => '表头比记录少一个列名，R 导出的文件就是这样。第一列是各行的名称。',
    'fixed-width': () =>
      '这个文件似乎是按固定宽度分列的，这里没有拆分，每行是一个值。请更改设置后重新导入，分隔符选择“固定宽度”。',
    zeros: (_count, text) =>
      `有 ${text} 个值以 0 开头，像是编号。按您的选择读成了数字，开头的 0 已经没有了。`,
    'not-as-chosen': (_count, text) =>
      `有 ${text} 列没有按指定的类型读取，否则有些值会被改动或丢失。如仍要按该类型读取，请在导入对话框中选择。`,
    views: (_count, text) =>
      `数据库中有 ${text} 个视图无法在这里读取。请在原来的程序中将其存为表，再重新导入。`,
    nanoseconds: () => '时间只保留到微秒，这是表格能容纳的最高精度。',
    'as-text': () => '有的列的类型在这里只能用文本来存，其值按文本保留。',
  },
  at: '例如：{{ examples }}',
};

export const rejected: typeof Rejected = {
  line: '行号',
  column: '列',
  reason: '原因',
  text: '记录原文',
  value: '值',
  reasons: { 'too-many-fields': '字段太多', 'over-border': '值超出列宽', 'not-json': '不是有效的 JSON' },
  export: '存为 CSV',
  exportName: { rejected: '{{ name }} 未导入', unread: '{{ name }} 读不出的值' },
};

export const mending: typeof Mending = {
  open: '修正…',
  title: '修正“{{ name }}”中未导入的记录',
  recordOf: '第 {{ at }} 条，共 {{ count }} 条',
  line: '第 {{ line }} 行',
  text: '文件原样',
  previous: '上一条',
  next: '下一条',
  empty: '缺失',
  extra: '第 {{ at }} 个字段没有对应的列',
  extraText: '没有列可以放这个字段。请把内容移到该去的地方，或者去掉它。',
  dropExtra: '去掉',
  joinNext: '把后一个字段并入“{{ name }}”',
  value: '“{{ name }}”的值',
  reset: '恢复文件原样',
  absent: '这条记录没有这一列的字段',
  bad: '不是{{ type }}',
  ready: '可以补入',
  notYet: (_count, text) => `还有 ${text} 个字段需要处理，才能补入这条记录。`,
  add: (count, text) => (count === 0 ? '补入表格' : `把 ${text} 条记录补入表格`),
  added: (_count, text, name) => `已把 ${text} 条记录补入“${name}”`,
  undone: '补入的记录已撤回，重新列为未导入。',
  more: (text) => `这里先列出前 ${text} 条未导入的记录，修正之后再列出其余的。`,
};
