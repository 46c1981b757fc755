import type { Token } from '../sql/tokens';
import { toTokens } from '../sql/tokens';
import { noteMark } from './toScript';

/** A statement of a script, with the comment that stands before it. */
export interface ScriptStatement {
  /** The texts of the comments, without their signs; a blank line makes two of them. */
  comments: string[];
  /** Without its semicolon; empty for what stands after the last one. */
  sql: string;
  /** Its words and signs, as places in `sql`. */
  tokens: Token[];
}

export function splitScript(script: string): ScriptStatement[] {
  const statements: ScriptStatement[] = [];
  let held: Token[] = [];
  const end = () => {
    const statement = toStatement(script, held);
    if (statement.comments.length > 0 || statement.sql) statements.push(statement);
    held = [];
  };
  for (const token of toTokens(script)) {
    if (script.slice(token.from, token.to) === ';' && token.kind === 'mark') end();
    else held.push(token);
  }
  end();
  return statements;
}

function toStatement(script: string, tokens: readonly Token[]): ScriptStatement {
  const isCode = ({ kind }: Token) => kind !== 'space' && kind !== 'comment';
  const first = tokens.findIndex(isCode);
  const comments = toComments(script, first < 0 ? tokens : tokens.slice(0, first));
  if (first < 0) return { comments, sql: '', tokens: [] };
  const start = tokens[first]!.from;
  const sql = script.slice(start, tokens.at(-1)!.to).trimEnd();
  const own = tokens
    .filter(isCode)
    .map((token) => ({ ...token, from: token.from - start, to: token.to - start }));
  return { comments, sql, tokens: own };
}

function toComments(script: string, tokens: readonly Token[]): string[] {
  const groups: string[][] = [[]];
  for (const { kind, from, to } of tokens) {
    const text = script.slice(from, to);
    if (kind === 'comment') {
      if (!text.startsWith(noteMark.trimEnd())) groups.at(-1)!.push(toPlain(text));
    } else if (/\n[^\S\n]*\n/.test(text)) groups.push([]);
  }
  return groups.map((lines) => lines.join('\n').trim()).filter((text) => text !== '');
}

/** What a comment says: `-- text`, or the lines between its signs. */
function toPlain(comment: string): string {
  if (comment.startsWith('--')) return comment.slice(2).replace(/^ /, '').trimEnd();
  return comment
    .replace(/^\/\*+\s?/, '')
    .replace(/\s*\**\/$/, '')
    .replace(/^[ \t]*\*+(?!\*) ?/gm, '');
}
