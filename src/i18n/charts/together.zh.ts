import type { together as english } from './together.en';

export const together: typeof english = {
  together: {
    chips: '只显示部分行',
    chosenHere: '在此选中：',
    filteredBy: (name) => `在 ${name} 中选中：`,
    clear: (name) => `在 ${name} 中选中；点击或按 Esc 恢复显示全部行`,
    clearOwn: '在此选中；点击或按 Esc 取消选择',
    between: (from, to) => `${from} 至 ${to}`,
    some: (named, others) => `${named} 等，另有 ${others} 个`,
    marks: (count) => `${count} 个图形`,
    said: (what, charts) => `已选中${what}。另外 ${charts} 个图表只显示这些行。`,
    none: '未选中任何内容，其他图表显示全部行。',
    keys: '空格选中一个图形，Shift 加方向键选中多个，同一张表的其他图表便只显示对应的行。Esc 取消选择。',
    dragChooses: '拖动会为其他图表选取行；点击改为放大',
    dragZooms: '拖动会放大；点击改为为其他图表选取行',
  },
};
