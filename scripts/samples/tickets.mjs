import { DAYS, drawDay, drawTime, toTimestamp } from './calendar.mjs';
import { PRODUCTS } from './catalogue.mjs';
import { createIssue, drawMark } from './issues.mjs';
import { COMPLAINTS, GREETINGS, THANKS } from './phrases.mjs';

const QUESTIONS = 330;
const FORGOTTEN = 3;

/** Service tickets by time: those that an order gave rise to, and questions before buying. */
export function createTickets(random, orders, customers) {
  const tickets = [
    ...orders
      .filter(({ issue }) => issue && issue.day < DAYS)
      .map((order) => createTicket(random, order.issue, order)),
    ...random.take(customers, QUESTIONS).flatMap((customer) => createQuestion(random, customer)),
  ];
  tickets.sort((a, b) => a.day - b.day || a.second - b.second);
  for (const ticket of random.take(
    tickets.filter(({ day }) => day < DAYS - 60),
    FORGOTTEN,
  ))
    forget(random, ticket);
  tickets.forEach((ticket, index) => (ticket.id = String(index + 1203).padStart(7, '0')));
  return tickets;
}

export function toTicketRow({
  id,
  customer,
  order,
  day,
  second,
  category,
  priority,
  channel,
  agent,
  minutes,
  hours,
  mark,
  open,
  text,
}) {
  return {
    ticket_id: id,
    customer_id: customer.id,
    order_id: order?.id ?? '',
    opened_at: toTimestamp(day, second).slice(0, 16),
    category,
    priority,
    channel,
    agent,
    first_response_minutes: String(minutes),
    resolved_hours: open ? '' : String(hours),
    satisfaction: mark,
    status: open ? '处理中' : '已关闭',
    text,
  };
}

function createTicket(random, issue, order) {
  const { category, product, text } = findComplaint(random, issue.category, order.lines);
  const { customer } = order;
  return finish(random, {
    ...issue,
    category,
    customer,
    order,
    text: toText(random, text, { product, customer }),
  });
}

function createQuestion(random, customer) {
  const day =
    customer.signup < 0 ? drawDay(random) : Math.min(customer.signup + random.integer(0, 40), DAYS - 1);
  const product = random.pick(PRODUCTS.filter(({ popularity }) => popularity > 3));
  const text = toText(random, random.pick(COMPLAINTS.售前咨询.filter(({ fits }) => !fits || fits(product))), {
    product,
    customer,
  });
  return finish(random, {
    ...createIssue(random, day),
    day,
    category: '售前咨询',
    priority: '低',
    customer,
    text,
  });
}

/** Words that fit one of the products bought; failing that, the parcel is late. */
function findComplaint(random, category, lines) {
  const fitting = COMPLAINTS[category].flatMap((text) =>
    lines
      .filter(({ product }) => !text.fits || text.fits(product))
      .map(({ product }) => ({ category, product, text })),
  );
  return fitting.length > 0 ? random.pick(fitting) : findComplaint(random, '物流', lines);
}

function toText(random, { zh, en }, { product, customer }) {
  const { person, phone } = customer;
  const words = (person.foreign ? en : zh)
    .replaceAll('{product}', person.foreign ? product.nameEn : product.name)
    .replaceAll('{phone}', phone);
  const language = person.foreign ? 'en' : 'zh';
  return random.pick(GREETINGS[language]) + words + random.pick(THANKS[language]);
}

function finish(random, issue) {
  const open = issue.day > DAYS - 6 || random.chance(0.01);
  const mark = open || random.chance(0.24) ? '' : String(drawMark(random, issue.minutes));
  const channel = random.key({ 微信: 48, 电话: 22, 在线客服: 22, 邮件: 8 });
  return { ...issue, second: drawTime(random), open, mark, channel };
}

/** Nobody looked at it for more than a week: rare, but it did happen. */
function forget(random, ticket) {
  ticket.minutes = random.integer(11_000, 19_000);
  ticket.hours = Math.round((ticket.minutes / 60 + 20) * 10) / 10;
  if (ticket.mark) ticket.mark = '1';
}
