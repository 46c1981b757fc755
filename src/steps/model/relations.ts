import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Ask } from '../chain';
import { findKeys } from '../shape/findKeys';
import { toKey } from '../shape/keys';
import type { ModelTable, Shape } from './keys';
import { findCandidateKeys, isCode, readNumbers, toValue } from './keys';

/** Rows of one table that name rows of another. */
export interface Relation {
  from: Place;
  to: Place;
  /** How many rows of `to` one of `from` has, and the other way round: customers to orders is `1:n`. */
  kind: '1:1' | '1:n' | 'n:m';
  by: 'name' | 'values' | 'both';
  /** Of the different values of `from`, the share that `to` has; and of those of `to`, the share that `from` names. */
  found: number;
  used: number;
  /** Rows of `from` that name nothing, and their different values. */
  broken: number;
  brokenValues: number;
  /** Rows of `to` whose key another row has already. */
  twice: number;
}

export interface Place {
  table: string;
  column: string;
}

export interface Model {
  tables: readonly Shape[];
  relations: readonly Relation[];
}

/** Values that are looked at before two columns are compared in full. */
const SAMPLE = 1000;
/** Columns of other names have nearly all of their values in common, and not a few. */
const SAME = 0.9;
const NAMED = 0.5;
const LEAST_VALUES = 20;
/** Pairs of columns that are looked at in one table's key. */
const MOST_COLUMNS = 60;

interface Candidate {
  from: Shape;
  column: Column;
  to: Shape;
  key: Column;
  isNamed: boolean;
}

/** The keys of tables and how the tables hang together; `onProgress` is told how many of the tables are done. */
export async function findModel(
  tables: readonly ModelTable[],
  ask: Ask,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<Model> {
  const shapes: Shape[] = [];
  for (const table of tables) shapes.push(await findCandidateKeys(table, ask));
  const relations: Relation[] = [];
  for (const [done, to] of shapes.entries()) {
    onProgress(done, shapes.length);
    relations.push(...(await findRelationsTo(to, shapes, ask)));
  }
  const told = findTold(relations);
  told.push(...(await findBetweenMany(shapes, told, ask)));
  return { tables: shapes, relations: told };
}

/** What a table's columns name in other tables. */
export async function findRelationsFrom(
  from: Shape,
  others: readonly ModelTable[],
  ask: Ask,
): Promise<Relation[]> {
  const relations: Relation[] = [];
  for (const other of others)
    relations.push(...(await findRelationsTo(await findCandidateKeys(other, ask), [from], ask)));
  return relations;
}

/** Without what others say already: the way back of one to one, and what goes through a table that only adds to another. */
function findTold(relations: readonly Relation[]): Relation[] {
  const isBetween = (one: Place, other: Place) => one.table === other.table && one.column === other.column;
  const oneWay = relations.filter((relation) => {
    const back = relations.find(
      ({ from, to }) => isBetween(from, relation.to) && isBetween(to, relation.from),
    );
    if (!back) return true;
    // the table that has all of the other's keys is the one that they name; else the one whose key has the plainer name
    if (relation.found !== back.found) return relation.found > back.found;
    const [own, other] = [relation.to.column.length, back.to.column.length];
    return own === other ? relations.indexOf(relation) < relations.indexOf(back) : own < other;
  });
  return oneWay.filter(({ from, to }) => {
    const bases = oneWay.filter(({ kind, from: extra }) => kind === '1:1' && isBetween(extra, to));
    return !bases.some((base) => oneWay.some((it) => isBetween(it.from, from) && isBetween(it.to, base.to)));
  });
}

/** By the first key of a table. Where a column is called like it, others that only share its values are chance. */
async function findRelationsTo(to: Shape, shapes: readonly Shape[], ask: Ask): Promise<Relation[]> {
  const single = to.keys.find(({ columns }) => columns.length === 1)?.columns[0];
  if (single === undefined) return [];
  const key = toColumn(to, single);
  const candidates = shapes.flatMap((from) => findCandidates(from, to, key)).slice(0, MOST_COLUMNS);
  if (candidates.length === 0) return [];
  const numbers = await readNumbers(toSharesSql(candidates, to, key), ask);
  const likely = candidates.filter(({ isNamed }, at) => {
    const [values, found] = [numbers[2 * at]!, numbers[2 * at + 1]!];
    return isNamed ? found >= NAMED * values && found > 0 : values >= LEAST_VALUES && found >= SAME * values;
  });
  const named = new Set(likely.filter(({ isNamed }) => isNamed).map(({ from }) => from));
  const relations: Relation[] = [];
  for (const candidate of likely) {
    if (!candidate.isNamed && named.has(candidate.from)) continue;
    relations.push(await readRelation(candidate, ask));
  }
  return relations;
}

function findCandidates(from: Shape, to: Shape, key: Column): Candidate[] {
  const isSelf = from === to;
  const likely = findKeys(from.table, { name: to.table.name, columns: [key] });
  return from.columns.flatMap(({ column, present, about }): Candidate[] => {
    if (present === 0 || (isSelf && column.name === key.name)) return [];
    const { isText } = toKey(column, key);
    const isNamed =
      !isText && likely.some(({ left, why }) => left === column.name && (why !== 'part' || isCode(left)));
    // numbers from 1 on are everywhere, and texts that are few are words
    const mayShare =
      !isSelf && !isText && toFamily(column.type) === 'text' && isCode(column.name) && about >= LEAST_VALUES;
    return isNamed || mayShare ? [{ from, column, to, key, isNamed }] : [];
  });
}

/** Two numbers a candidate: values looked at, and how many of them the key has. */
function toSharesSql(candidates: readonly Candidate[], to: Shape, key: Column): string {
  const parts = candidates.map(({ from, column }) => {
    const { toSql } = toKey(column, key);
    const values = `SELECT DISTINCT ${toSql('left')} AS v FROM ${quoteName(from.table.name)} WHERE ${toValue(column)} IS NOT NULL`;
    const drawn = `SELECT v FROM (${values}) ORDER BY hash(v) LIMIT ${SAMPLE}`;
    const keys = `SELECT ${toSql('right')} FROM ${quoteName(to.table.name)} WHERE ${toValue(key)} IS NOT NULL`;
    return `(SELECT {'looked': count(*), 'found': count(*) FILTER (v IN (${keys}))} FROM (${drawn}))`;
  });
  const counts = parts.flatMap((_, at) => [`c_${at}.looked AS looked_${at}`, `c_${at}.found AS found_${at}`]);
  return `SELECT ${counts.join(', ')}\nFROM (SELECT ${parts.map((part, at) => `${part} AS c_${at}`).join(',\n  ')})`;
}

async function readRelation({ from, column, to, key, isNamed }: Candidate, ask: Ask): Promise<Relation> {
  const [values, found, broken, keys] = (await readNumbers(toMatchSql(from, column, to, key), ask)) as [
    number,
    number,
    number,
    number,
  ];
  // a column that may be empty is no key, and where each happens to name another, two may name the same one tomorrow
  const isOnce = from.keys.some(({ columns }) => columns.length === 1 && columns[0] === column.name);
  return {
    from: { table: from.table.name, column: column.name },
    to: { table: to.table.name, column: key.name },
    kind: isOnce ? '1:1' : '1:n',
    by: isNamed ? (found >= SAME * values ? 'both' : 'name') : 'values',
    found: values === 0 ? 0 : found / values,
    used: keys === 0 ? 0 : found / keys,
    broken,
    brokenValues: values - found,
    twice: to.keys.find(({ columns }) => columns.length === 1 && columns[0] === key.name)?.twice ?? 0,
  };
}

/** One row: different values, those that are found, rows that are not, and different keys. */
function toMatchSql(from: Shape, column: Column, to: Shape, key: Column): string {
  const { toSql } = toKey(column, key);
  const here = `SELECT ${toSql('left')} AS v, count(*) AS n FROM ${quoteName(from.table.name)} WHERE ${toValue(column)} IS NOT NULL GROUP BY ALL`;
  const there = `SELECT DISTINCT ${toSql('right')} AS k FROM ${quoteName(to.table.name)} WHERE ${toValue(key)} IS NOT NULL`;
  return `WITH here AS (
  ${here}
), there AS (
  ${there}
)
SELECT count(*) AS of_values, count(k) AS found, coalesce(sum(n) FILTER (k IS NULL), 0) AS broken,
  (SELECT count(*) FROM there) AS of_keys
FROM here LEFT JOIN there ON v = k`;
}

/** Columns of the same name that say what a row belongs to, whose own table is not there. */
async function findBetweenMany(
  shapes: readonly Shape[],
  known: readonly Relation[],
  ask: Ask,
): Promise<Relation[]> {
  const isKnown = ({ table }: Shape, name: string) =>
    known.some(({ from, to }) =>
      [from, to].some((place) => place.table === table.name && place.column === name),
    );
  const found: Relation[] = [];
  for (const [at, from] of shapes.entries()) {
    for (const to of shapes.slice(at + 1)) {
      const pair = findKeys(from.table, to.table).find(
        ({ left, right, why }) =>
          why === 'name' && isCode(left) && left.length > 2 && !isKnown(from, left) && !isKnown(to, right),
      );
      if (!pair) continue;
      const candidate = {
        from,
        column: toColumn(from, pair.left),
        to,
        key: toColumn(to, pair.right),
        isNamed: true,
      };
      if (toKey(candidate.column, candidate.key).isText) continue;
      const relation = await readRelation(candidate, ask);
      if (relation.found > 0) found.push({ ...relation, kind: 'n:m' });
    }
  }
  return found;
}

/** The rows of a table that name nothing in the other. */
export function toBrokenSql(
  { from, to }: Pick<Relation, 'from' | 'to'>,
  tables: readonly ModelTable[],
): string {
  const find = ({ table, column }: Place) =>
    tables.find(({ name }) => name === table)!.columns.find(({ name }) => name === column)!;
  const [left, right] = [find(from), find(to)];
  const { toSql } = toKey(left, right);
  const value =
    left.type === 'VARCHAR' ? `nullif(it.${quoteName(left.name)}, '')` : `it.${quoteName(left.name)}`;
  return `SELECT it.*
FROM ${quoteName(from.table)} AS it
WHERE ${value} IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM ${quoteName(to.table)} AS other WHERE ${toSql('right', 'other')} = ${toSql('left', 'it')})`;
}

function toColumn({ table }: Shape, name: string): Column {
  return table.columns.find((column) => column.name === name)!;
}
