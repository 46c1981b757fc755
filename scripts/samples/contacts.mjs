import { drawDay, toIso } from './calendar.mjs';
import { PRODUCTS } from './catalogue.mjs';
import { REPS } from './names.mjs';
import { SALES, TALKS } from './phrases.mjs';

/** Calls, WeChat messages and e-mails, by day. */
export function createContacts(random, customers) {
  const contacts = customers.flatMap((customer) =>
    Array.from({ length: random.poisson(customer.segment.contacts) }, () => createContact(random, customer)),
  );
  contacts.sort((a, b) => a.day - b.day);
  contacts.forEach((contact, index) => (contact.id = `CT${String(index + 1).padStart(7, '0')}`));
  return contacts;
}

export function toContactRow({ id, customer, day, method, inbound, rep, seconds, outcome, summary }) {
  return {
    contact_id: id,
    customer_id: customer.id,
    contacted_on: toIso(day),
    method,
    direction: inbound ? '客户发起' : '我方发起',
    sales_rep: rep,
    duration_seconds: seconds,
    outcome,
    summary,
  };
}

function createContact(random, customer) {
  const method = random.key(customer.segment.methods);
  const inbound = random.chance(0.35);
  const reached = inbound || random.chance(method === '电话' ? 0.62 : 0.7);
  const sold = reached && random.chance(0.14);
  return {
    customer,
    method,
    inbound,
    day: drawDay(random, Math.max(customer.signup, 0)),
    rep: customer.rep || random.pick(REPS),
    seconds: method === '电话' ? String(reached ? 20 + random.poisson(4) * random.integer(8, 60) : 0) : '-',
    outcome: sold ? '已下单' : toOutcome(method, reached),
    summary:
      reached && random.chance(0.72)
        ? drawSummary(random, customer, sold ? SALES : findTalks(customer, inbound))
        : '',
  };
}

function toOutcome(method, reached) {
  if (method === '电话') return reached ? '已接通' : '未接听';
  return reached ? '已回复' : '未回复';
}

function findTalks({ segment }, inbound) {
  return TALKS.filter(({ from, bulk }) => from === (inbound ? 'them' : 'us') && (!bulk || segment.bulk));
}

function drawSummary(random, { person, segment }, talks) {
  const talk = random.pick(talks);
  const product = random.pick(
    PRODUCTS.filter(({ code, popularity }) => popularity > 2 && segment.categories[code]),
  );
  return person.foreign
    ? talk.en.replaceAll('{product}', product.nameEn)
    : talk.zh.replaceAll('{product}', product.name);
}
