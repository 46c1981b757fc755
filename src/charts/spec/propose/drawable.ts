import type { Loose } from '../../../steps/field';
import type { Column } from '../../../table/column';
import { findChartKind } from '../catalog';
import { checkChart, toChart, toFields, toSlots } from '../chart';

/** A chart that is worth a look: its kind, and what lies where. */
export interface Proposal {
  readonly mark: string;
  readonly settings: Loose;
}

/** Whether there is such a kind of chart, and nothing speaks against it. */
export function isDrawable({ mark, settings }: Proposal, columns: readonly Column[]): boolean {
  const kind = findChartKind(mark);
  if (!kind) return false;
  const known = { ...toSlots(kind), ...toFields(kind) };
  if (!Object.keys(settings).every((name) => name in known)) return false;
  return checkChart(kind, toChart(kind, settings), columns) === undefined;
}
