import type { ResultTable } from '../../engine/engine';
import type { Rect } from '../../grid/selection';
import { countCells } from '../../grid/selection';
import type { SourceRecord } from '../../storage/catalog';
import type { App } from '../context';
import { reached } from '../dashboard/reached';
import { tellProblem } from '../notice';
import { toWords } from '../words';
import type { ExportTable } from './current';
import { setExport } from './current';
import { fromCell, fromResult, fromSource, toPart } from './tables';

export function askExportSource(app: App, source: SourceRecord, selected?: Rect): void {
  setExport({ tables: [select(fromSource(source, app), selected)] });
}

/** A cell's rows; all its tables, where it has several and no rows are selected. */
export function askExportCell(app: App, id: string, selected?: Rect): void {
  const workbooks = app.workbooks();
  const cell = workbooks?.cell(id);
  if (!cell) return;
  const [rows, ...beside] = fromCell(cell, workbooks!.stateOf(id)());
  if (rows) setExport({ tables: selected ? [select(rows, selected)] : [rows, ...beside] });
}

/** Rows that are made for it, and dropped when the dialog closes. */
export async function askExportKept(app: App, name: string, keep: () => Promise<ResultTable>): Promise<void> {
  try {
    const kept = await keep();
    const onClose = () => void app.engine.dropResult(kept.id).catch(() => {});
    setExport({ tables: [fromResult(name, kept)], onClose });
  } catch (error) {
    tellProblem(error, toWords);
  }
}

/** The cell that a person is at: the one that is selected, or of the dashboard the tile that has the keyboard. */
function findHere({ view, workbooks }: App): string | undefined {
  if (view.page() !== 'workbook') return undefined;
  if (!view.isReading()) return workbooks()?.selected();
  const id = view.face() === 'dashboard' ? reached() : undefined;
  return id !== undefined && workbooks()?.cell(id) ? id : undefined;
}

/** Whether what is in the middle, or the cell that a person is at, has rows. */
export function canExportHere(app: App): boolean {
  if (app.openSource()) return true;
  const id = findHere(app);
  return id !== undefined && app.workbooks()!.stateOf(id)().result !== undefined;
}

export function askExportHere(app: App): void {
  const source = app.openSource();
  if (source) askExportSource(app, source);
  else askExportCell(app, findHere(app)!);
}

/** A single cell is only where the keyboard is: then all of the table is meant. */
function select(table: ExportTable, selected: Rect | undefined): ExportTable {
  if (!selected || countCells(selected) < 2) return table;
  const { fromRow, toRow, fromColumn, toColumn } = selected;
  return toPart(table, {
    columns: table.columns.slice(fromColumn, toColumn),
    from: table.from + fromRow,
    to: table.from + toRow,
  });
}
