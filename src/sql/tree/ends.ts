import { toSet } from '../words';
import { type Reader, peek } from './reader';

const CLOSERS = toSet(') ] } ;');
const SET_WORDS = toSet('union except intersect');
const TAIL_WORDS = toSet('order limit offset fetch');
const CLAUSE_WORDS = toSet('select from where group having window qualify using on');
const JOIN_WORDS = toSet('join natural asof positional cross inner left right full outer semi anti');
const SUFFIX_WORDS = toSet('pivot unpivot tablesample');

/** Whether the query in which the reader is ends here. */
export function isQueryEnd(r: Reader): boolean {
  return CLOSERS.has(peek(r) ?? ';');
}

export function isSetWord(r: Reader): boolean {
  return SET_WORDS.has(peek(r) ?? '') && !isLabel(r) && peek(r, -1) !== '::';
}

export function isTail(r: Reader): boolean {
  return TAIL_WORDS.has(peek(r) ?? '') && !isLabel(r);
}

/** Whether a clause starts here, rather than `EXTRACT(x FROM y)`, `IS DISTINCT FROM` or `WITHIN GROUP`. */
export function isClause(r: Reader): boolean {
  const sign = peek(r) ?? '';
  if (!CLAUSE_WORDS.has(sign) || isLabel(r)) return false;
  if (sign === 'group') return peek(r, -1) !== 'within';
  if (sign !== 'from' || peek(r, -1) !== 'distinct') return true;
  return peek(r, -2) !== 'is' && !(peek(r, -2) === 'not' && peek(r, -3) === 'is');
}

export function isClauseEnd(r: Reader): boolean {
  return isQueryEnd(r) || isClause(r) || isSetWord(r) || isTail(r);
}

/** Whether a `JOIN` starts here; `left` and `right` are functions too. */
export function isJoin(r: Reader): boolean {
  return JOIN_WORDS.has(peek(r) ?? '') && peek(r, 1) !== '(';
}

export function isJoinWord(sign: string | undefined): boolean {
  return JOIN_WORDS.has(sign ?? '');
}

/** Whether the condition of a `JOIN` ends here. */
export function isConditionEnd(r: Reader): boolean {
  return isClauseEnd(r) || peek(r) === ',' || isJoin(r) || SUFFIX_WORDS.has(peek(r) ?? '');
}

/** Any word may follow `AS`; but who stops at `a AS` means the clause after it. */
function isLabel(r: Reader): boolean {
  return peek(r, -1) === 'as' && peek(r) !== 'from' && peek(r) !== 'select';
}
