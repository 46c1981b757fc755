import { amount, category, channel, orderDate } from './roles';
import type { ColumnRole } from './template';

/** What the columns of lists of people, and of tables of any kind, are called in the files that people have. */

export const key: ColumnRole = {
  is: 'text',
  names: [
    /(^|_)(id|no|nr|key|uuid)$|(?<!zip|post|postal|area|country)_code$|(编号|代码|编码|单号)$/i,
    /^(code|number)$|_number$|卡号|账号|号码$/i,
  ],
};

export const person: ColumnRole = {
  is: 'text',
  names: [
    /^(full|customer|client|contact|member|user|person)?[_ ]?names?$|^(姓名|客户姓名|客户名称|会员姓名|联系人|名称)$/i,
    /name|姓名|名称|联系人|称呼/i,
  ],
};

export const email: ColumnRole = {
  is: 'text',
  names: [/^e-?mail(_?address)?$|^(电子)?邮箱(地址)?$/i, /e-?mail|邮箱|邮件/i],
};

export const phone: ColumnRole = {
  is: 'text',
  names: [
    /^(phone|mobile|tel|telephone|cell)(_?(no|nr|number))?$|^(手机|电话|手机号|手机号码|联系电话|电话号码)$/i,
    /phone|mobile|^tel|手机|电话|联系方式/i,
  ],
};

export const address: ColumnRole = {
  is: 'text',
  names: [
    /^(street_?)?address$|^(地址|详细地址|收货地址|联系地址)$/i,
    /(?<!e-?mail_?)(?<!mail)addr|street|地址|住址/i,
  ],
};

export const city: ColumnRole = {
  is: 'text',
  names: [/^(city|town)(_?name)?$|^(城市|所在城市|市)$/i, /city|town|城市|地区/i],
};

export const since: ColumnRole = {
  is: 'date',
  names: [/sign.?up|regist|created|joined|since|opened|注册|开户|入会|创建|建档|登记/i, ...orderDate.names],
};

export const figure: ColumnRole = {
  is: 'number',
  names: [...amount.names, /quantity|qty|units|weight|duration|score|^age$|数量|件数|时长|年龄|分数/i],
};

export const place: ColumnRole = {
  is: 'text',
  names: [
    ...city.names,
    /country|province|state$|国家|省/i,
    ...category.names,
    ...channel.names,
    /type|类型/i,
  ],
};

export const group: ColumnRole = {
  is: 'text',
  names: [
    /gender|^sex$|性别/i,
    /payment|支付方式|付款方式/i,
    ...category.names,
    ...channel.names,
    /status|level|状态|等级/i,
  ],
};
