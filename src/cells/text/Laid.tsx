import { createEffect, createMemo, createSignal, Show } from 'solid-js';
import { localeTag } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { CellState } from '../../run/state';
import { renderMarkdown } from '../../ui/markdown';
import { readPart } from './compile/parts';
import { isFormat, toValueText } from './format';

export interface LaidProps {
  markdown: string;
  state: CellState;
}

/** A text laid out, with the workbook's values in its holes: as text, whatever they hold. */
export function Laid(props: LaidProps) {
  const [root, setRoot] = createSignal<HTMLDivElement>();
  const fragment = createMemo(() =>
    renderMarkdown(props.markdown, {
      readHole: (markdown, from) => (readPart(markdown, from)?.to ?? from) - from,
      words: { image: t('texts.image'), imageRefused: t('texts.imageRefused') },
    }),
  );
  const holes = createMemo(() => {
    const laid = fragment();
    const place = root();
    if (!laid || !place) return [];
    place.replaceChildren(laid.cloneNode(true));
    return [...place.querySelectorAll<HTMLElement>('span[data-hole]')];
  });
  createEffect(() => {
    for (const hole of holes()) fill(hole, props.state);
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

function fill(hole: HTMLElement, { status, fetched }: CellState): void {
  const written = hole.dataset['hole'] ?? '';
  const part = readPart(written, 0);
  const at = part ? (fetched?.columns.findIndex(({ name }) => name === part.key) ?? -1) : -1;
  const isOld = status !== 'done';
  const show = (kind: 'known' | 'old' | 'pending' | 'unknown', text: string, title = '') => {
    hole.className = `text-value ${kind}`;
    hole.textContent = text;
    hole.title = title;
  };
  if (!part) show('unknown', written);
  else if (part.format !== undefined && !isFormat(part.format))
    show('unknown', written, t('texts.unknownFormat', part.format));
  else if (at >= 0) {
    const words = { missing: t('grid.missing'), yes: t('grid.yes'), no: t('grid.no') };
    const value = fetched!.values[at]?.[0] ?? null;
    const text = toValueText(value, fetched!.columns[at]!, {
      locale: localeTag(),
      words,
      format: part.format,
    });
    show(isOld ? 'old' : 'known', text, written);
  } else if (isOld) show('pending', '…', t('texts.pending', written));
  else show('unknown', written, t('texts.unknown', written.slice(2, -2).trim()));
}
