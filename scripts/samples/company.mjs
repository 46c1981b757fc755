import { DAYS, toIso } from './calendar.mjs';
import { PRODUCTS, createPrices } from './catalogue.mjs';
import { createContacts, toContactRow } from './contacts.mjs';
import { createCustomers, toCustomerRow } from './customers.mjs';
import { createOrders, toLineRows, toOrderRow, toYuan } from './orders.mjs';
import { createRandom } from './random.mjs';
import { createTickets, toTicketRow } from './tickets.mjs';
import { createVisits } from './visits.mjs';

const ORPHANS = 25;
const ASLEEP_DAYS = 180;
const LEVELS = [
  [300_000, '金卡'],
  [100_000, '银卡'],
  [0, '普通会员'],
];

/** Every table of the company as rows of text, still clean. */
export function createCompany(seed) {
  const random = (label) => createRandom(`${seed} ${label}`);
  const customers = createCustomers(random('customers'));
  const visits = createVisits(random('visits'), customers);
  const orders = createOrders(random('orders'), visits, createPrices(random('prices'), MONTHS));
  const tickets = createTickets(random('tickets'), orders, customers);
  const contacts = createContacts(random('contacts'), customers);
  orphan(random('orphans'), orders, customers);
  customers.forEach((customer) =>
    settle(
      customer,
      orders.filter(({ customerId }) => customerId === customer.id),
    ),
  );
  return {
    customers: customers.map(toCustomerRow),
    products: PRODUCTS.map(toProductRow),
    orders: orders.map(toOrderRow),
    order_lines: orders.flatMap(toLineRows),
    tickets: tickets.map(toTicketRow),
    contacts: contacts.map(toContactRow),
  };
}

const MONTHS = [...new Set(Array.from({ length: DAYS }, (_, day) => toIso(day).slice(0, 7)))];

/** Orders of accounts that were deleted: their keys come after every key in use. */
function orphan(random, orders, customers) {
  const last = Number(customers.at(-1).id);
  for (const order of random.take(
    orders.filter(({ issue }) => !issue),
    ORPHANS,
  )) {
    order.customerId = String(last + random.integer(100, 9000)).padStart(8, '0');
  }
}

/** What the CRM knows about a customer on the day of the export. */
function settle(customer, orders) {
  const fen = orders.reduce((sum, order) => sum + order.fen, 0);
  customer.level = customer.segment.bulk ? '企业客户' : LEVELS.find(([least]) => fen >= least)[1];
  customer.status = toStatus(orders);
}

function toStatus(orders) {
  if (orders.length === 0) return '未下单';
  return orders.at(-1).day >= DAYS - ASLEEP_DAYS ? '活跃' : '流失';
}

function toProductRow({ sku, name, nameEn, category, categoryEn, price, margin }) {
  return {
    sku,
    name_zh: name,
    name_en: nameEn,
    category_zh: category,
    category_en: categoryEn,
    list_price: String(price),
    unit_cost: toYuan(Math.round(price * (100 - margin * 100))),
  };
}
