import type { ColumnRole } from './template';

/** What columns of customers, orders and tickets are called in the files that people have. */

export const customer: ColumnRole = {
  is: 'text',
  names: [
    /(customer|client|buyer|user|member|account|cust)_?(id|no|nr|code|number|key)$|(客户|顾客|会员|用户|买家)(编号|号|代码|id)$/i,
    /^(customer|client|buyer|user|member|account)s?$|^(客户|顾客|会员|用户|买家)$/i,
    /customer|client|buyer|member|客户|顾客|会员|用户|买家/i,
  ],
};

export const orderDate: ColumnRole = {
  is: 'date',
  names: [
    /order(ed)?_?(at|date|time|on)$|(下单|订单|购买|成交|交易)(日期|时间)/i,
    /^(date|day|time|created(_at)?|日期|时间|创建时间)$/i,
    /purchas|sold|paid_?(at|on)|invoice_?date|transaction.*date|付款时间|支付时间|日期|时间|date|_at$|_on$/i,
  ],
};

export const amount: ColumnRole = {
  is: 'number',
  names: [
    /^(amount|revenue|sales|turnover|total|order_?(amount|total|value)|net_?(amount|sales))$|^(金额|销售额|营业额|实付金额|实收金额|订单金额|成交金额|总金额)$/i,
    /amount|revenue|turnover|sales|spent|paid|total|金额|销售额|营收|收入|实付|货款/i,
    /price|value|价/i,
  ],
};

export const order: ColumnRole = {
  is: 'text',
  names: [
    /(order|invoice|receipt|basket|transaction|bill)_?(id|no|nr|number|code)$|(订单|单据|小票|发票|交易|流水)(编号|号|id)$/i,
    /^(order|invoice|receipt|basket|transaction)s?$|^(订单|单号|小票)$/i,
    /order|invoice|receipt|basket|transaction|订单|单号|小票/i,
  ],
};

export const product: ColumnRole = {
  is: 'text',
  names: [
    /^(product|item|article|goods|description)(_?name)?$|^(商品|产品|品名|货品)(名称)?$/i,
    /product|item|article|goods|sku|商品|产品|品名|货品/i,
  ],
};

export const category: ColumnRole = {
  is: 'text',
  names: [
    /^(category|product_?(line|group|type)|类别|品类|分类|大类)$/i,
    /category|segment|department|类别|品类|分类|大类/i,
  ],
};

export const channel: ColumnRole = {
  is: 'text',
  names: [
    /^(channel|渠道|来源渠道|销售渠道)$/i,
    /channel|platform|source|store|shop|region|渠道|平台|来源|门店|店铺|区域/i,
  ],
};

export const status: ColumnRole = {
  is: 'text',
  names: [/^(order_?)?(status|state)$|^(订单)?状态$/i, /status|state$|状态/i],
};

export const quantity: ColumnRole = {
  is: 'number',
  names: [
    /^(quantity|qty|units|pieces|数量|件数|购买数量|销售数量)$/i,
    /quantity|qty|pieces|数量|件数|个数/i,
  ],
};

export const unitPrice: ColumnRole = {
  is: 'number',
  names: [/^(unit_?price|price|单价|售价|成交价|商品单价)$/i, /price|单价|售价|价格/i],
};

export const maybe = (role: ColumnRole): ColumnRole => ({ ...role, optional: true });
