import { Problem } from '../lib/problem';
import { readChunks } from './chunks';
import { createCopy, hasTable, type Copied } from './copy';
import type { RowSource } from './rows';
import type { Rect } from './selection';

export interface CopyOptions {
  withHeaders?: boolean;
  signal?: AbortSignal;
}

export async function readCopy(
  source: RowSource,
  rect: Rect,
  { withHeaders, signal }: CopyOptions = {},
): Promise<Copied> {
  const copy = createCopy(source.columns.slice(rect.fromColumn, rect.toColumn), {
    withHeaders,
    withTable: hasTable(rect),
    withStyles: false,
  });
  for await (const columns of readChunks(source, rect, signal)) copy.add(columns);
  return copy.finish();
}

/** The clipboard is asked at once, within the person's gesture, and given a promise of the text. */
export async function writeClipboard(
  copied: Promise<Copied>,
  { withTable }: { withTable: boolean },
): Promise<void> {
  const toBlob = (type: string, key: keyof Copied) =>
    copied.then((copy) => new Blob([copy[key] ?? ''], { type }));
  try {
    const text = { 'text/plain': toBlob('text/plain', 'text') };
    const item = new ClipboardItem(withTable ? { ...text, 'text/html': toBlob('text/html', 'html') } : text);
    await navigator.clipboard.write([item]);
  } catch (error) {
    await copied;
    throw new Problem('copy-refused', { cause: error });
  }
}
