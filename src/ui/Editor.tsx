import './editor/editor.css';
import { createEffect, createSignal, on, onCleanup, onMount, Show, untrack } from 'solid-js';
import { t } from '../i18n/i18n';
import type { Catalog } from '../sql/complete';
import { EditorMenu } from './editor/EditorMenu';
import type { EditorHandle, Marker } from './editor/handle';
import { loadMonaco, pause, prepareMonaco } from './editor/load';
import type { LiveEditor } from './editor/monaco';
import { Plain, toPlainHandle } from './editor/Plain';
import type { MenuItem } from './Menu';

export interface EditorProps {
  value: string;
  /** What is written here, for those who do not see it. */
  label: string;
  placeholder?: string;
  readOnly?: boolean;
  /** What proposals and tips are made of. */
  catalog?: Catalog;
  markers?: readonly Marker[];
  onChange: (value: string) => void;
  /** Shift+Enter, Ctrl+Enter. With Ctrl+Shift+Enter only what is selected, where something is. */
  onRun: (selection?: string) => void;
  /** Escape, where it closes nothing within the editor. */
  onLeave: () => void;
  /** Monaco could not be fetched; the text can be edited all the same. */
  onProblem?: (error: unknown) => void;
  onReady?: (handle: EditorHandle) => void;
  /** What a right click offers beside cut, copy and paste. */
  actions?: () => readonly MenuItem[];
}

const STILL_MS = 30;

/** An editor of SQL: a plain field until it is used, and then Monaco. */
export function Editor(props: EditorProps) {
  const [live, setLive] = createSignal<LiveEditor>();
  let area: HTMLTextAreaElement | undefined;
  let host!: HTMLDivElement;
  let isOver = false;
  let isWaking = false;

  const isReadOnly = () => props.readOnly ?? false;
  const placeholder = () => props.placeholder ?? '';
  const change = (value: string) => void (value !== props.value && props.onChange(value));
  const plain = () => area && toPlainHandle(area, change);
  const current = (): EditorHandle | undefined => live() ?? plain();

  /** Takes Monaco in place of the field, which keeps all that is typed until then. */
  async function wake(): Promise<void> {
    if (isWaking || isTouch()) return;
    isWaking = true;
    try {
      const { createLive } = await loadMonaco();
      await pause();
      if (isOver) return;
      const next = createLive(host, {
        value: props.value,
        label: props.label,
        placeholder: placeholder(),
        readOnly: isReadOnly(),
        catalog: () => untrack(() => props.catalog),
        onChange: change,
        onRun: (selection) => props.onRun(selection),
        onLeave: () => props.onLeave(),
        words: { run: t('editor.run'), runSelection: t('editor.runSelection'), leave: t('editor.leave') },
      });
      await pause();
      await whenStill();
      if (isOver) next.dispose();
      else exchange(next);
    } catch (error) {
      isWaking = false;
      props.onProblem?.(error);
    }
  }

  function exchange(next: LiveEditor): void {
    const before = plain();
    const hasFocus = document.activeElement === area;
    next.setValue(props.value);
    if (before) {
      const { from, to } = before.findSelection();
      next.select(from, to);
    }
    area = undefined;
    setLive(next);
    next.render();
    if (hasFocus) next.focus();
  }

  function pressKey(event: KeyboardEvent): void {
    const isMain = event.ctrlKey || event.metaKey;
    if (event.isComposing) return;
    if (event.key === 'Escape') props.onLeave();
    else if (event.key === 'Enter' && (event.shiftKey || isMain))
      props.onRun(event.shiftKey && isMain ? plain()?.readSelection() || undefined : undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const held = new Set<'pointer' | 'word'>();
  /** Neither a drag with the pointer nor a word in an input method is broken off. */
  async function whenStill(): Promise<void> {
    while (held.size > 0) await new Promise((done) => setTimeout(done, STILL_MS));
  }
  const release = () => held.delete('pointer');
  addEventListener('pointerup', release);
  addEventListener('pointercancel', release);

  // what fails here is tried again, and told, when the editor is used
  onMount(() => !isTouch() && void prepareMonaco().catch(() => {}));
  createEffect(
    on(
      () => props.value,
      (value) => live()?.setValue(value),
      { defer: true },
    ),
  );
  createEffect(() => live()?.setMarkers(props.markers ?? []));
  createEffect(() => live()?.set({ label: props.label, placeholder: placeholder(), readOnly: isReadOnly() }));
  onCleanup(() => {
    isOver = true;
    held.clear();
    removeEventListener('pointerup', release);
    removeEventListener('pointercancel', release);
    live()?.dispose();
  });

  /** Not before the field is on the page, so that it can be focused at once. */
  function tellReady(field: HTMLTextAreaElement): void {
    area = field;
    props.onReady?.({
      focus: () => current()?.focus(),
      readSelection: () => current()?.readSelection() ?? '',
      findSelection: () => current()?.findSelection() ?? { from: 0, to: 0 },
      replace: (from, to, text) => current()?.replace(from, to, text),
      select: (from, to) => current()?.select(from, to),
    });
  }

  return (
    <EditorMenu
      handle={current}
      readOnly={isReadOnly()}
      disabled={isTouch()}
      actions={() => props.actions?.() ?? []}
      onProblem={(error) => props.onProblem?.(error)}
    >
      <div
        class="editor"
        classList={{ live: live() !== undefined }}
        onPointerDown={() => held.add('pointer')}
        onPointerEnter={() => !isTouch() && void loadMonaco().catch(() => {})}
        onFocusIn={() => void wake()}
        on:compositionstart={() => held.add('word')}
        on:compositionend={() => held.delete('word')}
      >
        <Show when={!live()}>
          <Plain
            value={props.value}
            label={props.label}
            placeholder={placeholder()}
            readOnly={isReadOnly()}
            markers={props.markers ?? []}
            onInput={change}
            onKeyDown={pressKey}
            onReady={tellReady}
          />
        </Show>
        <div ref={host} class="editor-host" />
      </div>
    </EditorMenu>
  );
}

/** Monaco does not support touch keyboards, and a plain field does. */
function isTouch(): boolean {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}
