/** What a stretch of SQL text is. Texts and names keep their quotes; `mark` is what binds: brackets, `,` `;` `.` `:` `::` `:=`. */
export type TokenKind =
  'space' | 'comment' | 'word' | 'quoted' | 'text' | 'number' | 'parameter' | 'operator' | 'mark' | 'other';

export interface Token {
  kind: TokenKind;
  from: number;
  to: number;
}

/** The whole text as tokens, without a gap, as DuckDB 1.4 reads it. What is not closed goes to the end. */
export function toTokens(sql: string): Token[] {
  const tokens: Token[] = [];
  for (let from = 0; from < sql.length;) {
    const token = readToken(sql, from);
    tokens.push(token);
    from = token.to;
  }
  return tokens;
}

// DuckDB takes these for blanks before it reads (`StripUnicodeSpaces`); every other letter beyond ASCII may stand in a name.
const BLANK = '\\s\\u200b-\\u200d\\u2060';
const LETTER =
  'A-Za-z_\\u0080-\\u009f\\u00a1-\\u1fff\\u200e-\\u202e\\u2030-\\u205e\\u2061-\\u2fff\\u3001-\\ufefe\\uff00-\\uffff';
const DIGITS = '\\d+(?:_\\d+)*';
const TAG = `\\$(?:[${LETTER}][${LETTER}0-9]*)?\\$`;

type TextKind = 'plain' | 'escaped' | 'bits';

const GROUPS: readonly (readonly [TokenKind | TextKind | 'block' | 'tagged' | 'signs', string])[] = [
  ['word', `(?![eExXbB]'|[uU]&['"])[${LETTER}][${LETTER}0-9$]*`],
  ['space', `[${BLANK}]+`],
  ['number', `(?:${DIGITS}(?:\\.(?!\\.)(?:${DIGITS})?)?|\\.${DIGITS})(?:[eE][+-]?${DIGITS})?`],
  ['mark', '::|:=|\\.\\.|[()[\\]{},;.:]'],
  ['comment', '--[^\\n\\r]*'],
  ['block', '/\\*'],
  ['escaped', "[eE]'"],
  ['bits', "[xXbB]'"],
  ['plain', "(?:[uU]&)?'"],
  ['quoted', '(?:[uU]&)?"(?:[^"]+|"")*"?'],
  ['tagged', TAG],
  ['parameter', `\\$${DIGITS}|\\$[${LETTER}][${LETTER}0-9$]*|\\?`],
  ['signs', '[~!@^&|`+\\-*/%<>=]+'],
  ['operator', '#'],
];
const PATTERN = new RegExp(GROUPS.map(([, source]) => `(${source})`).join('|'), 'y');

function readToken(sql: string, from: number): Token {
  PATTERN.lastIndex = from;
  const match = PATTERN.exec(sql);
  if (!match) return { kind: 'other', from, to: from + 1 };
  const [kind] = GROUPS[match.findIndex((part, index) => index > 0 && part !== undefined) - 1]!;
  const to = from + match[0].length;
  switch (kind) {
    case 'block':
      return { kind: 'comment', from, to: findBlockEnd(sql, to) };
    case 'escaped':
    case 'bits':
    case 'plain':
      return { kind: 'text', from, to: findTextEnd(sql, to, kind) };
    case 'tagged':
      return { kind: 'text', from, to: findEnd(sql, match[0], to) };
    case 'signs':
      return { kind: 'operator', from, to: from + toOperator(match[0]).length };
    default:
      return { kind, from, to };
  }
}

function findEnd(sql: string, mark: string, from: number): number {
  const found = sql.indexOf(mark, from);
  return found < 0 ? sql.length : found + mark.length;
}

/** Blocks nest. */
function findBlockEnd(sql: string, from: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = from;
  for (let depth = 1; depth > 0;) {
    const mark = marks.exec(sql);
    if (!mark) return sql.length;
    depth += mark[0] === '/*' ? 1 : -1;
  }
  return marks.lastIndex;
}

/** Texts with nothing but line ends between them are one, and are all read in the way of the first. */
function findTextEnd(sql: string, from: number, kind: TextKind): number {
  for (let start = from; ;) {
    const end = findQuote(sql, start, kind);
    const next = findContinuation(sql, end);
    if (next === undefined) return end;
    start = next + 1;
  }
}

function findQuote(sql: string, from: number, kind: TextKind): number {
  let at = from;
  while (at < sql.length) {
    const isDoubled = kind !== 'bits' && sql.startsWith("''", at);
    if (sql[at] === "'" && !isDoubled) return at + 1;
    at += isDoubled || (kind === 'escaped' && sql[at] === '\\') ? 2 : 1;
  }
  return sql.length;
}

function findContinuation(sql: string, from: number): number | undefined {
  let lineEnds = false;
  for (let at = from; at < sql.length;) {
    const char = sql[at]!;
    if (char === "'") return lineEnds ? at : undefined;
    if (/[\n\r]/.test(char)) lineEnds = true;
    if (sql.startsWith('--', at)) {
      while (at < sql.length && !/[\n\r]/.test(sql[at]!)) at++;
    } else if (/\s/.test(char)) at++;
    else return undefined;
  }
  return undefined;
}

/** An operator ends before a comment; it ends in `+` or `-` only with a sign that no number goes with, as in PostgreSQL. */
function toOperator(signs: string): string {
  const comment = /--|\/\*/.exec(signs.slice(1));
  const run = comment ? signs.slice(0, comment.index + 1) : signs;
  return /[~!@^&|`%]/.test(run) ? run : run.replace(/(?<=.)[+-]+$/, '');
}
