import type { PersonalKind } from '../../../../src/steps/protect/personal/headers';

/** A column whose kind is known: no kind where it is not about people. */
export interface Labelled {
  name: string;
  is?: PersonalKind;
  values: (string | null)[];
}

type Draw = {
  pick: <T>(of: readonly T[]) => T;
  to: (most: number) => number;
  digits: (count: number) => string;
};
type Make = (draw: Draw, at: number) => string | null;

const ROWS = 240;

/** Mulberry32. */
function createDraw(seed: number): Draw {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const to = (most: number) => Math.floor(next() * most);
  return {
    to,
    pick: (of) => of[to(of.length)]!,
    digits: (count) => Array.from({ length: count }, () => to(10)).join(''),
  };
}

const list = (words: string) => words.split(' ');
const pad = (value: number, width = 2) => String(value).padStart(width, '0');

const surnames = list(
  '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 欧阳 司马 卞 佘 桂 上官 谷 费 占 练',
);
const given = list(
  '伟 秀英 建国 雨桐 子墨 沐宸 一诺 思远 美玲 志强 晓燕 欣怡 国庆 春梅 浩 静 若曦 俊杰 丽华 小龙 梓萱 大海 凤霞 宇轩 珊 佩瑶 立新 玉兰 海燕 文博',
);
const western = list(
  'James Mary Wei Olivia Sven Chiara Anneliese Bogdan Priya Liam Fatou Harriet Jakub Noor Desmond Ingrid Thomas Emily Grace Rafael Daniel Susan Peter Laura Kevin Julia Mark Anna Paul Sarah',
);
const families = list(
  "Smith Johnson O'Neill Kowalski García Lindqvist Nakamura Okafor Weaver Fletcher Papadopoulos Schmidt Brown Haddad Clark Evans Li Rossi Novak Dubois",
);
const pinyin = list('Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Xu Sun Lin He Guo');
const pinyinGiven = list('Wei Xiaoming Jing Lihua Tao Yan Jianguo Mei Haoran Yuxin Bo Fang Siyuan Jiayi');
const hosts = list('example.com mail.example.org qq.example.net 163.example.com gmail.example.com');
const streets = list('中山路 人民路 建设大街 解放大道 长江路 学府路 花园街 和平巷 文化路 朝阳北路');
const places = [
  '广东省深圳市南山区',
  '北京市朝阳区',
  '上海市浦东新区',
  '浙江省杭州市西湖区',
  '四川省成都市武侯区',
  '山东省青岛市市南区',
];
const roads = [
  'Main St',
  'Oak Avenue',
  'Station Road',
  'Elm Street',
  'Kings Lane',
  'Sunset Blvd',
  'Park Drive',
  'Mill Court',
];
const towns = ['Springfield', 'Bristol', 'Portland', 'Leeds', 'Austin'];
const cities = list(
  '北京 上海 广州 深圳 金华 温州 常州 安阳 徐州 许昌 成都 武汉 唐山 黄山 石家庄 马鞍山 江门 连云港',
);
const products = list(
  '白瓷盖碗 马克杯 紫砂壶 金骏眉 龙井茶 高山茶 白毫银针 安溪铁观音 祁门红茶 滤纸 手冲壶 磨豆机 方便面 黄油饼干 金枪鱼罐头 花生油',
);
const english = [
  'Glass Latte Mug',
  'Bamboo Tea Tray',
  'Travel Kettle',
  'Ceramic Dripper',
  'Cold Brew Jar',
  'Steel Whisk',
  'Rose Tea',
  'Jasmine Green Tea',
  'Moka Pot Classic',
];

const chinese: Make = ({ pick }) => pick(surnames) + pick(given);
const full: Make = ({ pick }) => `${pick(western)} ${pick(families)}`;
const mobile: Make = ({ pick, digits }) => pick(list('138 139 150 158 159 176 186 188 199 133')) + digits(8);
const email: Make = ({ pick, to }) =>
  `${pick(western).toLowerCase()}${pick(list('. _ - 1'))}${to(900)}@${pick(hosts)}`;
const day: Make = ({ to }) => `${1950 + to(60)}-${pad(1 + to(12))}-${pad(1 + to(28))}`;
const recent: Make = ({ to }) => `${2022 + to(3)}-${pad(1 + to(12))}-${pad(1 + to(28))}`;
const idCard: Make = (draw) => {
  const head = `${draw.pick(list('110105 310104 440305 330106 510107 370202'))}${day(draw, 0)!.replaceAll('-', '')}${draw.digits(3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(head[at]), 0);
  return head + '10X98765432'[sum % 11];
};
const card: Make = ({ pick, digits }) => {
  const head = pick(list('622202 621700 622848 436742 545619')) + digits(9);
  const sum = [...head].reverse().reduce((total, digit, at) => {
    const twice = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return head + String((10 - (sum % 10)) % 10);
};
const address: Make = ({ pick, to }) =>
  `${pick(places)}${pick(streets)}${1 + to(300)}号${1 + to(30)}栋${101 + to(900)}室`;
const street: Make = ({ pick, to }) => `${1 + to(900)} ${pick(roads)}, ${pick(towns)}`;
const plate: Make = ({ pick, to, digits }) =>
  `${pick([...'京沪粤浙川鲁'])}${pick([...'ABCDEFG'])}${digits(1)}${pick([...'ABCDEFGHJK'])}${digits(3)}${to(2) ? 'A' : '8'}`;
const ip: Make = ({ to }) => `${1 + to(220)}.${to(256)}.${to(256)}.${to(256)}`;
const user: Make = ({ pick, to }) =>
  `${pick(western).toLowerCase()}_${pick(list('tea dev 88 cat sky'))}${to(99)}`;
const post: Make = ({ pick, digits }) => pick(list('100 200 518 310 610')) + digits(3);
const amount: Make = ({ to }) => (to(100_000) / 100).toFixed(2);
const one =
  (words: readonly string[]): Make =>
  ({ pick }) =>
    pick(words);
const some =
  (make: Make, share: number, other: Make = () => null): Make =>
  (draw, at) =>
    draw.to(100) < share * 100 ? make(draw, at) : other(draw, at);

/** Names of columns as people give them, by what is in them. */
const personal: readonly (readonly [PersonalKind, Make, string])[] = [
  ['name', chinese, '姓名|客户姓名|联系人|收货人|sales_rep|name|经办人|负责人|字段3|持卡人'],
  ['name', some(chinese, 0.7), '业务员|contact'],
  ['name', (draw, at) => chinese(draw, at)!.replace(/^(.)/, '$1 '), 'customer'],
  ['name', ({ pick }) => `${pick(surnames)}${pick(['先生', '女士'])}`, '称呼|客户'],
  ['name', full, 'Full Name|customer_name|Contact|author|passengerName|col_7|assigned_to'],
  ['name', ({ pick }) => pick(western), 'first_name|FirstName'],
  ['name', ({ pick }) => pick(families), 'last_name|Surname'],
  ['name', ({ pick }) => `${pick(families)}, ${pick(western)}`, 'Patient Name'],
  ['name', ({ pick }) => `${pick(pinyin)} ${pick(pinyinGiven)}`, 'name_pinyin|employee'],
  ['name', ({ pick }) => `${pick(pinyinGiven)} ${pick(pinyin)}`.toUpperCase(), 'HOLDER NAME'],
  ['phone', mobile, '手机号|phone|mobile_no|联系电话|f4|Tel'],
  [
    'phone',
    (draw, at) => `+86 ${mobile(draw, at)!.replace(/^(...)(....)/, '$1-$2-')}`,
    'contact_number|column5',
  ],
  ['phone', ({ pick, digits }) => `${pick(list('010 021 0755 0571'))}-${digits(8)}`, '座机|office'],
  ['phone', ({ to, digits }) => `(${200 + to(700)}) ${200 + to(700)}-${digits(4)}`, 'Phone Number|home'],
  ['phone', ({ digits }) => `+44 20 ${digits(4)} ${digits(4)}`, 'telephone'],
  ['phone', some(mobile, 0.5, one(['无', '-', 'N/A'])), '备用手机'],
  ['email', email, 'email|E-Mail|邮箱|电子邮件地址|contact_email|c9'],
  ['email', some(email, 0.45, one(['N/A', '无', '-'])), 'Mail'],
  ['idCard', idCard, '身份证号|id_card|证件号码|value2'],
  ['idCard', (draw, at) => idCard(draw, at)!.toLowerCase(), 'ID Number'],
  ['idCard', ({ to, digits }) => `${100 + to(600)}-${digits(2)}-${digits(4)}`, 'SSN|tax ref'],
  ['passport', ({ pick, digits }) => `${pick(list('E G EA EB'))}${digits(8)}`, '护照号|passport_no'],
  ['bankCard', card, '银行卡号|bank_account|卡号|card number|x1'],
  ['bankCard', (draw, at) => card(draw, at)!.replace(/(....)(?=.)/g, '$1 '), 'credit card'],
  ['bankCard', ({ digits }) => `DE${digits(20)}`, 'IBAN|payout'],
  ['address', address, '地址|收货地址|home_address|住址|info'],
  ['address', street, 'Street|address_line_1|shipping_addr|d2'],
  ['birthDate', day, '出生日期|date_of_birth|DOB|生日|birthday'],
  ['birthDate', ({ to }) => `${1950 + to(60)}年${1 + to(12)}月${1 + to(28)}日`, '出生年月'],
  ['plate', plate, '车牌号|plate|vehicle'],
  ['ip', ip, 'ip|client_ip|登录IP|addr_v4'],
  ['ip', ({ to }) => `2001:db8:${to(9999)}::${to(9999)}`, 'ipAddress'],
  ['handle', user, 'username|微信号|wechat_id|twitter|login'],
  ['handle', ({ digits }) => `${digits(9)}`, 'QQ|QQ号'],
  ['handle', (draw, at) => `@${user(draw, at)}`, 'social|Instagram'],
  ['postcode', post, '邮编|postcode|zip'],
  [
    'postcode',
    ({ pick, to, digits }) => `${pick(list('SW BS LS E'))}${1 + to(9)} ${digits(1)}${pick(list('AB XY TH'))}`,
    'postal|area',
  ],
  [
    'phone',
    some(
      (draw, at) => `请尽快联系我，电话${mobile(draw, at)!}，谢谢`,
      0.06,
      one(['茶壶平时怎么清洗？可以用洗洁精吗？麻烦回复', '物流三天没有更新了，请帮忙查一下，谢谢']),
    ),
    '留言',
  ],
];

const others: readonly (readonly [Make, string])[] = [
  [one(products), '产品名称|product|商品|product_name|项目|name_zh'],
  [one(english), 'Product Name|item_name|name_en|title'],
  [one(cities), '城市|city|所在地|name2|发货城市'],
  [one(towns), 'town|City Name'],
  [one(list('普通会员 银卡 金卡 企业客户')), 'member_level|会员等级'],
  [one(list('微信支付 支付宝 银行卡 对公转账')), 'payment|支付方式'],
  [one(list('微信 电话 邮件')), 'channel|联系渠道|method'],
  [one(list('Phone WeChat E-mail')), 'contact_method'],
  [one(list('男 女')), '性别'],
  [one(list('活跃 流失 未下单')), '客户状态|status'],
  [one(list('高 中 低')), 'priority'],
  [one(list('财务部 市场部 金融部 安保部 研发部')), '部门|department'],
  [
    ({ pick }) => `${pick(cities)}${pick(list('华信 金石 安泰 明德'))}科技有限公司`,
    '公司名称|company|客户单位',
  ],
  [({ pick }) => `${pick(families)} ${pick(list('Ltd Inc GmbH'))}`, 'Company|vendor_name'],
  [(_, at) => `SO2307${pad(at, 6)}`, 'order_id|订单号'],
  [(_, at) => String(13_800_000_000 + at * 7), '编号|order_no|serial|code_11'],
  [(_, at) => pad(10_000 + at * 3, 8), 'customer_id|客户编号|会员号'],
  [({ digits }) => `8800${digits(14)}`, 'member_card|会员卡号'],
  [({ digits }) => `CT${digits(7)}`, 'contact_id|ticket'],
  [({ digits }) => `SF${digits(13)}`, '快递单号|tracking_no'],
  [({ digits }) => `69${digits(11)}`, 'barcode|条码'],
  [({ digits }) => digits(6), 'code|验证码|batch|sku_no'],
  [({ digits }) => digits(18), '流水号|transaction_id'],
  [({ to }) => `${1 + to(5)}.${to(12)}.${to(30)}.${to(9)}`, 'app_version|固件版本'],
  [({ to }) => `${1 + to(5)}.${to(12)}.${to(30)}`, 'release'],
  [amount, 'amount|金额|price|phone_cost'],
  [({ to }) => String(18 + to(60)), '年龄|age'],
  [({ to }) => String(to(30)), 'email_count|phone_calls|qty'],
  [recent, 'ordered_at|注册日期|date|下单时间'],
  [({ to }) => String(1990 + to(34)), 'year|model_year'],
  [one(list('yes no')), 'email_opened|wechat_bound|has_phone'],
  [one(list('iPhone Pixel Galaxy Xperia')), 'phone_model|mobile_brand'],
  [one(list('iOS Android')), 'mobile_os'],
  [one(['李宁', '安踏', '特步', '匹克', '鸿星尔克']), '品牌|brand'],
  [one(['江苏', '浙江', '广东', '云南', '海南', '安徽']), '省份|province|region'],
  [one(['Rose Gold', 'Sky Blue', 'Jade Green', 'Amber']), 'color|颜色'],
  [one(['King Lear', 'Emma', 'Jane Eyre', 'Oliver Twist', 'Rebecca']), 'book_title|书名'],
  [
    one([
      '物流很快，茶壶很好看，下次还会来买的',
      '包装有点破损，客服处理得很及时',
      '味道一般，价格偏高，不太推荐购买',
    ]),
    '评价|comment|notes',
  ],
  [({ digits }) => `https://example.com/p/${digits(6)}`, 'url|网址'],
  [({ to }) => `0x${(to(2 ** 30) + 2 ** 30).toString(16)}`, 'hash'],
  [({ digits }) => `138****${digits(4)}`, '手机号_脱敏'],
  [({ to }) => `${pad(to(24))}:${pad(to(60))}`, 'time'],
  [({ to }) => String(to(2) === 0), 'active'],
  [({ to }) => `${(20 + to(30)).toFixed(0)}.${pad(to(99_999), 5)}`, 'lat'],
  [one(list('zh-CN en-US fr-FR')), 'language'],
  [one(['Marketing Manager', 'Data Analyst', 'Sales Director', 'Software Engineer']), 'job_title|职位'],
  [one(['East China', 'North America', 'Southern Europe']), 'sales_region'],
  [() => null, 'spare'],
];

/** Columns of both sorts, their values drawn from a seed. */
export function createLabelled(seed: number): Labelled[] {
  const draw = createDraw(seed);
  const fill = (make: Make) => Array.from({ length: ROWS }, (_, at) => make(draw, at));
  const taken = new Set<string>();
  const each = (names: string, make: Make, is?: PersonalKind): Labelled[] =>
    names.split('|').map((name) => {
      // the same name in other letters is one column to the engine
      const free = taken.has(name.toLowerCase()) ? `${name} ` : name;
      taken.add(free.toLowerCase());
      return { name: free, values: fill(make), ...(is && { is }) };
    });
  return [
    ...personal.flatMap(([is, make, names]) => each(names, make, is)),
    ...others.flatMap(([make, names]) => each(names, make)),
  ];
}
