import { createMemoryWorkbooks } from '../../storage/memoryWorkbooks';
import { createWorkbookStore } from '../../storage/workbooks';
import { createKeeper } from '../keeping/keeper';
import { warnOfUnsaved } from '../keeping/leaving';
import type { Workbooks, WorkbooksOptions } from './workbooks';
import { createWorkbooks } from './workbooks';

export interface LoadOptions extends Omit<WorkbooksOptions, 'keeper'> {
  /** Whether anything can be kept on this device. */
  keep: boolean;
}

/** Everything about workbooks, in one piece that is loaded after the shell. */
export function loadWorkbooks({ keep, ...options }: LoadOptions): Workbooks {
  const store = keep ? createWorkbookStore() : createMemoryWorkbooks();
  const keeper = createKeeper({ store, onProblem: options.onProblem });
  warnOfUnsaved(keeper);
  return createWorkbooks({ ...options, keeper });
}
