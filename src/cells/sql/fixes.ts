import type { Problem } from '../../lib/problem';
import type { Catalog } from '../../sql/complete';
import { isSameName, toName, toPlain } from '../../sql/name';
import { findNearest } from '../../sql/nearest';
import { findReferences } from '../../sql/references';
import { type Token, toTokens } from '../../sql/tokens';

/** Names that may have been meant, and the word of the text that each takes the place of. */
export interface Fixes {
  from: number;
  to: number;
  names: string[];
}

export function findFixes(problem: Problem, sql: string, catalog: Catalog): Fixes | undefined {
  if (problem.code !== 'sql-name' || problem.position === undefined) return undefined;
  const place = findWrong(sql, problem.position, catalog);
  if (!place) return undefined;
  const word = toPlain(sql.slice(place.from, place.to));
  const names = findMeant(word, place, sql, { problem, catalog })
    .filter((name) => !isSameName(name, word))
    .map(toName);
  return names.length > 0
    ? { from: place.from, to: place.to, names: [...new Set(names)].slice(0, MOST) }
    : undefined;
}

const MOST = 3;

/** For columns the engine knows best, since it knows the tables that the query reads; for tables it offers its own too. */
function findMeant(
  word: string,
  { from }: Token,
  sql: string,
  { problem, catalog }: { problem: Problem; catalog: Catalog },
): string[] {
  const { tables, functions } = catalog;
  if (findReferences(sql).tables.some((table) => table.from === from))
    return findNearest(
      word,
      tables.map(({ name }) => name),
      MOST,
    );
  const told = String(problem.params.candidates ?? '')
    .split(',')
    .map((name) => toPlain(name.trim()))
    .filter((name) => /^[^()]+$/.test(name));
  if (told.length > 0) return told;
  // it is there, and something else about it is wrong
  if (functions.some(({ name }) => isSameName(name, word))) return [];
  const columns = tables.flatMap((table) => table.columns.map(({ name }) => name));
  return findNearest(word, [...new Set([...columns, ...functions.map(({ name }) => name)])], MOST);
}

/** The stretch to be underlined: the word at a place, or the last one before the end. */
export function findWord(sql: string, position: number): { from: number; to: number } {
  const tokens = toTokens(sql).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const token = tokens.find(({ to }) => to > position) ?? tokens.at(-1);
  return token ? { from: token.from, to: token.to } : { from: 0, to: sql.length };
}

/** For `o.cty` the engine points at `o`, also where it misses `cty`. */
function findWrong(sql: string, position: number, catalog: Catalog): Token | undefined {
  const tokens = toTokens(sql).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const at = tokens.findIndex(({ to }) => to > position);
  const token = tokens[at];
  if (!token || !isName(token)) return undefined;
  const [dot, last] = [tokens[at + 1], tokens[at + 2]];
  const isQualifier = dot && sql.slice(dot.from, dot.to) === '.' && last && isName(last);
  if (!isQualifier) return token;
  const name = toPlain(sql.slice(token.from, token.to));
  const isTable = catalog.tables.some((table) => isSameName(table.name, name));
  const isAlias = tokens.some(
    (other, index) =>
      index !== at &&
      isName(other) &&
      isSameName(toPlain(sql.slice(other.from, other.to)), name) &&
      sql.slice(tokens[index + 1]?.from, tokens[index + 1]?.to) !== '.',
  );
  return isTable || isAlias ? last : token;
}

function isName({ kind }: Token): boolean {
  return kind === 'word' || kind === 'quoted';
}
