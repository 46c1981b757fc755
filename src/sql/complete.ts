import { type Columns, type OutputColumn, createColumns } from './columns';
import { findContext, findKeywords } from './context';
import { findFitting, maybeMatch } from './match';
import { fold, isSameName, toName, toPlain } from './name';
import { findScopes } from './resolve';
import { type Token, toTokens } from './tokens';
import { toTree } from './tree/toTree';
import { type Core, type Source, type Tree, findBinding } from './tree/tree';
import { isReserved } from './words';

export interface CatalogTable {
  name: string;
  columns: readonly OutputColumn[];
  kind: 'source' | 'cell';
  /** Tables that stand behind it: `segments.centers`. */
  beside?: readonly Omit<CatalogTable, 'kind'>[];
}

export interface CatalogFunction {
  name: string;
  parameters: readonly string[];
  description: string;
  returns: string;
  /** `scalar`, `aggregate`, `table`, `macro`. */
  kind: string;
}

/** Everything that a query can name. */
export interface Catalog {
  tables: readonly CatalogTable[];
  functions: readonly CatalogFunction[];
  /** The words that the engine knows; where there are none, all are proposed. */
  keywords: readonly string[];
  parameters: readonly { name: string; type: string }[];
}

export interface Completion {
  label: string;
  /** What to write, in quotes where they are needed. */
  insert: string;
  kind: 'column' | 'table' | 'function' | 'keyword' | 'parameter';
  /** A column's type and table, a function's result. */
  detail?: string;
  help?: string;
}

export interface Completions {
  /** The stretch that a proposal takes the place of. */
  from: number;
  to: number;
  /** The best first. */
  items: Completion[];
}

const MOST = 300;

/** What may be written at a place of a statement, which need not be complete. */
export function complete(sql: string, offset: number, catalog: Catalog): Completions {
  const word = findTyped(sql, offset);
  if (!word) return { from: offset, to: offset, items: [] };
  const { from, to, typed } = word;
  const items = findItems(sql, { ...word, offset }, catalog);
  const ranked = items
    .flatMap((groups, group) =>
      groups.flatMap((item) => {
        const level = maybeMatch(typed, item.label.replace(/^\$/, ''));
        return level === undefined ? [] : [{ item, rank: (level > 1 ? 100 : 0) + group * 10 + level }];
      }),
    )
    .toSorted((one, other) => one.rank - other.rank);
  return { from, to, items: ranked.slice(0, MOST).map(({ item }) => item) };
}

interface Typed {
  from: number;
  to: number;
  typed: string;
  isParameter: boolean;
}

/** The word at the place; undefined in texts, comments and numbers. */
function findTyped(sql: string, offset: number): Typed | undefined {
  const token = toTokens(sql).find(({ from, to }) => from < offset && offset <= to);
  if (!token) return { from: offset, to: offset, typed: '', isParameter: false };
  const { kind, from, to } = token;
  const written = sql.slice(from, offset);
  switch (kind) {
    case 'word':
      return { from, to, typed: written, isParameter: false };
    case 'quoted':
      return { from, to: isClosed(sql, token) ? to : offset, typed: toPlain(written), isParameter: false };
    case 'parameter':
      return written.startsWith('$') ? { from, to, typed: written.slice(1), isParameter: true } : undefined;
    case 'number':
      return undefined;
    case 'comment':
      return sql.startsWith('/*', from) && offset === to && sql.endsWith('*/', to)
        ? toEmpty(offset)
        : undefined;
    case 'text':
      return offset === to && /['$]$/.test(sql.slice(from + 1, to)) ? toEmpty(offset) : undefined;
    default:
      return written === '$' ? { from, to: offset, typed: '', isParameter: true } : toEmpty(offset);
  }
}

function toEmpty(offset: number): Typed {
  return { from: offset, to: offset, typed: '', isParameter: false };
}

function isClosed(sql: string, { from, to }: Token): boolean {
  return to > from + 1 && sql[to - 1] === '"' && !/[\n;]/.test(sql.slice(from, to));
}

interface Place extends Typed {
  offset: number;
}

/** Proposals in groups, the likelier first. */
function findItems(
  sql: string,
  { from, offset, typed, isParameter }: Place,
  catalog: Catalog,
): Completion[][] {
  const parameters = catalog.parameters.map(({ name, type }) =>
    toItem('parameter', `$${name}`, { detail: type }),
  );
  if (isParameter) return [parameters];
  const tree = toTree(sql);
  const last = tree.tokens.findLastIndex(({ to }) => to <= from);
  const core = findCore(tree, offset);
  const columns = createColumns(catalog);
  if (tree.signs[last] === '.') return [findQualified(tree, last, { core, columns, catalog })];

  const context = findContext(tree, last);
  const keywords = findKnown(findKeywords(context), catalog).map((word) => toKeyword(word, tree));
  switch (context.kind) {
    case 'table':
      return [...findTables(core, catalog), toFunctions(catalog, { typed, givesTable: true }), keywords];
    case 'value':
      return [
        ...(context.clause === 'on' && context.isFirst ? [findConditions(core, offset, columns)] : []),
        core && findScopes(core).some(({ sources }) => sources.length > 0)
          ? findColumns(core, columns)
          : findAllColumns(typed, catalog),
        findBindings(core, catalog),
        parameters,
        toFunctions(catalog, { typed, givesTable: false }),
        keywords,
      ];
    case 'using':
      return [
        findShared(core, offset, columns).map(({ name, type }) => toItem('column', name, { detail: type })),
      ];
    default:
      return [keywords];
  }
}

/** The innermost `SELECT` at a place. */
function findCore({ cores }: Tree, offset: number): Core | undefined {
  return cores.findLast(({ from, to }) => from <= offset && offset <= to);
}

/** While there is no FROM, columns of any table, once something is typed. */
function findAllColumns(typed: string, { tables }: Catalog): Completion[] {
  if (typed === '') return [];
  return findFitting(typed, listColumns(tables), MOST).map(({ name, type, owner }) =>
    toItem('column', name, { detail: `${type} · ${owner}` }),
  );
}

const lists = new WeakMap<Catalog['tables'], (OutputColumn & { owner: string })[]>();

/** Kept as long as the tables are the same: there may be thousands, and this is asked at every key. */
function listColumns(tables: Catalog['tables']): (OutputColumn & { owner: string })[] {
  const known = lists.get(tables);
  if (known) return known;
  const list = tables.flatMap((table) => table.columns.map((column) => ({ ...column, owner: table.name })));
  lists.set(tables, list);
  return list;
}

function findColumns(core: Core, columns: Columns): Completion[] {
  const sources = findScopes(core).flatMap(({ sources }) => sources);
  const all = sources.flatMap((source) =>
    columns.ofSource(source).map((column) => ({ ...column, owner: findBinding(source) ?? '' })),
  );
  const counts = new Map<string, number>();
  for (const { name } of all) counts.set(fold(name), (counts.get(fold(name)) ?? 0) + 1);
  return all.map(({ name, type, owner }) => ({
    ...toItem('column', name, { detail: [type, owner].filter(Boolean).join(' · ') }),
    // A name that two tables have means nothing by itself.
    ...(counts.get(fold(name))! > 1 && owner ? { insert: `${toName(owner)}.${toName(name)}` } : {}),
  }));
}

/** The tables in scope, by the names that they have there; all tables while there is no FROM. */
function findBindings(core: Core | undefined, catalog: Catalog): Completion[] {
  const sources = core ? findScopes(core).flatMap(({ sources }) => sources) : [];
  if (sources.length === 0) return catalog.tables.map(({ name }) => toItem('table', name));
  return sources.flatMap((source) => {
    const binding = findBinding(source);
    const table = source.path.at(-1)?.name ?? '';
    return binding === undefined ? [] : [toItem('table', binding, { detail: source.alias ? table : '' })];
  });
}

function findTables(core: Core | undefined, catalog: Catalog): Completion[][] {
  const ctes: Completion[] = [];
  for (let known = core?.ctes; known; known = known.next) ctes.push(toItem('table', known.cte.name));
  const tables = catalog.tables
    .filter(({ name }) => !ctes.some(({ label }) => isSameName(label, name)))
    .map(({ name }) => toItem('table', name));
  return [ctes, tables];
}

interface Surroundings {
  core: Core | undefined;
  columns: Columns;
  catalog: Catalog;
}

/** What comes after `t.`: columns of what has that name here, or else of the table of that name. */
function findQualified(tree: Tree, dot: number, { core, columns, catalog }: Surroundings): Completion[] {
  const owner = tree.tokens[dot - 1];
  if (!owner) return [];
  const name = toPlain(tree.sql.slice(owner.from, owner.to));
  const isFirst = tree.signs[dot - 2] !== '.';
  if (isFirst && findContext(tree, dot - 2).kind === 'table')
    return (/^(main|memory)$/i.test(name) ? catalog.tables : (columns.find(name)?.beside ?? [])).map(
      (table) => toItem('table', table.name),
    );
  const scopes = core ? findScopes(core) : [];
  const source = scopes
    .flatMap(({ sources }) => sources)
    .find((one) => isSameName(findBinding(one) ?? '', name));
  const found = source
    ? columns.ofSource(source)
    : (columns.find(name)?.columns ?? findFields(name, core, columns));
  return found.map(({ name, type }) => toItem('column', name, { detail: type }));
}

/** The fields of a column that is a struct. */
function findFields(name: string, core: Core | undefined, columns: Columns): OutputColumn[] {
  const chain = { parts: [{ name, from: 0, to: 0 }], isStar: false, from: 0, to: 0 };
  const type = (core && columns.ofChain(chain, core)?.column.type) ?? '';
  const inside = /^STRUCT\((.*)\)$/s.exec(type)?.[1] ?? '';
  const fields: OutputColumn[] = [];
  for (const [, written, rest] of inside.matchAll(
    /\s*("(?:[^"]|"")*"|[^\s,(]+) ((?:[^,()]|\((?:[^()]|\([^()]*\))*\))+),?/g,
  ))
    fields.push({ name: toPlain(written!), type: rest! });
  return fields;
}

/** What a join may go by: the columns that the newest table shares with one before it. */
function findConditions(core: Core | undefined, offset: number, columns: Columns): Completion[] {
  return findShared(core, offset, columns).map(({ name, one, other }) => {
    const write = (source: Source) => `${toName(findBinding(source) ?? '')}.${toName(name)}`;
    return toItem('column', `${write(one)} = ${write(other)}`, { insert: `${write(one)} = ${write(other)}` });
  });
}

function findShared(
  core: Core | undefined,
  offset: number,
  columns: Columns,
): (OutputColumn & { one: Source; other: Source })[] {
  const sources = core?.sources.filter(({ kind, to }) => kind !== 'join' && to <= offset) ?? [];
  const newest = sources.at(-1);
  if (!newest) return [];
  return sources.slice(0, -1).flatMap((other) => {
    const names = columns.ofSource(other);
    return columns
      .ofSource(newest)
      .filter(({ name }) => names.some((column) => isSameName(column.name, name)))
      .map((column) => ({ ...column, one: other, other: newest }));
  });
}

function toFunctions(
  { functions }: Catalog,
  { typed, givesTable }: { typed: string; givesTable: boolean },
): Completion[] {
  const all = functions.filter(({ kind }) => kind.includes('table') === givesTable);
  return findFitting(typed, all, MOST).map(({ name, parameters, returns, description }) => ({
    ...toItem('function', name, {
      detail: `(${parameters.join(', ')})${returns ? ` → ${returns}` : ''}`,
      insert: name,
    }),
    ...(description ? { help: description } : {}),
  }));
}

function toItem(
  kind: Completion['kind'],
  label: string,
  {
    detail = '',
    insert = kind === 'parameter' ? label : toName(label),
  }: { detail?: string; insert?: string } = {},
): Completion {
  return { label, insert, kind, ...(detail ? { detail } : {}) };
}

/** Leaves out what the engine has no word for. */
function findKnown(phrases: readonly string[], { keywords }: Catalog): string[] {
  if (keywords.length === 0) return [...phrases];
  const known = new Set(keywords.map((word) => word.toLowerCase()));
  return phrases.filter((phrase) => phrase.split(' ').every((word) => known.has(word) || !isReserved(word)));
}

/** In capitals where the statement has its words in capitals. */
function toKeyword(word: string, { tokens, sql }: Tree): Completion {
  const first = tokens.find(({ kind }) => kind === 'word');
  const isUpper = first !== undefined && /^[A-Z]{2,}$/.test(sql.slice(first.from, first.to));
  const label = isUpper ? word.toUpperCase() : word;
  return toItem('keyword', label, { insert: label });
}
