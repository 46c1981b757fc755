import { Show } from 'solid-js';
import { currentOpening, currentShare } from './current';
import { OpenDialog } from './OpenDialog';
import { ShareDialog } from './ShareDialog';

/** How a workbook leaves, and how one comes. */
export function SharingDialogs() {
  return (
    <>
      <Show when={currentShare()} keyed>
        {(parts) => <ShareDialog parts={parts} />}
      </Show>
      <Show when={currentOpening()} keyed>
        {(opening) => <OpenDialog opening={opening} />}
      </Show>
    </>
  );
}
