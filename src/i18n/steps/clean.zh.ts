import type { StepWords } from './told';

export const clean = {
  fill: {
    name: '填补缺失值',
    help: '给缺失的地方补上内容：一个固定值、相邻的值，或其余值的代表。',
    also: '空值 空白 均值 中位数 众数 fillna null',
    says: (told) => {
      const what = told.is('with', 'value') ? told.name('value') : told.choice('with');
      const by = told.count('by') > 0 ? `按${told.names('by')}分组，` : '';
      return `${by}用${what}填补缺失的${told.names('columns')}`;
    },
    fields: { with: '用什么填补' },
    choices: {
      with: {
        value: '固定值',
        previous: '上一个值',
        next: '下一个值',
        mean: '平均值',
        median: '中位数',
        mode: '出现最多的值',
        least: '最小值',
        greatest: '最大值',
      },
    },
  },
} satisfies Record<string, StepWords>;
