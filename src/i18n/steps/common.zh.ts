/** Labels that mean the same in every step. */
export const fields = {
  columns: '列',
  column: '列',
  by: '分组',
  order: '排序依据',
  value: '值',
  values: '值',
  name: '新列名',
  table: '表',
  direction: '方向',
  missing: '缺失值',
} as const;

export const choices = {
  direction: { up: '升序', down: '降序' },
  missing: { last: '排在最后', first: '排在最前' },
} as const;
