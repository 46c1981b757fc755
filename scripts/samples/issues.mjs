import { isPeak } from './calendar.mjs';
import { AGENTS } from './names.mjs';
import { exp } from './random.mjs';

const CATEGORIES = { 物流: 24, 使用咨询: 20, 破损: 17, 退换货: 15, 漏发: 10, 发票: 8, 质量: 12 };
const URGENT = { 破损: '高', 漏发: '高', 质量: '中', 退换货: '中', 物流: '中', 使用咨询: '低', 发票: '低' };

/** Mean of the logarithm of the minutes until the first answer: a median of 20, 45 and 75 minutes. */
const LOG_MINUTES = { 高: 3, 中: 3.8, 低: 4.3 };
const SLOWNESS = AGENTS.map((_, index) => -0.4 + index * 0.12);

/** The mean mark, from 1 to 5, that an answer after so many minutes gets; straight lines between. */
const MARKS = [
  [0, 4.8],
  [15, 4.5],
  [60, 3.9],
  [120, 3.3],
  [240, 2.6],
  [480, 2],
  [3000, 1.4],
];

/** A reason to write to the service desk, when it happens, and how it is handled. */
export function createIssue(random, bought) {
  const category = random.key(CATEGORIES);
  const priority = URGENT[category];
  const agent = random.integer(0, AGENTS.length - 1);
  const day = bought + random.integer(1, 9);
  const load = isPeak(day) ? 0.9 : 0;
  const minutes = Math.min(
    2880,
    Math.max(1, Math.round(exp(random.normal(LOG_MINUTES[priority] + SLOWNESS[agent] + load, 0.9)))),
  );
  return { category, priority, agent: AGENTS[agent], day, minutes, hours: drawHours(random, minutes) };
}

export function drawMark(random, minutes) {
  return Math.max(1, Math.min(5, Math.round(random.normal(toMark(minutes), 0.65))));
}

/** How many of those who were answered after so many minutes never come back. */
export function toLoss(minutes) {
  if (minutes > 120) return 0.75;
  return minutes > 60 ? 0.1 : 0.01;
}

function toMark(minutes) {
  const next = MARKS.findIndex(([limit]) => limit > minutes);
  if (next < 0) return MARKS.at(-1)[1];
  const [[from, high], [to, low]] = [MARKS[next - 1], MARKS[next]];
  return high + ((low - high) * (minutes - from)) / (to - from);
}

function drawHours(random, minutes) {
  return Math.round((minutes / 60 + exp(random.normal(2.3, 0.8))) * 10) / 10;
}
