import type { charts as english } from './charts.en';
import { distributions } from './distributions.zh';
import { figures } from './figures.zh';
import { lines } from './lines.zh';
import { maps } from './maps.zh';
import { making } from './making.zh';
import { plate } from './plate.zh';
import { together } from './together.zh';

export const charts: typeof english = {
  making,
  plate: plate.plate,
  together: together.together,
  marks: {
    ...figures.marks,
    ...distributions.marks,
    ...maps.marks,
    bar: '柱形图',
    line: '折线图',
    area: '面积图',
    point: '散点图',
  },
  slots: {
    ...figures.slots,
    ...maps.slots,
    ...lines.slots,
    x: '横轴分组',
    y: '数值',
    color: '颜色',
    facet: '分面',
    rows: '纵向分面',
    tooltip: '悬停提示',
    size: '大小',
    label: '标签',
  },
  picture: {
    more: plate.more,
    others: '其他',
    missing: '（缺失）',
    yes: '是',
    no: '否',
    rows: '行数',
    aggregates: {
      count: (column) => (column ? `${column}（有值的行数）` : '行数'),
      sum: (column) => `${column}（合计）`,
      mean: (column) => `${column}（平均）`,
      median: (column) => `${column}（中位数）`,
      least: (column) => `${column}（最小）`,
      greatest: (column) => `${column}（最大）`,
      distinct: (column) => `${column}（不同值个数）`,
      share: (column) => (column ? `${column}（占比）` : '行数占比'),
      stddev: (column) => `${column}（标准差）`,
    },
    generated: {
      measures: {
        count: (column) => (column ? `${toSpaced(column).trimStart()}有值的行数` : '行数'),
        sum: (column) => `${toSpaced(column).trimStart()}合计`,
        mean: (column) => `${toSpaced(column).trimStart()}平均值`,
        median: (column) => `${toSpaced(column).trimStart()}中位数`,
        least: (column) => `${toSpaced(column).trimStart()}最小值`,
        greatest: (column) => `${toSpaced(column).trimStart()}最大值`,
        distinct: (column) => `${toSpaced(column).trimStart()}不同值个数`,
        share: (column) => (column ? `${toSpaced(column).trimStart()}占比` : '行数占比'),
        stddev: (column) => `${toSpaced(column).trimStart()}标准差`,
      },
      by: (measures, groups) => toJoined(toBy(groups), measures.join('、')),
      spread: (column, groups) => toJoined(toBy(groups), `${toSpaced(column).trimStart()}的分布`),
      against: (y, x) => `${toSpaced(y).trimStart()}与${toSpaced(x)}的关系`,
      unit: (unit) => unit,
    },
    units: {
      year: '年',
      quarter: '季度',
      month: '月',
      week: '周',
      day: '日',
      hour: '小时',
      minute: '分钟',
      second: '秒',
      'month-of-year': '月份（不分年）',
      weekday: '星期几',
      'hour-of-day': '一天中的小时',
      none: '原值',
    },
    figures: figures.picture,
    distributions: distributions.picture,
    maps: maps.picture,
    lines: lines.picture,
    marks: {
      ...figures.marks,
      ...distributions.marks,
      ...maps.marks,
      bar: '柱形图',
      line: '折线图',
      area: '面积图',
      point: '散点图',
    },
    say: {
      empty: (kind, what) => `${what}的${kind}：没有可画的数据。`,
      with: (name, value) => `${name}（${value}）`,
      groups: (kind, what, along, groups) =>
        `${what}${along && `按${along}分组`}的${kind}，共 ${groups} 组。`,
      extremes: (kind, what, along, most, least, groups) =>
        `${what}${along && `按${along}分组`}的${kind}：共 ${groups} 组，最大的是${most}，最小的是${least}。`,
      trend: (said) =>
        `${said.what}的${said.kind}：从${said.from}的 ${said.first} 到${said.to}的 ${said.last}${
          said.change === undefined ? '' : `，${said.rises ? '上升' : '下降'} ${said.change}`
        }；最高为${said.most}。`,
    },
    told: {
      cut: (shown, groups) => `共 ${groups} 组，只显示最大的 ${shown} 组。`,
      together: (shown, left) => `显示最大的 ${shown} 组，其余 ${left} 组合并为“其他”。`,
      missing: (rows) => `有 ${rows} 行在坐标轴上没有值，未画出。`,
      endless: (values) => `有 ${values} 个值为无穷或非数值，未画出。`,
      thinned: (to, from) => `共 ${from} 个点，按当前尺寸画出看得见的 ${to} 个。`,
      nothing: '没有可画的数据。',
    },
  },
};

/** Latin letters stand apart from Chinese ones. */
const toSpaced = (text: string): string => text.replace(/^(?=[!-~])/, ' ').replace(/(?<=[!-~])$/, ' ');
const toBy = (groups: readonly string[]): string =>
  groups.length === 0 ? '' : `按${toSpaced(groups.join('、'))}统计的`;
const toJoined = (by: string, what: string): string => `${by}${by ? toSpaced(what).trimEnd() : what}`;
