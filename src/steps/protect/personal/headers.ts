/** What a column's name says of a kind of personal data: enough by itself, something, or that it is something else. */
export interface HeaderWords {
  strong: RegExp;
  weak?: RegExp;
  never?: RegExp;
}

export const personalKinds = [
  'email',
  'phone',
  'idCard',
  'passport',
  'bankCard',
  'plate',
  'ip',
  'handle',
  'postcode',
  'birthDate',
  'address',
  'name',
] as const;

export type PersonalKind = (typeof personalKinds)[number];

/** Things that have numbers and names as people have. */
const THINGS =
  /\b(product|item|goods|company|firm|corp|brand|file|event|city|country|province|state|region|district|category|channel|store|shop|warehouse|department|dept|course|school|university|hospital|host|domain|campaign|project|variable|sheet|role|title|job|level|status|type|kind|model|version|os|device|color|colour|size|unit|currency|language|table|column|field|theme|song|album|movie|book|species|plant|animal|dish|team|group|vendor|supplier|merchant|manufacturer|plan|tier|package|template|folder|class)\b|产品|商品|货品|公司|企业|单位|品牌|城市|国家|省份|地区|区域|部门|门店|店铺|仓库|项目|课程|学校|医院|银行名|开户行|渠道|类别|分类|类型|品类|状态|级别|等级|文件|书名|片名|歌名|菜名|职位|岗位|型号|版本|颜色|规格|供应商|厂家|厂商|商户|套餐|活动|标题/;
const CODES =
  /\b(order|invoice|sku|serial|batch|tracking|shipment|waybill|barcode|ean|isbn|code|ref|reference|transaction|txn|trade|ticket|contract|quantity|qty|count|calls?|amount|price|cost|fee|bill|charges?|model|brand|os|total|score|version|build|release|hash|checksum|uuid|guid)\b|订单|单号|流水|编号|编码|条码|批次|运单|发票|合同|序列|数量|次数|金额|价格|费用|话费|总额|品牌|型号|版本/;

export const headers: Record<PersonalKind, HeaderWords> = {
  email: { strong: /\be ?mails?\b|\bmail\b|邮箱|邮件地址|电子邮件/ },
  phone: {
    strong:
      /\b(phone|phones|mobile|cell|cellphone|telephone|tel|fax|msisdn|whatsapp|landline|contact (no|number|num))\b|手机|电话|联系方式|传真|座机|固话|联系号码/,
    never: CODES,
  },
  idCard: {
    strong:
      /\b(id ?card|identity|ssn|social security|national id|id (no|number|num)|citizen|nin|tax id)\b|身份证|证件号|证件号码|社保号|社会保障号|公民/,
    never: CODES,
  },
  passport: { strong: /\bpassports?\b|护照|通行证/ },
  bankCard: {
    strong:
      /\b(bank|credit|debit|iban|card (no|number|num)|account (no|number|num)|pan)\b|银行卡|银行账|信用卡|储蓄卡|借记卡|卡号|账号|帐号/,
    never: /\b(member|loyalty|gift)\b|会员|礼品|积分/,
  },
  plate: { strong: /\b(plate|licen[cs]e plate|number plate|registration (no|number))\b|车牌|号牌/ },
  ip: {
    strong: /\b(ip|ips|ipv4|ipv6|ip ?addr|ipaddress)\b|ip地址/,
    never: /版本|\b(version|release|build|firmware)\b/,
  },
  handle: {
    strong:
      /\b(wechat|weixin|wxid|openid|open id|unionid|union id|qq|weibo|douyin|xiaohongshu|twitter|instagram|insta|facebook|linkedin|skype|telegram|snapchat|tiktok|discord|line id|github|handle|user ?name|login|screen ?name|nick ?name)\b|微信|微博|抖音|小红书|昵称|用户名|登录名|网名|qq/,
    never:
      /\b(campaign|clicks?|followers?|likes?|posts?|source|date|time|at|count)\b|粉丝|来源|渠道|次数|时间|日期|数量|是否/,
  },
  postcode: { strong: /\b(zip|zip ?code|post ?codes?|postal|postal code|plz)\b|邮编|邮政编码/ },
  birthDate: { strong: /\b(birth|births|born|dob|bday|birth ?day|birth ?date|date of birth)\b|生日|出生/ },
  address: {
    strong: /\b(address|addresses|addr|street|residence|home addr)\b|住址|地址|住所|户籍|居住地/,
    never: /\b(e ?mail|ip|mac|web|url|wallet|memory|site)\b|邮箱|网址|网站|邮件/,
  },
  name: {
    strong:
      /\b(first|last|full|given|family|middle|maiden|legal|real|display|customer|client|contact|employee|staff|patient|student|user|member|passenger|guest|author|owner|recipient|receiver|sender|buyer|payee|payer|holder|consignee|applicant|tenant|driver|doctor|teacher|manager|person|people|emergency|guardian|parent|spouse|rep|agent|candidate|subscriber|borrower) ?name\b|\b(surname|forename|firstname|lastname|fullname|fname|lname|cardholder|salesperson|salesman|customer|patient|passenger|attendee|contact person)\b|姓名|名字|收货人|收件人|寄件人|联系人|经办人|法定代表人|法人|持卡人|开户人|户名|负责人|业务员|销售员|申请人|患者|投保人|受益人|乘客|学生|监护人|家长|曾用名|^姓$|^名$|\b(nome|nombre|nom|pr[eé]nom|apellidos?|cognome|sobrenome|vorname|nachname)\b|фио|фамилия|氏名|お名前|이름|성명/,
    weak: /\b(names?|reps?|agents?|owner|manager|contact|consultant|handler|assignee|assigned|author|editor|doctor|teacher|driver|courier|reviewer|approver|by|leader|employee|staff|person|member|user|operator|seller|who|mitarbeiter|kunde|client[ei]?)\b|作者|医生|老师|司机|店长|经理|员工|会员|客户|顾客|销售|用户|客服|坐席|顾问|跟进|主管|审批|操作|快递员|主播|导师/,
    never: THINGS,
  },
};

/** A name in small letters and single words: `firstName`, `FIRST_NAME` and `First name` are one. */
export function toWords(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{Ll})(\d+)$/u, '$1 $2')
    .trim();
}

export type Hint = 'strong' | 'weak' | 'none' | 'never';

export function toHint(kind: PersonalKind, name: string): Hint {
  const { strong, weak, never } = headers[kind];
  const words = toWords(name);
  const isNever = never?.test(words) ?? false;
  // a customer's name is a name even where the customer is of some type
  if (kind === 'name' && isNever) return 'never';
  if (strong.test(words)) return isNever ? 'never' : 'strong';
  if (isNever) return 'never';
  return weak?.test(words) ? 'weak' : 'none';
}

/** Names that say that a column holds numbers of things. */
export function isCode(name: string): boolean {
  return CODES.test(toWords(name));
}
