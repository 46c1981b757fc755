import type { Token } from '../tokens';

/** A stretch of the statement; `to` is after its last character. */
export interface Extent {
  from: number;
  to: number;
}

/** A name as it is meant, and where it is written, quotes included. */
export interface Name extends Extent {
  name: string;
}

/** What a text says, as far as it can be told: every query in it, and every `SELECT` in those. */
export interface Tree {
  sql: string;
  /** Without spaces and comments. */
  tokens: readonly Token[];
  /** Each in lower case if it is a word, empty for names in quotes and texts. */
  signs: readonly string[];
  /** The statements, in order. */
  queries: Query[];
  /** All of them, an outer one before those in it. */
  cores: Core[];
}

/** One or more `SELECT`s joined by `UNION` and the like. */
export interface Query extends Extent {
  ctes: Cte[];
  cores: Core[];
  /** The `SELECT` that it stands in. */
  outer: Core | undefined;
}

export interface Cte extends Name {
  columns: Name[];
  query: Query | undefined;
}

/** The names that `WITH` gives, the nearest first. */
export interface Ctes {
  cte: Cte;
  next: Ctes | undefined;
}

/** How a row set is made. `nested` is a query in brackets; `tail` is the `ORDER BY` of a whole `UNION`. */
export type CoreKind =
  'select' | 'values' | 'table' | 'describe' | 'summarize' | 'pivot' | 'nested' | 'tail' | 'other';

export interface Core extends Extent {
  kind: CoreKind;
  query: Query;
  ctes: Ctes | undefined;
  /** What `FROM` reads, in order. */
  sources: Source[];
  /** Undefined where all columns are given: `FROM t`. */
  items: Item[] | undefined;
  chains: Chain[];
  calls: Name[];
  nested: Query | undefined;
}

export type SourceKind = 'table' | 'cte' | 'query' | 'function' | 'values' | 'join';

export interface Source extends Extent {
  kind: SourceKind;
  /** `db.schema.table` in its parts. */
  path: Name[];
  cte: Cte | undefined;
  query: Query | undefined;
  alias: Name | undefined;
  /** `t AS x(a, b)`. */
  columns: Name[];
  /** Columns of `USING`, which it shares with what stands before it. */
  shared: Name[];
  /** After `PIVOT (…)` its own name means nothing. */
  isPivoted: boolean;
}

/** A column, perhaps with what it belongs to: `t.a`, `t.*`, `a`. */
export interface Chain extends Extent {
  parts: Name[];
  isStar: boolean;
}

/** One entry of the list after `SELECT`. */
export interface Item extends Extent {
  alias: Name | undefined;
  /** The column that it is, if it is nothing else. */
  chain: Chain | undefined;
  isStar: boolean;
  /** `* EXCLUDE (a)`. */
  excluded: Name[];
  /** `* RENAME (a AS b)`. */
  renamed: [Name, Name][];
}

/** The name by which the `SELECT` knows a source. */
export function findBinding({ alias, path, isPivoted }: Source): string | undefined {
  return alias?.name ?? (isPivoted ? undefined : path.at(-1)?.name);
}
