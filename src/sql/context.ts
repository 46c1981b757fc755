import { isJoinWord } from './tree/ends';
import { isOperandEnd } from './tree/expression';
import type { Tree } from './tree/tree';
import { toSet } from './words';

/** What may stand at a place of a statement. */
export type ContextKind =
  | 'start'
  | 'table'
  | 'afterTable'
  | 'value'
  | 'afterValue'
  | 'using'
  | 'by'
  | 'join'
  | 'setOperation'
  | 'type'
  | 'newName';

export interface Context {
  kind: ContextKind;
  /** The word that the place belongs to: `select`, `where`, `on`; empty in brackets of a value. */
  clause: string;
  /** Whether it stands right before the place. */
  isFirst: boolean;
}

const TABLE_WORDS = toSet(
  'from join table summarize describe desc show pivot unpivot pivot_wider pivot_longer lateral',
);
const VALUE_WORDS = toSet('select where having qualify on by limit offset values');
const SET_WORDS = toSet('union except intersect');

/** Looks back from a token, over brackets that are closed, for the word that says what comes next. */
export function findContext(tree: Tree, last: number): Context {
  const before = tree.signs[last] ?? ';';
  if (before === ';') return { kind: 'start', clause: '', isFirst: true };
  const context = findAround(tree, last);
  return before === 'as' && context.kind !== 'type'
    ? { kind: 'newName', clause: before, isFirst: true }
    : context;
}

function findAround(tree: Tree, last: number): Context {
  const { signs } = tree;
  let depth = 0;
  for (let at = last; at >= 0; at--) {
    const sign = signs[at]!;
    if (/^[)\]}]$/.test(sign)) depth++;
    else if (/^[([{]$/.test(sign)) {
      if (depth === 0) return findInBrackets(tree, at, last);
      depth--;
    } else if (depth === 0) {
      const context = findAtWord(tree, at, last);
      if (context) return context;
    }
  }
  return { kind: 'start', clause: '', isFirst: false };
}

function findAtWord(tree: Tree, at: number, last: number): Context | undefined {
  const sign = tree.signs[at]!;
  const isFirst = at === last;
  if (sign === 'with') return toWith(tree, last);
  if ((sign === 'group' || sign === 'order' || sign === 'partition') && isFirst)
    return { kind: 'by', clause: sign, isFirst };
  if (SET_WORDS.has(sign)) return { kind: isFirst ? 'setOperation' : 'start', clause: sign, isFirst };
  if (sign === 'from' && isComparison(tree, at)) return undefined;
  // `DESC t` describes a table; anywhere else the word is an order
  if (sign === 'desc' && !/^[;(]?$/.test(tree.signs[at - 1] ?? '')) return undefined;
  if (TABLE_WORDS.has(sign)) return toTableContext(tree, sign, at, last);
  if (!VALUE_WORDS.has(sign)) return undefined;
  return { kind: isOperandEnd(tree, last) && !isFirst ? 'afterValue' : 'value', clause: sign, isFirst };
}

function toTableContext({ signs }: Tree, clause: string, at: number, last: number): Context {
  const isFirst = at === last;
  const before = signs[last]!;
  if (isFirst || before === ',') return { kind: 'table', clause, isFirst };
  return { kind: isJoinWord(before) ? 'join' : 'afterTable', clause, isFirst };
}

function toWith({ signs }: Tree, last: number): Context {
  const isDone = signs[last] === ')';
  return { kind: isDone ? 'start' : 'newName', clause: 'with', isFirst: false };
}

function isComparison({ signs }: Tree, at: number): boolean {
  return signs[at - 1] === 'distinct' && (signs[at - 2] === 'is' || signs[at - 2] === 'not');
}

function findInBrackets(tree: Tree, open: number, last: number): Context {
  const { signs } = tree;
  const before = signs[open - 1] ?? '';
  const isFirst = open === last;
  if (before === 'using') return { kind: 'using', clause: before, isFirst };
  if (signs[last] === 'as' && /^(try_)?cast$/.test(before)) return { kind: 'type', clause: before, isFirst };
  if (isFirst && (before === 'as' || before === 'exists' || before === 'materialized'))
    return { kind: 'start', clause: '', isFirst };
  if (TABLE_WORDS.has(before)) return { kind: isFirst ? 'table' : 'afterTable', clause: before, isFirst };
  return { kind: isOperandEnd(tree, last) ? 'afterValue' : 'value', clause: '', isFirst };
}

const START = 'select|from|with|summarize|describe|show|pivot|unpivot|table|values|explain';
const JOINS =
  'join|left join|inner join|right join|full join|cross join|asof join|semi join|anti join|positional join|natural join';
const AFTER_FROM = `where|group by|order by|limit|having|qualify|union all|union|except|intersect|using sample|window`;

const KEYWORDS: Record<ContextKind, string> = {
  start: START,
  table: 'select|lateral|unnest|values',
  afterTable: `as|on|using|${JOINS}|${AFTER_FROM}|select|tablesample|pivot|unpivot|offset`,
  value:
    'case|distinct|not|null|true|false|exists|interval|cast|try_cast|date|timestamp|columns|array|lambda|all',
  afterValue: `as|from|and|or|not|in|is|is null|is not null|like|ilike|between|not in|not like|then|when|else|end|over|filter|asc|desc|nulls last|nulls first|is distinct from|exclude|replace|collate|offset|${AFTER_FROM}|${JOINS}`,
  using: '',
  by: 'by',
  join: 'join|outer',
  setOperation: 'all|by name|select|from',
  type: 'integer|bigint|double|decimal|varchar|boolean|date|time|timestamp|interval|hugeint|uuid|blob|float|smallint|tinyint',
  newName: '',
};

/** The words that fit, the likeliest first. */
export function findKeywords({ kind, clause }: Context): string[] {
  const words = KEYWORDS[kind].split('|').filter(Boolean);
  if (kind === 'value' && clause !== 'select') return words.filter((word) => word !== 'columns');
  if (kind !== 'afterValue') return words;
  const isJoined = clause === 'on';
  return words.filter((word) => (word === 'from' ? clause === 'select' : isJoined || !word.endsWith('join')));
}
