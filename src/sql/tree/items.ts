import { isReserved, toSet } from '../words';
import { isClauseEnd } from './ends';
import { isOperandEnd, walk } from './expression';
import { type Reader, isEmpty, isName, peek, take, takeName } from './reader';
import type { Core, Item, Name } from './tree';

/** `interval 1 day` has no alias; DuckDB takes these words for one only after `AS`. */
const UNITS =
  toSet(`year years month months day days hour hours minute minutes second seconds week weeks quarter quarters
  decade decades century centuries millennium millennia millisecond milliseconds microsecond microseconds`);

/** The list after `SELECT`. */
export function parseItems(r: Reader, core: Core): Item[] {
  const items: Item[] = [];
  while (!isEmpty(r) && !isClauseEnd(r)) {
    const start = r.at;
    const known = core.chains.length;
    walk(r, core, (r) => peek(r) === ',' || isClauseEnd(r));
    if (r.at > start) items.push(toItem(r, core, start, known));
    take(r, ',');
  }
  return items;
}

function toItem(r: Reader, core: Core, start: number, known: number): Item {
  const end = r.at;
  const { alias, first, last } = findAlias(r, start, end);
  const extent = { from: r.tokens[start]!.from, to: r.tokens[end - 1]!.to };
  const chain = core.chains[known];
  const from = r.tokens[first]?.from;
  const isStar = r.signs[first] === '*' || (chain?.isStar === true && chain.from === from);
  const isWhole = chain !== undefined && chain.from === from && (isStar || chain.to === r.tokens[last]?.to);
  const stars = isStar ? findStarChanges(r, first, end) : { excluded: [], renamed: [] };
  return { ...extent, alias, chain: isWhole ? chain : undefined, isStar, ...stars };
}

/** The alias of an item, and between which tokens the value itself stands. */
function findAlias(r: Reader, start: number, end: number): { alias?: Name; first: number; last: number } {
  if (isName(r, start) && r.signs[start + 1] === ':')
    return { alias: nameAt(r, start), first: start + 2, last: end - 1 };
  const last = end - 1;
  const isText = r.tokens[last]!.kind === 'text';
  if (r.signs[last - 1] === 'as' && last - 1 > start && (isName(r, last) || isText))
    return { alias: nameAt(r, last), first: start, last: end - 3 };
  const word = r.signs[last]!;
  const isBare = last > start && isName(r, last) && !isReserved(word) && !UNITS.has(word);
  if (isBare && isOperandEnd(r, last - 1)) return { alias: nameAt(r, last), first: start, last: end - 2 };
  return { first: start, last };
}

function nameAt(r: Reader, index: number): Name {
  return takeName({ ...r, at: index });
}

/** What `* EXCLUDE (…)` leaves out and `* RENAME (…)` calls otherwise. */
function findStarChanges(r: Reader, start: number, end: number): Pick<Item, 'excluded' | 'renamed'> {
  const excluded: Name[] = [];
  const renamed: [Name, Name][] = [];
  for (let at = start; at < end; at++) {
    const word = r.signs[at];
    if (word !== 'exclude' && word !== 'rename') continue;
    const isList = r.signs[at + 1] === '(';
    const close = isList ? r.closes[at + 1]! : at + 2;
    for (let index = isList ? at + 2 : at + 1; index < Math.min(close, end); index++) {
      if (!isName(r, index) || r.signs[index] === 'as' || r.signs[index + 1] === '.') continue;
      if (word === 'exclude') excluded.push(nameAt(r, index));
      else if (r.signs[index + 1] === 'as' && isName(r, index + 2)) {
        renamed.push([nameAt(r, index), nameAt(r, index + 2)]);
        index += 2;
      }
    }
  }
  return { excluded, renamed };
}
