import type { ProblemCode } from '../lib/problem';
import { Problem } from '../lib/problem';

interface DuckError {
  exception_type: string;
  exception_message: string;
  position?: string;
  candidates?: string;
  name?: string;
  /** `MISSING_ENTRY` where a name is none of the engine's, whose kind `type` says. */
  error_subtype?: string;
  type?: string;
}

const CODES: Record<string, ProblemCode> = {
  Parser: 'sql-syntax',
  Syntax: 'sql-syntax',
  Binder: 'sql-name',
  Catalog: 'sql-name',
  Conversion: 'sql-value',
  'Invalid Input': 'sql-value',
  'Invalid type': 'sql-value',
  'Mismatch Type': 'sql-value',
  'Out of Range': 'sql-value',
  'Out of Memory': 'out-of-memory',
  Permission: 'sql-refused',
  IO: 'sql-refused',
};

export interface Statement {
  /** What the person wrote. */
  sql: string;
  /** Characters that were put before it. */
  before: number;
}

/** Whether the engine itself broke (a trap, memory that could not grow) rather than refused a statement. */
export function isBroken(error: unknown): boolean {
  return !maybeDuckError(error);
}

/** The engine's error as a problem, its position moved from the statement that ran to the one that the person wrote. */
export function toQueryProblem(error: unknown, { sql, before }: Statement = { sql: '', before: 0 }): Problem {
  if (error instanceof Problem) return error;
  const duck = maybeDuckError(error);
  if (!duck) return new Problem('engine-failed', { params: { detail: String(error) }, sql, cause: error });
  const message = innerMessage(duck);
  // Of a table that is not there the engine proposes some of its own, such as sqlite_master; a person's are proposed by their names.
  const isTable = duck.error_subtype === 'MISSING_ENTRY' && duck.type === 'Table';
  const detail = isTable ? message.split('\n')[0]! : message;
  // The extension that is missing is named in the message alone (DuckDB 1.4.3); nothing else tells this error apart.
  const extension =
    /exists in the (\w+) extension|required extension '(\w+)'|Extension "[^"]*?(\w+)\.duckdb_extension/.exec(
      duck.exception_message,
    );
  const position =
    duck.position === undefined
      ? undefined
      : toOffset(sql, Number(duck.position) - before, duck.exception_type);
  if (extension) {
    const name = extension[1] ?? extension[2] ?? extension[3]!;
    return new Problem('sql-needs-extension', {
      params: { detail, extension: name },
      sql,
      position,
      cause: error,
    });
  }
  const code = CODES[duck.exception_type] ?? 'sql-failed';
  return new Problem(code, {
    params: { detail, candidates: duck.candidates ?? '' },
    sql,
    position,
    cause: error,
  });
}

function maybeDuckError(error: unknown): DuckError | undefined {
  const message = error instanceof Error ? error.message : String(error);
  const start = message.indexOf('{');
  if (start < 0) return undefined;
  try {
    const parsed: unknown = JSON.parse(message.slice(start));
    return typeof parsed === 'object' && parsed && 'exception_type' in parsed
      ? (parsed as DuckError)
      : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** A parser's error holds itself once more, as text. */
function innerMessage(duck: DuckError): string {
  const inner = duck.exception_message.startsWith('{') ? maybeDuckError(duck.exception_message) : undefined;
  return inner?.exception_message ?? duck.exception_message;
}

/** The parser counts characters, and the rest of the engine bytes of UTF-8; the page counts UTF-16 code units. */
function toOffset(sql: string, place: number, exceptionType: string): number {
  const at = Math.max(0, place);
  if (CODES[exceptionType] === 'sql-syntax') return [...sql].slice(0, at).join('').length;
  return new TextDecoder().decode(new TextEncoder().encode(sql).subarray(0, at)).length;
}
