import type { sqlHint as SqlHint } from './sql.en';

export const sqlHint: typeof SqlHint = {
  json: '请把 JSON 文件拖到页面上：各字段会成为列，用“列名.字段名”读取。如果 JSON 在文本列里，可用 regexp_extract(text, \'"name": *"([^"]*)"\', 1) 取出其中一个值。',
  toJson: "用 {'name': value} 组成结构，再用 ::VARCHAR 转成文本。",
  open: '查询不能直接打开文件。请把文件拖到页面上，再用生成的数据源名称来查询。',
  database: 'Quire 不连接其他数据库。请先在那边把表导出为 CSV 或 Parquet，再把文件拖到页面上。',
  format: "数字可用 format('{:,.2f}', value)，日期可用 strftime(value, '%Y-%m-%d')。",
  today: '可单独使用 current_date 或 today()，也可写 CAST(CAST(now() AS TIMESTAMP) AS DATE)。',
  clock: '日期和时间用 CAST(now() AS TIMESTAMP)；只要时间，再加 ::TIME。',
  zone: 'Quire 不支持时区换算。可以直接加减小时：value + INTERVAL 8 HOUR。',
  moment: '这个函数不支持带时区的时间（now() 的结果也带时区）。请先去掉时区：CAST(value AS TIMESTAMP)。',
  collation:
    'Quire 没有各语言的排序规则（例如拼音）。可用 COLLATE NOCASE 忽略大小写、COLLATE NOACCENT 忽略重音，也可合用：COLLATE NOCASE.NOACCENT。',
  spatial: '没有地图函数。可以用 sin、cos、radians 由经纬度算出距离。',
  search:
    "查找文字可用 column ILIKE '%关键词%' 或 regexp_matches(column, '关键词', 'i')；找相近的写法可用 jaro_winkler_similarity(a, b)。",
  depth: '引擎的设置不能更改。请把过长的表达式拆到几个单元里，后一个读取前一个的结果。',
  none: '这里没有可以直接替代的函数，也许能用其他函数得到同样的结果。',
};
