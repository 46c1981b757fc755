import { isSameName, toName, toPlain } from '../sql/name';
import type { Token } from '../sql/tokens';
import type { CellSpec } from '../workbook/cell';
import { seedMark } from './toScript';
import type { ScriptStatement } from './statements';
import { splitScript } from './statements';
import { maybeInput } from './scriptInput';

export interface ScriptNotes {
  /** Why a statement is a text and not a cell. */
  noCell: string;
  /** The statement reads a file, which has to be dropped on the page. */
  readsFile: (files: string) => string;
}

export interface Script {
  cells: CellSpec[];
  seed?: number;
}

/** A script as cells: tables, views and queries, values as inputs, comments as texts. Nothing is dropped but settings. */
export function fromScript(script: string, notes: ScriptNotes): Script {
  const toFree = createNames();
  const inputs: string[] = [];
  const cells: CellSpec[] = [];
  const text = (markdown: string) => void (markdown.trim() && cells.push({ kind: 'text', markdown }));
  const note = (why: string, sql: string) => text(`${why}\n\n\`\`\`sql\n${sql}\n\`\`\``);
  const add = (name: string, sql: string) => void cells.push({ kind: 'sql', name: toFree(name), sql });
  for (const statement of splitScript(script)) {
    const { comments, sql } = statement;
    comments.forEach(text);
    if (!sql || isSetting(statement)) continue;
    const input = maybeInput(statement);
    if (input) {
      inputs.push(String(input.name));
      cells.push(input);
      continue;
    }
    const created = maybeCreated(statement);
    const files = findFiles(statement);
    if (files.length > 0) note(notes.readsFile(files.join(', ')), sql);
    else if (created) add(created.name, readInputs(created.query, inputs));
    else if (isQuery(statement)) add('query', readInputs(sql, inputs));
    else note(notes.noCell, sql);
  }
  const seed = new RegExp(`^${seedMark}(\\d{1,15})$`, 'm').exec(script)?.[1];
  return { cells, ...(seed !== undefined && { seed: Number(seed) }) };
}

/** `query`, `query_2` …, counted on, for a script may have thousands. */
function createNames(): (wanted: string) => string {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return (wanted) => {
    const folded = wanted.toLowerCase();
    let free = wanted;
    for (let n = counts.get(folded) ?? 2; used.has(free.toLowerCase()); n++) {
      free = `${wanted}_${n}`;
      counts.set(folded, n + 1);
    }
    used.add(free.toLowerCase());
    return free;
  };
}

const QUERIES = /^(select|with|from|values|table|pivot|unpivot|summarize|describe|show)$/i;

function isQuery({ sql, tokens }: ScriptStatement): boolean {
  const first = tokens.find((token) => sql.slice(token.from, token.to) !== '(');
  return first !== undefined && QUERIES.test(sql.slice(first.from, first.to));
}

/** What makes a run the same again: the workbook has a seed of its own, and sets it before every cell. */
function isSetting({ sql }: ScriptStatement): boolean {
  return /^(set\s+(threads|seed)\b|select\s+setseed\s*\([^()]*\)\s*$)/i.test(sql);
}

/** `CREATE OR REPLACE TEMP TABLE x AS …` and its like. */
function maybeCreated({ sql, tokens }: ScriptStatement): { name: string; query: string } | undefined {
  const read = (at: number) => (tokens[at] ? sql.slice(tokens[at].from, tokens[at].to) : '');
  const isWord = (at: number, ...words: string[]) => words.includes(read(at).toLowerCase());
  let at = 0;
  if (!isWord(at++, 'create')) return undefined;
  if (isWord(at, 'or') && isWord(at + 1, 'replace')) at += 2;
  if (isWord(at, 'temp', 'temporary')) at++;
  if (!isWord(at++, 'table', 'view')) return undefined;
  if (isWord(at, 'if') && isWord(at + 1, 'not') && isWord(at + 2, 'exists')) at += 3;
  while (read(at + 1) === '.') at += 2;
  const name = tokens[at];
  if (!name || (name.kind !== 'word' && name.kind !== 'quoted') || !isWord(at + 1, 'as') || !tokens[at + 2])
    return undefined;
  const query = sql.slice(tokens[at + 2]!.from);
  return { name: toPlain(read(at)), query: unwrap(query, sql, tokens.slice(at + 2)) };
}

/** What `toScript` puts around a query, taken off. */
function unwrap(query: string, sql: string, tokens: readonly Token[]): string {
  const words = tokens.map(({ from, to }) => sql.slice(from, to));
  const isWrapped =
    words.slice(0, 4).join(' ').toLowerCase() === 'select * from (' &&
    words.at(-1) === ')' &&
    findClosing(words, 3) === words.length - 1;
  if (!isWrapped) return query;
  return sql.slice(tokens[3]!.to, tokens.at(-1)!.from).trim();
}

function findClosing(words: readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < words.length; at++) {
    if (words[at] === '(') depth++;
    if (words[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

const READERS = /^(read_\w+|parquet_scan|scan_\w+|glob|sniff_csv)$/i;

/** The files that a query reads, by a function or by a name in quotes after FROM or JOIN. */
function findFiles({ sql, tokens }: ScriptStatement): string[] {
  const words = tokens.map(({ kind, from, to }) => ({ kind, text: sql.slice(from, to) }));
  return words.flatMap(({ kind, text }, at) => {
    const after = words[at + 1];
    if (kind !== 'word') return [];
    if (READERS.test(text) && after?.text === '(') {
      const file = words.slice(at + 2).find((word) => word.kind === 'text');
      return [file?.text ?? text];
    }
    return /^(from|join)$/i.test(text) && after?.kind === 'text' ? [after.text] : [];
  });
}

/** `getvariable('since')`, with or without brackets, as `$since`, where there is such an input. */
function readInputs(sql: string, inputs: readonly string[]): string {
  return sql.replace(
    /(\(\s*)?\bgetvariable\s*\(\s*'((?:[^']|'')*)'\s*\)(\s*\))?/gi,
    (whole, open: string | undefined, name: string, close: string | undefined) => {
      const input = inputs.find((other) => isSameName(other, name.replaceAll("''", "'")));
      if (input === undefined || toName(input) !== input) return whole;
      if (open && close) return `$${input}`;
      return `${open ?? ''}$${input}${close ?? ''}`;
    },
  );
}
