import type { StepWords } from './told';

export const near = {
  near: {
    name: '查找近似重复',
    help: '综合姓名、电话、邮箱和地址，找出写法不同但其实是同一个人的行。少见的电话比常见的姓名更能说明问题。',
    also: '模糊匹配 相似 同一客户 合并 去重 fuzzy near duplicates',
    says: (told) => {
      const by = ['name', 'phone', 'email', 'address']
        .filter((role) => told.count(role) > 0)
        .map((role) => told.name(role))
        .join('、');
      const what = { mark: '标记', merge: '合并', first: '只留第一行，去掉' }[told.text('then')];
      return `按${by || told.name('name')}${what}近似重复的行`;
    },
    fields: {
      name: '姓名',
      phone: '电话',
      email: '邮箱',
      address: '地址',
      sure: '把握程度',
      then: '找到之后',
      key: '区分各行的列',
      apart: '不是同一个',
      same: '是同一个',
      one: '这一行',
      other: '和这一行',
    },
    choices: {
      sure: { usual: '一般', careful: '只要很有把握的', loose: '把握不大的也算' },
      then: {
        mark: '标记：加上组号和分数',
        merge: '合并：保留最完整的一行，用其他行补上空缺',
        first: '每组只留第一行',
      },
    },
  },
} satisfies Record<string, StepWords>;

export const nearWhy = {
  'near-nothing': '请至少选择一列用来比较：姓名、电话、邮箱或地址。',
};
