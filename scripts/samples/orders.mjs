import { DAYS, toIso, toTimestamp } from './calendar.mjs';
import { PAIRS, PRODUCTS } from './catalogue.mjs';
import { REPS } from './names.mjs';

const CONSUMED = new Set(['BN', 'FL', 'TE']);
const BIG_ORDERS = 5;
const BY_SKU = new Map(PRODUCTS.map((product) => [product.sku, product]));

/** Orders with their lines, from the visits; money is in fen. */
export function createOrders(random, visits, prices) {
  const big = new Set(
    random.take(
      visits.filter(({ customer }) => customer.segment.bulk),
      BIG_ORDERS,
    ),
  );
  const taken = new Map();
  return visits.map((visit) => {
    const number = (taken.get(visit.day) ?? 0) + 1;
    taken.set(visit.day, number);
    return createOrder(random, visit, { number, prices, big: big.has(visit) });
  });
}

export function toOrderRow({ id, customerId, day, second, channel, rep, payment, discount, fen, status }) {
  return {
    order_id: id,
    customer_id: customerId,
    ordered_at: toTimestamp(day, second),
    channel,
    sales_rep: rep,
    payment,
    discount: String(discount),
    amount: toYuan(fen),
    status,
  };
}

export function toLineRows({ id, lines }) {
  return lines.map(({ product, quantity, fen }, index) => ({
    order_id: id,
    line_no: String(index + 1),
    sku: product.sku,
    product: product.name,
    category: product.category,
    quantity: String(quantity),
    unit_price: String(fen / 100),
  }));
}

export function toYuan(fen) {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

function createOrder(random, { customer, day, second, issue }, { number, prices, big }) {
  const date = toIso(day);
  const { segment } = customer;
  const discount = Number(random.key(segment.discounts));
  const bought = drawBasket(random, segment, { month: date.slice(0, 7), prices }).map((product) => ({
    product,
    quantity: big
      ? Math.ceil(random.integer(90_000, 240_000) / product.price)
      : drawQuantity(random, segment, { product, discount }),
    fen: prices.fen(product, date.slice(0, 7)),
  }));
  const gross = bought.reduce((sum, { quantity, fen }) => sum + quantity * fen, 0);
  const channel = big ? '企业直销' : drawChannel(random, customer);
  const returned = issue?.category === '退换货' && random.chance(0.85);
  return {
    id: `SO${date.slice(2).replaceAll('-', '')}${String(number).padStart(4, '0')}`,
    customer,
    customerId: customer.id,
    day,
    second,
    issue,
    channel,
    discount,
    rep: drawRep(random, customer, channel),
    payment: drawPayment(random, channel),
    fen: Math.round((gross * (100 - Math.round(discount * 100))) / 100),
    lines: returned ? [...bought, toReturn(random, bought)] : bought,
    status: returned ? '已退货' : drawStatus(random, { day, big }),
  };
}

function drawBasket(random, segment, { month, prices }) {
  const basket = [];
  for (let more = 1 + random.poisson(segment.moreLines); more > 0; more--) {
    const product = drawProduct(random, segment, { month, prices });
    if (basket.includes(product)) continue;
    basket.push(product);
    for (const pair of PAIRS) {
      const then = BY_SKU.get(pair.then);
      if (pair.given === product.sku && !basket.includes(then) && random.chance(pair.share))
        basket.push(then);
    }
  }
  return basket;
}

function drawProduct(random, { categories, taste }, { month, prices }) {
  const code = random.key(categories);
  const shelf = PRODUCTS.filter((product) => product.code === code);
  const weights = shelf.map((product) => product.popularity * taste(product) * prices.demand(product, month));
  return shelf[random.weighted(weights)];
}

function drawQuantity(random, { bulk }, { product, discount }) {
  if (bulk) return product.price < 150 ? random.integer(10, 60) : random.integer(4, 18);
  if (CONSUMED.has(product.code)) return 1 + random.poisson(0.4 + 3 * discount);
  return product.code === 'TC' ? random.pick([1, 1, 2, 2, 4]) : 1;
}

function toReturn(random, bought) {
  const { product, quantity, fen } = random.pick(bought);
  return { product, quantity: -random.integer(1, quantity), fen };
}

function drawChannel(random, { channel, segment }) {
  return random.chance(0.8) ? channel : random.key(segment.channels);
}

function drawRep(random, { rep }, channel) {
  if (channel === '企业直销') return rep || random.pick(REPS);
  return channel === '门店' ? random.pick(REPS.slice(0, 7)) : '';
}

function drawPayment(random, channel) {
  if (channel === '企业直销') return random.key({ 对公转账: 85, 支付宝: 15 });
  if (channel === '天猫') return '支付宝';
  return random.key({ 微信支付: 62, 支付宝: 28, 银行卡: 10 });
}

function drawStatus(random, { day, big }) {
  if (big) return '已完成';
  if (day > DAYS - 4) return '配送中';
  return random.chance(0.02) ? '已取消' : '已完成';
}
