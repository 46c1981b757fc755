export const NOTES = {
  zh: [
    '喜欢紫砂，送货前先打电话',
    '老客户，自称“茶痴”，说话直爽',
    '上次说要给公司补开发票, 记得跟进',
    '对花香过敏，别推荐茉莉花茶 🌼',
    '收货地址有变：\n以最近一次下单为准',
    '只用微信联系，不接电话',
    '朋友介绍来的，口头禅是"先试再买"',
    '每年春节前订礼盒，12月就要报价',
    '家里两台磨豆机，可以多聊聊豆子 ☕',
    '介意包装过度，简装即可',
  ],
  en: [
    'Prefers e-mails in English, not calls',
    'Asked for a "proper" English invoice',
    'Gift wrapping, always; no price in the parcel',
    'Moved within the city,\nsee the latest order for the address',
    'Loves dark roasts ☕',
  ],
};

export const GREETINGS = {
  zh: ['你好，', '您好，', '客服您好，', '请问在吗？', '', '', ''],
  en: ['Hello, ', 'Hi there, ', 'Dear team, ', '', ''],
};

export const THANKS = {
  zh: ['谢谢！', '麻烦尽快处理。', '🙏', '\n急，在线等。', '', '', ''],
  en: [' Thanks!', ' Thank you.', ' 🙏', '\nPlease answer soon.', ''],
};

const TOUGH = new Set(['TP-009', 'TP-010', 'TC-010', 'MG-002', 'MG-008']);
const MOVING = new Set([
  'GR-001',
  'GR-002',
  'GR-003',
  'GR-005',
  'GR-006',
  'CM-006',
  'CM-010',
  'KT-002',
  'KT-003',
  'KT-005',
  'KT-007',
]);

const among =
  (...codes) =>
  ({ code }) =>
    codes.includes(code);
const isBreakable = (product) => among('TP', 'TC', 'GW', 'MG')(product) && !TOUGH.has(product.sku);

/** `fits`: the products that the words make sense for; all when absent. */
export const COMPLAINTS = {
  破损: [
    {
      fits: isBreakable,
      zh: '{product}收到时磕坏了一块，外箱上连"易碎"标签都没贴。照片已发微信。',
      en: 'the {product} arrived chipped, and there was no "fragile" label on the box. Photos sent on WeChat.',
    },
    {
      fits: isBreakable,
      zh: '外箱压扁了，里面的{product}碎成三片😢 请补发一个。',
      en: 'the box was crushed and the {product} is in three pieces 😢 Please send another.',
    },
    {
      fits: isBreakable,
      zh: '{product}底部有一道裂纹，装水会渗，能换一个吗？',
      en: 'there is a crack at the bottom of the {product}, it leaks. Can I have it exchanged?',
    },
    {
      fits: isBreakable,
      zh: '一打开{product}就看到碎片，差点划到手，包装真的要改进。',
      en: 'there were splinters when I opened the {product}, I nearly cut myself. The packing must get better.',
    },
    {
      fits: among('GS', 'CM', 'GR', 'KT', 'BN'),
      zh: '{product}的包装盒破了，一个角都压烂了，怎么送人？',
      en: 'the box of the {product} is torn at one corner. How can I give that to anyone?',
    },
  ],
  漏发: [
    {
      zh: '包裹里少了{product}，订单上明明有，请核实。',
      en: 'the {product} is on the order but not in the parcel, please check.',
    },
    {
      zh: '东西没发全，缺{product}。客服电话打不通，请回 {phone}。',
      en: 'the parcel is not complete, the {product} is missing. Please call me on {phone}.',
    },
    {
      zh: '{product}的赠品没有收到，页面写的是"下单即赠"。',
      en: 'the free gift with the {product} did not come, though the page says "with every order".',
    },
  ],
  物流: [
    {
      zh: '显示已签收，但是我没有收到，请查一下是谁签收的。',
      en: 'the parcel is marked as delivered, but I do not have it. Who signed for it?',
    },
    {
      zh: '物流三天没有更新了，{product}是要送人的，来得及吗？',
      en: 'no tracking update for three days, and the {product} is a present. Will it be in time?',
    },
    {
      zh: '快递放在驿站没有通知我，下次请送货上门。',
      en: 'the courier left it at a pick-up point without telling me. To the door next time, please.',
    },
    {
      zh: '想改收货地址，还没发货的话请先拦一下，电话 {phone}。',
      en: 'I need to change the address; please hold the parcel if it has not left. My number is {phone}.',
    },
    { zh: '下单好几天了，到现在还没发货？？', en: 'ordered days ago and still not sent??' },
  ],
  质量: [
    {
      fits: among('TP', 'TC', 'GW'),
      zh: '{product}颜色和图片差别很大，还说是"手工制作"。',
      en: 'the colour of the {product} is nothing like the picture, so much for "hand-made".',
    },
    {
      fits: ({ sku }) => MOVING.has(sku),
      zh: '{product}用了不到一个月就有异响，还在保修期内吧？',
      en: 'after less than a month the {product} makes a strange noise. It is under warranty, is it not?',
    },
    {
      fits: ({ code, sku }) => code === 'BN' || (code === 'TE' && sku !== 'TE-007'),
      zh: '{product}的生产日期是半年前的，喝着不新鲜，有点失望。',
      en: 'the {product} was packed half a year ago and tastes stale, a little disappointing.',
    },
    {
      fits: among('TP'),
      zh: '{product}出水不畅，盖子也有点松，是正常的吗？',
      en: 'the {product} pours badly and the lid is loose, is that normal?',
    },
    {
      fits: among('FL', 'TT', 'TC', 'MG'),
      zh: '{product}有股味道，洗了三遍还在。',
      en: 'the {product} smells, even after three washes.',
    },
  ],
  退换货: [
    {
      zh: '{product}买重了，没拆封，申请七天无理由退货。',
      en: 'I ordered the {product} twice by mistake; it is unopened and I would like to return it.',
    },
    {
      fits: among('TP', 'TC', 'GW', 'MG', 'KT'),
      zh: '{product}比想象的小，想退掉换大一号的，差价我补。',
      en: 'the {product} is smaller than I thought; may I exchange it for a larger one and pay the difference?',
    },
    {
      zh: '退货已寄出，单号也发给你们了，退款什么时候到账？',
      en: 'the return is on its way and you have the number. When will the refund arrive?',
    },
    {
      zh: '家里人不喜欢{product}，可以退吗？运费谁出？',
      en: 'my family does not like the {product}. Can it go back, and who pays the postage?',
    },
  ],
  发票: [
    {
      zh: '需要开电子发票，抬头和税号已发到邮箱，请查收。',
      en: 'I need an e-invoice; the name and tax number are in my e-mail.',
    },
    {
      zh: '发票抬头开错了，少了"有限公司"四个字，请作废重开。',
      en: 'the name on the invoice is wrong, "Ltd" is missing. Please cancel it and issue a new one.',
    },
    {
      zh: '电子发票的链接打不开，请重新发送。',
      en: 'the link to the e-invoice does not open, please send it again.',
    },
  ],
  使用咨询: [
    {
      fits: ({ name }) => /紫砂壶|朱泥|铸铁/.test(name),
      zh: '第一次用{product}，需要开壶吗？具体怎么做？',
      en: 'this is my first {product}. Does it have to be seasoned, and how?',
    },
    {
      fits: ({ code, popularity }) => among('BN', 'GR')({ code }) && popularity > 4,
      zh: '用{product}做手冲，研磨度调到多少合适？现在冲出来偏酸。',
      en: 'how fine should I grind for pour-over with the {product}? It tastes sour now.',
    },
    {
      fits: among('KT'),
      zh: '{product}有水垢了，可以用柠檬酸洗吗？',
      en: 'there is limescale in the {product}. May I use citric acid?',
    },
    {
      fits: among('TE'),
      zh: '{product}用多少度的水、泡多久比较好？',
      en: 'how hot should the water be for the {product}, and how long should it steep?',
    },
    {
      fits: ({ name }) => /盖碗/.test(name),
      zh: '{product}总是烫手，有什么拿法吗？',
      en: 'the {product} is too hot to hold. Is there a trick?',
    },
    {
      fits: among('MG', 'TC'),
      zh: '{product}能进微波炉和洗碗机吗？',
      en: 'may the {product} go into the microwave and the dishwasher?',
    },
    {
      fits: among('CM', 'TT'),
      zh: '{product}平时怎么清洗？可以用洗洁精吗？',
      en: 'how do I clean the {product}? May I use washing-up liquid?',
    },
    {
      fits: ({ name }) => /茶礼|茶点|挂耳/.test(name),
      zh: '{product}保质期多久？怎么存放？',
      en: 'how long does the {product} keep, and how should it be stored?',
    },
  ],
  售前咨询: [
    {
      zh: '想问一下{product}最近有活动吗？会员能叠加优惠吗？',
      en: 'is there an offer on the {product} soon, and does the member discount add up?',
    },
    {
      zh: '{product}门店有现货吗？想先看看实物再下单。',
      en: 'is the {product} in stock in your shop? I would like to see it first.',
    },
    {
      fits: among('TP', 'TC', 'GW', 'MG'),
      zh: '{product}可以刻字吗？最少起订多少个？',
      en: 'can the {product} be engraved, and what is the smallest number?',
    },
    {
      zh: '送长辈的话，{product}和礼盒装哪个合适？预算500左右。',
      en: 'for an elderly person, would you take the {product} or a gift box? About 500 yuan.',
    },
  ],
};

/** What a talk was about; `from`: who began it, `bulk`: with offices only. */
export const TALKS = [
  { from: 'us', zh: '回访{product}使用情况，客户满意', en: 'Asked how the {product} works out; happy' },
  { from: 'us', zh: '介绍{product}，客户说考虑一下', en: 'Told about the {product}, will think about it' },
  { from: 'us', zh: '通知会员日活动，已发优惠券', en: 'Announced the member day, sent a coupon' },
  {
    from: 'us',
    zh: '提醒积分月底到期，客户表示会来店里看看',
    en: 'Points expire this month; will drop by the shop',
  },
  {
    from: 'us',
    zh: '推荐{product}，客户说"最近手头紧，下个月再说"',
    en: 'Recommended the {product}; "money is tight, next month"',
  },
  { from: 'us', zh: '沟通售后进度，客户情绪已缓和', en: 'Talked about the open ticket, calmer now' },
  { from: 'them', zh: '询问到货时间，已告知物流单号', en: 'Asked about delivery, gave the tracking number' },
  {
    from: 'them',
    zh: '客户觉得{product}偏贵，希望有折扣',
    en: 'Finds the {product} expensive, hopes for a discount',
  },
  {
    from: 'them',
    zh: '咨询{product}，发了图片和价格 👍',
    en: 'Asked about the {product}, sent pictures and price 👍',
  },
  {
    from: 'them',
    zh: '约好周末到店试饮，\n两位，下午三点',
    en: 'Tasting in the shop on the weekend,\ntwo people, 3 p.m.',
  },
  {
    from: 'them',
    zh: '问{product}怎么保养，已发说明',
    en: 'Asked how to care for the {product}, sent the leaflet',
  },
  { from: 'them', zh: '想换货，已转给客服', en: 'Wants an exchange, passed on to the service desk' },
  { from: 'them', zh: '问会员积分怎么用，已说明', en: 'Asked how to use the points, explained' },
  {
    from: 'them',
    zh: '{product}缺货，到货后通知客户',
    en: 'The {product} is out of stock, will tell when it is back',
  },
  {
    from: 'them',
    zh: '问门店周末几点关门，说要带朋友来 😊',
    en: 'Asked when the shop closes on Sundays, will bring a friend 😊',
  },
  {
    from: 'them',
    bulk: true,
    zh: '报价{product}，要求月底前交货，需对公付款',
    en: 'Quote for the {product}, delivery by the end of the month, bank transfer',
  },
  {
    from: 'us',
    bulk: true,
    zh: '确认员工礼品方案，待对方领导审批',
    en: 'Agreed on the staff gifts, waiting for approval',
  },
  {
    from: 'us',
    bulk: true,
    zh: '催款，对方财务说下周二付',
    en: 'Payment reminder, their accounts say next Tuesday',
  },
];

export const SALES = [
  { zh: '客户决定买{product}，已发付款链接', en: 'Will take the {product}, sent the payment link' },
  { zh: '加购{product}，与上一单一起发', en: 'Added the {product}, to go with the last order' },
  { zh: '问清{product}的尺寸后下单 👌', en: 'Ordered the {product} after asking for its size 👌' },
];
