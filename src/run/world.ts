import type { Workbook } from '../workbook/document';
import { createWorkbook } from '../workbook/document';

export interface RunSource {
  id: string;
  name: string;
  /** Changes when its rows do. */
  version: string;
  /** Names of its columns. */
  columns?: readonly string[];
}

export interface World {
  workbook: Workbook;
  sources: readonly RunSource[];
  /** Nothing runs by itself: what another person wrote does not until it is asked for. */
  held: boolean;
}

/** What there is while no workbook is open. */
export const noWorld: World = { workbook: createWorkbook({ id: '' }), sources: [], held: true };
