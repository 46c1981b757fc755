import type { StepWords } from './told';

const order = { found: '由数据判断', dmy: '日、月、年', mdy: '月、日、年', ymd: '年、月、日' };

const failing = { clear: '变为缺失', stop: '停在这一步', beside: '变为缺失，原文放到旁边一列' };

/** Steps that read values anew. */
export const reading = {
  convert: {
    name: '转换类型',
    help: '把文本变成数值、日期或是否，也可以把任何类型变成文本。不会四舍五入：无法完整读取的值会列出来，由你决定如何处理。',
    also: '数据类型 数字 整数 日期 文本 布尔 cast convert astype parse',
    says: (told) => `把${told.names('columns')}转为${told.choice('to')}`,
    fields: {
      to: '转为',
      decimal: '小数点',
      percent: '12% 读作',
      order: '05/03/24 的顺序',
      failing: '读不出的值',
    },
    choices: {
      to: {
        number: '数值',
        whole: '整数',
        date: '日期',
        moment: '日期和时间',
        text: '文本',
        flag: '是／否',
      },
      decimal: { point: '点：1,234.5', comma: '逗号：1.234,5' },
      percent: { share: '0.12', number: '12' },
      order,
      failing,
    },
  },
  dates: {
    name: '统一日期',
    help: '把写法不一的日期统一成日期类型：2024-03-05、05/03/2024、5-Mar-24、2024年3月5日、20240305，以及 Excel 的日期序号。',
    also: '日期格式 时间 解析 date datetime excel',
    says: (told) => `把${told.names('columns')}统一为${told.choice('to')}`,
    fields: {
      to: '统一为',
      order: '05/03/24 的顺序',
      serials: '45356 读作',
      year: '没写年份的补上',
      failing: '读不出的值',
    },
    choices: {
      to: { day: '日期', moment: '日期和时间' },
      order,
      serials: {
        '1900': 'Excel 的日期序号',
        '1904': '旧版 Mac Excel 的序号（从 1904 年起）',
        none: '不是日期',
      },
      failing,
    },
  },
} satisfies Record<string, StepWords>;

export const readingWhy = {
  unread: '有 {count} 个值读不出来，例如“{value}”。请先清理，或选择如何处理它们。',
  'day-or-month': '“{value}”里可能日在前，也可能月在前，请选择。',
};
