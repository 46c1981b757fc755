import type { StepWords } from './told';

export const reshape = {
  formula: {
    name: '公式列',
    help: '逐行用其他列算出一列：可以是新列，也可以替换已有的列。',
    also: '计算列 表达式 新增列 衍生 formula expression calculate',
    says: (told) =>
      told.is('as', 'replace')
        ? `把${told.name('column')}改为${told.name('expression')}`
        : `新增列${told.name('name')} = ${told.name('expression')}`,
    fields: { as: '结果', expression: '公式', after: '放在此列之后' },
    choices: { as: { new: '新增一列', replace: '替换一列' } },
  },
  sql: {
    name: 'SQL 查询',
    help: '自己写一条查询。用 this 表示到目前为止的表，其他表直接写表名。',
    also: '查询 代码 自定义 sql query select',
    says: () => '执行自己写的查询',
    fields: { query: '查询' },
  },
} satisfies Record<string, StepWords>;

/** What keeps these steps from fitting. */
export const why = {
  'formula-several': '公式只能得出一个值，这里的“{name}”会得出多个。请每步只写一个公式，逗号只用在括号里。',
  'formula-aggregate':
    '“{name}”会把多行汇总成一个值。请在它的括号后加上“OVER ()”，或改用“分组汇总”“组内计算”步骤。',
  'formula-rows': '“{name}”会把一行变成多行。请改用“展开”步骤。',
};

/** What is worth knowing though they work. */
export const notes = {
  'sql-not-this': '这条查询没有读取前面的表。如果需要，请写“FROM this”。',
};
