import { createSignal } from 'solid-js';
import type { Column } from '../../table/column';

/** Rows that can leave: of a source, of a cell's result, or some of either. */
export interface ExportTable {
  /** The id by which the engine reads them. */
  id: string;
  name: string;
  columns: readonly Column[];
  from: number;
  to: number;
  /** The chart's cell whose picture goes with its rows, where all of them leave. */
  chart?: string;
  /** They are older than their cell. */
  isOld?: boolean;
  /** Resolves once the engine has them. */
  whenReady?: () => Promise<unknown>;
}

export interface ExportAsk {
  tables: readonly ExportTable[];
  /** The format that is meant. */
  format?: string;
  /** Called when the dialog closes. */
  onClose?: () => void;
}

/** What the dialog is about. In a file of its own, so that the page can watch it without the rest. */
export const [currentExport, setExport] = createSignal<ExportAsk>();

export function closeExport(): void {
  currentExport()?.onClose?.();
  setExport(undefined);
}
