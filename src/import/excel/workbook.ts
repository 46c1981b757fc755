import type { SheetCells } from './cells';

/** A workbook that is open: its sheets are read when they are asked for. */
export interface Workbook {
  kind: WorkbookKind;
  date1904: boolean;
  sheets: SheetInfo[];
  readSheet(index: number, options?: ReadSheetOptions): Promise<SheetCells>;
}

export type WorkbookKind = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'html' | 'xml';

export interface SheetInfo {
  name: string;
  hidden: boolean;
  /** A sheet of a chart, a dialog or a macro: there are no cells on it. */
  hasCells: boolean;
  /** As the file has it, which may be wrong. */
  rows?: number;
}

export interface ReadSheetOptions {
  signal?: AbortSignal | undefined;
  /** Told how many bytes of the file are read, and of how many. */
  onProgress?: ((bytes: number, total: number) => void) | undefined;
  /** Rows below are not read. */
  maxRows?: number | undefined;
}
