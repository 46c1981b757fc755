import { createMemo, For, onMount } from 'solid-js';
import type { EditorHandle, Marker } from './handle';
import { paintLine } from './paint';
import { toPieces } from './pieces';

export interface PlainProps {
  value: string;
  label: string;
  placeholder: string;
  readOnly: boolean;
  markers: readonly Marker[];
  onInput: (value: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onReady: (area: HTMLTextAreaElement) => void;
}

/** A page takes seconds for hundreds of thousands of coloured pieces; Monaco draws only those that are seen. */
const MOST_PAINTED = 50_000;

/** The text in its colours, in a field that can be typed in. It takes no time to load, and a page can have hundreds. */
export function Plain(props: PlainProps) {
  let area!: HTMLTextAreaElement;
  const lines = createMemo(() => {
    let open = '';
    let from = 0;
    const isLong = props.value.length > MOST_PAINTED;
    return props.value.split('\n').map((line) => {
      const painted = isLong ? { strokes: [], open } : paintLine(line, open);
      const pieces = toPieces(line, painted.strokes, props.markers, from);
      open = painted.open;
      from += line.length + 1;
      return pieces;
    });
  });
  onMount(() => props.onReady(area));
  return (
    <div class="editor-plain" classList={{ numbered: lines().length > 1 }}>
      <div class="editor-sheet">
        <pre class="editor-paint" aria-hidden="true">
          <For each={lines()}>
            {(pieces) => (
              <span class="editor-line">
                <For each={pieces}>
                  {(piece) => (
                    <span class={`paint-${piece.paint}`} classList={{ wrong: piece.isWrong }}>
                      {piece.text}
                    </span>
                  )}
                </For>
                {'\n'}
              </span>
            )}
          </For>
        </pre>
        <textarea
          ref={area}
          class="editor-area"
          aria-label={props.label}
          placeholder={props.placeholder}
          readOnly={props.readOnly}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          wrap="off"
          rows={lines().length}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onKeyDown={(event) => props.onKeyDown(event)}
        />
      </div>
    </div>
  );
}

/** The same things to do with the field as with Monaco. */
export function toPlainHandle(area: HTMLTextAreaElement, onInput: (value: string) => void): EditorHandle {
  return {
    focus: () => area.focus({ preventScroll: true }),
    readSelection: () => area.value.slice(area.selectionStart, area.selectionEnd),
    findSelection: () => ({ from: area.selectionStart, to: area.selectionEnd }),
    replace(from, to, text) {
      area.setRangeText(text, from, to, 'end');
      onInput(area.value);
    },
    select: (from, to) => area.setSelectionRange(from, to),
  };
}
