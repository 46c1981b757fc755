import type { Analysis } from '../frame';
import { analyseColumns, type ColumnsSettings } from './odd/columns';
import { analyseWhole, type WholeSettings } from './odd/whole';

export type OddSettings = WholeSettings | ColumnsSettings;

/** How odd each row is, as a whole or by any of its columns, and in which column it lies farthest. */
export const analyse: Analysis<OddSettings> = (frame, settings, context) =>
  'share' in settings ? analyseWhole(frame, settings, context) : analyseColumns(frame, settings);
