import { createEffect, createMemo, createSignal, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { CellState } from '../../run/state';
import { fillHole, layOut } from './layOut';

export interface LaidProps {
  markdown: string;
  state: CellState;
}

/** A text laid out, with the workbook's values in its holes: as text, whatever they hold. */
export function Laid(props: LaidProps) {
  const [root, setRoot] = createSignal<HTMLDivElement>();
  const fragment = createMemo(() => layOut(props.markdown));
  const holes = createMemo(() => {
    const laid = fragment();
    const place = root();
    if (!laid || !place) return [];
    place.replaceChildren(laid.cloneNode(true));
    return [...place.querySelectorAll<HTMLElement>('span[data-hole]')];
  });
  createEffect(() => {
    for (const hole of holes()) fillHole(hole, props.state);
  });
  return (
    <Show
      when={fragment()}
      fallback={
        <>
          <div class="markdown plain">{props.markdown}</div>
          <p class="note warn">{t('texts.tooDeep')}</p>
        </>
      }
    >
      <div class="markdown" ref={setRoot} />
    </Show>
  );
}
