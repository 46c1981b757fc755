import { createSignal } from 'solid-js';
import type { SourceRecord } from '../../storage/catalog';

const [dropTarget, setDropTarget] = createSignal<string>();

/** The source over which a file is held that could take the place of its own. */
export { dropTarget, setDropTarget };

/** The source at which files are dropped, where they could be its next ones: one, or several for a source of several. */
export function findDropTarget(
  { target, dataTransfer }: DragEvent,
  sources: readonly SourceRecord[],
): SourceRecord | undefined {
  const id = target instanceof Element ? target.closest('[data-source]')?.getAttribute('data-source') : null;
  const source = sources.find((other) => other.id === id);
  return source && (dataTransfer?.items.length === 1 || source.receipt.files) ? source : undefined;
}
