import { isSameName } from './name';
import { resolve, resolveRow } from './resolve';
import { toTree } from './tree/toTree';
import type { Name, Source, Tree } from './tree/tree';
import { toTokens } from './tokens';

export type Reference = Name;

export interface TableReference extends Reference {
  /** `main` in `main.t` and `memory.main.t`, `other.main` in `other.main.t`. */
  schema?: string;
}

export interface References {
  /** Where a table is read; one entry for each place. */
  tables: TableReference[];
  /** Where a column says which table it belongs to, by the table's own name. */
  qualifiers: Reference[];
  /** Single words that are a table's name too: its whole row where it has no such column, else that column. */
  rows: Reference[];
  /** `$name` and `$1`, without the sign; the extent has it. */
  parameters: Reference[];
}

/** What a statement reads, and where it says so. A broken statement gives what is found. */
export function findReferences(sql: string): References {
  const tree = toTree(sql);
  const tables = findTables(tree).map((table) => toReference(table));
  const qualifiers: Reference[] = [];
  const rows: Reference[] = [];
  for (const core of tree.cores) {
    for (const chain of core.chains) {
      const qualified = resolve(chain, core);
      if (qualified && isByOwnName(qualified.source)) qualifiers.push(qualified.part);
      const row = resolveRow(chain, core);
      if (row && isByOwnName(row.source)) rows.push(row.part);
    }
  }
  return {
    tables: tables.sort(byPlace),
    qualifiers: qualifiers.sort(byPlace),
    rows: rows.sort(byPlace),
    parameters: findParameters(sql),
  };
}

/** A function that reads tables whose names stand in a text, where nothing but the engine sees them. */
export function findByText(sql: string): Reference | undefined {
  const functions = toTree(sql).cores.flatMap(({ sources }) =>
    sources.filter(({ kind }) => kind === 'function'),
  );
  return functions.map(({ path }) => path.at(-1)!).find(({ name }) => /^query(_table)?$/i.test(name));
}

function toReference({ path }: Source): TableReference {
  const name = path.at(-1)!;
  if (path.length === 1) return name;
  const before = path.slice(0, -1).map(({ name }) => name);
  const own = isSameName(before[0]!, 'memory') ? before.slice(1) : before;
  return { ...name, schema: own.join('.') || 'main' };
}

function findTables({ cores }: Tree): Source[] {
  return cores
    .filter(({ kind }) => kind !== 'tail' && kind !== 'nested')
    .flatMap(({ sources }) => sources.filter(({ kind }) => kind === 'table'));
}

export function isByOwnName({ kind, alias }: Source): boolean {
  return kind === 'table' && !alias;
}

export function findParameters(sql: string): Reference[] {
  return toTokens(sql)
    .filter(({ kind, from, to }) => kind === 'parameter' && to > from + 1)
    .map(({ from, to }) => ({ name: sql.slice(from + 1, to), from, to }));
}

function byPlace(one: Reference, other: Reference): number {
  return one.from - other.from;
}
