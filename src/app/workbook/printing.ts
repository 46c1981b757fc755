import { createSignal, onCleanup } from 'solid-js';
import type { Engine, ResultTable } from '../../engine/engine';
import type { Column, Value } from '../../table/column';
import type { Workbooks } from './workbooks';

/** The beginning of a table, as it stands on paper. */
export interface PrintedRows {
  columns: readonly Column[];
  /** One array a column. */
  values: readonly (readonly Value[])[];
}

const MOST_ROWS = 30;
/** What a page has room for. */
const MOST_COLUMNS = 12;

const [printed, setPrinted] = createSignal<ReadonlyMap<string, PrintedRows>>();

/** What is laid out for paper, by cell; nothing but while a workbook is printed. */
export { printed };

export interface PrintingOptions {
  workbooks: Workbooks;
  engine: Engine;
  drawAll: () => Promise<void>;
}

/** Prints the whole workbook: the browser's own menu, which does not wait, has the tables only that were on screen. */
export function createPrinting({ workbooks, engine, drawAll }: PrintingOptions): () => Promise<void> {
  const clear = () => void setPrinted();
  addEventListener('afterprint', clear);
  onCleanup(() => removeEventListener('afterprint', clear));

  return async () => {
    await drawAll();
    const ids = workbooks.ids();
    const rows = await Promise.all(
      ids.map((id) => readPrinted(() => workbooks.stateOf(id)().result, engine)),
    );
    setPrinted(new Map(ids.flatMap((id, at) => (rows[at] ? [[id, rows[at]] as const] : []))));
    window.print();
  };
}

/** The beginning of a cell's rows; of those that it has now, where they were replaced meanwhile. */
export async function readPrinted(
  toResult: () => ResultTable | undefined,
  engine: Pick<Engine, 'read'>,
): Promise<PrintedRows | undefined> {
  const result = toResult();
  if (!result) return undefined;
  const columns = result.columns.slice(0, MOST_COLUMNS);
  try {
    const values = await engine.read(result.id, 'rows', 0, MOST_ROWS);
    return { columns, values: values.slice(0, MOST_COLUMNS) };
  } catch (error) {
    if (toResult()?.id === result.id) throw error;
    return readPrinted(toResult, engine);
  }
}
