import type { maps as english } from './maps.en';

export const maps: typeof english = {
  marks: {
    map: '区域地图',
    'map-points': '点位地图',
  },
  slots: {
    region: '地区',
    longitude: '经度',
    latitude: '纬度',
  },
  labels: {
    atlas: '地图',
    shape: '数值表示为',
    classes: '颜色分级',
    count: '颜色级数',
    scheme: '配色方向',
    middle: '配色中点',
    names: '在图上标注地名',
    view: '显示范围',
    center: '地图中心',
    name: '表中的名称',
    region: '地区',
    pairs: '名称对照',
  },
  choices: {
    atlas: {
      auto: '自动选择',
      world: '世界各国和地区',
      china: '中国省级行政区',
      cities: '中国地级市',
      states: '美国各州',
    },
    shape: { fill: '颜色', bubble: '圆' },
    classes: { auto: '自动', even: '等间距', quantiles: '每级地区数相同' },
    scheme: { auto: '自动', 'one-way': '由少到多', 'two-way': '由中点向两侧' },
    view: { auto: '自动', all: '整张地图', data: '有数据的范围' },
    center: { auto: '按阅读习惯', atlantic: '欧洲和非洲', pacific: '东亚和太平洋' },
  },
  picture: {
    noData: '无数据',
    longitude: '经度',
    latitude: '纬度',
    name: (name, rows) => `“${name}”（${rows} 行）`,
    comma: '、',
    missed: (names, more, rows) =>
      `地图上找不到：${names}${more && `，另有 ${more} 个名称`}；共 ${rows} 行。`,
    noPlace: (rows) => `有 ${rows} 行没有地区，未画出。`,
    nowhere: (rows) => `有 ${rows} 行的经纬度不是地球上的位置，未画出。`,
    beyond: (places) => `有 ${places} 处在这张地图之外，未画出。`,
    together: (points, squares) => `${points} 个点按 ${squares} 个方格计数，颜色越强，点越多。`,
    say: {
      regions: (title, regions, all, most, least) =>
        `${title}的地图：${all} 个地区中 ${regions} 个有数据，最大的是${most}，最小的是${least}。`,
      points: (title, points) => `${title && `按${title}的`}点位地图：共 ${points} 个点。`,
      density: (points) => `${points} 个点的分布地图。`,
      empty: (title) => `${title && `${title}的`}地图：没有可画的数据。`,
    },
  },
};
