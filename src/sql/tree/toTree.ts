import { isReserved, toSet } from '../words';
import { isClause, isClauseEnd, isQueryEnd, isSetWord, isTail } from './ends';
import { skipGroup, walk } from './expression';
import { parseItems } from './items';
import {
  type Reader,
  type Surroundings,
  createReader,
  isDeep,
  isEmpty,
  isName,
  isQueryStart,
  peek,
  place,
  take,
  takeName,
  takeNames,
  takeQuery,
} from './reader';
import { parseSources, takeTable } from './sources';
import type { Core, CoreKind, Cte, Ctes, Query, Tree } from './tree';

/** `SHOW tables` reads no table of that name. */
const SHOWN = toSet('tables databases schemas variables');

/**
 * What a text says. It is read as DuckDB's grammar would, but every text has a tree: what can't be understood is passed over,
 * since people look at statements while they write them.
 */
export function toTree(sql: string): Tree {
  const r = createReader(sql, parseQuery);
  const queries: Query[] = [];
  while (!isEmpty(r)) {
    if (take(r, ';')) continue;
    if (take(r, 'explain')) take(r, 'analyze');
    const start = r.at;
    queries.push(parseQuery(r, { ctes: undefined, outer: undefined }));
    if (r.at === start) r.at++;
  }
  return { sql, tokens: r.tokens, signs: r.signs, queries, cores: r.cores };
}

function parseQuery(r: Reader, { ctes, outer, self }: Surroundings): Query {
  const query: Query = { ctes: [], cores: [], outer, from: place(r), to: 0 };
  let known = take(r, 'with') ? parseWith(r, query, ctes) : ctes;
  for (;;) {
    parseCore(r, query, known);
    if (isTail(r)) parseTail(r, query, known);
    if (!isSetWord(r)) break;
    // The first part of a recursive query can't see its own name.
    if (take(r, 'union') && self) known = { cte: self, next: known };
    else if (isSetWord(r)) r.at++;
    take(r, 'all');
    take(r, 'distinct');
    if (take(r, 'by')) take(r, 'name');
  }
  query.to = place(r);
  return query;
}

function parseWith(r: Reader, query: Query, ctes: Ctes | undefined): Ctes | undefined {
  const isRecursive = take(r, 'recursive');
  let known = ctes;
  do {
    if (!isName(r, r.at) || isReserved(peek(r)!)) break;
    const cte: Cte = { ...takeName(r), columns: takeNames(r), query: undefined };
    if (take(r, 'using')) {
      take(r, 'key');
      takeNames(r);
    }
    take(r, 'as');
    take(r, 'not');
    take(r, 'materialized');
    if (peek(r) === '(' && !isDeep(r))
      cte.query = takeQuery(r, { ctes: known, outer: query.outer, self: isRecursive ? cte : undefined });
    query.ctes.push(cte);
    known = { cte, next: known };
  } while (take(r, ','));
  return known;
}

function parseCore(r: Reader, query: Query, ctes: Ctes | undefined): void {
  const core = createCore(r, { query, ctes });
  const first = peek(r) ?? '';
  switch (first) {
    case '(':
      if (isQueryStart(r)) parseNested(r, core);
      break;
    case 'values':
      r.at++;
      core.kind = 'values';
      walk(r, core, isClauseEnd);
      break;
    case 'table':
      r.at++;
      core.kind = 'table';
      parseNamed(r, core);
      break;
    case 'describe':
    case 'desc':
    case 'show':
    case 'summarize':
      r.at++;
      core.kind = first === 'summarize' ? 'summarize' : 'describe';
      parseDescribed(r, core);
      break;
    case 'pivot':
    case 'pivot_wider':
    case 'pivot_longer':
    case 'unpivot':
      r.at++;
      core.kind = 'pivot';
      parseSources(r, core);
      break;
    default:
      core.kind = first === 'select' || first === 'from' ? 'select' : 'other';
  }
  parseClauses(r, core);
  core.to = place(r);
}

function parseNested(r: Reader, core: Core): void {
  core.kind = 'nested';
  core.nested = takeQuery(r, { ctes: core.ctes, outer: core.query.outer });
  core.sources = core.nested.cores.flatMap(({ sources }) => sources);
}

function parseDescribed(r: Reader, core: Core): void {
  if (peek(r) === 'table' && isName(r, r.at + 1)) r.at++;
  if (isQueryStart(r)) {
    r.depth++;
    core.nested = r.parseQuery(r, { ctes: core.ctes, outer: core.query.outer });
    r.depth--;
  } else if (!SHOWN.has(peek(r) ?? '')) parseNamed(r, core);
}

function parseNamed(r: Reader, core: Core): void {
  const from = place(r);
  const source = takeTable(r, core);
  if (!source) return;
  core.sources.push({ ...source, from, to: r.tokens[r.at - 1]!.to });
}

function parseClauses(r: Reader, core: Core): void {
  while (!isEmpty(r) && !isQueryEnd(r) && !isSetWord(r) && !isTail(r)) {
    const start = r.at;
    if (!isClause(r)) walk(r, core, isClauseEnd);
    else if (take(r, 'from')) parseSources(r, core);
    else if (take(r, 'select')) {
      if (!take(r, 'all') && take(r, 'distinct') && take(r, 'on')) skipGroup(r, core);
      core.items = [...(core.items ?? []), ...parseItems(r, core)];
    } else {
      r.at++;
      walk(r, core, isClauseEnd);
    }
    if (r.at === start) r.at++;
  }
}

/** What orders and cuts the whole of a `UNION` may speak of the rows of all its parts. */
function parseTail(r: Reader, query: Query, ctes: Ctes | undefined): void {
  const [only] = query.cores;
  const isOne = query.cores.length === 1 && only!.kind !== 'nested';
  const core = isOne ? only! : createCore(r, { query, ctes, kind: 'tail' });
  if (!isOne) core.sources = query.cores.flatMap(({ sources }) => sources);
  walk(r, core, (r) => isQueryEnd(r) || isSetWord(r));
  core.to = place(r);
}

function createCore(
  r: Reader,
  { query, ctes, kind = 'other' }: { query: Query; ctes: Ctes | undefined; kind?: CoreKind },
): Core {
  const core: Core = {
    kind,
    query,
    ctes,
    sources: [],
    items: undefined,
    chains: [],
    calls: [],
    nested: undefined,
    from: place(r),
    to: r.sql.length,
  };
  query.cores.push(core);
  r.cores.push(core);
  return core;
}
