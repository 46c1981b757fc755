import { isAbort } from '../lib/problem';
import type { Value } from '../table/column';
import { readCopy, writeClipboard } from './clipboard';
import { checkCopySize, createCopy, hasTable } from './copy';
import type { RowSource } from './rows';
import { countCells, type Rect } from './selection';

/** More than this would be felt between the key and the page's next frame. */
const COPIED_AT_ONCE = 20_000;

export interface CopyingOptions {
  toSource(): RowSource;
  toRect(): Rect | undefined;
  /** The values of a rectangle, if they are all at hand. */
  maybeValues(rect: Rect): Value[][] | undefined;
  onCopied(rows: number, columns: number): void;
  onProblem(problem: unknown): void;
}

export interface Copying {
  copy(withHeaders: boolean): Promise<void>;
  /** Answers the browser's own copy: at once if it can, otherwise when the rows are read. */
  answer(event: ClipboardEvent): void;
  stop(): void;
}

export function createCopying({
  toSource,
  toRect,
  maybeValues,
  onCopied,
  onProblem,
}: CopyingOptions): Copying {
  let reading: AbortController | undefined;

  function tell(rect: Rect): void {
    onCopied(rect.toRow - rect.fromRow, rect.toColumn - rect.fromColumn);
  }

  async function copy(withHeaders: boolean): Promise<void> {
    const rect = toRect();
    if (!rect) return;
    reading?.abort();
    reading = new AbortController();
    try {
      checkCopySize(rect);
      const copied = readCopy(toSource(), rect, { withHeaders, signal: reading.signal });
      await writeClipboard(copied, { withTable: hasTable(rect) });
      tell(rect);
    } catch (error) {
      if (!isAbort(error)) onProblem(error);
    }
  }

  function answer(event: ClipboardEvent): void {
    const rect = toRect();
    if (!rect) return;
    event.preventDefault();
    const values = countCells(rect) <= COPIED_AT_ONCE ? maybeValues(rect) : undefined;
    if (!values || !event.clipboardData) return void copy(false);
    reading?.abort();
    const builder = createCopy(toSource().columns.slice(rect.fromColumn, rect.toColumn));
    builder.add(values);
    const { text, html } = builder.finish();
    event.clipboardData.setData('text/plain', text);
    if (html !== undefined) event.clipboardData.setData('text/html', html);
    tell(rect);
  }

  return { copy, answer, stop: () => reading?.abort() };
}
