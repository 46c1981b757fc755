import ClipboardPaste from 'lucide-solid/icons/clipboard-paste';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, Index, Show } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { stepWords } from '../../i18n/steps/steps';
import type { ListField as Field, Loose } from '../../steps/field';
import { toSettings } from '../../steps/settings';
import { Button } from '../../ui/Button';
import { passFocus } from '../../ui/passFocus';
import { fillIn } from '../steps/words';
import type { FieldAround } from './around';
import { FieldList } from './FieldList';
import { isOfPairs, toPasted } from './pasted';
import { PasteBox } from './PasteBox';

/** Thousands of pairs may be pasted. */
const MOST_SHOWN = 100;

/** Any number of the same: each with its own fields, one under another. */
export function ListField(props: {
  field: Field;
  label: string;
  value: readonly Loose[];
  /** Of the step that the list is in: what an item asks may depend on them. */
  settings: Loose;
  around: FieldAround;
  onSet: (value: readonly Loose[]) => void;
}) {
  /** What is being pasted; undefined while the box is closed. */
  const [text, setText] = createSignal<string>();
  const isPairs = () => isOfPairs(props.field.fields);
  const first = () => Object.keys(props.field.fields)[0] ?? '';
  const listed = () => props.value.filter((item) => item[first()] !== '');
  const add = (items: readonly Loose[]) => props.onSet([...listed(), ...items]);

  function paste(event: ClipboardEvent): void {
    const given = event.clipboardData?.getData('text/plain') ?? '';
    if (!isPairs() || text() !== undefined || !/[\t\n]./.test(given)) return;
    event.preventDefault();
    const { items, odd, twice } = toPasted(given, props.field.fields, listed());
    if (odd.length + twice.length > 0) setText(given);
    else add(items);
  }

  return (
    <div class="step-list" onPaste={paste}>
      <Index each={props.value.slice(0, MOST_SHOWN)}>
        {(item, at) => {
          let root!: HTMLDivElement;
          passFocus(
            () => root,
            '.step-list',
            (list) => list.querySelector('.step-actions button'),
          );
          return (
            <div ref={root} class="step-item" role="group" aria-label={`${props.label} ${at + 1}`}>
              <FieldList
                fields={props.field.fields}
                settings={{ ...props.settings, ...item() }}
                around={props.around}
                onSet={(patch) => props.onSet(props.value.with(at, { ...item(), ...patch }))}
              />
              <Button
                small
                class="step-item-remove"
                icon={<Trash />}
                label={`${stepWords().panel.removeItem} ${at + 1}`}
                onClick={() => props.onSet(props.value.toSpliced(at, 1))}
              />
            </div>
          );
        }}
      </Index>
      <Show when={props.value.length > MOST_SHOWN}>
        <p class="step-fact">
          {fillIn(stepWords().paste.hidden, { count: formatCount(props.value.length - MOST_SHOWN) })}{' '}
          <Button small onClick={() => props.onSet([])}>
            {stepWords().paste.clear}
          </Button>
        </p>
      </Show>
      <div class="step-actions">
        <Button
          small
          icon={<Plus />}
          onClick={() => props.onSet([...props.value, toSettings(props.field.fields, {})])}
        >
          {stepWords().panel.moreItems}
        </Button>
        <Show when={isPairs()}>
          <Button
            small
            class="step-paste"
            icon={<ClipboardPaste />}
            aria-expanded={text() !== undefined}
            onClick={() => setText((open) => (open === undefined ? '' : undefined))}
          >
            {stepWords().paste.open}
          </Button>
        </Show>
      </div>
      <Show when={text() !== undefined}>
        <PasteBox
          label={props.label}
          fields={props.field.fields}
          listed={listed()}
          text={text()!}
          onText={setText}
          onAdd={add}
        />
      </Show>
    </div>
  );
}
