import { toPlain } from '../name';
import { type Token, toTokens } from '../tokens';
import { toSet } from '../words';
import type { Core, Cte, Ctes, Name, Query } from './tree';

/** Where a query stands: what names it knows, and which rows it may look at from inside. */
export interface Surroundings {
  ctes: Ctes | undefined;
  outer: Core | undefined;
  /** The recursive CTE that this is the body of. */
  self?: Cte | undefined;
}

export type ParseQuery = (r: Reader, surroundings: Surroundings) => Query;

/** A place in the tokens of a statement, which only ever moves on. */
export interface Reader {
  sql: string;
  tokens: readonly Token[];
  /** Index of the next token. */
  at: number;
  /** Lower case for words, empty for names in quotes and texts, as written for the rest. */
  signs: readonly string[];
  /** For each opening bracket the index of the one that closes it; for any other token 0. */
  closes: readonly number[];
  /** How many queries and brackets the place is in. */
  depth: number;
  /** Every one that has been met. */
  cores: Core[];
  parseQuery: ParseQuery;
}

/** Beyond this, brackets are read as if they were not there, so that no text is too deep for the stack. */
const MAX_DEPTH = 400;

/** How many brackets in a row are looked through for a query. */
const MAX_LOOK = 50;

const QUERY_WORDS = toSet(
  'select with from table pivot unpivot pivot_wider pivot_longer summarize describe desc show',
);
const AFTER_OPERAND = toSet('union except intersect order limit offset )');

export function createReader(sql: string, parseQuery: ParseQuery): Reader {
  const tokens = toTokens(sql).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const signs = tokens.map(({ kind, from, to }) => {
    if (kind === 'quoted' || kind === 'text') return '';
    const text = sql.slice(from, to);
    return kind === 'word' ? text.toLowerCase() : text;
  });
  return { sql, tokens, at: 0, signs, closes: findCloses(signs), depth: 0, cores: [], parseQuery };
}

function findCloses(signs: readonly string[]): number[] {
  const closes = Array.from({ length: signs.length }, () => 0);
  const open: number[] = [];
  signs.forEach((sign, index) => {
    if (sign === '(' || sign === '[' || sign === '{') open.push(index);
    if (sign !== ')' && sign !== ']' && sign !== '}') return;
    const wanted = sign === ')' ? '(' : sign === ']' ? '[' : '{';
    const found = open.findLastIndex((index) => signs[index] === wanted);
    if (found < 0) return;
    closes[open[found]!] = index;
    open.length = found;
  });
  return closes;
}

export function peek(r: Reader, ahead = 0): string | undefined {
  return r.signs[r.at + ahead];
}

export function isName(r: Reader, at: number): boolean {
  const kind = r.tokens[at]?.kind;
  return kind === 'word' || kind === 'quoted';
}

export function isEmpty(r: Reader): boolean {
  return r.at >= r.tokens.length;
}

/** Where the next token starts. */
export function place(r: Reader): number {
  return r.tokens[r.at]?.from ?? r.sql.length;
}

export function takeName(r: Reader): Name {
  const { from, to } = r.tokens[r.at++]!;
  const written = r.sql.slice(from, to);
  const name = written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : toPlain(written);
  return { name, from, to };
}

export function take(r: Reader, sign: string): boolean {
  if (peek(r) !== sign) return false;
  r.at++;
  return true;
}

/** Whether the place is too deep to go further in. */
export function isDeep(r: Reader): boolean {
  return r.depth >= MAX_DEPTH;
}

/** Whether the bracket at a place is a pair that is worth going into. */
export function isGroup(r: Reader, at = r.at): boolean {
  return (r.closes[at] ?? 0) > 0 && !isDeep(r);
}

/** Whether a query starts here, or inside the brackets that open here. */
export function isQueryStart(r: Reader, at = r.at): boolean {
  let start = at;
  while (r.signs[start] === '(' && start < at + MAX_LOOK) start++;
  const word = r.signs[start] ?? '';
  if (!QUERY_WORDS.has(word) && !(word === 'values' && r.signs[start + 1] === '(')) return false;
  if (isDeep(r)) return false;
  // `((select 1) + 2)` is a value, `((select 1) union …)` a query.
  for (let open = at + 1; open < start; open++) {
    const close = r.closes[open]!;
    if (close > 0 && !AFTER_OPERAND.has(r.signs[close + 1] ?? ')')) return false;
  }
  return true;
}

/** Reads the query in the brackets that open here. */
export function takeQuery(r: Reader, surroundings: Surroundings): Query {
  r.at++;
  r.depth++;
  const query = r.parseQuery(r, surroundings);
  r.depth--;
  take(r, ')');
  return query;
}

/** The names in a list in brackets, `(a, b)`, with whatever else is in it. */
export function takeNames(r: Reader): Name[] {
  if (peek(r) !== '(') return [];
  const close = r.closes[r.at]!;
  if (close === 0) return [];
  const names: Name[] = [];
  r.at++;
  while (r.at < close) {
    if (isName(r, r.at) || r.tokens[r.at]!.kind === 'text') names.push(takeName(r));
    else r.at++;
  }
  r.at = close + 1;
  return names;
}
