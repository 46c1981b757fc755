import type { lines as english } from './lines.en';

export const lines: typeof english = {
  slots: { lower: '范围下限', upper: '范围上限', marked: '为真处标记' },
  labels: {
    panels: '多个度量',
    axes: '小图的纵轴',
    diagonal: '两轴相等线',
    under: '线下面积',
    drawn: '画成',
    mirror: '对称显示',
  },
  choices: {
    axes: { auto: '自动', same: '共用一个', own: '各用各的' },
    panels: { together: '画在一张图中', apart: '各占一个面板' },
    drawn: { bars: '柱', dots: '点' },
  },
  picture: {
    band: (from: string, to: string) => `色带从 ${from} 到 ${to}。`,
    reach: (from: string, to: string) => `细线从 ${from} 到 ${to}。`,
    marked: (column: string, count: string) => `标记处：${column} 为真（${count} 个）。`,
    noDiagonal: '没有画两轴相等线：两个坐标轴都须为数值，且范围有重叠。',
    under: (said: string) => `线下面积：${said}。`,
    noUnder: '线下面积未知：两个坐标轴都须为数值，且所有点都已画出。',
    ownScales: '各小图数值大小悬殊，纵轴刻度各不相同。',
    mirrored: '每一对都显示在对角线两侧。',
    sizes: (what: string, most: string) => `圆的面积与 ${what} 成正比，最大为 ${most}。`,
    evenScale: '堆叠的柱不能用对数刻度，坐标轴为均匀刻度。',
  },
};
