import { type Edit, applyEdits } from './edits';
import { fold, isSameName, toName } from './name';
import { findParameters, isByOwnName } from './references';
import type { Token } from './tokens';
import { type Resolution, findScopes, resolve, resolveRow } from './resolve';
import { toTree } from './tree/toTree';
import { type Chain, type Core, type Source, type Tree, findBinding } from './tree/tree';

export interface RenameOptions {
  /** The columns of the tables that are read, where they are known: a single word of that name is the column. */
  columns?: readonly string[];
  /** The columns that the statement gives must be called as before, those without an alias too: `sum(t.a)`. */
  keepColumns?: boolean;
}

/**
 * The same statement after a table got another name. Where the new name alone would mean something else, or the old one may
 * stand for a whole row, the table keeps its old name as an alias.
 */
export function renameTable(
  sql: string,
  from: string,
  to: string,
  { columns, keepColumns = false }: RenameOptions = {},
): string {
  const tree = toTree(sql);
  const keepsColumns =
    keepColumns ||
    tree.tokens.some((token) => token.kind === 'quoted' && isMentioned(from, textOf(sql, token)));
  const uses = findUses(tree);
  const isColumn = columns?.some((column) => isSameName(column, from)) ?? false;
  const edits: Edit[] = [];
  for (const core of tree.cores) {
    if (core.kind === 'tail' || core.kind === 'nested') continue;
    for (const source of core.sources) {
      if (isBehind(source, from)) edits.push(...renameBefore(source, to, uses));
      if (!isTarget(source, from)) continue;
      const own = uses.filter(({ qualified }) => qualified?.source === source);
      const keepsName =
        isByOwnName(source) && needsOldName(source, core, { uses, own, to, isColumn, keepsColumns });
      const name = source.path.at(-1)!;
      const isHidden = source.path.length === 1 && isCte(tree, to);
      const written = sql.slice(name.from, name.to);
      const text = `${isHidden ? 'main.' : ''}${toName(to)}${keepsName ? ` AS ${written}` : ''}`;
      edits.push({ from: name.from, to: name.to, text });
      if (source.alias || source.isPivoted) continue;
      for (const { chain, qualified } of own) {
        const { part } = qualified!;
        // An alias has no schema: `main.t.a` becomes `t.a`.
        if (keepsName) edits.push({ from: chain.from, to: part.to, text: sql.slice(part.from, part.to) });
        else edits.push({ from: part.from, to: part.to, text: toName(to) });
      }
    }
  }
  return applyEdits(sql, edits);
}

/** The same statement after a parameter got another name. */
export function renameParameter(sql: string, from: string, to: string): string {
  const edits = findParameters(sql)
    .filter(({ name }) => isSameName(name, from))
    .map((place) => ({ from: place.from, to: place.to, text: `$${to}` }));
  return applyEdits(sql, edits);
}

interface Use {
  chain: Chain;
  core: Core;
  qualified: Resolution | undefined;
  row: Resolution | undefined;
}

function findUses({ cores }: Tree): Use[] {
  return cores.flatMap((core) =>
    core.chains.map((chain) => ({
      chain,
      core,
      qualified: resolve(chain, core),
      row: resolveRow(chain, core),
    })),
  );
}

/** DuckDB refuses a table that has the name of a CTE in places where that can't be read, too. */
function isCte({ cores }: Tree, name: string): boolean {
  return cores.some(({ query }) => query.ctes.some((cte) => isSameName(cte.name, name)));
}

/** A table of another schema is another table. */
function isTarget({ kind, path }: Source, name: string): boolean {
  const isOurs = path.slice(0, -1).every(({ name }) => /^(main|memory)$/i.test(name));
  return kind === 'table' && isOurs && isSameName(path.at(-1)!.name, name);
}

/** A table behind another: `segments.centers`. */
function isBehind({ kind, path }: Source, name: string): boolean {
  return kind === 'table' && path.length === 2 && isSameName(path[0]!.name, name);
}

function renameBefore(source: Source, to: string, uses: readonly Use[]): Edit[] {
  const schemas = uses.flatMap(({ chain, qualified }) =>
    qualified?.source === source && chain.parts[0] !== qualified.part ? [chain.parts[0]!] : [],
  );
  return [source.path[0]!, ...schemas].map((place) => ({ from: place.from, to: place.to, text: toName(to) }));
}

interface Situation {
  uses: readonly Use[];
  own: readonly Use[];
  to: string;
  isColumn: boolean;
  keepsColumns: boolean;
}

function needsOldName(
  source: Source,
  core: Core,
  { uses, own, to, isColumn, keepsColumns }: Situation,
): boolean {
  // These take no alias, and know no whole rows.
  if (core.kind !== 'select' || source.isPivoted) return false;
  const isTaken = (scope: Core) =>
    scope.sources.some((other) => other !== source && isSameName(findBinding(other) ?? '', to));
  if (isTaken(core)) return true;
  if (!isColumn && uses.some(({ row }) => row?.source === source)) return true;
  if (own.some((use) => findInner(use).some(isTaken))) return true;
  if (keepsColumns && own.some(isInName)) return true;
  return uses.some((use) => isCaught(use, { source, core, to }));
}

/** Whether the engine takes a column into the name of another, which is computed and has no alias. */
function isInName({ core, chain }: Use): boolean {
  const item = core.items?.find(({ from, to }) => from <= chain.from && chain.to <= to);
  return item !== undefined && !item.alias && !item.chain;
}

/** Whether a text may have names in it that the engine made of a table's columns: `sum(t.a)`. */
export function isMentioned(table: string, text: string): boolean {
  const plain = fold(text).replaceAll(/["\\]/g, '');
  const wanted = `${fold(table).replaceAll('"', '')}.`;
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}_]$/u.test(plain.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
}

function textOf(sql: string, { from, to }: Token): string {
  return sql.slice(from, to);
}

/** The `SELECT`s between a column and the one that reads its table. */
function findInner({ core, qualified }: Use): Core[] {
  const scopes = findScopes(core);
  return scopes.slice(0, scopes.indexOf(qualified!.core));
}

/** Whether a column that belongs to something else would be taken for one of the table under its new name. */
function isCaught(
  { chain, core: at, qualified }: Use,
  { source, core, to }: { source: Source; core: Core; to: string },
): boolean {
  const isQualified = chain.parts.length > 1 || chain.isStar;
  if (!isQualified || qualified?.source === source || !isSameName(chain.parts[0]!.name, to)) return false;
  const scopes = findScopes(at);
  const here = scopes.indexOf(core);
  const there = qualified ? scopes.indexOf(qualified.core) : scopes.length;
  return here >= 0 && here <= there;
}
