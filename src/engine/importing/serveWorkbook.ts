import { openWorkbook } from '../../import/excel/openWorkbook';
import type { PackedCells } from '../../import/excel/packed';
import { findBuffers } from '../../import/excel/packed';
import type { Workbook } from '../../import/excel/workbook';
import { holdLife } from '../../lib/life';
import { toWire } from '../transfer';

/** What the worker that reads a workbook is asked for: first the file, then a sheet at a time. */
export type WorkbookRequest =
  { life: string; file: File; password: string | undefined } | { sheet: number; maxRows: number | undefined };

export type WorkbookAnswer =
  | { alive: true }
  | Omit<Workbook, 'readSheet'>
  | { bytes: number; total: number }
  | { cells: PackedCells }
  | { error: ReturnType<typeof toWire> };

/** Runs in a worker of its own, which is ended when its workbook is closed. */
export function serveWorkbook(): void {
  let workbook: Workbook | undefined;
  self.addEventListener('message', ({ data }: MessageEvent<WorkbookRequest>) => {
    answerTo(data).catch((error: unknown) => answer({ error: toWire(error) }));
  });

  async function answerTo(request: WorkbookRequest): Promise<void> {
    if ('file' in request) {
      await holdLife(request.life);
      answer({ alive: true });
      workbook = await openWorkbook(request.file, { password: request.password });
      const { kind, date1904, sheets } = workbook;
      return answer({ kind, date1904, sheets });
    }
    const { sheet, maxRows } = request;
    const cells = await workbook!.readSheet(sheet, {
      maxRows,
      onProgress: (bytes, total) => answer({ bytes, total }),
    });
    const packed = cells.pack();
    answer({ cells: packed }, findBuffers(packed) as ArrayBuffer[]);
  }
}

function answer(data: WorkbookAnswer, transfer: Transferable[] = []): void {
  self.postMessage(data, { transfer });
}
