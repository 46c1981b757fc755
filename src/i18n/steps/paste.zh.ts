/** Pairs that are pasted into a list. */
export const paste = {
  open: '粘贴两列…',
  placeholder: '从 Excel 复制的两列；或每行一组，中间用逗号隔开',
  add: '加入 {count} 组',
  odd: '有 {count} 行不成对：{lines}',
  line: '第 {line} 行“{text}”',
  twice: '有 {count} 个已经列出，保持原样：{values}',
  between: '、',
  hidden: '另有 {count} 组未显示',
  clear: '全部删除',
} as const;
