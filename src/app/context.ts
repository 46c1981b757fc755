import { createContext, createSignal, useContext } from 'solid-js';
import type { ChartAsk } from '../cells/chart/making/chartOf';
import type { Engine } from '../engine/engine';
import type { GridHandle } from '../grid/Grid';
import type { CellSpec } from '../workbook/cell';
import type { SourceRecord } from '../storage/catalog';
import type { AskWhen } from './importing/importing';
import type { Replacing } from './replace/replacing';
import type { Sharing } from './sharing/sharing';
import type { Sources } from './sources';
import type { Undoing } from './undoing';
import type { View } from './view';
import type { Acting } from './workbook/acting';
import type { Workbooks } from './workbook/workbooks';

export type EngineState = 'starting' | 'ready' | 'failed';

export interface App {
  engine: Engine;
  sources: Sources;
  view: View;
  /** Whether rows are kept on this device. */
  keep: boolean;
  engineState: () => EngineState;
  /** The table in the middle, when there is one. */
  grid: () => GridHandle | undefined;
  setGrid: (grid: GridHandle | undefined) => void;
  importFiles(files: Iterable<File>, options?: { ask?: AskWhen }): Promise<SourceRecord[]>;
  /** Makes ready for files that are likely to come. */
  prepare(): void;
  pickFiles(): void;
  pickFolder(): void;
  /** Asks about each file before it is imported, also where it leaves no doubt. */
  pickWithSettings(): void;
  /** Asks for the file of a source once more, to import it with other settings. */
  pickAgain(source: SourceRecord): void;
  /** Compares next month's file with a source, and asks whether it takes its place. */
  replaceFile(source: SourceRecord, files: readonly File[]): void;
  /** The same without asking. */
  replaceNow: Replacing['replaceNow'];
  pickReplacement(source: SourceRecord): void;
  openSamples(only?: string): Promise<void>;
  openSource(): SourceRecord | undefined;
  undoing: Undoing;
  /** The workbooks, once their code is here. */
  workbooks: () => Workbooks | undefined;
  loadWorkbooks(): Promise<Workbooks>;
  /** Opens a workbook in the middle; a new one where none is named. */
  openWorkbook(id?: string): Promise<void>;
  /** Adds a cell to the workbook, under the name that it is given or one like it. */
  addCell(spec: CellSpec): Promise<void>;
  /** Adds a step to the cell of the workbook that cleans a table, or to a new one. */
  cleanTable(name: string, step: Parameters<Acting['clean']>[1]): Promise<void>;
  /** How workbooks leave and come, once its code is here. */
  loadSharing(): Promise<Sharing>;
  /** Opens a workbook's file, or a script, without asking. */
  openFile(file: File, options?: { password?: string }): Promise<void>;
  /** Asks about a table in the workbook: a cell with a query of all its rows, or with steps on it. */
  askTable(name: string, kind?: 'sql' | 'steps'): Promise<void>;
  /** Makes a chart of a table, or of columns of it, in the workbook. */
  chartTable(ask: ChartAsk): Promise<void>;
  /** What can be done with the cells on screen. */
  acting: () => Acting | undefined;
  setActing: (acting: Acting | undefined) => void;
}

const Context = createContext<App>();

export const AppProvider = Context.Provider;

export function useApp(): App {
  const app = useContext(Context);
  if (!app) throw new Error('no app in this tree');
  return app;
}

export function createSlots() {
  const [grid, setGrid] = createSignal<GridHandle>();
  const [acting, setActing] = createSignal<Acting>();
  return { grid, setGrid, acting, setActing };
}
