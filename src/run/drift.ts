import type { Engine } from '../engine/engine';
import { toAlikeName } from '../import/again/alikeName';
import { quoteName } from '../sql/quote';
import type { Column } from '../table/column';
import { toFamily } from '../table/column';

/** What next month's file has otherwise than this month's. */
export interface Drift {
  rows: { before: number; after: number };
  gone: string[];
  added: string[];
  renamed: Renamed[];
  types: { column: string; before: string; after: string }[];
  /** Words that the column has had none of, or has no more; columns of few different words only. */
  categories: { column: string; added: string[]; gone: string[] }[];
  /** Shares of missing values that moved. */
  blanks: { column: string; before: number; after: number }[];
}

/** A column that is gone and came under a new name: as far as the two names tell, or else their values. */
export interface Renamed {
  from: string;
  to: string;
  by: 'name' | 'values';
}

export interface DriftTable {
  name: string;
  columns: readonly Column[];
}

/** A column with more different values than this holds names or texts, not categories. */
const MOST_CATEGORIES = 60;
/** How often a category comes, on average, at least: what comes once each is a key or a name. */
const LEAST_REPEATS = 1.5;
/** A share of missing values moves a little from month to month. */
const BLANKS_MOVED = 0.05;
/** The share of values that two columns have in common when one is the other under a new name. */
const SAME_VALUES = 0.6;
/** So few different values say nothing: any two columns of small numbers share them. */
const LEAST_WORDS = 2;
const LEAST_NUMBERS = 20;
const SAMPLE_VALUES = 2000;
/** Each pair is a query; where more columns than this came and went, it is another table. */
const MOST_PAIRS = 400;

export function isDrift({ gone, added, renamed, types, categories, blanks }: Drift): boolean {
  return [gone, added, renamed, types, categories, blanks].some((list) => list.length > 0);
}

/** Compares two tables by queries; no row leaves the engine. */
export async function readDrift(
  engine: Pick<Engine, 'query'>,
  before: DriftTable,
  after: DriftTable,
  signal: AbortSignal,
): Promise<Drift> {
  const missing = before.columns.filter(({ name }) => !find(after, name));
  const fresh = after.columns.filter(({ name }) => !find(before, name));
  const renamed = await findRenamed();
  const pairs = before.columns.flatMap((was): Pair[] => {
    const is = find(after, renamed.find(({ from }) => from === was.name)?.to ?? was.name);
    return is ? [{ was, is }] : [];
  });
  const old = await count(
    before,
    pairs.map(({ was }) => was),
  );
  const now = await count(
    after,
    pairs.map(({ is }) => is),
  );

  const drift: Drift = {
    rows: { before: old.rows, after: now.rows },
    gone: missing.map(({ name }) => name).filter((name) => !renamed.some(({ from }) => from === name)),
    added: fresh.map(({ name }) => name).filter((name) => !renamed.some(({ to }) => to === name)),
    renamed,
    types: [],
    categories: [],
    blanks: [],
  };
  for (const [index, { was, is }] of pairs.entries()) {
    const column = was.name;
    if (was.type !== is.type) drift.types.push({ column, before: was.type, after: is.type });
    // of a table without rows the number of its rows says enough
    if (old.rows === 0 || now.rows === 0) continue;
    const blanks = { column, before: toBlankShare(old, index), after: toBlankShare(now, index) };
    if (Math.abs(blanks.after - blanks.before) > BLANKS_MOVED) drift.blanks.push(blanks);
    if (!isCategory(old, index) || !isText(is) || now.distinct[index]! > MOST_CATEGORIES) continue;
    const added = await except([after, is], [before, was]);
    const gone = await except([before, was], [after, is]);
    if (added.length + gone.length > 0) drift.categories.push({ column, added, gone });
  }
  return drift;

  async function run(sql: string): Promise<unknown[][]> {
    return (await engine.query(sql, { signal })).values;
  }

  async function count({ name: table }: DriftTable, columns: readonly Column[]): Promise<Counts> {
    const measures = columns.flatMap((column) => [
      `count(${quoteName(column.name)})`,
      isText(column) ? `approx_count_distinct(${quoteName(column.name)})` : 'NULL',
    ]);
    const values = await run(`SELECT ${['count(*)', ...measures].join(', ')} FROM ${quoteName(table)}`);
    const numbers = values.map(([value]) => (value === null ? Infinity : Number(value)));
    return {
      rows: numbers[0]!,
      present: columns.map((_, index) => numbers[1 + 2 * index]!),
      distinct: columns.map((_, index) => numbers[2 + 2 * index]!),
    };
  }

  /** The words of one column that the other has none of. */
  async function except(left: Place, right: Place): Promise<string[]> {
    const values = await run(`${toWords(left)} EXCEPT ${toWords(right)} ORDER BY v`);
    return values[0]!.map(String);
  }

  /** Alike in name but for case, blanks and marks; or else in type and values. */
  async function findRenamed(): Promise<Renamed[]> {
    const free = new Set(fresh);
    const found = new Map<Column, Renamed>();
    const take = (from: Column, to: Column, by: Renamed['by']) => {
      free.delete(to);
      found.set(from, { from: from.name, to: to.name, by });
    };
    for (const column of missing) {
      const match = [...free].find(({ name }) => toAlikeName(name) === toAlikeName(column.name));
      if (match) take(column, match, 'name');
    }
    const open = missing.filter((column) => !found.has(column));
    if (open.length * free.size > MOST_PAIRS) return [...found.values()];
    for (const column of open) {
      let best: { column: Column; share: number } | undefined;
      for (const other of free) {
        if (other.type !== column.type) continue;
        const share = await readCommonShare([before, column], [after, other]);
        if (share >= SAME_VALUES && share > (best?.share ?? 0)) best = { column: other, share };
      }
      if (best) take(column, best.column, 'values');
    }
    return [...found.values()];
  }

  async function readCommonShare(left: Place, right: Place): Promise<number> {
    // the same hashes on both sides, so that the two samples are of the same values
    const sample = (place: Place) =>
      `SELECT v FROM (SELECT DISTINCT v FROM (${toWords(place)})) ORDER BY hash(v) LIMIT ${SAMPLE_VALUES}`;
    const values = await run(`
      WITH a AS (${sample(left)}), b AS (${sample(right)})
      SELECT (SELECT count(*) FROM a SEMI JOIN b USING (v)), (SELECT count(*) FROM a), (SELECT count(*) FROM b)`);
    const [common, first, second] = values.map(([value]) => Number(value)) as [number, number, number];
    const least = isText(left[1]) ? LEAST_WORDS : LEAST_NUMBERS;
    return Math.min(first, second) < least ? 0 : common / Math.min(first, second);
  }
}

interface Pair {
  was: Column;
  is: Column;
}

type Place = [table: DriftTable, column: Column];

interface Counts {
  rows: number;
  /** Values of each column that are not missing, and how many of them differ. */
  present: number[];
  distinct: number[];
}

function find({ columns }: DriftTable, name: string): Column | undefined {
  return columns.find((column) => column.name === name);
}

function isText({ type }: Column): boolean {
  return toFamily(type) === 'text';
}

function isCategory({ present, distinct }: Counts, index: number): boolean {
  const words = distinct[index]!;
  return words > 0 && words <= MOST_CATEGORIES && present[index]! >= LEAST_REPEATS * words;
}

function toBlankShare({ rows, present }: Counts, index: number): number {
  return (rows - present[index]!) / rows;
}

function toWords([{ name: table }, { name }]: Place): string {
  const column = quoteName(name);
  return `SELECT CAST(${column} AS VARCHAR) AS v FROM ${quoteName(table)} WHERE ${column} IS NOT NULL`;
}
