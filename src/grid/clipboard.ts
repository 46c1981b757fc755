import { Problem } from '../lib/problem';
import { readChunks } from './chunks';
import { createCopy, type Copied } from './copy';
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
  const copy = createCopy(source.columns.slice(rect.fromColumn, rect.toColumn), { withHeaders });
  for await (const columns of readChunks(source, rect, signal)) copy.add(columns);
  return copy.finish();
}

/** The clipboard is asked at once, within the person's gesture, and given a promise of the text. */
export async function writeClipboard(copied: Promise<Copied>): Promise<void> {
  const toBlob = (type: string, key: keyof Copied) => copied.then((copy) => new Blob([copy[key]], { type }));
  try {
    const item = new ClipboardItem({
      'text/plain': toBlob('text/plain', 'text'),
      'text/html': toBlob('text/html', 'html'),
    });
    await navigator.clipboard.write([item]);
  } catch (error) {
    await copied;
    throw new Problem('copy-refused', { cause: error });
  }
}
