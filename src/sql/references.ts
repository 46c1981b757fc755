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
  /** `$name` and `$1`, without the sign; the extent has it. For `getvariable('name')` the extent is the call. */
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

/** Functions that read tables whose names stand in a text, or that list what the engine happens to hold. */
const BY_TEXT =
  /^(query(_table)?|pragma_(table_info|show|storage_info)|duckdb_(columns|constraints|indexes|tables|views|variables))$/i;

const LISTS = /^(information_schema|pg_catalog)$/i;

/** What can follow a `$`. */
const INPUT_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** What reads tables that the statement does not name, so that nothing but the engine sees them. */
export function findUnseen(sql: string): Reference | undefined {
  const sources = toTree(sql).cores.flatMap((core) => core.sources);
  return sources
    .filter(({ kind, path }) =>
      kind === 'function'
        ? BY_TEXT.test(path.at(-1)!.name)
        : kind === 'table' && LISTS.test(path[0]!.name) && path.length > 1,
    )
    .map(({ path }) => path.at(-1)!)[0];
}

/** What the workbook knows a table by: `segments.centers` stands behind the rows of the cell `segments`. */
export function toReadName({ name, schema = 'main' }: TableReference): string {
  return /^(main|rejected|unread)$/i.test(schema) ? name : schema;
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

/** Every `$name` and `$1`, and every `getvariable('name')`, which reads the same. */
export function findParameters(sql: string): Reference[] {
  const tokens = toTokens(sql).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const textAt = (at: number) => {
    const token = tokens[at];
    return token ? sql.slice(token.from, token.to) : '';
  };
  return tokens.flatMap(({ kind, from, to }, at): Reference[] => {
    if (kind === 'parameter' && to > from + 1) return [{ name: sql.slice(from + 1, to), from, to }];
    const isCall = /^getvariable$/i.test(textAt(at)) && textAt(at + 1) === '(' && textAt(at + 3) === ')';
    const name = isCall ? textAt(at + 2).slice(1, -1) : '';
    const isText = textAt(at + 2).startsWith("'") && INPUT_NAME.test(name);
    return isCall && isText ? [{ name, from, to: tokens[at + 3]!.to }] : [];
  });
}

function byPlace(one: Reference, other: Reference): number {
  return one.from - other.from;
}
