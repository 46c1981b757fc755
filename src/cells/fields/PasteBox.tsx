import { createMemo, Show } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { stepWords } from '../../i18n/steps/steps';
import type { Fields, Loose } from '../../steps/field';
import { Button } from '../../ui/Button';
import { passFocus } from '../../ui/passFocus';
import { fillIn } from '../steps/words';
import { toPasted } from './pasted';

const MOST_TOLD = 3;

/** Two columns of text, which become pairs of a list: what is none stays in the box. */
export function PasteBox(props: {
  label: string;
  fields: Fields;
  listed: readonly Loose[];
  text: string;
  onText: (text: string | undefined) => void;
  onAdd: (items: readonly Loose[]) => void;
}) {
  const words = () => stepWords().paste;
  const pasted = createMemo(() => toPasted(props.text, props.fields, props.listed));
  const listOf = (all: readonly string[]) =>
    all.slice(0, MOST_TOLD).join(words().between) + (all.length > MOST_TOLD ? '…' : '');

  const add = () => {
    const { items, odd } = pasted();
    if (items.length === 0) return;
    props.onAdd(items);
    props.onText(odd.length > 0 ? odd.map(({ text }) => text).join('\n') : undefined);
  };

  let root!: HTMLDivElement;
  passFocus(
    () => root,
    '.step-list',
    (list) => list.querySelector('.step-paste'),
  );

  return (
    <div ref={root} class="paste-box">
      <textarea
        ref={(box) => queueMicrotask(() => box.focus())}
        class="field values"
        rows={5}
        spellcheck={false}
        aria-label={`${props.label}: ${words().open}`}
        placeholder={words().placeholder}
        value={props.text}
        onInput={({ currentTarget }) => props.onText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Escape') {
            event.stopPropagation();
            props.onText(undefined);
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            add();
          }
        }}
      />
      <div role="status" class="step-fact">
        <Show when={pasted().odd.length > 0}>
          <p>
            {fillIn(words().odd, {
              count: formatCount(pasted().odd.length),
              lines: listOf(
                pasted().odd.map(({ line, text }) => fillIn(words().line, { line: formatCount(line), text })),
              ),
            })}
          </p>
        </Show>
        <Show when={pasted().twice.length > 0}>
          <p>
            {fillIn(words().twice, {
              count: formatCount(pasted().twice.length),
              values: listOf(pasted().twice),
            })}
          </p>
        </Show>
      </div>
      <Button small disabled={pasted().items.length === 0} onClick={add}>
        {fillIn(words().add, { count: formatCount(pasted().items.length) })}
      </Button>
    </div>
  );
}
