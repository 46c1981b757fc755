import { isSameName } from '../name';
import { isReserved } from '../words';
import { isConditionEnd, isJoin, isJoinWord } from './ends';
import { skipGroup, walk } from './expression';
import {
  type Reader,
  isDeep,
  isGroup,
  isName,
  isQueryStart,
  peek,
  place,
  take,
  takeName,
  takeNames,
  takeQuery,
} from './reader';
import type { Core, Cte, Ctes, Name, Source, SourceKind } from './tree';

/** What stands after `FROM`, with all its joins. */
export function parseSources(r: Reader, core: Core): void {
  parseSource(r, core);
  for (;;) {
    if (take(r, ',')) parseSource(r, core);
    else if (isJoin(r)) parseJoin(r, core);
    else return;
  }
}

function parseJoin(r: Reader, core: Core): void {
  while (isJoinWord(peek(r)) && !take(r, 'join')) r.at++;
  const known = core.sources.length;
  parseSource(r, core);
  if (take(r, 'on')) walk(r, core, isConditionEnd);
  else if (peek(r) === 'using' && peek(r, 1) === '(') {
    r.at++;
    const shared = takeNames(r);
    for (const source of core.sources.slice(known)) source.shared = shared;
  }
}

function parseSource(r: Reader, core: Core): void {
  take(r, 'lateral');
  const from = place(r);
  const prefix = isName(r, r.at) && peek(r, 1) === ':' ? takeName(r) : undefined;
  if (prefix) take(r, ':');
  const source = takeSource(r, core);
  if (!source) return;
  source.from = from;
  source.alias = prefix;
  parseAlias(r, source);
  if (source.kind !== 'join' || source.alias) core.sources.push(source);
  parseSuffixes(r, core, source);
  source.to = r.tokens[r.at - 1]!.to;
}

function takeSource(r: Reader, core: Core): Source | undefined {
  const sign = peek(r);
  if (sign === '(') return takeBrackets(r, core);
  // a file's name, which may be a table's as well
  if (r.tokens[r.at]?.kind === 'text') return toTable([takeName(r)], core);
  if (sign === 'values' && peek(r, 1) === '(') {
    r.at++;
    while (peek(r) === '(') {
      skipGroup(r, core);
      if (peek(r) === ',' && peek(r, 1) === '(') r.at++;
    }
    return createSource('values');
  }
  return takeTable(r, core);
}

function takeBrackets(r: Reader, core: Core): Source | undefined {
  if (isQueryStart(r))
    return createSource('query', { query: takeQuery(r, { ctes: core.ctes, outer: core }) });
  if (!isGroup(r)) {
    while (peek(r) === '(' && !isGroup(r) && !isQueryStart(r)) r.at++;
    return isDeep(r) || peek(r) === '(' ? undefined : takeSource(r, core);
  }
  const close = r.closes[r.at]!;
  r.at++;
  r.depth++;
  parseSources(r, core);
  r.depth--;
  r.at = Math.max(r.at, close + 1);
  return createSource('join');
}

/** A table, a CTE, or a function that gives a table. */
export function takeTable(r: Reader, core: Core): Source | undefined {
  if (!isName(r, r.at) || isReserved(peek(r)!)) return undefined;
  const path = [takeName(r)];
  while (take(r, '.') && isName(r, r.at) && !isReserved(peek(r)!)) path.push(takeName(r));
  if (peek(r) === '(') {
    core.calls.push(path.at(-1)!);
    skipGroup(r, core);
    if (take(r, 'with')) take(r, 'ordinality');
    return createSource('function', { path });
  }
  // `at (version => 1)` is for other kinds of tables, and may be on the way.
  if (peek(r) === 'at' && peek(r, 1) === '(') {
    r.at++;
    skipGroup(r, core);
  }
  return toTable(path, core);
}

function toTable(path: Name[], core: Core): Source {
  const cte = path.length === 1 ? findCte(core.ctes, path[0]!.name) : undefined;
  return createSource(cte ? 'cte' : 'table', { path, cte });
}

/** The CTE that a name means at a place. */
export function findCte(ctes: Ctes | undefined, name: string): Cte | undefined {
  for (let known = ctes; known; known = known.next) if (isSameName(known.cte.name, name)) return known.cte;
  return undefined;
}

function parseAlias(r: Reader, source: Source): void {
  const isSaid = take(r, 'as');
  const alias = isSaid ? maybeTakeLabel(r) : maybeTakeAlias(r);
  source.alias = alias ?? source.alias;
  if (alias) source.columns = takeNames(r);
}

function maybeTakeLabel(r: Reader): Name | undefined {
  return r.tokens[r.at]?.kind === 'text' ? takeName(r) : maybeTakeAlias(r);
}

function maybeTakeAlias(r: Reader): Name | undefined {
  return isName(r, r.at) && !isReserved(peek(r)!) ? takeName(r) : undefined;
}

function parseSuffixes(r: Reader, core: Core, source: Source): void {
  for (;;) {
    if (take(r, 'tablesample')) {
      if (isName(r, r.at) && peek(r, 1) === '(') r.at++;
      if (peek(r) === '(') skipGroup(r, core);
      else while (r.tokens[r.at]?.kind === 'number' || /^(%|rows|percent)$/.test(peek(r) ?? '')) r.at++;
      if (take(r, 'repeatable')) skipGroup(r, core);
    } else if (peek(r) === 'pivot' || peek(r) === 'unpivot') {
      r.at++;
      while (/^(include|exclude|nulls)$/.test(peek(r) ?? '')) r.at++;
      skipGroup(r, core);
      source.isPivoted = true;
      source.alias = undefined;
      parseAlias(r, source);
    } else return;
  }
}

function createSource(kind: SourceKind, rest: Partial<Source> = {}): Source {
  return {
    kind,
    path: [],
    cte: undefined,
    query: undefined,
    alias: undefined,
    columns: [],
    shared: [],
    isPivoted: false,
    from: 0,
    to: 0,
    ...rest,
  };
}
