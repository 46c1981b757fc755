import type { StepWords } from './told';

const units = {
  value: '值',
  year: '年',
  quarter: '季度',
  month: '月',
  week: '周（周一起）',
  day: '日',
  hour: '小时',
};

const functions = {
  count: '行数',
  present: '非缺失值个数',
  distinct: '不同值个数',
  sum: '合计',
  mean: '平均值',
  median: '中位数',
  quantile: '分位数',
  mode: '出现最多的值',
  first: '首行的值',
  last: '末行的值',
  least: '最小值',
  greatest: '最大值',
  list: '所有值的列表',
  joined: '不同的值，用逗号连接',
  share: '占总计的比例',
  stddev: '标准差',
};

/** Steps that choose, order and put together rows and columns of tables. */
export const relational = {
  choose: {
    name: '选择列',
    help: '只保留所选的列并按此排列，或去掉所选的列，或把它们排到最前面。',
    also: '删除列 保留列 移动列 调整顺序 select drop columns',
    says: (told) =>
      told.is('keep', 'these')
        ? `只保留${told.names('columns')}列`
        : told.is('keep', 'others')
          ? `去掉${told.names('columns')}列`
          : `把${told.names('columns')}列排到最前面`,
    fields: { keep: '保留' },
    choices: { keep: { these: '只留这些列', others: '去掉这些列', all: '全部保留，这些列在前' } },
  },
  rename: {
    name: '重命名列',
    help: '给列换名称。',
    also: '改名 列名 表头 rename',
    says: (told) =>
      `重命名列：${told.join(told.each('names').map((it) => `${it.name('from')}改为${it.name('to')}`))}`,
    fields: { names: '名称', from: '原列名', to: '改为' },
  },
  sort: {
    name: '排序',
    help: '按一列或多列的值给行排序；值相同的行保持原来的先后。',
    also: '升序 降序 排列 sort order',
    says: (told) => {
      const sorts = told
        .each('order')
        .map((it) => `${it.name('column')}${it.is('direction', 'down') ? '降序' : '升序'}`);
      return `按${told.join(sorts)}排序`;
    },
  },
  top: {
    name: '取前几行',
    help: '保留开头或末尾的若干行，或者某列值最大、最小的若干行；可以整张表一起取，也可以每组各取。没有值的行不参与最大、最小的比较。',
    also: '前N名 最大 最小 开头 末尾 每组 top limit head tail',
    says: (told) => {
      const by = told.count('by') > 0 ? `每个${told.names('by')}` : '';
      if (told.is('of', 'first')) return `${by}保留开头 ${told.text('rows')} 行`;
      if (told.is('of', 'last')) return `${by}保留末尾 ${told.text('rows')} 行`;
      const ties = told.is('ties', 'keep') ? '，并列的也保留' : '，并列时取靠前的';
      return `${by}保留${told.name('column')}${told.choice('of')}的 ${told.text('rows')} 行${ties}`;
    },
    fields: { rows: '行数', of: '取哪些行', ties: '与最后一名并列的行' },
    choices: {
      of: { first: '开头', last: '末尾', greatest: '最大', least: '最小' },
      ties: { keep: '也保留', cut: '只取靠前的' },
    },
  },
  sample: {
    name: '抽样',
    help: '随机抽取若干行。每次抽到的都相同，除非另填一个随机种子；行的先后不变。',
    also: '随机 分层抽样 sample random',
    says: (told) => {
      const size = told.is('size', 'rows') ? ` ${told.text('rows')} 行` : ` ${told.text('percent')}% 的行`;
      return `${told.count('by') > 0 ? `从每个${told.names('by')}中` : ''}随机抽取${size}`;
    },
    fields: { size: '抽多少', rows: '行数', percent: '百分比', seed: '随机种子' },
    choices: { size: { rows: '固定行数', percent: '按比例' } },
  },

  union: {
    name: '追加另一张表的行',
    help: '把另一张表的行接在下面，按列名对应；某张表没有的列，其值为缺失。',
    also: '合并表 拼接 上下合并 追加 union append concat',
    says: (told) => {
      const origin = told.count('origin') > 0 ? `，并在${told.name('origin')}列注明来源` : '';
      return `追加${told.name('table')}的行${origin}`;
    },
    fields: { extra: '只有那张表才有的列', types: '类型合不到一起时', origin: '注明来源的列' },
    choices: { extra: { add: '加上', leave: '不要' }, types: { unify: '都变成文本', stop: '停在这一步' } },
  },

  join: {
    name: '连接另一张表',
    help: '按关键列把另一张表的列带到对应的行上，或只保留在那边有（没有）对应的行。关键列缺失的行不与任何行对应。',
    also: '匹配 关联 查找 左连接 内连接 全连接 vlookup xlookup join merge lookup',
    says: (told) => {
      const keys = told.join(told.each('keys').map((it) => it.name('left')));
      const table = told.name('table');
      if (told.is('how', 'semi')) return `保留按${keys}在${table}中有对应的行`;
      if (told.is('how', 'anti')) return `保留按${keys}在${table}中没有对应的行`;
      const what = told.count('take') > 0 ? `${table}的${told.names('take')}` : table;
      const rows = told.is('how', 'inner')
        ? '，只留对应上的行'
        : told.is('how', 'full')
          ? '，两边的行都保留'
          : '';
      return `按${keys}连接${what}${rows}`;
    },
    fields: {
      keys: '按哪些列对应',
      left: '这边的列',
      right: '那边的列',
      how: '保留哪些行',
      match: '文本怎样算相同',
      several: '对应多行时',
      take: '带过来的列',
      suffix: '重名的列加后缀',
    },
    choices: {
      how: {
        left: '这边的所有行',
        inner: '只留对应上的行',
        full: '两边的所有行',
        semi: '这边有对应的行，不带列过来',
        anti: '这边没有对应的行',
      },
      match: { exact: '完全相同', tidy: '忽略大小写和空格' },
      several: { all: '每个对应各成一行', first: '只取第一行' },
    },
  },

  group: {
    name: '分组汇总',
    help: '每组一行，给出行数、合计、平均等。日期可以按月、按周等分组。',
    also: '聚合 统计 汇总 合计 求和 计数 平均 中位数 分组 group by aggregate',
    says: (told) => {
      const values = told
        .each('values')
        .map((it) =>
          it.count('column') > 0 && !it.is('function', 'count')
            ? `${it.name('column')}的${it.choice('function')}`
            : it.choice('function'),
        );
      const by = told
        .each('by')
        .map((it) => `${it.name('column')}${it.is('unit', 'value') ? '' : `（${it.choice('unit')}）`}`);
      const what = values.length > 0 ? told.join(values) : '行数';
      return by.length > 0 ? `按${told.join(by)}分组：${what}` : `全部行汇总：${what}`;
    },
    fields: { unit: '按', values: '汇总', function: '函数', quantile: '分位（0 到 1）' },
    choices: { unit: units, function: functions },
  },

  each: {
    name: '每行添加组内值',
    help: '给每一行添加它所在组的信息：组的行数、平均值、占比，组内名次、累计值、上一行的值等。行本身不变。',
    also: '窗口函数 排名 名次 累计 移动平均 环比 上一行 下一行 占比 组内 window rank lag lead running',
    says: (told) => {
      const values = told
        .each('values')
        .map((it) =>
          it.count('column') > 0 ? `${it.name('column')}的${it.choice('function')}` : it.choice('function'),
        );
      const by = told.count('by') > 0 ? `按${told.names('by')}分组，` : '';
      const sorts = told.each('order').map((it) => it.name('column'));
      const inOrder = sorts.length > 0 ? `按${told.join(sorts)}的先后，` : '';
      return `${by}${inOrder}每行添加：${told.join(values)}`;
    },
    fields: { values: '添加的值', function: '函数', away: '相隔行数', rows: '平均几行' },
    choices: {
      function: {
        count: '组内行数',
        present: '非缺失值个数',
        sum: '合计',
        mean: '平均值',
        median: '中位数',
        least: '最小值',
        greatest: '最大值',
        share: '占组内合计的比例',
        difference: '与平均值的差',
        row: '行号',
        rank: '名次',
        dense: '名次（不跳号）',
        'running-total': '累计合计',
        'running-mean': '累计平均',
        'moving-mean': '移动平均',
        previous: '前面某行的值',
        next: '后面某行的值',
        first: '首行的值',
        last: '末行的值',
        'cumulative-share': '累计占比',
      },
    },
  },

  compare: {
    name: '与另一张表对比',
    help: '按关键列列出两张表之间新增、删除和修改的行，并给出修改前的值。重复出现的关键值会标出来，只对比它的第一行。',
    also: '比较 差异 对账 核对 变化 版本 diff compare',
    says: (told) => {
      const keys = told.join(told.each('keys').map((it) => it.name('left')));
      return `按${keys}与${told.is('older', 'there') ? '较旧' : '较新'}的${told.name('table')}对比`;
    },
    fields: {
      keys: '按哪些列对应',
      left: '这边的列',
      right: '那边的列',
      older: '较旧的表',
      columns: '对比哪些列',
      match: '关键值怎样算相同',
      tolerance: '数值允许相差',
      show: '显示',
      status: '说明变化的列',
    },
    choices: {
      older: { there: '是另一张表', here: '是这张表' },
      match: { exact: '完全相同', tidy: '忽略大小写和空格' },
      show: { differences: '只显示差异', all: '显示所有行' },
    },
  },

  nearest: {
    name: '按最近时间连接',
    help: '按日期或数值，把另一张表中在此之前、之后或最接近的一行带到每一行上，例如当时有效的价格、下单前的最近一次访问。所有行都保留。',
    also: '最近 之前 之后 有效价格 时间连接 asof join',
    says: (told) => {
      const keys = told.each('keys').map((it) => it.name('left'));
      const by = keys.length > 0 ? `在相同的${told.join(keys)}内，` : '';
      return `${by}按${told.name('column')}连接${told.name('table')}中${told.choice('which')}的一行`;
    },
    fields: {
      other: '那边的列',
      which: '取哪一行',
      keys: '只在这些列相同的行中找',
      left: '这边的列',
      right: '那边的列',
      match: '文本怎样算相同',
      limit: '相差不超过',
      unit: '单位（日期用）',
      take: '带过来的列',
      suffix: '重名的列加后缀',
    },
    choices: {
      which: { previous: '之前最近', next: '之后最近', nearest: '最接近' },
      match: { exact: '完全相同', tidy: '忽略大小写和空格' },
      unit: { seconds: '秒', minutes: '分钟', hours: '小时', days: '天' },
    },
  },
} satisfies Record<string, StepWords>;

/** What keeps these steps from fitting, by `why`. */
export const why: Readonly<Record<string, string>> = {
  'no-columns': '这样就一列也不剩了。',
  'renamed-twice': '“{column}”列被重命名了两次。',
  'union-nothing-shared': '“{table}”里没有一列与这里同名。',
  'union-types': '“{column}”在这里是 {one}，在那里是 {other}。请先转换其中之一，或选择都变成文本。',
  'rank-order': '排名要有依据：请选择按哪一列排名。',
};

/** What a person should know of these steps though they work, by `why`. */
export const notes: Readonly<Record<string, string>> = {
  'union-missing': '“{table}”没有 {columns}，这些行里为缺失。',
  'union-extra': '只有“{table}”有 {columns}，其余行里为缺失。',
  'union-left': '只有“{table}”才有的列没有加入：{columns}。',
  'key-types': '“{left}”（{one}）与“{right}”（{other}）按文本比较。',
  'compare-alone': '只有一张表才有的列没有对比：{columns}。',
};
