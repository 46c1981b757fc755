import type { StepWords } from './told';

const generalised: Record<string, string> = {
  band: '区间',
  month: '月份',
  quarter: '季度',
  year: '年份',
  city: '城市',
  province: '省份',
  start: '开头几位',
};

export const protect = {
  mask: {
    name: '部分遮盖',
    help: '每个值只露出一部分，例如 138****5678，其余换成星号。太短或格式不符的值全部遮盖。',
    also: '脱敏 打码 掩码 隐私 手机号 邮箱 身份证 mask redact',
    says: (told) => `遮盖${told.names('columns')}，保留${told.choice('as')}`,
    fields: { as: '保留什么', first: '开头几位', last: '末尾几位' },
    choices: {
      as: {
        ends: '开头和末尾的字符',
        phone: '电话号码的首尾：138****5678',
        email: '邮箱的首字母和域名：a***@x.com',
        name: '姓：张*、A*** M***',
        card: '证件或银行卡号的首尾：110***********1234',
        all: '空壳（全部遮盖）',
      },
    },
  },
  hash: {
    name: '哈希',
    help: '把每个值换成一串字符：相同的值结果相同，因此仍能关联各表；没有盐就无法还原。盐只保存在本设备上，不会写进任何分享出去的文件；换一台设备，结果会不同。',
    also: '脱敏 加盐 散列 隐私 sha256 hash salt',
    says: (told) => `对${told.names('columns')}做哈希`,
    fields: { salt: '盐的名称', length: '位数' },
  },
  pseudonym: {
    name: '化名',
    help: '给每个不同的值一个代号，例如“客户 00017”，所选各列通用。编号由本设备上的秘密盐决定；数据有增减时会重新编号，如需逐月不变请用哈希。',
    also: '匿名 假名 代号 脱敏 隐私 pseudonym alias',
    says: (told) => `把${told.names('columns')}改称${told.name('prefix')} 00001、00002……`,
    fields: { prefix: '编号前的名称', salt: '盐的名称' },
  },
  generalise: {
    name: '泛化',
    help: '用较粗的值代替精确的值：年龄变成区间，日期变成月份，中国地址变成城市。读不出来的变为缺失。',
    also: '概化 区间 分段 脱敏 隐私 年龄 地址 邮编 generalise',
    says: (told) => `把${told.names('columns')}泛化为${generalised[told.text('to')]}`,
    fields: { to: '泛化为', width: '区间宽度', begin: '区间起点', keep: '保留开头几位' },
    choices: {
      to: {
        band: '数值区间：[30, 40)',
        month: '月份：2024-03',
        quarter: '季度：2024-Q1',
        year: '年份',
        city: '地址所在城市',
        province: '地址所在省份',
        start: '开头几位：518***',
      },
    },
  },
  shiftDates: {
    name: '按人平移日期',
    help: '把同一个人的所有日期平移相同的天数，天数由本设备上的秘密盐决定。同一个人两个日期之间的间隔不变。',
    also: '脱敏 隐私 日期偏移 shift jitter',
    says: (told) => `按${told.name('person')}平移${told.names('columns')}，最多${told.name('days')}天`,
    fields: { person: '日期属于谁', days: '最多天数', salt: '盐的名称' },
  },
  noise: {
    name: '加噪声',
    help: '让每个数随机上下浮动：总和与均值大致不变，但看不出单个数值。没有本设备上的盐，噪声无法去除。',
    also: '扰动 随机 脱敏 隐私 noise',
    says: (told) =>
      told.is('by', 'share')
        ? `让${told.names('columns')}上下浮动，最多 ${told.name('percent')}%`
        : `让${told.names('columns')}上下浮动，最多 ${told.name('amount')}`,
    fields: { by: '浮动方式', percent: '最多百分之几', amount: '最多多少', salt: '盐的名称' },
    choices: { by: { share: '按数值的比例', amount: '按固定幅度' } },
  },
  dropColumns: {
    name: '删除列',
    help: '去掉所选的列。',
    also: '移除 隐私 drop remove',
    says: (told) => `删除${told.names('columns')}`,
  },
} satisfies Record<string, StepWords>;

/** What keeps one of these steps from fitting; by `why`. */
export const protectWhy = {
  'salt-name': '“{name}”不能用作盐的名称。请用不超过 30 个小写字母、数字和下划线；盐本身由 Quire 生成。',
  'drop-all': '这样一列也不剩了。请至少留下一列。',
};
