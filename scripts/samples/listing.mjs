const END_CRLF = { end: '\r\n', bom: true };

/** The files, as the start page lists them, and how they are written. */
export const FILES = [
  {
    name: 'customers.csv',
    table: 'customers',
    title: { en: 'Customers', zh: '客户' },
    description: {
      en: 'Members of a tea and coffee ware shop: age, city, card number, channel and status. Some people are in it twice, cities are spelled four ways and dates are written four ways.',
      zh: '一家茶具咖啡器具店的会员：年龄、城市、会员卡号、来源渠道和状态。有人重复登记，城市有四种写法，日期有四种格式。',
    },
  },
  {
    name: 'orders.csv',
    table: 'orders',
    title: { en: 'Orders', zh: '订单' },
    description: {
      en: 'Twenty-seven months of orders with yearly and weekly seasons, shopping festivals and growth. Some amounts are text, and a few customers do not exist.',
      zh: '二十七个月的订单，有年度和每周的淡旺季、大促和增长趋势。部分金额是文本，个别订单的客户不存在。',
    },
  },
  {
    name: 'order_lines.csv',
    table: 'order_lines',
    title: { en: 'Order lines', zh: '订单明细' },
    description: {
      en: 'What was in each order: product, quantity and price. Some products go together; negative quantities are returns, and a few are mistakes.',
      zh: '每张订单买了什么：商品、数量和单价。有些商品常被一起购买；数量为负的多是退货，少数是录入错误。',
    },
  },
  {
    name: 'products.csv',
    table: 'products',
    title: { en: 'Products', zh: '商品' },
    description: {
      en: 'The catalogue: 120 products in 12 categories, named in Chinese and English, with list price and cost. This file is clean.',
      zh: '商品目录：12 个品类、120 种商品，中英文名称，含标价和成本。这个文件是干净的。',
    },
  },
  {
    name: 'tickets.csv',
    table: 'tickets',
    title: { en: 'Service tickets', zh: '客服工单' },
    description: {
      en: 'Complaints and questions with the time of the first answer and the mark that the customer gave. The texts hold commas, quotes, line breaks and emoji.',
      zh: '投诉与咨询，记录首次响应时长和客户评分。工单内容里有逗号、引号、换行和表情符号。',
    },
  },
  {
    name: 'contacts.csv',
    table: 'contacts',
    csv: END_CRLF,
    title: { en: 'Contacts', zh: '沟通记录' },
    description: {
      en: 'Calls, WeChat messages and e-mails with customers. Saved as Excel does: a byte order mark, and lines that end with CR LF.',
      zh: '与客户的电话、微信和邮件往来。按 Excel 的方式保存：带 BOM，行尾为 CRLF。',
    },
  },
];

export const COMPANY = {
  en: 'Qingxiu Tea & Coffee Ware (an invented company)',
  zh: '青岫茶咖器物（虚构公司）',
};
