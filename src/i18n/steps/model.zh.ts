/** How tables hang together: their keys, and the columns by which one names rows of another. */
export const model: Readonly<Record<string, string>> = {
  title: '数据模型',
  key: '主键：{columns}',
  noKey: '没有哪一列或哪两列能区分每一行。',
  twice: '{count} 行的主键重复。',
  '1:1': '一对一',
  '1:n': '一对多',
  'n:m': '多对多',
  byName: '根据列名',
  byValues: '根据取值',
  byBoth: '根据列名和取值',
  found: '{from} 的取值有 {share} 能在 {to} 中找到',
  used: '{to} 的取值有 {share} 被引用',
  broken: '{from} 中有 {count} 行（{values} 个值）在 {to} 中找不到',
  whole: '所有引用都能找到。',
  list: '列出来',
  none: '没有迹象表明这些表有关联。',
};
