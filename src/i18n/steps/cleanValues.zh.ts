import type { StepWords } from './told';

const into = (told: Parameters<StepWords['says']>[0]) =>
  told.count('name') > 0 ? `，存为${told.name('name')}` : '';

/** Steps that put other values in the place of those that are there. */
export const values = {
  dropMissing: {
    name: '删除缺失',
    help: '删除有缺失值的行，或缺失太多的列。',
    also: '空值 空行 空列 dropna null blank',
    says(told) {
      const of = told.count('columns') > 0 ? told.names('columns') : '所有列';
      return told.is('what', 'rows')
        ? `删除${of}${told.choice('where')}缺失的行`
        : `删除缺失超过 ${told.name('share')} % 的列`;
    },
    fields: { what: '删除', where: '缺失条件', share: '缺失超过（%）', blank: '空白文本也算缺失' },
    choices: { what: { rows: '行', columns: '列' }, where: { any: '任一', all: '全部' } },
  },
  tidy: {
    name: '整理文本',
    help: '去掉首尾空格、多余空格、换行和看不见的字符；按需统一大小写、全角半角、简体繁体和重音符号。',
    also: '去空格 修剪 大小写 全角 半角 换行 简体 繁体 简繁转换 繁体转简体 trim lower upper title simplified traditional',
    says(told) {
      const form = told.is('case', 'keep') ? '' : `，${told.choice('case')}`;
      const script = told.is('script', 'keep') ? '' : `，${told.choice('script')}`;
      return `整理${told.names('columns')}的文本${form}${script}`;
    },
    fields: {
      trim: '去掉首尾空格',
      inner: '连续空格并为一个',
      lines: '换行变为空格',
      invisible: '去掉不可见字符',
      case: '大小写',
      width: '字母数字的宽度',
      script: '简体与繁体',
      accents: '去掉重音符号',
      empty: '空文本变为缺失',
    },
    choices: {
      case: {
        keep: '不变',
        lower: '全部小写',
        upper: '全部大写',
        title: '每个单词首字母大写',
        sentence: '仅首字母大写',
      },
      width: { keep: '不变', half: '半角：ABC 123', full: '全角：ＡＢＣ　１２３' },
      script: { keep: '不变', simplified: '转为简体', traditional: '转为繁体（台湾字形）' },
    },
  },
  replace: {
    name: '查找替换',
    help: '用一段文本替换另一段：可以是一部分、整个值，或模式匹配到的内容。',
    also: '正则 替换 replace regex 改成',
    says(told) {
      const other = told.is('clear', true) && told.is('how', 'whole') ? '缺失' : told.name('with');
      return `把${told.names('columns')}中的${told.name('find')}替换为${other}`;
    },
    fields: { how: '查找', find: '查找内容', with: '替换为', clear: '变为缺失', anyCase: '不区分大小写' },
    choices: { how: { part: '部分文本', whole: '整个值', pattern: '正则表达式' } },
  },
  map: {
    name: '映射取值',
    help: '按列出的对照，或另一张表的两列，把值换成新的值。新值留空表示变为缺失。',
    also: '对照 编码 字典 查表 recode vlookup map lookup',
    says(told) {
      const by = told.is('by', 'table')
        ? `按${told.name('table')}的${told.name('key')} → ${told.name('into')}`
        : `按 ${told.count('pairs')} 组对照`;
      return `${by}映射${told.name('column')}${into(told)}`;
    },
    fields: {
      by: '依据',
      pairs: '对照',
      from: '原值',
      to: '新值',
      key: '原值所在列',
      into: '新值所在列',
      others: '没有列出的值',
      other: '统一改为',
      loose: '忽略大小写和空格',
      name: '新列名（不填则就地替换）',
    },
    choices: {
      by: { pairs: '对照列表', table: '另一张表' },
      others: { keep: '保持不变', clear: '变为缺失', value: '改为同一个值' },
    },
  },
  units: {
    name: '换算单位',
    help: '乘以系数再加上偏移量，或按旁边一列的单位、币种各自的汇率换算。',
    also: '汇率 币种 单位 倍率 currency unit factor',
    says(told) {
      const by = told.is('by', 'unit')
        ? `按${told.name('unit')}的汇率`
        : `× ${told.name('factor')}${told.text('offset') === '0' ? '' : ` + ${told.name('offset')}`}`;
      return `换算${told.names('columns')}：${by}${into(told)}`;
    },
    fields: {
      by: '方式',
      factor: '系数',
      offset: '偏移量',
      unit: '单位所在列',
      rates: '各单位的换算率',
      others: '没有换算率的单位',
      name: '新列名（不填则就地换算）',
    },
    choices: {
      by: { factor: '统一系数', unit: '按每行的单位' },
      others: { stop: '停在这一步', clear: '数值变为缺失' },
    },
  },
  outliers: {
    name: '处理异常值',
    help: '找出与全表或同组其他值相差太远的数值，可以标记、收到界限、清空，或删除所在行。',
    also: '离群值 极端值 缩尾 截尾 盖帽 winsorize iqr zscore outlier',
    says(told) {
      const by = told.count('by') > 0 ? `按${told.names('by')}分组，` : '';
      return `${by}${told.names('columns')}的异常值：${told.choice('do')}（${told.choice('find')}）`;
    },
    fields: {
      find: '判断方法',
      times: '离散程度的倍数',
      percent: '两端各占（%）',
      least: '下限',
      most: '上限',
      do: '处理',
    },
    choices: {
      find: {
        iqr: '四分位距（IQR）',
        z: '标准差（z 分数）',
        mad: '绝对中位差（MAD）',
        percent: '百分位数',
        hand: '手工指定',
      },
      do: { flag: '标记', cap: '收到界限', clear: '清空', drop: '删除所在行' },
    },
  },
} satisfies Record<string, StepWords>;

export const valuesWhy = {
  'rule-of-a-row': '规则只看单独一行。窗口函数和子查询请先用公式列算好。',
  'pair-twice': '“{value}”列出了不止一次，对应的新值不唯一。请只保留一个。',
  'group-itself': '“{column}”列不能作为自己的分组。',
  'no-limit': '上限和下限请至少填写一个。',
  'limits-crossed': '下限 {least} 大于上限 {most}。',
  'one-name': '只能有一列叫“{name}”。请不填列名，或只选一列。',
  'no-rate': '单位“{value}”没有换算率。请补上，或让这样的数值变为缺失。',
};

export const valuesNotes = {
  'all-dropped': '每一列的缺失都超过 {share} %，因此没有删除任何列。',
  dropped: '已删除：{columns}',
};
