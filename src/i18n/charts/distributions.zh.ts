import type { distributions as english } from './distributions.en';

export const distributions: typeof english = {
  marks: {
    histogram: '直方图',
    box: '箱线图',
    violin: '小提琴图',
    ridge: '山脊图',
    heat: '热力图',
    calendar: '日历图',
    pareto: '帕累托图',
    regression: '回归图',
  },
  labels: { counted: '计为', written: '图中数值' },
  choices: {
    counted: { rows: '行数', share: '占比' },
    written: { auto: '放得下时显示', always: '总是显示', never: '不显示' },
    band: { '95': '95% 置信带', '99': '99% 置信带', none: '无' },
  },
  picture: {
    between: (from, to) => `${from} 至 ${to}`,
    share: '占比',
    together: '累计占比',
    median: '中位数',
    quartiles: '四分位数',
    whiskers: '须线',
    ends: '最小值与最大值',
    mean: '平均值',
    rows: '行数',
    outlier: '离群值',
    outliers: '离群值',
    bandwidth: '带宽',
    points: '点数',
    years: (shown, all) => `日历共 ${all} 段，只显示最近的 ${shown} 段。`,
    notAdded: '只有合计与计数可以累加，平均值、中位数等没有累计占比线。',
    negative: '存在小于零的值，无法计算占整体的比例。',
    boxes: '箱体为中间一半的数据，含中位数；四分位数按线性插值计算。须线止于箱高 1.5 倍以内最远的值。',
    outliersShown: (shown, all) => `共 ${all} 个离群值，画出其中最远的 ${shown} 个。`,
    kernel: (widths) =>
      `密度用高斯核估计，带宽按 Silverman 经验法则：${widths}。每个图形都画到可用的最大宽度。`,
    ridges: (widths) => `密度用高斯核估计，带宽按 Silverman 经验法则：${widths}。`,
    inPowers: '密度按对数值计算。',
    density: (points) => `每个方格表示 ${points} 个点中有多少落在其中。`,
    mixed: '方格取其中点数最多的颜色。',
    fit: (said) =>
      `${said.name && `${said.name}：`}${said.equation}；R² ${said.explained}，${said.rows} 行。`,
    band: (share) => `阴影为均值的 ${share} 置信带，由全部行（无论是否画出）按最小二乘法求得。`,
    tooLarge: '数值过大，平方后超出范围，无法画线。',
    noFit: (groups) => `x 至少要有两个不同的值才能画线：${groups}。`,
    histogram: (said) =>
      `${said.what}的${said.kind}：共 ${said.rows}，从 ${said.from} 到 ${said.to}；最集中在 ${said.mode}（${said.share}）。`,
    pareto: (said) =>
      `${said.what}的${said.kind}：${said.groups} 组中有 ${said.shown} 组合计占 ${said.share}：${said.first.join('、')}${said.more ? '等' : ''}。`,
    spread: (said) =>
      `${said.what}的${said.kind}，共 ${said.groups} 组：中位数最高的是${said.highest}，最低的是${said.lowest}。`,
    spreadOne: (said) =>
      `${said.what}的${said.kind}，共 ${said.rows} 行：中位数 ${said.median}，中间一半在 ${said.from} 至 ${said.to} 之间。`,
    dense: (said) =>
      `${said.y}与${said.x}的${said.kind}：共 ${said.points} 个点，最密集处约在 ${said.where}。`,
    regression: (said) => `${said.y}对${said.x}的${said.kind}。${said.fits.join('')}`,
    fine: (said) =>
      `${said.y}随${said.x}变化的${said.kind}：共 ${said.points} 行，最小 ${said.least}，最大 ${said.greatest}。`,
    thinnedLine: (drawn, all) =>
      `共 ${all} 行，画出其中 ${drawn} 行，线条看起来与全部画出相同：每一列像素取首、末、最小、最大的值。`,
  },
};
