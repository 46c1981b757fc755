import { quoteName, quoteText } from '../../../sql/quote';
import type { Column } from '../../../table/column';
import type { StepContext } from '../../step';
import { months, silent } from './dayNames';
import { toFolded } from './fold';
import { toFree } from './free';
import type { Reading } from './reading';
import { toSeen, toTable, toText } from './reading';

export type DayOrder = 'dmy' | 'mdy' | 'ymd';

export interface DayOptions {
  to: 'day' | 'moment';
  /** Which part of 05/03/24 is which. */
  order: DayOrder;
  /** Numbers of five digits count days, as Excel does, from 1900 or 1904. */
  serials?: 'none' | '1900' | '1904';
  /** The year of days that name none. */
  year?: number | null;
}

/** Days and moments as people write them. Each text is read once, however many rows have it. */
export function toDayReading(
  context: Pick<StepContext, 'from'>,
  columns: readonly Column[],
  options: DayOptions,
): Reading {
  const type = options.to === 'day' ? 'DATE' : 'TIMESTAMP';
  const asked = columns.filter(({ type: own }) => own !== 'DATE' && !own.startsWith('TIMESTAMP'));
  const named = toFree(context.from);
  const read = named('days_read');
  const tables = [
    ...toPieces({ from: context.from, columns: asked }),
    toTable(
      read,
      [
        `SELECT given, ${options.to === 'day' ? toDay('day') : toMoment('day')} AS value`,
        `  FROM (SELECT *, ${toDate(options)} AS day FROM ${named('days_pieces')})`,
      ].join('\n'),
      { held: true },
    ),
  ];
  return {
    tables: asked.length > 0 ? tables : [],
    read(column) {
      const it = `it.${quoteName(column.name)}`;
      if (column.type === type) return it;
      if (column.type === 'DATE') return `CAST(${it} AS TIMESTAMP)`;
      if (column.type.startsWith('TIMESTAMP') && type === 'TIMESTAMP') return `CAST(${it} AS TIMESTAMP)`;
      // a day has no place for a time of day
      if (column.type.startsWith('TIMESTAMP'))
        return `CASE WHEN ${it} = CAST(${it} AS DATE) THEN CAST(${it} AS DATE) END`;
      return `(SELECT value FROM ${read} WHERE ${read}.given = ${toText(column)})`;
    },
  };
}

/** What is known of the texts of some columns under each order. */
export interface OrderFound {
  /** Texts like 05/03/24, and how many of them each order reads. */
  open: number;
  reads: Record<DayOrder, number>;
  /** Those that mean two days; with points between, the day comes first everywhere. */
  differing: number;
  example: string;
  isDotted: boolean;
  failing: Record<DayOrder, { count: number; example: string }>;
}

const ORDERS = ['dmy', 'mdy', 'ymd'] as const;

/** Asks in which order the parts of days stand; `toOrderFound` understands the answer. */
export function toOrderQuestion(
  { from }: Pick<StepContext, 'from'>,
  columns: readonly Column[],
  options: Omit<DayOptions, 'order'>,
): string {
  const toValue = options.to === 'day' ? toDay : toMoment;
  const differs = 'is_open AND dmy <> mdy';
  return [
    `WITH ${toPieces({ from, columns }).join(',\n')}`,
    `SELECT count(*) FILTER (is_open), ${ORDERS.map((order) => `count(${order}) FILTER (is_open)`).join(', ')},`,
    `  count(*) FILTER (${differs}), min(given) FILTER (${differs}), bool_and(contains(rest, '.')) FILTER (is_open),`,
    `  ${ORDERS.map((order) => `count(*) FILTER (fails_${order}), min(given) FILTER (fails_${order})`).join(', ')}`,
    `FROM (SELECT *, ${ORDERS.map((order) => `regexp_matches(given, '[^\\s\\p{Z}]') AND ${toValue(order)} IS NULL AS fails_${order}`).join(', ')}`,
    `  FROM (SELECT *, regexp_full_match(rest, '${OPEN}') AS is_open, ${ORDERS.map((order) => `${toDate({ ...options, order })} AS ${order}`).join(', ')}`,
    `    FROM ${toFree(from)('days_pieces')}))`,
  ].join('\n');
}

export function toOrderFound(found: StepContext['found']): OrderFound {
  const [open, dmy, mdy, ymd, differing, example, isDotted, ...rest] = found.map(([value]) => value);
  const failing = (at: number) => ({ count: Number(rest[at] ?? 0), example: String(rest[at + 1] ?? '') });
  return {
    open: Number(open ?? 0),
    reads: { dmy: Number(dmy ?? 0), mdy: Number(mdy ?? 0), ymd: Number(ymd ?? 0) },
    differing: Number(differing ?? 0),
    example: String(example ?? ''),
    isDotted: isDotted === true,
    failing: { dmy: failing(0), mdy: failing(2), ymd: failing(4) },
  };
}

/** A time at the end, as 14:05:09.5, 2:05 pm, 下午2:05, 14:05Z. */
const HALF = '上午|下午|凌晨|早上|午前|午後|오전|오후';
const CLOCK = `^(.*?)(?:^|t|[ ,:]+|)(?:(${HALF}) ?)?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?([ap])\\.?m\\.?)?(?: ?(z|utc|gmt|(?:utc|gmt)?[-+]\\d{2}(?::?\\d{2})?))?$`;
const WEEKDAY =
  '[ (]*(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日|[월화수목금토일]요일)[ )]*$';

/** Each text taken apart: `rest` is its day as written, `numbers` the digits in that, `month` one that is named. */
function toPieces({ from, columns }: { from: string; columns: readonly Column[] }): string[] {
  const named = toFree(from);
  const [seen, clear, clocks] = [named('days_seen'), named('days_clear'), named('days_clocks')];
  return [
    toTable(
      seen,
      toSeen({ from, columns }, (it) => `length(${it}) <= 64`),
    ),
    toTable(
      clear,
      [
        `SELECT given, regexp_replace(CASE WHEN regexp_matches(said, '[时時点點시]') THEN rtrim(regexp_replace(regexp_replace(said, ' ?[时時点點분分시] ?', ':', 'g'), ' ?[秒초]', ''), ':') ELSE said END,`,
        `    '^(\\d{8})t?(\\d{2})(\\d{2})(\\d{2})(z?)$', '\\1 \\2:\\3:\\4\\5') AS said`,
        `  FROM (SELECT given, ${toFigures(`regexp_replace(lower(${toFolded('given')}), '\\s+', ' ', 'g')`)} AS said FROM ${seen})`,
      ].join('\n'),
    ),
    toTable(
      clocks,
      `SELECT given, said, regexp_extract(said, '${CLOCK}', ['day', 'half', 'hour', 'minute', 'second', 'fraction', 'letter', 'zone']) AS clock FROM ${clear}`,
    ),
    toTable(named('days_pieces'), toNamed(clocks)),
  ];
}

function toNamed(clocks: string): string {
  const names = months.map((words, at) => `WHEN ${toIsOneOf(words)} THEN '${at + 1}'`);
  const all = months.join(' ');
  return [
    `SELECT given, clock, rest, regexp_extract_all(rest, '\\d+') AS numbers,`,
    `    list_transform(list_filter(words, lambda word: ${toIsOneOf(all)})[1:1], lambda word: CASE ${names.join(' ')} END)[1] AS month,`,
    `    len(list_filter(words, lambda word: NOT ${toIsOneOf(`${all} ${silent}`)})) = 0 AND regexp_full_match(strip_accents(rest), '[a-z0-9 .,/''()º-]+') AS is_named`,
    `  FROM (SELECT *, regexp_extract_all(strip_accents(rest), '[a-z]+') AS words`,
    `  FROM (SELECT given, clock, regexp_replace(regexp_replace(CASE WHEN clock.hour = '' THEN said ELSE trim(rtrim(regexp_replace(clock.day, ' at$', ''), ', ')) END, '${WEEKDAY}', ''), '^(?:${silent.replaceAll(' ', '|')})[.]?,? (\\d)', '\\1') AS rest FROM ${clocks}))`,
  ].join('\n');
}

/** 二〇二四年三月二十一日 → 2024年3月21日 */
function toFigures(said: string): string {
  const steps: [string, string][] = [
    ['([一二三四五六七八九])十([一二三四五六七八九])', '\\1\\2'],
    ['([一二三四五六七八九])十', '\\1〇'],
    ['十([一二三四五六七八九])', '一\\1'],
    ['十', '一〇'],
  ];
  const written = steps.reduce((sql, [from, to]) => `regexp_replace(${sql}, '${from}', '${to}', 'g')`, said);
  return `CASE WHEN regexp_matches(given, '[〇零一二三四五六七八九十] ?[年月]') THEN translate(${written}, '〇零一二三四五六七八九', '00123456789') ELSE ${said} END`;
}

const FIRST = '\\d{4}(?:- ?\\d{1,2}- ?|/ ?\\d{1,2}/ ?|[.] ?\\d{1,2}[.] ?)\\d{1,2}[.]?';
const WRITTEN = '(?:\\d{4}|\\d{2}) ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日號号일]';
const OPEN = '\\d{1,2}(?:- ?\\d{1,2}-|/ ?\\d{1,2}/|[.] ?\\d{1,2}[.]) ?(?:\\d{4}|\\d{2})';
const COMPACT = '(?:19\\d{2}|20\\d{2}|2100)\\d{4}';
const NO_YEAR = '\\d{1,2} ?[月월] ?\\d{1,2} ?[日號号일]';
const SERIAL = '[1-7]\\d{4}(?:[.]\\d{1,20})?';

/** The day of the pieces of a text, as a moment where it is a count of days. */
function toDate({ order, serials = 'none', year = null }: DayOptions): string {
  const open = {
    dmy: 'numbers[3], numbers[2], numbers[1]',
    mdy: 'numbers[3], numbers[1], numbers[2]',
    ymd: 'numbers[1], numbers[2], numbers[3]',
  };
  const cases = [
    `WHEN regexp_full_match(rest, '${FIRST}|${WRITTEN}') THEN numbers`,
    // with points and a short year, it is a version as often as a day
    `WHEN regexp_full_match(rest, '\\d[.]\\d{1,2}[.]\\d{2}|\\d{2}[.]\\d[.]\\d{2}') THEN NULL`,
    `WHEN regexp_full_match(rest, '${OPEN}') THEN [${open[order]}]`,
    `WHEN regexp_full_match(rest, '${COMPACT}') THEN [rest[1:4], rest[5:6], rest[7:8]]`,
    `WHEN month IS NOT NULL AND is_named AND len(numbers) = 2 THEN CASE WHEN length(numbers[1]) = 4 THEN [numbers[1], month, numbers[2]] ELSE [numbers[2], month, numbers[1]] END`,
    ...(year === null
      ? []
      : [
          `WHEN regexp_full_match(rest, '${NO_YEAR}') THEN ['${year}', numbers[1], numbers[2]]`,
          `WHEN month IS NOT NULL AND is_named AND len(numbers) = 1 AND length(numbers[1]) <= 2 THEN ['${year}', month, numbers[1]]`,
        ]),
  ];
  const parts = `CASE ${cases.join('\n      ')} END`;
  const full = `list_transform([${parts}], lambda part: CASE WHEN length(part[1]) IN (2, 4) AND length(part[3]) <= 2 AND part[1] <> '0000' THEN TRY_CAST(concat(CASE length(part[1]) WHEN 4 THEN '' ELSE CASE WHEN part[1] < '69' THEN '20' ELSE '19' END END, part[1], '-', part[2], '-', part[3]) AS TIMESTAMP) END)[1]`;
  if (serials === 'none') return full;
  // Excel's 29 February 1900 never was; counts so low are left alone here
  const first = serials === '1900' ? "TIMESTAMP '1899-12-30'" : "TIMESTAMP '1904-01-01'";
  return `CASE WHEN regexp_full_match(rest, '${SERIAL}') AND clock.hour = '' THEN ${first} + to_milliseconds(CAST(round(CAST(rest AS DOUBLE) * 86400000) AS BIGINT))\n    ELSE ${full} END`;
}

/** The time of the pieces of a text since its day began; missing where it is no time. */
const SINCE = [
  `CASE WHEN clock.hour = '' THEN INTERVAL 0 SECOND`,
  `WHEN clock.minute > '59' OR clock.second > '59' OR CAST(clock.hour AS INTEGER) > 23 OR (clock.half <> '' AND clock.letter <> '') THEN NULL`,
  `WHEN clock.letter <> '' AND CAST(clock.hour AS INTEGER) NOT BETWEEN 1 AND 12 THEN NULL`,
  `ELSE to_hours(CASE WHEN clock.letter = 'p' OR (clock.half IN ('下午', '午後', '오후') AND CAST(clock.hour AS INTEGER) <= 12) THEN CAST(clock.hour AS INTEGER) % 12 + 12`,
  `    WHEN clock.letter = 'a' OR (clock.half <> '' AND clock.hour = '12') THEN CAST(clock.hour AS INTEGER) % 12 ELSE CAST(clock.hour AS INTEGER) END)`,
  `  + to_minutes(CAST(clock.minute AS INTEGER)) + to_microseconds(CAST(concat('0', clock.second, rpad(clock.fraction[1:6], 6, '0')) AS BIGINT)) END`,
].join('\n    ');

const AHEAD = `CASE WHEN regexp_matches(clock.zone, '\\d') THEN to_minutes(CAST(regexp_extract(clock.zone, '[-+]\\d{2}') AS INTEGER) * 60 + CAST(concat('0', regexp_extract(clock.zone, '[-+]\\d{2}:?(\\d{2})', 1)) AS INTEGER) * CASE WHEN contains(clock.zone, '-') THEN -1 ELSE 1 END) ELSE INTERVAL 0 SECOND END`;

/** A moment that names its zone becomes the time in UTC. */
function toMoment(day: string): string {
  return `${day} + ${SINCE}\n    - ${AHEAD}`;
}

function toDay(day: string): string {
  return `CASE WHEN clock.zone = '' AND ${day} + ${SINCE} = date_trunc('day', ${day}) THEN CAST(${day} AS DATE) END`;
}

/** As one text, which the engine is through with before it has read a hundred. */
function toIsOneOf(words: string): string {
  return `contains(${quoteText(` ${words} `)}, concat(' ', word, ' '))`;
}
