import { isSameName, toPlain } from './name';
import { type Token, toTokens } from './tokens';
import { isReserved, toSet } from './words';

export interface PassThrough {
  table: string;
  columns: '*' | string[];
}

/** Words that look like columns and are none of the table's own. */
const COMPUTED =
  toSet(`current_date current_time current_timestamp current_user current_role current_catalog current_schema
  localtime localtimestamp session_user user rowid today now`);

/** The table that a statement gives as it is, or some of its columns; undefined if the statement does anything else. */
export function maybePassThrough(sql: string): PassThrough | undefined {
  const words = toTokens(sql)
    .filter(({ kind }) => kind !== 'space' && kind !== 'comment')
    .map((token) => ({ ...token, text: sql.slice(token.from, token.to) }));
  while (words.at(-1)?.text === ';') words.pop();
  const first = words[0]?.text.toLowerCase();
  if (first === 'table') return words.length === 2 ? toTable(words.slice(1)) : undefined;
  const select = words.findIndex((word) => isWord(word, 'select'));
  const from = words.findIndex((word) => isWord(word, 'from'));
  if (from === 0)
    return select < 0 ? toTable(words.slice(1)) : toTable(words.slice(1, select), words.slice(select + 1));
  return select === 0 && from > 1 ? toTable(words.slice(from + 1), words.slice(1, from)) : undefined;
}

/** What may follow the table of a statement that gives some of its rows, as they are. */
const leaving = toSet('where order limit offset');
/** What makes other rows of them. */
const making = toSet('group having union intersect except window qualify using pivot unpivot join');

/** The table of which a statement gives rows as they are: all, or those that its conditions leave. */
export function maybeKeptTable(sql: string): string | undefined {
  let depth = 0;
  let end: number | undefined;
  for (const { kind, from, to } of toTokens(sql)) {
    const text = sql.slice(from, to).toLowerCase();
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (kind !== 'word' || depth > 0) continue;
    else if (making.has(text) || (end !== undefined && text === 'select')) return undefined;
    else if (leaving.has(text)) end ??= from;
  }
  return maybePassThrough(sql.slice(0, end))?.table;
}

type Word = Token & { text: string };

/** `t`, `t x` or `t AS x`, and what is selected of it; no list is everything. */
function toTable(source: readonly Word[], list?: readonly Word[]): PassThrough | undefined {
  const names = source.filter((word, index) => !(index === 1 && source.length === 3 && isWord(word, 'as')));
  if (names.length === 0 || names.length > 2 || !names.every(isPlainName)) return undefined;
  const table = toPlain(names[0]!.text);
  const columns = list ? toColumns(list, toPlain(names.at(-1)!.text)) : '*';
  return columns && { table, columns };
}

function toColumns(list: readonly Word[], owner: string): '*' | string[] | undefined {
  const columns: string[] = [];
  for (let at = 0; at < list.length; at++) {
    let word = list[at]!;
    if (list[at + 1]?.text === '.') {
      if (!isPlainName(word) || !isSameName(toPlain(word.text), owner)) return undefined;
      at += 2;
      if (at >= list.length) return undefined;
      word = list[at]!;
    } else if (isPlainName(word) && isSameName(toPlain(word.text), owner)) return undefined;
    if (word.text === '*') return list.length === at + 1 && columns.length === 0 ? '*' : undefined;
    if (!isPlainName(word)) return undefined;
    const column = toPlain(word.text);
    if (columns.some((known) => isSameName(known, column))) return undefined;
    columns.push(column);
    const next = list[++at];
    if (next ? next.text !== ',' || at === list.length - 1 : false) return undefined;
  }
  return columns.length > 0 ? columns : undefined;
}

function isWord({ kind, text }: Word, word: string): boolean {
  return kind === 'word' && text.toLowerCase() === word;
}

function isPlainName({ kind, text }: Word): boolean {
  const lower = text.toLowerCase();
  return kind === 'quoted' ? text.length > 2 : kind === 'word' && !isReserved(lower) && !COMPUTED.has(lower);
}
