import type { ImportOptions } from '../../import/options';
import type { Duck } from '../duckdb';
import type { ImportProgress } from '../engine';
import type { Shape } from './shape';
import type { Spares } from './spares';

/** One file to import, and what is at hand for it. */
export interface ImportJob {
  id: string;
  /** The name of the table, where the file gives one only. */
  name: string;
  file: File;
  options: ImportOptions;
  /** What the table must look like, where it is one of several that become one. */
  shape?: Shape;
  signal: AbortSignal;
  onProgress: (progress: ImportProgress) => void;
  /** The engine that people query: takes the rows itself when they are not to be kept. */
  memory: Duck | undefined;
  spares: Spares;
}
