import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Ask } from '../chain';
import type { Loose } from '../field';
import type { ModelTable } from '../model/keys';
import { findCandidateKeys } from '../model/keys';
import { findRelationsFrom } from '../model/relations';

/** A rule that the rows keep today, or all but a few of them. */
export interface RuleOffer {
  rule: Readonly<{ rule: string } & Loose>;
  /** What it is known by: `order_id` is unique, `age` from 18 to 90. */
  why: 'unique' | 'present' | 'range' | 'one-of' | 'known';
  params: Readonly<Record<string, string>>;
}

const MOST_COLUMNS = 40;
const MOST_WORDS = 12;
/** A column of fewer rows than this may come to have other words. */
const LEAST_ROWS = 50;
const MOST_SHOWN = 4;
/** Of the values of a column, as many name something in the other table that those that do not are mistakes. */
const MOSTLY = 0.9;

/** Rules that a table seems to be kept by: its key, what is never missing, the ranges, the words and the references of its columns. */
export async function findRules(
  table: ModelTable,
  others: readonly ModelTable[],
  ask: Ask,
): Promise<RuleOffer[]> {
  const shape = await findCandidateKeys(table, ask);
  const { rows, keys } = shape;
  if (rows === 0) return [];
  const key = keys[0]?.columns ?? [];
  const [first = '', ...more] = key;
  const offers: RuleOffer[] =
    key.length === 0
      ? []
      : [
          {
            rule: { rule: 'unique', column: first, ...(more.length > 0 && { with: more }) },
            why: 'unique',
            params: { columns: key.join(' + ') },
          },
        ];
  for (const { from, to, found } of await findRelationsFrom(shape, others, ask)) {
    if (found < MOSTLY) continue;
    const place = { column: from.column, table: to.table, key: to.column };
    offers.push({ rule: { rule: 'known', ...place }, why: 'known', params: place });
  }
  const isTaken = (name: string) =>
    offers.some(({ rule }) => rule.column === name || (rule.with as string[] | undefined)?.includes(name));
  const columns = table.columns
    .filter(({ name, type }) => !isTaken(name) && ['number', 'date', 'text'].includes(toFamily(type)))
    .slice(0, MOST_COLUMNS);
  if (columns.length === 0) return offers;
  const { values } = await ask(toLookSql(table.name, columns));
  for (const [at, column] of columns.entries()) {
    const [present, least, most, words] = [0, 1, 2, 3].map((n) => values[4 * at + n]?.[0] ?? null);
    offers.push(...toOffers(column, { rows, present: Number(present), least, most, words }));
  }
  return offers;
}

interface Look {
  rows: number;
  present: number;
  least: unknown;
  most: unknown;
  words: unknown;
}

function toOffers({ name, type }: Column, { rows, present, least, most, words }: Look): RuleOffer[] {
  const family = toFamily(type);
  if (family !== 'text' && least !== null && most !== null && Number(least) !== Number(most)) {
    const limits = { least: String(least), most: String(most) };
    return [
      { rule: { rule: 'range', column: name, ...limits }, why: 'range', params: { column: name, ...limits } },
    ];
  }
  if (typeof words === 'string' && rows >= LEAST_ROWS) {
    const all = words.split('\n');
    const shown = [...all.slice(0, MOST_SHOWN), ...(all.length > MOST_SHOWN ? ['…'] : [])].join(', ');
    return [
      {
        rule: { rule: 'one-of', column: name, values: all },
        why: 'one-of',
        params: { column: name, values: shown },
      },
    ];
  }
  return present === rows
    ? [{ rule: { rule: 'present', column: name }, why: 'present', params: { column: name } }]
    : [];
}

/** One row, four values a column: how many are there, the least and the most of numbers and dates, the words of a text that has few. */
function toLookSql(table: string, columns: readonly Column[]): string {
  const looks = columns.flatMap(({ name, type }) => {
    const it = quoteName(name);
    const isText = toFamily(type) === 'text';
    const ends = isText ? ['NULL', 'NULL'] : [`CAST(min(${it}) AS VARCHAR)`, `CAST(max(${it}) AS VARCHAR)`];
    const isPlain = type === 'VARCHAR';
    const words = isPlain
      ? `CASE WHEN approx_count_distinct(${it}) <= ${MOST_WORDS}
      AND coalesce(bool_and(length(${it}) <= 40 AND NOT contains(${it}, chr(10)) AND ${it} <> ''), false)
    THEN string_agg(DISTINCT ${it}, chr(10) ORDER BY ${it}) END`
      : 'NULL';
    return [`count(${isPlain ? `nullif(${it}, '')` : it})`, ...ends, words];
  });
  return `SELECT ${looks.map((sql, at) => `${sql} AS v_${at}`).join(',\n  ')}\nFROM ${quoteName(table)}`;
}
