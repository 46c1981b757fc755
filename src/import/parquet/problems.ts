import { isAbort, Problem } from '../../lib/problem';

/** What a file cannot do to us: the words say what, in the format's own terms. */
export function createUnsupported(detail: string): Problem {
  return new Problem('parquet-unsupported', { params: { detail } });
}

export function createDamaged(detail: string, cause?: unknown): Problem {
  return new Problem('parquet-damaged', { params: { detail }, cause });
}

/** Any error that comes of reading a file's bytes, as words about that file. */
export function toParquetProblem(error: unknown, file: string): unknown {
  if (isAbort(error)) return error;
  const { code, params, cause } =
    error instanceof Problem
      ? error
      : createDamaged(error instanceof Error ? error.message : String(error), error);
  return new Problem(code, { params: { ...params, file }, cause });
}
