import type { StepWords, Told } from './told';

const tests: Record<string, (it: Told) => string> = {
  is: (it) => `等于${it.name('value')}`,
  'is-not': (it) => `不等于${it.name('value')}`,
  less: (it) => `小于${it.name('value')}`,
  'at-most': (it) => `不大于${it.name('value')}`,
  more: (it) => `大于${it.name('value')}`,
  'at-least': (it) => `不小于${it.name('value')}`,
  between: (it) => `在${it.name('value')}到${it.name('to')}之间`,
  'one-of': (it) => `是${it.names('values')}之一`,
  'none-of': (it) => `不是${it.names('values')}中的任何一个`,
  contains: (it) => `包含${it.name('value')}`,
  lacks: (it) => `不包含${it.name('value')}`,
  starts: (it) => `以${it.name('value')}开头`,
  ends: (it) => `以${it.name('value')}结尾`,
  matches: (it) => `符合模式${it.name('value')}`,
  missing: () => '缺失',
  present: () => '不缺失',
};

export const shape = {
  filter: {
    name: '筛选行',
    help: '保留符合条件的行，或者去掉它们。',
    also: '过滤 条件 保留 删除行 where filter',
    says: (told) => {
      const conditions = told
        .each('conditions')
        .map((it) => `${it.name('column')}${tests[it.text('test')]!(it)}`);
      const joined = conditions.join(told.is('match', 'any') ? '或' : '且');
      return `${told.is('keep', 'fitting') ? '保留' : '去掉'}${joined}的行`;
    },
    fields: { keep: '符合的行', match: '何为符合', conditions: '条件', test: '比较', to: '到' },
    choices: {
      keep: { fitting: '保留', others: '去掉' },
      match: { all: '满足所有条件', any: '满足任一条件' },
      test: {
        is: '等于',
        'is-not': '不等于',
        less: '小于',
        'at-most': '不大于',
        more: '大于',
        'at-least': '不小于',
        between: '介于',
        'one-of': '是其中之一',
        'none-of': '不在其中',
        contains: '包含',
        lacks: '不包含',
        starts: '开头是',
        ends: '结尾是',
        matches: '符合正则',
        missing: '缺失',
        present: '不缺失',
      },
    },
  },
  distinct: {
    name: '取不同的行',
    help: '每种行，或所选列的每种组合，只留一次。',
    also: '唯一值 去重 distinct unique',
    says: (told) =>
      told.count('columns') === 0 ? '每种行只留一次' : `${told.names('columns')}的每种组合只留一次`,
  },
} satisfies Record<string, StepWords>;
