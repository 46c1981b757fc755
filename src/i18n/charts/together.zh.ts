import type { together as english } from './together.en';

export const together: typeof english = {
  together: {
    chips: '只显示部分行',
    chosenHere: '在此选中：',
    filteredBy: (name) => `在 ${name} 中选中：`,
    clear: (name) => `在 ${name} 中选中；点击或按 Esc 恢复显示全部行`,
    clearAtTable: (name) => `在 ${name} 中选中；点击恢复显示全部行`,
    clearOwn: '在此选中；点击或按 Esc 取消选择',
    between: (from, to) => `${from} 至 ${to}`,
    some: (named, others) => `${named} 等，另有 ${others} 个`,
    marks: (count) => `${count} 个图形`,
    said: (what, charts, tables) => {
      const others = [
        ...(charts.count > 0 ? [`另外 ${charts.text} 个图表`] : []),
        ...(tables.count > 0 ? [`${tables.text} 个表格`] : []),
      ];
      if (others.length === 0) return `已选中${what}。`;
      return `已选中${what}。${others.join('和 ')}只显示这些行。`;
    },
    none: '未选中任何内容，其他图表和表格显示全部行。',
    rows: (some, all) => `${all} 行中的 ${some} 行`,
    keys: '空格选中一个图形，Shift 加方向键选中多个，同一张表的其他图表和表格便只显示对应的行。Esc 取消选择。',
    dragChooses: '拖动会为其他图表选取行；点击改为放大',
    dragZooms: '拖动会放大；点击改为为其他图表选取行',
  },
};
