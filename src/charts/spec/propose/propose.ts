import type { Loose } from '../../../steps/field';
import type { Proposal } from './drawable';
import { isDrawable } from './drawable';
import type { ColumnFacts, Role, TableFacts } from './facts';
import { findKnownCharts } from './known';

const MOST = 12;
/** Of one kind, so that different ones are seen. */
const MOST_ALIKE = 3;

/** Charts of a table, the likeliest first: from what its columns are, and only of kinds that there are. */
export function propose(facts: TableFacts): Proposal[] {
  const columns = facts.columns.map(({ column }) => column);
  const seen = new Set<string>();
  const alike = new Map<string, number>();
  return [...findKnownCharts(columns), ...rank(facts)]
    .filter((proposal) => {
      const key = JSON.stringify([proposal.mark, proposal.settings]);
      const count = alike.get(proposal.mark) ?? 0;
      if (seen.has(key) || count >= MOST_ALIKE || !isDrawable(proposal, columns)) return false;
      seen.add(key);
      alike.set(proposal.mark, count + 1);
      return true;
    })
    .slice(0, MOST);
}

/** What is rather averaged than added up. */
const AVERAGED =
  /age|rate|ratio|share|percent|pct|score|rating|price|temp|speed|mean|average|avg|length|width|height|weight|bmi|年龄|率|比例|占比|评分|得分|单价|价格|均|温度|身高|体重|时长/i;
/** What a table is about, where it has such a column. */
const MAIN =
  /amount|revenue|sales|turnover|total|profit|income|cost|spend|value|金额|销售|收入|营收|利润|成本|总额|合计/i;
const COUNTED = /qty|quantity|units|count|number|数量|件数|人数|次数/i;

const SOME_GROUPS = 8;

function rank(facts: TableFacts): Proposal[] {
  const by = (...roles: Role[]) => facts.columns.filter(({ role }) => roles.includes(role));
  const measures = by('measure').toSorted((a, b) => toWorth(b) - toWorth(a));
  const categories = by('category').toSorted((a, b) => toHandy(a) - toHandy(b));
  const [moment] = by('moment').toSorted((a, b) => b.distinct - a.distinct);
  const [measure, second] = measures;
  const [category, other] = categories;
  const [names] = by('names').toSorted((a, b) => a.distinct - b.distinct);
  const color = categories.find(({ distinct }) => distinct <= SOME_GROUPS);
  const [longitude] = by('longitude');
  const [latitude] = by('latitude');
  const group = category ?? names;
  const found: (Proposal | false | undefined)[] = [
    toCandles(facts, moment),
    toSpans(facts, group),
    toLinks(facts, measure),
    longitude && latitude && toProposal('map-points', { longitude, latitude, size: measure }),
    facts.region && toProposal('map', { region: facts.region, color: measure && toMeasure(measure) }),
    moment && measure && toProposal('line', { x: moment, y: toMeasure(measure) }),
    group && measure && toProposal('bar', { x: group, y: toMeasure(measure) }),
    moment && !measure && toProposal('line', { x: moment }),
    measure && toProposal('histogram', { x: measure }),
    moment && measure && color && toProposal('line', { x: moment, y: toMeasure(measure), color }),
    measure && second && facts.rows > 2 && toProposal('point', { x: measure, y: second, color }),
    group && toProposal('bar', { x: group }),
    category && color && color !== category && measure
      ? toProposal('bar', { x: category, y: toMeasure(measure), color })
      : undefined,
    category && other && measure
      ? toProposal('heat', { x: category, y: other, color: toMeasure(measure) })
      : undefined,
    category && other && !measure ? toProposal('heat', { x: category, y: other }) : undefined,
    category && other && toProposal('bar', { x: category, color: other }),
    names && measure && toProposal('bar', { x: names, y: toMeasure(measure) }),
    category && measure && toProposal('box', { x: category, y: measure }),
    moment && measure && toProposal('calendar', { x: moment, color: toMeasure(measure) }),
    moment && measure && color && toProposal('area', { x: moment, y: toMeasure(measure), color }),
    color && toProposal('pie', { x: color, y: measure && toMeasure(measure) }),
    names && measure && toProposal('treemap', { x: names, y: toMeasure(measure) }),
    names && measure && toProposal('pareto', { x: names, y: toMeasure(measure) }),
    group && second && toProposal('bar', { x: group, y: toMeasure(second) }),
    moment && second && toProposal('line', { x: moment, y: toMeasure(second) }),
    moment && measure && toProposal('kpi', { x: moment, y: toMeasure(measure) }),
    // where nothing else is to be had: how many rows have which number
    measure && !group && !moment ? toProposal('bar', { x: measure }) : undefined,
    second && !group && !moment ? toProposal('bar', { x: second }) : undefined,
  ];
  return found.flatMap((proposal) => (proposal ? [proposal] : []));
}

/** Charts that show a column above all: one of those for the whole table that has it, or a plain one. */
export function proposeFor({ rows, columns }: TableFacts, names: readonly string[]): Proposal[] {
  const chosen = names.flatMap((name) => columns.find(({ column }) => column.name === name) ?? []);
  const asked = chosen.map((one): ColumnFacts => {
    if (one.role !== 'none') return one;
    // a person has pointed at it, so that it is worth a picture
    const isNumber = one.low !== null && one.high !== null;
    return { ...one, role: isNumber ? 'measure' : one.distinct <= SOME_GROUPS * 3 ? 'category' : 'names' };
  });
  return propose({ rows, columns: asked });
}

type On = ColumnFacts | Loose | string | undefined;

function toProposal(mark: string, slots: Readonly<Record<string, On>>): Proposal {
  const settings = Object.entries(slots).flatMap(([slot, on]) => {
    if (!on) return [];
    return [[slot, isFacts(on) ? on.column.name : on] as const];
  });
  return { mark, settings: Object.fromEntries(settings) };
}

const isFacts = (on: Loose | ColumnFacts | string): on is ColumnFacts =>
  typeof on === 'object' && 'role' in on;

function toMeasure({ column: { name } }: ColumnFacts): Loose | string {
  return AVERAGED.test(name) && !MAIN.test(name) ? { column: name, aggregate: 'mean' } : name;
}

function toWorth({ column: { name, type }, low }: ColumnFacts): number {
  const named = MAIN.test(name) ? 4 : COUNTED.test(name) ? 2 : 0;
  return named + (/INT/.test(type) ? 0 : 1) + (low !== null && low >= 0 ? 0.5 : 0);
}

/** The nearer to half a dozen, the better a picture can show them. */
function toHandy({ distinct }: ColumnFacts): number {
  return Math.abs(Math.log(Math.max(distinct, 1) / 6));
}

function find({ columns }: TableFacts, pattern: RegExp): ColumnFacts | undefined {
  return columns.find(({ column }) => pattern.test(column.name));
}

function toCandles(facts: TableFacts, moment: ColumnFacts | undefined): Proposal | undefined {
  const open = find(facts, /^(open|开盘价?)$/i);
  const high = find(facts, /^(high|最高价?)$/i);
  const low = find(facts, /^(low|最低价?)$/i);
  const close = find(facts, /^(close|收盘价?)$/i);
  return moment && open && high && low && close
    ? toProposal('candlestick', { x: moment, open, high, low, close })
    : undefined;
}

function toSpans(facts: TableFacts, group: ColumnFacts | undefined): Proposal | undefined {
  const start = find(facts, /^(start|begin|from|开始|起始)/i);
  const end = find(facts, /^(end|finish|until|to$|结束|截止)/i);
  const isOfDates = start?.role === 'moment' && end?.role === 'moment';
  return isOfDates ? toProposal('intervals', { start, end, y: group }) : undefined;
}

function toLinks(facts: TableFacts, weight: ColumnFacts | undefined): Proposal | undefined {
  const source = find(facts, /^(source|from|sender|来源|起点)$/i);
  const target = find(facts, /^(target|to|receiver|目标|终点)$/i);
  const isOfNames = source && target && source.low === null && target.low === null;
  return isOfNames ? toProposal('network', { source, target, y: weight && toMeasure(weight) }) : undefined;
}
