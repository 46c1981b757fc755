import { isUnfetched } from './unfetched';

/** What can go wrong for a person. `i18n` has the words for each code, in every language, and says what to do next. */
export type ProblemCode =
  // the engine
  | 'engine-failed'
  | 'engine-restarted'
  | 'out-of-memory'
  | 'sql-syntax'
  | 'sql-name'
  | 'sql-value'
  | 'sql-needs-extension'
  | 'sql-refused'
  | 'sql-not-a-query'
  | 'sql-several'
  | 'sql-by-text'
  | 'sql-failed'
  // import
  | 'file-empty'
  | 'file-no-rows'
  | 'file-too-wide'
  | 'file-not-text'
  | 'file-unknown'
  | 'file-not-utf8'
  | 'file-unreadable'
  | 'file-failed'
  | 'file-database'
  | 'replace-kind'
  | 'replace-columns'
  | 'rows-refused'
  | 'file-no-tables'
  | 'workbook-damaged'
  | 'workbook-locked'
  | 'workbook-password'
  | 'workbook-encryption'
  | 'sheet-missing'
  | 'range-unclear'
  | 'encoding-unknown'
  | 'archive-damaged'
  | 'archive-encrypted'
  | 'archive-method'
  | 'archive-too-large'
  | 'archive-too-many'
  | 'json-syntax'
  | 'json-path'
  | 'parquet-damaged'
  | 'parquet-encrypted'
  | 'parquet-unsupported'
  | 'arrow-damaged'
  | 'arrow-unsupported'
  // the workbook
  | 'clipboard-refused'
  | 'cell-kind'
  | 'cell-setting'
  | 'cell-cycle'
  | 'cell-name-source'
  | 'cell-name-twice'
  | 'value-unknown'
  | 'value-name'
  | 'step-unknown'
  | 'step-required'
  | 'step-column'
  | 'step-family'
  | 'step-number'
  | 'step-value'
  | 'step-name'
  | 'step-table'
  | 'step-misfit'
  | 'step-unrun'
  | 'chart-slot'
  | 'chart-whole'
  | 'chart-layers'
  | 'chart-unknown'
  | 'analysis-misfit'
  | 'analysis-ended'
  | 'recipe-unreadable'
  | 'quire-unreadable'
  | 'quire-newer'
  | 'quire-damaged'
  | 'quire-changed'
  | 'quire-unsound'
  | 'quire-locked'
  | 'quire-passphrase'
  | 'quire-insecure'
  | 'link-damaged'
  | 'link-too-long'
  | 'keep-full'
  | 'keep-failed'
  | 'keep-elsewhere'
  // export
  | 'export-needs-device'
  // storage
  | 'storage-full'
  | 'source-missing'
  | 'source-unreadable'
  | 'name-taken'
  | 'name-empty'
  // grid
  | 'copy-too-large'
  | 'copy-refused'
  // files that are written
  | 'xlsx-too-wide'
  | 'xlsx-too-large'
  // the page itself
  | 'part-missing'
  // anything else
  | 'unexpected';

export type ProblemParams = Record<string, string | number>;

export interface ProblemOptions {
  params?: ProblemParams;
  /** The statement that failed. */
  sql?: string;
  /** Offset into `sql`, in UTF-16 code units, where the engine stopped reading. */
  position?: number;
  cause?: unknown;
}

/** An error that a person is told about. Its `message` is for the console; the screen shows the words of its `code`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
  readonly sql: string | undefined;
  readonly position: number | undefined;

  constructor(code: ProblemCode, { params = {}, sql, position, cause }: ProblemOptions = {}) {
    super(`${code}${'detail' in params ? `: ${params.detail}` : ''}`, { cause });
    this.name = 'Problem';
    this.code = code;
    this.params = params;
    this.sql = sql;
    this.position = position;
  }
}

export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isUnfetched(error)) return new Problem('part-missing', { cause: error });
  const detail = error instanceof Error ? error.message : String(error);
  return new Problem('unexpected', { params: { detail }, cause: error });
}

/** Stopping is not a failure: callers filter it here and nowhere else. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

export function createAbort(): DOMException {
  return new DOMException('stopped', 'AbortError');
}
