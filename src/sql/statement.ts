import { Problem } from '../lib/problem';

/** First words of statements that would change data, settings or files. */
const CHANGES =
  /^(alter|analyze|attach|begin|call|checkpoint|comment|commit|copy|create|deallocate|delete|detach|drop|execute|export|force|import|insert|install|load|merge|pragma|prepare|reset|rollback|set|truncate|update|use|vacuum)\b/i;

/**
 * The one query in a text, without its closing semicolon. Everything that Quire runs for a person is put into
 * `select … from (…)`, so brackets that close more than they open are refused too.
 */
export function toQuery(sql: string): string {
  let depth = 0;
  let end = sql.length;
  let first = -1;
  let semicolon = -1;
  for (let at = 0; at < sql.length;) {
    const next = skipToken(sql, at);
    const char = sql[at]!;
    const blank = next.blank;
    if (!blank && semicolon >= 0 && char !== ';') throw new Problem('sql-several', { sql, position: at });
    if (char === '(') depth++;
    if (char === ')' && --depth < 0)
      throw new Problem('sql-syntax', { sql, position: at, params: { detail: ')' } });
    if (char === ';' && semicolon < 0) {
      semicolon = at;
      end = at;
    }
    if (!blank && first < 0 && char !== '(' && char !== ';') first = at;
    at = next.end;
  }
  if (first < 0) throw new Problem('sql-not-a-query', { sql });
  const change = CHANGES.exec(sql.slice(first));
  if (change)
    throw new Problem('sql-refused', { sql, position: first, params: { word: change[0].toUpperCase() } });
  return sql.slice(0, end);
}

/** Where the token at an offset ends, and whether it is white space or a comment. */
function skipToken(sql: string, at: number): { end: number; blank: boolean } {
  const char = sql[at]!;
  if (/\s/.test(char)) return { end: at + 1, blank: true };
  if (sql.startsWith('--', at)) return { end: endOf(sql, '\n', at), blank: true };
  if (sql.startsWith('/*', at)) return { end: endOf(sql, '*/', at + 2), blank: true };
  if (char === "'" && /[eE]/.test(sql[at - 1] ?? '') && !/\w/.test(sql[at - 2] ?? ''))
    return { end: skipEscaped(sql, at), blank: false };
  if (char === "'" || char === '"') return { end: endOf(sql, char, at + 1), blank: false };
  const dollar = char === '$' ? /^\$([A-Za-z_]\w*)?\$/.exec(sql.slice(at, at + 80))?.[0] : undefined;
  if (dollar) return { end: endOf(sql, dollar, at + dollar.length), blank: false };
  return { end: at + 1, blank: false };
}

/** A doubled quote needs no care here: `'a''b'` reads as two texts that touch, which have the same extent. */
function endOf(sql: string, mark: string, from: number): number {
  const found = sql.indexOf(mark, from);
  return found < 0 ? sql.length : found + mark.length;
}

function skipEscaped(sql: string, quoteAt: number): number {
  let at = quoteAt + 1;
  while (at < sql.length && sql[at] !== "'") at += sql[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, sql.length);
}
