import { isBeforeValue, isReserved } from '../words';
import {
  type Reader,
  isEmpty,
  isGroup,
  isName,
  isQueryStart,
  peek,
  take,
  takeName,
  takeQuery,
} from './reader';
import type { Chain, Core } from './tree';

/** What a value stands in: a `map` has values as keys, where other braces have names. */
type Bracket = '(' | '[' | '{' | 'map' | '';

/** Reads values up to an end, and keeps the columns, functions and queries that are met. */
export function walk(r: Reader, core: Core, isEnd: (r: Reader) => boolean): void {
  while (!isEmpty(r) && !isEnd(r)) step(r, core, '');
}

function step(r: Reader, core: Core, bracket: Bracket): void {
  const sign = peek(r);
  if (sign === '(' || sign === '[' || sign === '{') enter(r, core, sign);
  else if (isName(r, r.at)) readChain(r, core, bracket);
  else r.at++;
}

function enter(r: Reader, core: Core, sign: '(' | '[' | '{'): void {
  const before = peek(r, -1);
  if (sign === '(' && before !== 'trim' && isQueryStart(r)) {
    takeQuery(r, { ctes: core.ctes, outer: core });
    return;
  }
  if (!isGroup(r)) {
    r.at++;
    return;
  }
  const close = r.closes[r.at]!;
  r.at++;
  r.depth++;
  while (r.at < close) step(r, core, sign === '{' && before === 'map' ? 'map' : sign);
  r.depth--;
  r.at = Math.max(r.at, close + 1);
}

function readChain(r: Reader, core: Core, bracket: Bracket): void {
  const start = r.at;
  if (isReserved(peek(r)!)) {
    r.at++;
    return;
  }
  const chain = takeChain(r);
  if (peek(r) === '(' && !chain.isStar) {
    const call = chain.parts.pop()!;
    core.calls.push(call);
    chain.to = chain.parts.at(-1)?.to ?? chain.from;
  }
  if (chain.parts.length === 0) return;
  if (chain.parts.length === 1 && !chain.isStar && !isColumn(r, start, bracket)) return;
  core.chains.push(chain);
}

/** `a`, `t.a`, `t.*`; also what will be one: `t.` has an empty last part. */
function takeChain(r: Reader): Chain {
  const first = takeName(r);
  const chain: Chain = { parts: [first], isStar: false, from: first.from, to: first.to };
  while (peek(r) === '.') {
    const dot = r.tokens[r.at++]!;
    chain.to = dot.to;
    const next = r.tokens[r.at];
    if (next && peek(r) === '*') {
      chain.isStar = true;
      chain.to = next.to;
      r.at++;
      return chain;
    }
    // A clause that follows an unfinished `t.` is not the column.
    const isPart = next && isName(r, r.at) && !(next.from > dot.to && isReserved(peek(r)!));
    if (!isPart) {
      chain.parts.push({ name: '', from: dot.to, to: dot.to });
      return chain;
    }
    const part = takeName(r);
    chain.parts.push(part);
    chain.to = part.to;
  }
  return chain;
}

/** Whether a single word is a value, rather than an alias, a type, a key or the name of an argument. */
function isColumn(r: Reader, start: number, bracket: Bracket): boolean {
  const next = peek(r);
  if (next === ':=' || next === '=>') return false;
  if (next === ':' && bracket !== '[' && bracket !== 'map') return false;
  const before = r.signs[start - 1];
  return before !== 'as' && before !== '::' && !isOperandEnd(r, start - 1);
}

/** Whether a value is complete with this token, so that a name after it is an alias. */
export function isOperandEnd(r: Pick<Reader, 'tokens' | 'signs'>, at: number): boolean {
  const token = r.tokens[at];
  if (!token) return false;
  switch (token.kind) {
    case 'quoted':
    case 'text':
    case 'number':
    case 'parameter':
      return true;
    case 'word':
      return !isBeforeValue(r.signs[at]!);
    default:
      return /^[)\]}]$/.test(r.signs[at]!);
  }
}

/** Passes over brackets that are of no interest, but for the queries in them. */
export function skipGroup(r: Reader, core: Core): void {
  if (isGroup(r)) enter(r, core, '(');
  else take(r, '(');
}
