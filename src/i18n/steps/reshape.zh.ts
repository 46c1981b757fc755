import type { StepWords } from './told';

export const reshape = {
  formula: {
    name: '公式列',
    help: '逐行用其他列算出一列：可以是新列，也可以替换已有的列。',
    also: '计算列 表达式 新增列 衍生 formula expression calculate',
    says: (told) =>
      told.is('as', 'replace')
        ? `把${told.name('column')}改为${told.name('formula')}`
        : `新增列${told.name('name')} = ${told.name('formula')}`,
    fields: { as: '结果', formula: '公式', after: '放在此列之后' },
    choices: { as: { new: '新增一列', replace: '替换一列' } },
  },
  sql: {
    name: 'SQL 查询',
    help: '自己写一条查询。用 this 表示到目前为止的表，其他表直接写表名。',
    also: '查询 代码 自定义 sql query select',
    says: () => '执行自己写的查询',
    fields: { query: '查询' },
  },
  pivot: {
    name: '透视',
    help: '做成交叉表：分组放在行上，某一列的各个值变成列，交叉处是一个汇总值。',
    also: '透视表 交叉表 长变宽 行转列 列联表 pivot crosstab spread',
    says: (told) => {
      const what = told.is('function', 'count')
        ? '行数'
        : `${told.name('value')}的${told.choice('function')}`;
      const by = told.count('by') > 0 ? `${told.names('by')} × ` : '';
      return `按${by}${told.name('column')}统计${what}`;
    },
    fields: {
      by: '行',
      column: '列',
      function: '汇总方式',
      value: '汇总列',
      sort: '新列的顺序',
      missing: '列值缺失时',
      total: '加一列总计',
    },
    choices: {
      function: {
        sum: '合计',
        count: '行数',
        distinct: '不同值个数',
        mean: '平均值',
        median: '中位数',
        least: '最小值',
        greatest: '最大值',
        first: '第一个值',
      },
      sort: { value: '按值排序', first: '按首次出现', frequent: '按出现次数从多到少' },
      missing: { column: '单独成一列（missing）', 'leave-out': '去掉这些行' },
    },
  },
  unpivot: {
    name: '逆透视',
    help: '把多列变成多行：一列放列名，一列放值。',
    also: '宽变长 列转行 melt unpivot gather stack',
    says: (told) =>
      `把${told.is('which', 'others') ? '除' : ''}${told.names('columns')}${told.is('which', 'others') ? '以外的列' : ''}变成${told.name('names')}、${told.name('values')}两列`,
    fields: { which: '变成行的列', names: '列名放到', values: '值放到' },
    choices: {
      which: { these: '这些列', others: '除这些以外的列' },
      missing: { keep: '保留', 'leave-out': '去掉' },
    },
  },
  split: {
    name: '拆分列',
    help: '按分隔符、模式或位置把文本切开，拆成多列或多行。',
    also: '分列 分割 切分 按分隔符 拆行 split separate explode',
    says: (told) => {
      const at = told.is('by', 'position')
        ? `在第${told.names('positions')}个字符之后`
        : `按${told.name(told.is('by', 'pattern') ? 'pattern' : 'delimiter')}`;
      const into = told.is('into', 'rows') && !told.is('by', 'position') ? '多行' : '多列';
      return `${at}把${told.name('column')}拆成${into}`;
    },
    fields: {
      by: '拆分依据',
      delimiter: '分隔符（\\n 为换行，\\t 为制表符）',
      pattern: '正则表达式',
      positions: '在第几个字符之后切开，每行一个',
      into: '拆成',
      count: '拆成几列（留空则有几段拆几列）',
      trim: '去掉每段首尾的空格',
      keep: '保留原列',
    },
    choices: {
      by: { delimiter: '分隔符', pattern: '正则表达式', position: '位置' },
      into: { columns: '多列', rows: '多行' },
    },
  },
  joinColumns: {
    name: '合并列',
    help: '把几列的文本连成一列。',
    also: '拼接 连接 合并单元 concat concatenate unite',
    says: (told) => `把${told.names('columns')}合并为${told.name('name')}`,
    fields: { delimiter: '中间的分隔符', keep: '保留原来的列' },
    choices: {
      missing: { skip: '跳过（空文本也跳过）', blank: '当作空文本', missing: '整个结果算缺失' },
    },
  },
  extract: {
    name: '提取',
    help: '从文本里取出数字、邮箱、日期等，或符合正则表达式的部分，放进新列。正则里的每个括号各成一列。',
    also: '正则 截取 抽取 数字 邮箱 电话 手机号 网址 汉字 中文 字母 regex extract',
    says: (told) =>
      `从${told.name('column')}提取${told.is('what', 'pattern') ? told.name('pattern') : told.choice('what')}`,
    fields: {
      what: '提取什么',
      pattern: '正则表达式',
      take: '有多处时',
      delimiter: '中间的分隔符',
      type: '结果为',
      name: '新列名',
    },
    choices: {
      what: {
        number: '数字',
        email: '邮箱',
        phone: '电话号码',
        url: '网址',
        date: '日期',
        chinese: '汉字',
        letters: '拉丁字母',
        pattern: '自定义正则',
      },
      take: { first: '取第一处', joined: '全部，连成文本', list: '全部，作为列表' },
      type: { number: '数字（最多 15 位）', text: '文本，保持原样' },
    },
  },
  dateParts: {
    name: '日期拆解',
    help: '从日期中取出年、月、周、星期等，或算出到另一个日期的年龄。周按 ISO 标准，从星期一开始。',
    also: '年 月 日 季度 周 星期 年龄 工龄 天数 小时 date part year month week',
    says: (told) =>
      `从${told.name('column')}取出${told.join(told.each('parts').map((it) => it.choice('part')))}`,
    fields: {
      parts: '取出',
      part: '部分',
      name: '新列名',
      language: '名称用',
      until: '年龄算到',
      date: '日期',
      end: '日期列',
    },
    choices: {
      part: {
        year: '年',
        quarter: '季度',
        month: '月',
        week: 'ISO 周',
        day: '日',
        weekday: '星期几（1 为星期一）',
        'weekday-name': '星期名称',
        'month-name': '月份名称',
        'day-of-year': '一年中的第几天',
        hour: '小时',
        minute: '分钟',
        'year-month': '年月（2024-03）',
        'year-quarter': '年季（2024-Q1）',
        'year-week': '年周（2024-W09）',
        date: '去掉时间的日期',
        'start-of-week': '周的第一天',
        'start-of-month': '月的第一天',
        'start-of-quarter': '季度的第一天',
        'start-of-year': '年的第一天',
        'end-of-month': '月的最后一天',
        'days-in-month': '当月天数',
        'age-years': '周岁（满几年）',
        'age-months': '满几个月',
        'age-days': '天数',
      },
      language: { en: '英文', zh: '中文' },
      until: { date: '某个日期', column: '某列的日期' },
    },
  },
  bins: {
    name: '分箱',
    help: '把数值归入区间：等宽、等频，或自己定边界。“[0, 10)”表示大于等于 0、小于 10。',
    also: '分段 区间 分组 等宽 等频 离散化 年龄段 bins bucket cut qcut',
    says: (told) => {
      if (told.is('how', 'edges')) return `按${told.names('edges')}把${told.name('column')}分段`;
      if (told.is('how', 'width')) return `把${told.name('column')}按每 ${told.text('width')} 一段分箱`;
      const what = told.is('how', 'equal') ? '等宽' : '等频';
      return `把${told.name('column')}${what}分成 ${told.text('count')} 箱`;
    },
    fields: {
      how: '分法',
      count: '箱数',
      width: '每箱宽度',
      start: '从多少起算（留空为 0）',
      edges: '边界，每行一个',
      outside: '边界之外的值',
      as: '结果显示为',
      labels: '各箱名称，每行一个（留空则显示区间）',
      name: '新列名',
    },
    choices: {
      how: { equal: '等宽', quantile: '等频', width: '指定宽度', edges: '自定边界' },
      outside: { own: '单独成箱（“< …”和“> …”）', missing: '算缺失' },
      as: { range: '区间', number: '序号，最低的一箱为 1' },
    },
  },
  oneHot: {
    name: '独热编码',
    help: '给某列的每个值各建一列，标出哪些行是这个值。',
    also: '哑变量 虚拟变量 one-hot dummy get_dummies',
    says: (told) => `为${told.name('column')}的每个值建一列`,
    fields: { as: '写作', prefix: '新列名的前缀（留空用原列名）', keep: '保留原列' },
    choices: {
      as: { number: '1 和 0', flag: 'true 和 false' },
      missing: { none: '不算任何值', column: '单独成一列', missing: '仍为缺失' },
    },
  },
  fillDates: {
    name: '补齐日期',
    help: '从最早到最晚，给没有数据的每一天、周或月补一行。结果按分组和日期排列；周从星期一开始。',
    also: '补全日期 日期缺口 连续日期 时间序列 补行 complete resample fill dates',
    says: (told) => {
      const by = told.count('by') > 0 ? `按${told.names('by')}分组，` : '';
      return `${by}补齐${told.name('column')}中缺少的每${told.choice('every')}`;
    },
    fields: {
      every: '每隔多久一行',
      by: '分组',
      range: '起止日期',
      place: '新行的日期',
      fill: '新行的其他列',
      mark: '用一列标出新行',
    },
    choices: {
      every: { day: '日', week: '周', month: '月', quarter: '季度', year: '年', hour: '小时' },
      range: { group: '各组自己的起止', all: '全表的起止' },
      place: { first: '第一天', last: '最后一天' },
      fill: { missing: '留空', previous: '沿用上一个值', zero: '数值列填 0' },
    },
  },
  flatten: {
    name: '展开',
    help: '把列表或结构拆开，变成多列、多行或文本。',
    also: '嵌套 列表 数组 结构 JSON 炸开 unnest explode flatten',
    says: (told) => `把${told.name('column')}展开成${told.choice('into')}`,
    fields: {
      into: '展开成',
      empty: '空列表',
      prefix: '新列名的前缀（留空用原列名）',
      delimiter: '中间的分隔符',
      keep: '保留原列',
    },
    choices: {
      into: { columns: '多列', rows: '多行', text: '文本' },
      empty: { keep: '保留该行', 'leave-out': '去掉该行' },
    },
  },
  transpose: {
    name: '转置',
    help: '把小表的行列互换：行变成列，列变成行。',
    also: '行列互换 旋转 transpose',
    says: (told) => (told.count('names') > 0 ? `行列互换，用${told.name('names')}作列名` : '行列互换'),
    fields: { names: '用哪列的值作新列名', name: '原列名放到' },
  },
} satisfies Record<string, StepWords>;

/** What keeps these steps from fitting. */
export const why = {
  'formula-several': '公式只能得出一个值，这里的“{name}”会得出多个。请每步只写一个公式，逗号只用在括号里。',
  'formula-aggregate':
    '“{name}”会把多行汇总成一个值。请在它的括号后加上“OVER ()”，或改用“分组汇总”“每行添加组内值”步骤。',
  'formula-rows': '“{name}”会把一行变成多行。请改用“展开”步骤。',
  'labels-many': '“{column}”有超过 {most} 个不同的值，变成列就太多了。请先筛选或归并。',
  'split-positions': '请填写从 1 开始的整数，后一个要比前一个大。',
  'split-many': '“{column}”最多有 {count} 段，而最多只能拆成 {most} 列。请指定列数，或拆成多行。',
  'bins-width': '宽度必须大于 0。',
  'bins-edges': '请填写两个以上的数作为边界，后一个要比前一个大。',
  'bins-labels': '每箱要有一个名称：名称比边界少一个。',
  'bins-many': '这样“{column}”会超过 {most} 箱。请加大宽度。',
  'dates-by': '“{column}”就是日期列本身。请另选分组列。',
  'dates-many':
    '一共会有 {count} 天（或时段），最多只能有 {most} 个。请检查有没有离谱的日期，或选更长的时段。',
  'flatten-rows': '“{column}”里是结构，可以展开成多列或文本；只有列表能展开成多行。',
  'flatten-many': '“{column}”会展开成超过 {most} 列。请改为展开成多行。',
  'transpose-many': '最多 {most} 行的表才能转置。请先筛选或分组。',
  'transpose-nothing': '没有其他列可以转置。',
  'pivot-both': '“{column}”不能既作行又作列。请另选一列。',
  'pivot-nothing': '“{column}”没有任何值，得不出列。请选择作行的列，或另选一列。',
};

/** What is worth knowing though they work. */
export const notes = {
  'sql-not-this': '这条查询没有读取前面的表。如果需要，请写“FROM this”。',
  'bins-fewer': '“{column}”有很多行的值相同，所以只能分成 {count} 箱。',
  'transpose-text': '各列的类型不同，部分或全部值换了写法。',
  'unified-float': '整数和小数合到了“{column}”一列，超过 15 位的数可能被舍入。',
  'unified-text': '这些列的类型合不到一起，所以“{column}”是文本。',
};
