/** What a step that hides makes of a few values. */
export const sample = {
  show: '看三个值的效果',
  hide: '收起',
  label: '{column} 的值会变成什么',
} as const;
