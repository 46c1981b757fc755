import { Problem } from '../../lib/problem';
import { toQueryProblem } from '../errors';

/** What went wrong with a file that was being imported, in a person's terms. */
export async function toFileProblem(error: unknown, file: File): Promise<Problem> {
  const isImporters = error instanceof Problem && error.code === 'engine-restarted';
  if (error instanceof Problem && !isImporters) return error;
  const params = { file: file.name };
  if (error instanceof DOMException && error.name === 'NotReadableError') {
    return new Problem('file-unreadable', { params, cause: error });
  }
  // the engine tells of a full disk in words of its own, if at all
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < file.size) return new Problem('storage-full', { params, cause: error });
  const { detail = '' } = isImporters ? {} : toQueryProblem(error).params;
  return new Problem('file-failed', { params: { ...params, detail }, cause: error });
}
