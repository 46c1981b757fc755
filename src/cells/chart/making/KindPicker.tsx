import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { chartKinds } from '../../../charts/spec/catalog';
import { findMisfit } from '../../../charts/spec/suit';
import { fillIn } from '../../steps/words';
import { findIcon } from './icons';
import type { Making } from './making';
import { toKindName, toMisfitWords, words } from './words';

/** The kinds of chart as pictures with names; those that the columns do not suit say why. */
export function KindPicker(props: { making: Making }) {
  const [isOpen, setOpen] = createSignal(false);
  const [why, setWhy] = createSignal<string>();
  const listId = createUniqueId();
  let trigger!: HTMLButtonElement;
  const mark = () => props.making.cell().mark;
  const kinds = createMemo(() => {
    const columns = props.making.columns();
    return chartKinds.map((kind) => {
      const misfit = columns.length > 0 ? findMisfit(kind, columns) : undefined;
      return { mark: kind.mark, why: misfit && toMisfitWords(kind.mark, misfit) };
    });
  });

  function choose(kind: { mark: string; why: string | undefined }): void {
    setWhy(kind.why);
    if (kind.why !== undefined) return;
    props.making.setKind(kind.mark);
    setOpen(false);
    trigger.focus();
  }

  return (
    <div
      class="making-kinds"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen()) return;
        event.stopPropagation();
        setOpen(false);
        trigger.focus();
      }}
    >
      <button
        ref={trigger}
        type="button"
        class="making-kind-now"
        aria-expanded={isOpen()}
        aria-controls={listId}
        aria-label={fillIn(words().kindNow, { name: toKindName(mark()) })}
        disabled={props.making.isReadOnly()}
        onClick={() => {
          setOpen((open) => !open);
          setWhy(undefined);
        }}
      >
        <Dynamic component={findIcon(mark())} />
        <b>{toKindName(mark())}</b>
        <span class="grow" />
        <ChevronDown />
      </button>
      <Show when={isOpen()}>
        <div id={listId} class="making-kind-list" role="group" aria-label={words().kinds}>
          <For each={kinds()}>
            {(kind) => (
              <button
                type="button"
                class="making-kind"
                aria-pressed={kind.mark === mark()}
                aria-disabled={kind.why !== undefined}
                title={kind.why}
                onClick={() => choose(kind)}
              >
                <Dynamic component={findIcon(kind.mark)} />
                <span>{toKindName(kind.mark)}</span>
              </button>
            )}
          </For>
        </div>
        <p class="making-why" role="status">
          {why()}
        </p>
      </Show>
    </div>
  );
}
