import { Problem } from '../../lib/problem';

/** Why a workbook could not be saved. An aborted transaction is no stop that a person asked for. */
export function toKeepProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Error && error.name === 'QuotaExceededError')
    return new Problem('keep-full', { cause: error });
  const detail = error instanceof Error ? error.message || error.name : String(error);
  return new Problem('keep-failed', { params: { detail }, cause: error });
}
