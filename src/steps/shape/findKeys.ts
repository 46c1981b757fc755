import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { toKey } from './keys';

export interface LikelyKey {
  left: string;
  right: string;
  /** Same name, a name with its table's before it, or one within the other. */
  why: 'name' | 'table' | 'part';
}

interface Side {
  name: string;
  columns: readonly Column[];
}

const CODE = /(id|code|key|no|num|number|sku|uuid|编号|编码|代码|号码|号|工号|学号)$/;

/** Pairs of columns by which two tables may belong together, by their names and types alone; the likeliest first. */
export function findKeys(here: Side, there: Side): LikelyKey[] {
  const found = here.columns.flatMap((left) =>
    there.columns.flatMap((right) => {
      if (!isKeyType(left) || !isKeyType(right) || isApart(left, right)) return [];
      const likely = toLikely(
        { table: toPlain(here.name), name: toPlain(left.name) },
        { table: toPlain(there.name), name: toPlain(right.name) },
      );
      if (!likely) return [];
      const score = likely.score - (toFamily(left.type) === toFamily(right.type) ? 0 : 0.5);
      return [{ left: left.name, right: right.name, why: likely.why, score }];
    }),
  );
  return found
    .sort((one, other) => other.score - one.score)
    .map(({ left, right, why }) => ({ left, right, why }));
}

/** A query of a row for each pair: how many values there are here, how many of them there too, and whether those there stand alone. */
export function toMatchShares(
  { from, columns }: { from: string; columns: readonly Column[] },
  { name, columns: others }: Side,
  pairs: readonly Pick<LikelyKey, 'left' | 'right'>[],
): string {
  return pairs
    .map((pair) => {
      const left = columns.find((column) => column.name === pair.left)!;
      const right = others.find((column) => column.name === pair.right)!;
      const key = toKey(left, right);
      const toCounts = (side: 'left' | 'right', table: string) =>
        `(SELECT ${key.toSql(side)} AS v, count(*) AS n FROM ${table} GROUP BY ALL)`;
      return [
        'SELECT count(here.v) AS "values", count(there.v) AS "found", coalesce(max(there.n), 0) <= 1 AS "isOnce"',
        `FROM ${toCounts('left', from)} AS here`,
        `LEFT JOIN ${toCounts('right', quoteName(name))} AS there ON here.v = there.v`,
      ].join('\n');
    })
    .join('\nUNION ALL\n');
}

function toLikely(
  left: { table: string; name: string },
  right: { table: string; name: string },
): { score: number; why: LikelyKey['why'] } | undefined {
  const isCode = CODE.test(left.name) && CODE.test(right.name);
  if (left.name === right.name) return { score: isCode && left.name.length > 2 ? 4 : 2, why: 'name' };
  if (!isCode) return undefined;
  const names = (one: typeof left, other: typeof left) =>
    toSingulars(other.table).some((table) => one.name === `${table}${other.name}`);
  if (names(left, right) || names(right, left)) return { score: 3, why: 'table' };
  return left.name.endsWith(right.name) || right.name.endsWith(left.name)
    ? { score: 1, why: 'part' }
    : undefined;
}

function toPlain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function toSingulars(table: string): string[] {
  return [
    table,
    table.replace(/ies$/, 'y'),
    table.replace(/es$/, ''),
    table.replace(/s$/, ''),
    table.replace(/表$/, ''),
  ];
}

function isKeyType({ type }: Column): boolean {
  return (
    !/^(DOUBLE|FLOAT|DECIMAL|INTERVAL|BLOB|BIT)/.test(type) && !['nested', 'flag'].includes(toFamily(type))
  );
}

/** A date and anything else. */
function isApart(left: Column, right: Column): boolean {
  const dates = [left, right].filter(({ type }) => toFamily(type) === 'date');
  return dates.length === 1;
}
