import { Problem } from '../lib/problem';
import { type Token, toTokens } from './tokens';

/** First words of statements that would change data, settings or files. */
const CHANGES =
  /^(alter|analyze|attach|begin|call|checkpoint|comment|commit|copy|create|deallocate|delete|detach|drop|execute|export|force|import|insert|install|load|merge|pragma|prepare|reset|rollback|set|truncate|update|use|vacuum)$/i;

/**
 * The one query in a text, without its closing semicolon. Everything that Quire runs for a person is put into
 * `select … from (…)`, so brackets that close more than they open are refused too.
 */
export function toQuery(sql: string): string {
  const tokens = toTokens(sql).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const read = ({ from, to }: Token) => sql.slice(from, to);
  let depth = 0;
  let first: Token | undefined;
  let semicolon: Token | undefined;
  for (const token of tokens) {
    const text = read(token);
    if (semicolon && text !== ';') throw new Problem('sql-several', { sql, position: token.from });
    if (text === '(') depth++;
    if (text === ')' && --depth < 0)
      throw new Problem('sql-syntax', { sql, position: token.from, params: { detail: ')' } });
    if (text === ';') semicolon ??= token;
    else if (text !== '(') first ??= token;
  }
  if (!first) throw new Problem('sql-not-a-query', { sql });
  const word = read(first);
  if (CHANGES.test(word))
    throw new Problem('sql-refused', { sql, position: first.from, params: { word: word.toUpperCase() } });
  return semicolon ? sql.slice(0, semicolon.from) : sql;
}
