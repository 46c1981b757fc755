import { beforeAll, describe, expect, test } from 'vitest';
import type { Gazetteer } from '../../src/charts/spec/maps/names';
import { loadNames, matchNames } from '../../src/charts/spec/maps/names';

let names: Gazetteer;

beforeAll(async () => {
  names = await loadNames();
});

const miss = (map: keyof Gazetteer, list: readonly string[]) =>
  list.filter((name) => names[map].find(name) === undefined);

describe('names of countries', () => {
  test('the World Bank’s are found, but for places that the map has no shape for', () => {
    // the economies of its World Development Indicators, 2023
    const list =
      "Afghanistan|Albania|Algeria|American Samoa|Andorra|Angola|Antigua and Barbuda|Argentina|Armenia|Aruba|Australia|Austria|Azerbaijan|Bahamas, The|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bermuda|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|British Virgin Islands|Brunei Darussalam|Bulgaria|Burkina Faso|Burundi|Cabo Verde|Cambodia|Cameroon|Canada|Cayman Islands|Central African Republic|Chad|Channel Islands|Chile|China|Colombia|Comoros|Congo, Dem. Rep.|Congo, Rep.|Costa Rica|Cote d'Ivoire|Croatia|Cuba|Curacao|Cyprus|Czechia|Denmark|Djibouti|Dominica|Dominican Republic|Ecuador|Egypt, Arab Rep.|El Salvador|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Faroe Islands|Fiji|Finland|France|French Polynesia|Gabon|Gambia, The|Georgia|Germany|Ghana|Gibraltar|Greece|Greenland|Grenada|Guam|Guatemala|Guinea|Guinea-Bissau|Guyana|Haiti|Honduras|Hong Kong SAR, China|Hungary|Iceland|India|Indonesia|Iran, Islamic Rep.|Iraq|Ireland|Isle of Man|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kiribati|Korea, Dem. People's Rep.|Korea, Rep.|Kosovo|Kuwait|Kyrgyz Republic|Lao PDR|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Macao SAR, China|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall Islands|Mauritania|Mauritius|Mexico|Micronesia, Fed. Sts.|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|New Caledonia|New Zealand|Nicaragua|Niger|Nigeria|North Macedonia|Northern Mariana Islands|Norway|Oman|Pakistan|Palau|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russian Federation|Rwanda|Samoa|San Marino|Sao Tome and Principe|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Sint Maarten (Dutch part)|Slovak Republic|Slovenia|Solomon Islands|Somalia|South Africa|South Sudan|Spain|Sri Lanka|St. Kitts and Nevis|St. Lucia|St. Martin (French part)|St. Vincent and the Grenadines|Sudan|Suriname|Sweden|Switzerland|Syrian Arab Republic|Tajikistan|Tanzania|Thailand|Timor-Leste|Togo|Tonga|Trinidad and Tobago|Tunisia|Turkiye|Turkmenistan|Turks and Caicos Islands|Tuvalu|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States|Uruguay|Uzbekistan|Vanuatu|Venezuela, RB|Viet Nam|Virgin Islands (U.S.)|West Bank and Gaza|Yemen, Rep.|Zambia|Zimbabwe".split(
        '|',
      );
    expect(list).toHaveLength(217);
    expect(miss('world', list)).toEqual(['Channel Islands', 'Gibraltar', 'Tuvalu']);
    const ids = list.flatMap((name) => names.world.find(name) ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('codes of two and three letters and of digits are found, however they are written', () => {
    for (const name of [
      'CN',
      'cn',
      'CHN',
      '156',
      '156.0',
      'PRC',
      '中国',
      '中國',
      '中华人民共和国',
      'P.R. China',
    ])
      expect([name, names.world.find(name)]).toEqual([name, 'CN']);
    expect(['4', '04', '004', 'AFG'].map(names.world.find)).toEqual(['AF', 'AF', 'AF', 'AF']);
    expect(['CÔTE D’IVOIRE', 'cote divoire', 'Ivory Coast', '科特迪瓦'].map(names.world.find)).toEqual(
      Array(4).fill('CI'),
    );
  });

  test('of names that two countries have, the one that is called so is meant, or none', () => {
    expect(names.world.find('Congo')).toBe('CG');
    expect(names.world.find('刚果')).toBe('CG');
    expect(names.world.find('DRC')).toBe('CD');
    expect(names.world.find('Guinea')).toBe('GN');
    expect(names.world.find('Korea')).toBe('KR');
    expect(names.world.find('Saint')).toBeUndefined();
  });

  test('members of the G20 and ASEAN are found in Chinese', () => {
    const list =
      '阿根廷 澳大利亚 巴西 加拿大 中国 法国 德国 印度 印度尼西亚 印尼 意大利 日本 墨西哥 俄罗斯 沙特阿拉伯 沙特 南非 韩国 土耳其 英国 美国 文莱 柬埔寨 老挝 马来西亚 缅甸 菲律宾 新加坡 泰国 越南 朝鲜 阿联酋 波黑 中非 台湾 香港 澳门 臺灣 德國 韓國'.split(
        ' ',
      );
    expect(miss('world', list)).toEqual([]);
  });
});

describe('names of China’s provinces', () => {
  // the 34 divisions that the State Council lists
  const full =
    '北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省 云南省 西藏自治区 陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区 台湾省 香港特别行政区 澳门特别行政区'.split(
      ' ',
    );
  const english =
    'Beijing|Tianjin|Hebei|Shanxi|Inner Mongolia|Liaoning|Jilin|Heilongjiang|Shanghai|Jiangsu|Zhejiang|Anhui|Fujian|Jiangxi|Shandong|Henan|Hubei|Hunan|Guangdong|Guangxi|Hainan|Chongqing|Sichuan|Guizhou|Yunnan|Tibet|Shaanxi|Gansu|Qinghai|Ningxia|Xinjiang|Taiwan|Hong Kong|Macau'.split(
      '|',
    );
  const letters = [...'京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新台港澳'];

  test('full names, short ones, one letter and English lead to the same', () => {
    const short = full.map((name) => name.replace(/(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)$/, ''));
    const ids = full.map(names.china.find);
    expect(new Set(ids).size).toBe(34);
    for (const list of [short, english, letters]) expect(list.map(names.china.find)).toEqual(ids);
  });

  test('codes, other scripts and longer forms are found', () => {
    const forms = {
      内蒙古: '150000',
      內蒙古自治區: '150000',
      '15': '150000',
      'CN-NM': '150000',
      中国广东省: '440000',
    };
    for (const [name, id] of Object.entries(forms))
      expect([name, names.china.find(name)]).toEqual([name, id]);
    expect(names.china.find('Guangdong Province')).toBe('440000');
    expect(names.china.find('Xinjiang Uygur Autonomous Region')).toBe('650000');
    expect(names.china.find('火星')).toBeUndefined();
  });

  test('Shanxi and Shaanxi are two', () => {
    expect([names.china.find('Shanxi'), names.china.find('Shaanxi')]).toEqual(['140000', '610000']);
  });
});

describe('names of cities and of states', () => {
  test('cities are found with and without their kind and their province', () => {
    for (const name of [
      '深圳',
      '深圳市',
      '广东省深圳市',
      '广东深圳',
      'Shenzhen',
      'Shenzhen City',
      '440300',
      '4403',
    ])
      expect([name, names.cities.find(name)]).toEqual([name, '440300']);
    for (const name of ['延边', '延边朝鲜族自治州', '吉林省延边朝鲜族自治州', '吉林延边'])
      expect([name, names.cities.find(name)]).toEqual([name, '222400']);
    expect(names.cities.find('吉林省吉林市')).toBe('220200');
    expect(names.cities.find('Yichun')).toBeUndefined();
  });

  test('the 50 states and the capital are found by name, letters, number and in Chinese', () => {
    expect(names.states.regions.size).toBe(51);
    for (const name of [
      'CA',
      'ca',
      'California',
      'Calif.',
      '06',
      '6',
      '加州',
      '加利福尼亚州',
      'State of California',
    ])
      expect([name, names.states.find(name)]).toEqual([name, 'CA']);
    expect(
      ['Washington', 'Washington, D.C.', 'New York State', 'Puerto Rico'].map(names.states.find),
    ).toEqual(['WA', 'DC', 'NY', undefined]);
  });
});

describe('which map is meant', () => {
  test('is told by the most names', () => {
    const atlasOf = (list: string[]) => matchNames(list, names).atlas;
    expect(atlasOf(['Georgia', 'Armenia', 'Turkey'])).toBe('world');
    expect(atlasOf(['Georgia', 'Alabama', 'Ohio'])).toBe('states');
    expect(atlasOf(['CA', 'DE', 'IN', 'TX', 'NY', 'WA'])).toBe('states');
    expect(atlasOf(['CA', 'DE', 'IN', 'FR', 'NO', 'GB', 'JP'])).toBe('world');
    expect(atlasOf(['北京', '上海', '台湾', '河北'])).toBe('china');
    expect(atlasOf(['北京', '上海', '深圳', '杭州市'])).toBe('cities');
    expect(atlasOf(['x', 'y'])).toBe('world');
  });

  test('is what a person says, and names are what a person says', () => {
    const { atlas, ids } = matchNames(['Georgia', 'Peach'], names, {
      asked: 'states',
      pairs: [{ name: 'peach', region: 'GA' }],
    });
    expect([atlas, ids.get('Georgia'), ids.get('Peach')]).toEqual(['states', 'GA', 'GA']);
  });
});
