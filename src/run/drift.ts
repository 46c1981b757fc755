import type { Engine } from '../engine/engine';
import { quoteName } from '../sql/quote';
import type { Column } from '../table/column';
import { toFamily } from '../table/column';

/** What next month's file has otherwise than this month's. */
export interface Drift {
  rows: { before: number; after: number };
  gone: string[];
  added: string[];
  /** Columns that are gone and came under a new name, as far as their values tell. */
  renamed: { from: string; to: string }[];
  types: { column: string; before: string; after: string }[];
  /** Words that the column has had none of, or has no more; columns of few different words only. */
  categories: { column: string; added: string[]; gone: string[] }[];
  /** Shares of missing values that moved. */
  blanks: { column: string; before: number; after: number }[];
}

/** A column with more different values than this holds names or texts, not categories. */
const MOST_CATEGORIES = 60;
const MOST_NAMED = 12;
/** A share of missing values moves a little from month to month. */
const BLANKS_MOVED = 0.05;
/** The share of values that two columns have in common when one is the other under a new name. */
const SAME_VALUES = 0.6;
const SAMPLE_VALUES = 2000;

export function isDrift({ gone, added, renamed, types, categories, blanks }: Drift): boolean {
  return [gone, added, renamed, types, categories, blanks].some((list) => list.length > 0);
}

/** Compares two tables by queries; no row leaves the engine. */
export async function readDrift(
  engine: Pick<Engine, 'query'>,
  before: { name: string; columns: readonly Column[] },
  after: { name: string; columns: readonly Column[] },
  signal: AbortSignal,
): Promise<Drift> {
  const find = ({ columns }: { columns: readonly Column[] }, name: string) =>
    columns.find((column) => column.name === name);
  const missing = before.columns.filter(({ name }) => !find(after, name));
  const fresh = after.columns.filter(({ name }) => !find(before, name));
  const renamed = await findRenamed(missing, fresh);
  const shared = before.columns.filter(({ name }) => find(after, name));
  const [counts, newCounts] = await Promise.all([count(before.name, shared), count(after.name, shared)]);

  const drift: Drift = {
    rows: { before: counts.rows, after: newCounts.rows },
    gone: missing.map(({ name }) => name).filter((name) => !renamed.some(({ from }) => from === name)),
    added: fresh.map(({ name }) => name).filter((name) => !renamed.some(({ to }) => to === name)),
    renamed,
    types: [],
    categories: [],
    blanks: [],
  };
  for (const [index, { name, type }] of shared.entries()) {
    const other = find(after, name)!;
    if (other.type !== type) drift.types.push({ column: name, before: type, after: other.type });
    const share = (of: typeof counts) => (of.rows === 0 ? 0 : 1 - of.present[index]! / of.rows);
    const [was, is] = [share(counts), share(newCounts)];
    if (counts.rows > 0 && newCounts.rows > 0 && Math.abs(is - was) > BLANKS_MOVED) {
      drift.blanks.push({ column: name, before: was, after: is });
    }
    if (toFamily(type) !== 'text' || toFamily(other.type) !== 'text') continue;
    if (counts.distinct[index]! > MOST_CATEGORIES || newCounts.distinct[index]! > MOST_CATEGORIES) continue;
    const [added, gone] = await Promise.all([
      except(after.name, before.name, name),
      except(before.name, after.name, name),
    ]);
    if (added.length + gone.length > 0) drift.categories.push({ column: name, added, gone });
  }
  return drift;

  async function run(sql: string): Promise<unknown[][]> {
    return (await engine.query(sql, { signal })).values;
  }

  async function count(table: string, columns: readonly Column[]) {
    const measures = columns.flatMap(({ name }) => [
      `count(${quoteName(name)})`,
      `approx_count_distinct(${quoteName(name)})`,
    ]);
    const values = await run(`SELECT ${['count(*)', ...measures].join(', ')} FROM ${quoteName(table)}`);
    const numbers = values.map((column) => Number(column[0]));
    return {
      rows: numbers[0]!,
      present: columns.map((_, index) => numbers[1 + 2 * index]!),
      distinct: columns.map((_, index) => numbers[2 + 2 * index]!),
    };
  }

  async function except(left: string, right: string, column: string): Promise<string[]> {
    const name = quoteName(column);
    const select = (table: string) =>
      `SELECT ${name} AS v FROM ${quoteName(table)} WHERE ${name} IS NOT NULL`;
    const values = await run(
      `SELECT v FROM (${select(left)} EXCEPT ${select(right)}) ORDER BY v LIMIT ${MOST_NAMED}`,
    );
    return values[0]!.map(String);
  }

  /** Alike in name but for case, blanks and marks; or else in type and values. */
  async function findRenamed(left: readonly Column[], right: readonly Column[]): Promise<Drift['renamed']> {
    const found: Drift['renamed'] = [];
    const free = new Set(right);
    for (const column of left) {
      let match = [...free].find((other) => toBare(other.name) === toBare(column.name));
      if (!match) {
        for (const other of free) {
          if (other.type === column.type && (await sharesValues(column.name, other.name))) {
            match = other;
            break;
          }
        }
      }
      if (!match) continue;
      free.delete(match);
      found.push({ from: column.name, to: match.name });
    }
    return found;
  }

  async function sharesValues(from: string, to: string): Promise<boolean> {
    const values = (table: string, column: string) =>
      `SELECT DISTINCT CAST(${quoteName(column)} AS VARCHAR) AS v FROM ${quoteName(table)}
       WHERE ${quoteName(column)} IS NOT NULL ORDER BY hash(v) LIMIT ${SAMPLE_VALUES}`;
    const [share] = (
      await run(`
        WITH a AS (${values(before.name, from)}), b AS (${values(after.name, to)})
        SELECT (SELECT count(*) FROM a SEMI JOIN b USING (v)) / greatest(least((SELECT count(*) FROM a), (SELECT count(*) FROM b)), 1)`)
    )[0]!;
    return Number(share) >= SAME_VALUES;
  }
}

/** `Order ID` and `order_id` are one name. */
function toBare(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
