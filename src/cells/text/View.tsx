import { createSignal, onMount, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { CellViewProps } from '../view';
import type { TextCell } from './compile';
import { Laid } from './Laid';
import { Writing } from './Writing';
import './text.css';

/** A text as it reads, and, once a person asks for it, as it is written. */
export function View(props: CellViewProps<TextCell>) {
  const [isWriting, setWriting] = createSignal(false);
  let root!: HTMLDivElement;

  const problem = () => (props.state.status === 'failed' ? props.state.problem : undefined);
  onMount(() => props.onReady({ focus: () => (props.readOnly ? root.focus() : setWriting(true)) }));

  function onFocusOut({ relatedTarget }: FocusEvent): void {
    // another window has the keyboard, and gives it back
    if (!document.hasFocus()) return;
    if (!(relatedTarget instanceof Node && root.contains(relatedTarget))) setWriting(false);
  }

  return (
    <div
      ref={root}
      class="text-cell"
      tabIndex={-1}
      onDblClick={({ target }) => {
        const isLink = target instanceof Element && target.closest('a, summary') !== null;
        if (!isLink && !props.readOnly) setWriting(true);
      }}
      onFocusOut={onFocusOut}
    >
      <Show
        when={isWriting() && !props.readOnly}
        fallback={
          <Show
            when={props.cell.markdown.trim()}
            fallback={
              <button class="text-empty" disabled={props.readOnly} onClick={() => setWriting(true)}>
                {t('texts.empty')}
              </button>
            }
          >
            <Laid markdown={props.cell.markdown} state={props.state} />
          </Show>
        }
      >
        <Writing
          markdown={props.cell.markdown}
          catalog={props.surroundings.catalog()}
          onChange={(markdown) => props.change({ markdown }, { merge: `text:${props.cell.id}` })}
          onLeave={() => {
            setWriting(false);
            props.leave();
          }}
        />
      </Show>
      <Show when={problem()}>
        {(found) => (
          <p class="note bad" role="alert">
            {t(`problem.${found().code}`, { detail: '', file: '', name: '', ...found().params })}
          </p>
        )}
      </Show>
    </div>
  );
}
