import { drawDay, toDay, toIso } from './calendar.mjs';
import { REPS, drawEmail, drawPerson, drawPhone, respell } from './names.mjs';
import { NOTES } from './phrases.mjs';
import { CITIES, drawPostcode } from './places.mjs';
import { SEGMENTS } from './segments.mjs';

const OPENED = toDay('2019-03-01');
const TWINS = 60;

/** Customers by the day they signed up; the second record of a person has the first as its `twin`. */
export function createCustomers(random) {
  const phones = new Set();
  const firsts = SEGMENTS.flatMap((segment) =>
    Array.from({ length: segment.size }, () => createCustomer(random, segment, phones)),
  );
  const seconds = random.take(
    firsts.filter(({ segment, signup }) => segment.key !== 'casual' && signup < 400),
    TWINS,
  );
  const customers = [...firsts, ...seconds.map((first) => createTwin(random, first))];
  customers.sort((a, b) => a.signup - b.signup);
  let number = 10_007;
  customers.forEach((customer, index) => {
    customer.id = String((number += random.integer(1, 47))).padStart(8, '0');
    customer.card = `8800${toIso(customer.signup).replaceAll('-', '')}${String(index + 1).padStart(6, '0')}`;
  });
  return customers;
}

export function toCustomerRow({
  id,
  person,
  age,
  phone,
  email,
  city,
  postcode,
  card,
  level,
  signup,
  channel,
  rep,
  status,
  note,
}) {
  return {
    customer_id: id,
    name: person.name,
    gender: person.gender,
    age: String(age),
    phone,
    email,
    city: city.name,
    postcode,
    member_card: card,
    member_level: level,
    signup_date: toIso(signup),
    channel,
    sales_rep: rep,
    status,
    notes: note,
  };
}

function createCustomer(random, segment, phones) {
  const age = Math.max(18, Math.min(86, Math.round(random.normal(segment.age.mean, segment.age.deviation))));
  const person = drawPerson(random, age);
  const city = CITIES[random.weighted(CITIES.map(({ weight }) => weight))];
  return {
    segment,
    age,
    person,
    city,
    phone: drawPhone(random, phones),
    email: drawEmail(random, person.latin),
    postcode: drawPostcode(random, city),
    signup: drawSignup(random, segment),
    channel: random.key(segment.channels),
    rep: random.chance(segment.assigned) ? random.pick(REPS) : '',
    note: random.chance(0.14) ? random.pick(person.foreign ? NOTES.en : NOTES.zh) : '',
    eagerness: 0.8 + 0.4 * random.next(),
  };
}

function createTwin(random, first) {
  const signup = Math.max(first.signup, 0) + random.integer(60, 300);
  const person = { ...first.person, name: respell(random, first.person) };
  return { ...first, twin: first, person, signup, email: drawEmail(random, person.latin), note: '' };
}

/** Earlier customers came faster and faster; those of the last 27 months came when people buy. */
function drawSignup(random, { early }) {
  if (!random.chance(early)) return drawDay(random);
  return OPENED + Math.floor(-OPENED * Math.max(random.next(), random.next()));
}
