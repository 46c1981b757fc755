import { toFreeName } from '../../lib/freeName';
import { quoteName } from '../../sql/quote';
import { findColumn } from '../../steps/write';
import { toFamily } from '../../table/column';
import type { Value } from '../../table/column';
import type { Aggregate, Channel } from './channel';
import { isMoment } from './channel';
import type { Bins } from './bins';
import { toBins, toBinStartSql, toLogBins } from './bins';
import type { Chart, MakeContext, Made, Told } from './chart';
import { only } from './chart';
import type { TwoPasses } from './twoPasses';
import { toBinPasses, toDayPasses, toTogether } from './twoPasses';
import { chooseUnit, isAdditive, isCyclic, toAggregate, toKeySql, toMeasureSql, toSpread } from './keys';

export interface GroupOptions {
  /** Slots whose values rows are put together by, the one along which the picture is read first. */
  by: readonly string[];
  /** Slots of what groups come to. */
  values: readonly string[];
  /** How many groups a slot shows at most, unless its channel says it. */
  most: Readonly<Record<string, number>>;
  /** About how many groups a slot of dates comes to. */
  moments?: number;
  /** Slots whose numbers are put in bins of their own accord. */
  bins?: Readonly<Record<string, number>>;
  /** Bins follow the scale of their axis. */
  scaled?: boolean;
  /** Groups that are not among the most are left out, also where they could be added up. */
  leavesRest?: boolean;
  /** A slot whose groups get a place among all there are, by the first measure, as the slot `rank`. */
  ranked?: string;
}

interface Key {
  slot: string;
  channel: Channel;
  name: string;
  sql: string;
  /** Its groups are few and have names, so that they can be sorted and cut. */
  named: boolean;
  /** How its groups are found in two passes, where that costs less. */
  passes?: TwoPasses;
}

interface Measure {
  slot: string;
  channel: Channel;
  aggregate: Exclude<Aggregate, 'none'>;
  name: string;
  sql: string;
}

/** The rows put together by some slots, with what others come to: the groups that matter most, and the rest as one. */
export async function toGroups(context: MakeContext, options: GroupOptions): Promise<Made> {
  const { chart, bins } = await choose(context, options);
  const { columns, from } = context;
  const names: string[] = [];
  const toName = (wanted: string) => {
    const name = toFreeName(wanted, names);
    names.push(name);
    return name;
  };
  const keys = options.by.flatMap((slot): Key[] => {
    const channel = only(chart, slot);
    if (!channel) return [];
    const column = findColumn(columns, channel.column!)!;
    const { unit = 'none' } = channel;
    const bin = bins[slot];
    const named = toSpread(channel, columns) === 'names' && !isCyclic(unit);
    const plain = isMoment(column.type) && unit !== 'none' ? `${column.name}_${unit}` : column.name;
    const sql = toKeySql(channel, column);
    const passes = bin ? toBinPasses(sql, bin) : toDayPasses(channel, column);
    return [
      {
        slot,
        channel,
        name: toName(plain),
        sql: bin ? toBinStartSql(sql, bin) : sql,
        named,
        ...(passes && { passes }),
      },
    ];
  });
  const measures = options.values.flatMap((slot) =>
    (chart.slots[slot] ?? []).map((channel): Measure => {
      const column = findColumn(columns, channel.column ?? '');
      const aggregate = toAggregate(channel, columns);
      const name = toName(column ? `${aggregate}_${column.name}` : aggregate);
      return { slot, channel, aggregate, name, sql: toMeasureSql(aggregate, column) };
    }),
  );
  const rows = quoteName(toFreeName('rows', names));
  const grouped = toGrouped({ keys, measures, rows, from: `${from}${toWhere(chart)}` });
  const held = await context.hold(grouped);
  const rank = options.ranked ? toName('rank') : undefined;
  const made = await finish({ context, chart, keys, measures, rows, held, rank, options });
  return Object.keys(bins).length > 0 ? { ...made, told: { ...made.told, bins } } : made;
}

/** The rows put together. By one key alone that may be done in two passes: of several there are too many groups after the first. */
function toGrouped({
  keys,
  measures,
  rows,
  from,
}: Pick<Parts, 'keys' | 'measures' | 'rows'> & { from: string }): string {
  const toSelect = (written: readonly (readonly [sql: string, name: string])[], of: string) =>
    `SELECT\n  ${written.map(([sql, name]) => `${sql} AS ${name}`).join(',\n  ')}\nFROM ${of}`;
  const values = measures.map(({ sql, name }) => [sql, quoteName(name)] as const);
  const [key] = keys;
  const together = measures.map(({ aggregate, name }) => toTogether(aggregate, quoteName(name)));
  if (!key?.passes || keys.length > 1 || together.includes(undefined)) {
    const named = keys.map(({ sql, name }) => [sql, quoteName(name)] as const);
    const group = keys.length > 0 ? '\nGROUP BY ALL' : '';
    return `${toSelect([...named, ...values, ['count(*)', rows]], from)}${group}`;
  }
  const it = quoteName(key.name);
  const { first, toSecond } = key.passes;
  const inner = `${toSelect([[first, it], ...values, ['count(*)', rows]], from)}\nGROUP BY ALL`;
  return `${toSelect(
    [
      [toSecond(it), it],
      ...together.map((sql, at) => [sql!, values[at]![1]] as const),
      [`CAST(sum(${rows}) AS BIGINT)`, rows],
    ],
    `(\n${inner}\n)`,
  )}\nGROUP BY ALL`;
}

interface Parts {
  context: MakeContext;
  chart: Chart;
  keys: readonly Key[];
  measures: readonly Measure[];
  /** The column of how many rows a group has. */
  rows: string;
  held: string;
  /** The column of a group's place among all. */
  rank: string | undefined;
  options: GroupOptions;
}

/** The groups as they are shown: what has no place along an axis is left out and counted, and of names the rest come together. */
async function finish({
  context,
  chart,
  keys,
  measures,
  rows,
  held,
  rank,
  options: { most, ranked, leavesRest = false },
}: Parts): Promise<Made> {
  const named = keys.filter((key) => key.named);
  const isThere =
    keys.flatMap((key) => (key.named ? [] : [`${quoteName(key.name)} IS NOT NULL`])).join(' AND ') || 'true';
  const [answer] = toRows(
    await context.ask(
      `SELECT ${[
        `sum(${rows})`,
        `sum(${rows}) FILTER (WHERE NOT (${isThere}))`,
        ...named.map(({ name }) => `count(DISTINCT (${quoteName(name)}, 1))`),
      ].join(', ')}\nFROM ${held}`,
    ),
  );
  const [all = 0, missing = 0, ...counts] = answer!.map(Number);
  const joins = !leavesRest && measures.every(({ aggregate }) => isAdditive(aggregate));
  const cuts = named.map(({ slot, channel, name }, at): Cut => {
    const asked = channel.top ?? most[slot] ?? 1000;
    const isCut = counts[at]! > asked;
    // what is left is one group more
    return { name, shown: isCut && joins ? Math.max(asked - 1, 1) : asked, groups: counts[at]!, isCut };
  });
  const total = measures[0] ? toTotal(measures[0]) : `sum(${rows})`;
  const own = (prefix: string, name: string) => quoteName(`${prefix} of ${name}`);
  const sized = named.map(
    ({ name }) => `${total} OVER (PARTITION BY ${quoteName(name)}) AS ${own('total', name)}`,
  );
  const placed = named.flatMap(({ name, channel }) => {
    const [it, size] = [quoteName(name), own('total', name)];
    return [
      `dense_rank() OVER (ORDER BY ${size} DESC NULLS LAST, ${it}) AS ${own('rank', name)}`,
      `dense_rank() OVER (ORDER BY ${toOrderSql(channel, it, size)}) AS ${own('place', name)}`,
    ];
  });
  if (rank && measures[0]) {
    const others = keys.filter(({ slot }) => slot !== ranked).map(({ name }) => quoteName(name));
    const size = quoteName(measures[0].name);
    const parts = others.length > 0 ? `PARTITION BY ${others.join(', ')} ` : '';
    placed.push(
      `CASE WHEN ${size} IS NOT NULL THEN rank() OVER (${parts}ORDER BY ${size} DESC NULLS LAST) END AS ${quoteName(rank)}`,
    );
  }
  const isKept = ({ name, shown }: Cut) => `${own('rank', name)} <= ${shown}`;
  const together = joins && cuts.some(({ isCut }) => isCut);
  const cutOf = (name: string) => cuts.find((cut) => cut.isCut && cut.name === name);
  const written: (readonly [slot: string, sql: string])[] = [
    ...keys.map(({ slot, name }) => {
      const cut = joins ? cutOf(name) : undefined;
      const it = quoteName(name);
      return [slot, cut ? `CASE WHEN ${isKept(cut)} THEN ${it} END AS ${it}` : it] as const;
    }),
    ...measures.map(
      (measure) => [measure.slot, `${toFinal(measure, together)} AS ${quoteName(measure.name)}`] as const,
    ),
    ...(rank && !together ? [['rank', quoteName(rank)] as const] : []),
    ...keys.flatMap(({ slot, name }) => {
      const cut = joins ? cutOf(name) : undefined;
      return cut ? [[`${slot}.rest`, `NOT ${isKept(cut)} AS ${quoteName(`${name}_rest`)}`] as const] : [];
    }),
  ];
  const order = keys.flatMap(({ name, named: isNamed }) => {
    const cut = isNamed ? cutOf(name) : undefined;
    const at = isNamed ? own('place', name) : quoteName(name);
    const first = together && isNamed ? `min(${at})` : at;
    return cut && together ? [`NOT ${isKept(cut)}`, first] : [first];
  });
  const shown = joins ? [] : cuts.filter(({ isCut }) => isCut).map(isKept);
  const from =
    placed.length === 0
      ? held
      : `(\n  SELECT *, ${placed.join(',\n    ')}\n  FROM (SELECT ${['*', ...sized].join(', ')} FROM ${held} WHERE ${isThere})\n)`;
  const wheres = placed.length === 0 ? [isThere] : shown;
  const sql = [
    `SELECT\n  ${written.map(([, sql]) => sql).join(',\n  ')}`,
    `FROM ${from}`,
    ...(wheres.length > 0 ? [`WHERE ${wheres.join(' AND ')}`] : []),
    ...(together ? ['GROUP BY ALL'] : []),
    ...(order.length > 0 ? [`ORDER BY ${order.join(', ')}`] : []),
  ].join('\n');
  const cut = cuts.find(({ isCut }) => isCut);
  const told: Told = {
    rows: all,
    ...(missing > 0 && { missing }),
    ...(cut && { cut: { groups: cut.groups, shown: cut.shown, together: joins } }),
  };
  return { sql, slots: written.map(([slot]) => slot), chart, told };
}

interface Cut {
  name: string;
  groups: number;
  shown: number;
  isCut: boolean;
}

/** How much a group of names weighs, when the largest are chosen. */
function toTotal({ name, aggregate }: Measure): string {
  return `${isAdditive(aggregate) ? 'sum' : 'max'}(${quoteName(name)})`;
}

/** What groups that were put together come to, as they are shown. */
function toFinal({ name, aggregate }: Measure, together: boolean): string {
  const it = together ? `sum(${quoteName(name)})` : quoteName(name);
  return aggregate === 'share' ? `${it} / nullif(sum(${it}) OVER (), 0)` : it;
}

function toOrderSql({ sort = 'value' }: Channel, it: string, total: string): string {
  switch (sort) {
    case 'value':
      return `${total} DESC NULLS LAST, ${it}`;
    case 'value-up':
      return `${total} NULLS FIRST, ${it}`;
    case 'name':
      return `${it} NULLS LAST`;
    case 'name-down':
      return `${it} DESC NULLS FIRST`;
  }
}

/** Rows that a person's condition is true of. */
export function toWhere({ options }: Chart): string {
  return options.where ? `\nWHERE (${String(options.where)})` : '';
}

export function toRows(columns: readonly (readonly Value[])[]): Value[][] {
  const rows = columns[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, at) => columns.map((column) => column[at] ?? null));
}

/** The chart with units where nobody has said them, and bins, both by what the columns reach over. */
export async function choose(
  { chart, columns, from, ask }: MakeContext,
  options: Pick<GroupOptions, 'by' | 'bins' | 'moments' | 'scaled'>,
): Promise<{ chart: Chart; bins: Record<string, Bins> }> {
  const bins: Record<string, Bins> = {};
  const isLog = ({ scale }: Channel) => options.scaled === true && scale === 'log';
  const open = options.by.flatMap((slot) => {
    const channel = only(chart, slot);
    const column = channel && findColumn(columns, channel.column!);
    if (!column) return [];
    const wanted = channel.bins ?? options.bins?.[slot];
    const isOpen = isMoment(column.type)
      ? channel.unit === undefined
      : toFamily(column.type) === 'number' && wanted !== undefined;
    return isOpen ? [{ slot, channel, column, wanted }] : [];
  });
  if (open.length === 0) return { chart, bins };
  const asked = open.flatMap(({ channel, column: { name, type } }) => {
    const it = isMoment(type) ? `epoch(${quoteName(name)})` : `CAST(${quoteName(name)} AS DOUBLE)`;
    const there = `FILTER (WHERE isfinite(${it})${isLog(channel) && !isMoment(type) ? ` AND ${it} > 0` : ''})`;
    return [`min(${it}) ${there}`, `max(${it}) ${there}`];
  });
  const [answer] = toRows(await ask(`SELECT ${asked.join(', ')}\nFROM ${from}${toWhere(chart)}`));
  const slots = { ...chart.slots };
  for (const [at, { slot, channel, column, wanted }] of open.entries()) {
    const [least, greatest] = [Number(answer![2 * at] ?? 0), Number(answer![2 * at + 1] ?? 0)];
    if (isMoment(column.type)) {
      const unit = chooseUnit((greatest - least) / 86_400, column.type, options.moments ?? 60);
      slots[slot] = [{ ...channel, unit }];
    } else if (isLog(channel)) bins[slot] = toLogBins(least, greatest, wanted!);
    else bins[slot] = toBins(least, greatest, wanted!, /INT/.test(column.type));
  }
  return { chart: { ...chart, slots }, bins };
}
