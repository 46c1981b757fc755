import type { Cell } from './cell';
import type { Dashboard } from './dashboard';
import type { RunMode, Workbook } from './document';
import type { Outputs } from './outputs';
import type { Report } from './report';

/** The number of the saved form. A new number comes with a step in `migrate.ts` and a frozen file in its test. */
export const formatNumber = 1;

/** A workbook as it is saved, sent and given to scripts. */
export interface WorkbookJson {
  quire: number;
  id: string;
  title: string;
  run: RunMode;
  seed: number;
  cells: Cell[];
  dashboard?: Dashboard;
  report?: Report;
  outputs?: Outputs;
  /** What its cells read of sources, so that someone without them can find theirs. */
  sources: SourceNeed[];
}

export interface SourceNeed {
  name: string;
  columns: { name: string; type: string }[];
}

export function serialize(
  { id, title, run, seed, cells, dashboard, report, outputs }: Workbook,
  sources: SourceNeed[] = [],
): WorkbookJson {
  return structuredClone({
    quire: formatNumber,
    id,
    title,
    run,
    seed,
    cells: [...cells],
    ...(dashboard && { dashboard }),
    ...(report && { report }),
    ...(outputs && { outputs }),
    sources,
  });
}
