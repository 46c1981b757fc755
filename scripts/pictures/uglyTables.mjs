/** @param {Partial<Record<'name' | 'other' | 'day' | 'amount' | 'age' | 'ok', string>>} parts */
const columns = (parts) =>
  `SELECT ${parts.name ?? "['tea', 'coffee', 'milk', 'water'][1 + i % 4]"} AS name,
  ${parts.other ?? "['new', 'old', 'lost'][1 + i % 3]"} AS other,
  CAST(${parts.day ?? "DATE '2024-01-01' + CAST(i % 90 AS INTEGER)"} AS DATE) AS day,
  CAST(${parts.day ?? "DATE '2024-01-01' + CAST(i % 90 AS INTEGER)"} AS TIMESTAMP) + INTERVAL (i % 24) HOUR AS moment,
  CAST(${parts.amount ?? '((i * 7919) % 1000) / 10'} AS DOUBLE) AS amount,
  CAST(${parts.age ?? '18 + (i * 31) % 60'} AS INTEGER) AS age,
  CAST(${parts.ok ?? 'i % 3 = 0'} AS BOOLEAN) AS ok`;
/** @param {number} rows */
const of = (rows) => `FROM (SELECT CAST(range AS INTEGER) AS i FROM range(${rows}))`;

/**
 * Tables with the same columns (name, other, day, moment, amount, age, ok), each of them as awkward as tables are.
 * @type {Readonly<Record<string, string>>}
 */
export const uglyTables = {
  plain: `${columns({})} ${of(360)}`,
  'no rows': `${columns({})} ${of(0)}`,
  'one row': `${columns({})} ${of(1)}`,
  'two rows': `${columns({})} ${of(2)}`,
  'one group': `${columns({ name: "'tea'", other: "'new'", day: "DATE '2024-02-29'", age: '40' })} ${of(50)}`,
  '300 groups': `${columns({ name: "'group ' || (i % 300)", other: "'kind ' || (i % 290)" })} ${of(900)}`,
  negative: `${columns({ amount: '-((i * 7919) % 1000) / 10', age: '-5 - i % 40' })} ${of(120)}`,
  'both signs': `${columns({ amount: '((i * 7919) % 1000) / 10 - 50', age: 'i % 40 - 20' })} ${of(120)}`,
  zero: `${columns({ amount: '0', age: '0' })} ${of(40)}`,
  missing: `${columns({ name: 'NULL', other: 'NULL', day: 'NULL', amount: 'NULL', age: 'NULL', ok: 'NULL' })} ${of(10)}`,
  'some missing': `${columns({
    name: "CASE WHEN i % 5 > 0 THEN 'tea ' || (i % 3) END",
    other: "CASE WHEN i % 7 > 0 THEN 'new ' || (i % 2) END",
    day: "CASE WHEN i % 4 > 0 THEN DATE '2024-01-01' + CAST(i % 90 AS INTEGER) END",
    amount: 'CASE WHEN i % 6 > 0 THEN i END',
    age: 'CASE WHEN i % 6 > 0 THEN i END',
  })} ${of(120)}`,
  huge: `${columns({ amount: '1e300 * (1 + i % 7)', age: '2000000000 + i % 100', day: "DATE '0044-03-15' + CAST(i % 5 * 100000 AS INTEGER)" })} ${of(70)}`,
  'not finite': `${columns({ amount: "CASE i % 5 WHEN 0 THEN 'nan'::DOUBLE WHEN 1 THEN 'inf'::DOUBLE WHEN 2 THEN '-inf'::DOUBLE ELSE i END" })} ${of(50)}`,
  tiny: `${columns({ amount: '1e-12 * (1 + i % 9)' })} ${of(60)}`,
  'long names': `${columns({
    name: "'中华人民共和国新疆维吾尔自治区巴音郭楞蒙古自治州和静县巴音布鲁克镇第' || (i % 8) || '分公司'",
    other: "'非常非常长的客户分类名称，用来检查图例是否折行' || (i % 4)",
  })} ${of(160)}`,
  'right to left': `${columns({ name: "['القاهرة', 'تل أبيب', 'الإسكندرية', 'חיפה'][1 + i % 4]", other: "['جديد', 'ישן'][1 + i % 2]" })} ${of(160)}`,
  'odd names': `${columns({ name: "['', ' ', '<b>&\"''</b>', 'a\nb', '\u200b', '💡'][1 + i % 6]" })} ${of(60)}`,
};
