import { CITIES } from './places.mjs';

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LATIN = new Map(CITIES.map(({ name, latin }) => [name, latin]));
const METHODS = { 电话: 'Phone', 微信: 'WeChat', 邮件: 'E-mail' };

/** Soils the tables in place, in the amounts that `samples/README.md` documents. */
export function soil(random, tables) {
  const spoil = createSpoiler(random);
  soilCustomers(random, tables.customers, spoil);
  soilOrders(random, tables, spoil);
  soilService(random, tables, spoil);
  repeat(random, tables.customers, 24);
  repeat(random, tables.orders, 36);
  repeat(random, tables.order_lines, 60);
  repeat(random, tables.tickets, 12);
  repeat(random, tables.contacts, 40);
}

function soilCustomers(random, rows, spoil) {
  spoil(rows, 'signup_date', { count: 600, change: toSlashes });
  spoil(rows, 'signup_date', { count: 200, change: toChinese });
  spoil(rows, 'signup_date', { count: 140, change: toDayMonthYear });
  spoil(rows, 'city', { count: 260, change: (city) => `${city}市` });
  spoil(rows, 'city', { count: 160, change: (city) => LATIN.get(city) });
  spoil(rows, 'city', { count: 70, change: (city) => LATIN.get(city).toUpperCase() });
  spoil(rows, 'city', { count: 45, change: () => '' });
  spoil(rows, 'city', { count: 15, change: () => 'N/A' });
  spoil(rows, 'email', { count: 200, change: () => '' });
  spoil(rows, 'email', { count: 40, change: () => 'N/A' });
  spoil(rows, 'email', { count: 30, change: () => '-' });
  spoil(rows, 'email', { count: 25, change: () => '无' });
  spoil(rows, 'email', { count: 90, change: (email) => email.toUpperCase() });
  spoil(rows, 'email', { count: 60, change: (email) => email[0].toUpperCase() + email.slice(1) });
  spoil(rows, 'age', { count: 120, change: () => '' });
  spoil(rows, 'age', { count: 6, change: () => '0' });
  spoil(rows, 'age', { count: 4, change: () => '199' });
  spoil(rows, 'gender', { count: 150, change: () => '' });
  spoil(rows, 'gender', { count: 240, change: (gender) => (gender === '男' ? 'M' : 'F') });
  spoil(rows, 'name', { count: 50, change: (name) => random.pick([` ${name}`, `${name} `, `${name}  `]) });
  spoil(rows, 'name', { count: 20, change: (name) => `${name}\u3000` });
  const phones = countOf(rows, 'phone');
  const single = ({ phone }) => phones.get(phone) === 1;
  spoil(rows, 'phone', { count: 30, change: toFullWidth, where: single });
  spoil(rows, 'phone', {
    count: 60,
    change: (phone) => phone.replace(/^(...)(....)/, '$1-$2-'),
    where: single,
  });
  spoil(rows, 'phone', { count: 40, change: (phone) => `+86 ${phone}`, where: single });
}

function soilOrders(random, { orders, order_lines: lines }, spoil) {
  const isSmall = ({ discount, amount }) => discount === '0.15' && Number(amount) < 10_000;
  spoil(orders, 'discount', { count: 8, change: () => '1.5', where: isSmall });
  spoil(orders, 'amount', { count: 240, change: (amount) => `¥${toThousands(amount)}` });
  spoil(orders, 'amount', {
    count: 120,
    change: toThousands,
    where: ({ amount }) => /^\d{4,}\./.test(amount),
  });
  spoil(orders, 'amount', { count: 60, change: (amount) => `${amount}元` });
  spoil(orders, 'channel', { count: 130, change: () => 'Tmall', where: ({ channel }) => channel === '天猫' });
  spoil(orders, 'channel', { count: 90, change: (channel) => `${channel} ` });
  spoil(orders, 'sales_rep', { count: 80, change: () => '-', where: ({ sales_rep: rep }) => rep === '' });
  spoil(orders, 'payment', { count: 110, change: () => '' });
  const returned = new Set(orders.filter(({ status }) => status === '已退货').map(({ order_id: id }) => id));
  spoil(lines, 'quantity', {
    count: 14,
    change: (quantity) => `-${quantity}`,
    where: ({ order_id: id }) => !returned.has(id),
  });
  spoil(lines, 'product', { count: 45, change: toFullWidth, where: ({ product }) => /^[A-Z]/.test(product) });
}

function soilService(random, { tickets, contacts }, spoil) {
  spoil(tickets, 'category', { count: 40, change: (category) => ` ${category}` });
  spoil(tickets, 'agent', { count: 55, change: () => '' });
  spoil(tickets, 'agent', { count: 20, change: () => '无' });
  spoil(contacts, 'contacted_on', { count: 1500, change: toSlashes });
  spoil(contacts, 'contacted_on', { count: 400, change: toDayMonthYear });
  spoil(contacts, 'method', { count: 150, change: (method) => METHODS[method] });
  spoil(contacts, 'outcome', { count: 60, change: () => 'N/A' });
  spoil(contacts, 'sales_rep', { count: 50, change: (rep) => ` ${rep}` });
}

/** Changes a column in exactly `count` rows, none of which had that column changed before. */
function createSpoiler(random) {
  const spoiled = new WeakMap();
  const isClean = (row, column) => !spoiled.get(row)?.has(column);
  return (rows, column, { count, change, where = () => true }) => {
    const chosen = random.take(
      rows.filter((row) => isClean(row, column) && where(row)),
      count,
    );
    if (chosen.length < count) throw new Error(`too few rows to spoil: ${column}`);
    for (const row of chosen) {
      row[column] = change(row[column]);
      spoiled.set(row, (spoiled.get(row) ?? new Set()).add(column));
    }
  };
}

function repeat(random, rows, count) {
  for (const row of random.take(rows, count))
    rows.splice(random.integer(rows.indexOf(row) + 1, rows.length), 0, row);
}

function countOf(rows, column) {
  const counts = new Map();
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1);
  return counts;
}

function toSlashes(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}/${month}/${day}`;
}

function toChinese(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function toDayMonthYear(iso) {
  const [year, month, day] = iso.split('-');
  return `${day}-${MONTH_NAMES[month - 1]}-${year.slice(2)}`;
}

function toThousands(amount) {
  return amount.replace(/\B(?=(\d{3})+\.)/g, ',');
}

function toFullWidth(text) {
  return text.replace(/[!-~]/g, (letter) => String.fromCodePoint(letter.codePointAt(0) + 0xfee0));
}
