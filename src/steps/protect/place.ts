const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
const WHOLE = '(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?';
/** Parts of a name that are no smaller place yet. */
const INNER = '[^区县镇乡路街道号村\\s\\dA-Za-z,，]';
const HEAD = '^\\s*(?:中国)?\\s*';

/** The province at the head of an address in China; null where there is none. */
export function toProvince(sql: string): string {
  return `nullif(regexp_extract(${sql}, '${HEAD}(${PROVINCES})', 1), '')`;
}

/** The city at the head of an address in China, or the province where no city is told. */
export function toCity(sql: string): string {
  const rest = `regexp_replace(${sql}, '${HEAD}(?:${PROVINCES})${WHOLE}', '')`;
  const city = `regexp_extract(${rest}, '${HEAD}(${INNER}州市?|${INNER}{2,10}?(?:市|州|盟|地区))', 1)`;
  const own = `regexp_extract(${sql}, '${HEAD}(北京|天津|上海|重庆|香港|澳门)', 1)`;
  return `coalesce(nullif(${own}, ''), nullif(${city}, ''), ${toProvince(sql)})`;
}
