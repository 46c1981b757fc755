import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Ask } from '../chain';

export interface ModelTable {
  name: string;
  columns: readonly Column[];
}

/** A column, or two, by which each row of a table is known. */
export interface CandidateKey {
  columns: readonly string[];
  rows: number;
  /** Rows whose values are there already; of a true key none. */
  twice: number;
}

/** What one look at a table found. */
export interface Shape {
  table: ModelTable;
  rows: number;
  columns: readonly { column: Column; present: number; about: number }[];
  keys: readonly CandidateKey[];
}

/** A key that is right but for rows that came twice is still one, and what is wrong is told. */
const NEARLY = 0.02;
/** An estimate of different values is a seventh out, now and then more. */
const ESTIMATE = 0.6;
const MOST_SINGLES = 8;
const MOST_PAIRS = 24;
const FEW_PAIRS = 6;
const MANY_ROWS = 1_000_000;

const CODE =
  /(^|[\s_-])(id|no|nr|code|key|number|sku|uuid|guid)$|[a-z](Id|No|Code|Key)$|编号|编码|代码|单号|号$/i;

/** Looks for the keys of a table: two queries, and a third where no column alone is one. The best comes first. */
export async function findCandidateKeys(table: ModelTable, ask: Ask): Promise<Shape> {
  const columns = table.columns.filter(isKeyType);
  if (columns.length === 0) return { table, rows: 0, columns: [], keys: [] };
  const [rows = 0, ...counts] = await readNumbers(toCountsSql(table.name, columns), ask);
  const counted = columns.map((column, at) => ({
    column,
    present: counts[2 * at]!,
    about: counts[2 * at + 1]!,
  }));
  const shape = { table, rows, columns: counted };
  if (rows === 0) return { ...shape, keys: [] };

  const whole = counted.filter(({ present }) => present === rows);
  const singles = byCode(whole.filter(({ about }) => about >= ESTIMATE * rows))
    .slice(0, MOST_SINGLES)
    .map(({ column }) => [column.name]);
  const found = await readKeys(singles);
  if (found.length > 0) return { ...shape, keys: found };

  const pairs = whole.flatMap((one, at) => whole.slice(at + 1).map((other) => [one, other] as const));
  const likely = pairs
    .filter(([one, other]) => one.about * other.about >= ESTIMATE * rows)
    .sort((one, other) => toRank(other) - toRank(one))
    .slice(0, rows > MANY_ROWS ? FEW_PAIRS : MOST_PAIRS)
    .map(([one, other]) => [one.column.name, other.column.name]);
  return { ...shape, keys: await readKeys(likely) };

  async function readKeys(candidates: readonly (readonly string[])[]): Promise<CandidateKey[]> {
    if (candidates.length === 0) return [];
    const distinct = await readNumbers(toDistinctSql(table.name, candidates), ask);
    return candidates
      .map((names, at) => ({ columns: names, rows, twice: rows - distinct[at]! }))
      .filter(({ twice }) => twice <= NEARLY * rows)
      .map((key, at) => ({ key, rank: toKeyRank(key, at) }))
      .sort((one, other) => other.rank - one.rank)
      .map(({ key }) => key);
  }
}

/** Columns that are called like keys count most, then those that are unique, then those that stand first. */
function toKeyRank({ columns, twice }: CandidateKey, at: number): number {
  const codes = columns.filter((name) => CODE.test(name)).length / columns.length;
  return 100 * codes + (twice === 0 ? 50 : 0) - at;
}

function toRank(pair: readonly { column: Column }[]): number {
  return pair.filter(({ column }) => CODE.test(column.name)).length;
}

function byCode<T extends { column: Column }>(counted: readonly T[]): T[] {
  return [...counted].sort((one, other) => toRank([other]) - toRank([one]));
}

export function isCode(name: string): boolean {
  return CODE.test(name);
}

/** One row: rows, then how many values each column has, and about how many different ones. */
export function toCountsSql(table: string, columns: readonly Column[]): string {
  const counts = columns.flatMap(({ name, type }, at) => {
    const it = toValue({ name, type });
    return [`count(${it}) AS n_${at}`, `approx_count_distinct(${it}) AS about_${at}`];
  });
  return `SELECT count(*) AS in_all,\n  ${counts.join(',\n  ')}\nFROM ${quoteName(table)}`;
}

/** One row: how many different values each candidate has. */
export function toDistinctSql(table: string, candidates: readonly (readonly string[])[]): string {
  const counts = candidates.map((names, at) => {
    const key = names.length === 1 ? quoteName(names[0]!) : `hash(${names.map(quoteName).join(', ')})`;
    return `(SELECT count(*) FROM (SELECT DISTINCT ${key} FROM ${quoteName(table)})) AS n_${at}`;
  });
  return `SELECT ${counts.join(',\n  ')}`;
}

/** A value that is there; an empty text is none. */
export function toValue({ name, type }: Column): string {
  return type === 'VARCHAR' ? `nullif(${quoteName(name)}, '')` : quoteName(name);
}

export async function readNumbers(sql: string, ask: Ask): Promise<number[]> {
  return (await ask(sql)).values.map(([value]) => Number(value ?? 0));
}

function isKeyType({ type }: Column): boolean {
  return (
    !/^(DOUBLE|FLOAT|DECIMAL|INTERVAL|BLOB|BIT|TIME$)/.test(type) &&
    !['nested', 'flag'].includes(toFamily(type))
  );
}
