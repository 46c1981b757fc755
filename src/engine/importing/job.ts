import type { ImportOptions } from '../../import/text/plan';
import type { Duck } from '../duckdb';
import type { ImportProgress } from '../engine';
import type { Spares } from './spares';

/** One file to import, and what is at hand for it. */
export interface ImportJob {
  id: string;
  file: File;
  options: ImportOptions;
  signal: AbortSignal;
  onProgress: (progress: ImportProgress) => void;
  /** The engine that people query: takes the rows itself when they are not to be kept. */
  memory: Duck | undefined;
  spares: Spares;
}
