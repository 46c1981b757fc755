import { checks } from './cleanChecks.zh';
import { reading, readingWhy } from './cleanReading.zh';
import { values, valuesNotes, valuesWhy } from './cleanValues.zh';
import type { StepWords } from './told';

export const clean = {
  dedupe: {
    name: '去除重复行',
    help: '相同的行只留一行：可以要求所有列都相同，也可以只看选定的列。',
    also: '去重 唯一 主键 dedupe duplicate unique',
    says: (told) => {
      const key = told.count('columns') > 0 ? `按${told.names('columns')}` : '';
      const loose = told.is('loose', true) ? '（不计大小写和空格）' : '';
      return `${key}去除重复行${loose}，保留${told.choice('keep')}`;
    },
    fields: { columns: '哪些列相同', loose: '忽略大小写和空格', keep: '保留' },
    choices: {
      keep: {
        first: '第一行',
        last: '最后一行',
        fullest: '最完整的一行',
        order: '排序后的第一行',
      },
    },
  },
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
        line: '前后值之间的线性插值',
      },
    },
  },
  ...values,
  ...reading,
  ...checks,
} satisfies Record<string, StepWords>;

/** What keeps one of these steps from fitting; by `why`. */
export const cleanWhy = { ...readingWhy, ...valuesWhy };

/** What a person should know of one that works; by `why`. */
export const cleanNotes = { ...valuesNotes };
