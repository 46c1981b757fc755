import { DAYS, DAY_WEIGHTS, drawDay, drawTime } from './calendar.mjs';
import { createIssue, toLoss } from './issues.mjs';

const ISSUE_SHARE = 0.37;
const LAST_LOSS = 20;

/** Who bought when, in order of time, and what went wrong; a customer who is lost does not come again. */
export function createVisits(random, customers) {
  const visits = customers.filter(({ twin }) => !twin).flatMap((customer) => visitsOf(random, customer));
  giveToTwins(visits, customers);
  return visits.sort((a, b) => a.day - b.day || a.second - b.second);
}

function visitsOf(random, customer) {
  const visits = [];
  for (const day of drawDays(random, customer)) {
    const issue = random.chance(ISSUE_SHARE) ? createIssue(random, day) : undefined;
    visits.push({ customer, day, second: drawTime(random), issue });
    if (issue && day < DAYS - LAST_LOSS && random.chance(toLoss(issue.minutes))) break;
  }
  return visits;
}

function drawDays(random, { segment, signup, eagerness }) {
  const from = Math.max(signup, 0);
  const years = ((DAYS / 365) * sum(DAY_WEIGHTS.slice(from))) / sum(DAY_WEIGHTS);
  const count = random.poisson(segment.ordersPerYear * eagerness * years);
  const days = Array.from({ length: count }, () => drawDay(random, from));
  if (signup >= 0 && random.chance(segment.firstOrder)) days.push(signup);
  return days.sort((a, b) => a - b);
}

/** The last purchase of a person who signed up twice is under the second account. */
function giveToTwins(visits, customers) {
  for (const second of customers.filter(({ twin }) => twin)) {
    const own = visits.filter(({ customer }) => customer === second.twin);
    if (own.length > 1 && own.at(-1).day >= second.signup) own.at(-1).customer = second;
  }
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
