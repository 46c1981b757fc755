import Bold from 'lucide-solid/icons/bold';
import Heading from 'lucide-solid/icons/heading';
import Italic from 'lucide-solid/icons/italic';
import List from 'lucide-solid/icons/list';
import { For, onMount, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { Catalog } from '../../sql/complete';
import { Button } from '../../ui/Button';
import { toPart } from './compile/parts';
import type { Draft } from './marks';
import { cycleHeading, insert, toggleAround, toggleLines } from './marks';

export interface WritingProps {
  markdown: string;
  catalog: Pick<Catalog, 'tables' | 'parameters'>;
  onChange: (markdown: string) => void;
  onLeave: () => void;
}

/** More of them are looked for elsewhere. */
const MOST_COLUMNS = 100;

/** Markdown as it is written, with a bar for those who do not know its marks. */
export function Writing(props: WritingProps) {
  let field!: HTMLTextAreaElement;

  onMount(() => {
    grow();
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });

  /** As tall as its text, where the style sheet cannot say so. */
  function grow(): void {
    if (CSS.supports('field-sizing', 'content')) return;
    field.rows = Math.max(3, field.value.split('\n').length + 1);
  }

  function apply(change: (draft: Draft) => Draft): void {
    const { value: text, selectionStart: from, selectionEnd: to } = field;
    const draft = change({ text, from, to });
    field.value = draft.text;
    field.focus();
    field.setSelectionRange(draft.from, draft.to);
    grow();
    props.onChange(draft.text);
  }

  const bold = () => apply((draft) => toggleAround(draft, '**'));
  const italic = () => apply((draft) => toggleAround(draft, '*'));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isHeld = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const key = event.key.toLowerCase();
    if (event.key === 'Escape' || (event.key === 'Enter' && event.shiftKey)) props.onLeave();
    else if (isHeld && key === 'b') bold();
    else if (isHeld && key === 'i') italic();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const columns = () =>
    props.catalog.tables.flatMap(({ name, columns }) => (columns.length > 0 ? [{ name, columns }] : []));

  return (
    <>
      <div class="text-bar" role="toolbar" aria-label={t('texts.bar')}>
        <Button small icon={<Bold />} label={`${t('texts.bold')} (Ctrl B)`} onClick={bold} />
        <Button small icon={<Italic />} label={`${t('texts.italic')} (Ctrl I)`} onClick={italic} />
        <Button small icon={<Heading />} label={t('texts.heading')} onClick={() => apply(cycleHeading)} />
        <Button
          small
          icon={<List />}
          label={t('texts.list')}
          onClick={() => apply((draft) => toggleLines(draft, '- '))}
        />
        <select
          class="field text-insert"
          aria-label={t('texts.insert')}
          title={t('texts.insertNote')}
          onChange={({ currentTarget }) => {
            const { value } = currentTarget;
            currentTarget.value = '';
            if (value) apply((draft) => insert(draft, value));
          }}
        >
          <option value="">{t('texts.insert')}</option>
          <Show when={columns().length === 0 && props.catalog.parameters.length === 0}>
            <option disabled>{t('texts.insertNone')}</option>
          </Show>
          <For each={props.catalog.parameters}>
            {({ name }) => <option value={toPart(name)}>{name}</option>}
          </For>
          <For each={columns()}>
            {({ name, columns }) => (
              <optgroup label={name}>
                <For each={columns.slice(0, MOST_COLUMNS)}>
                  {(column) => <option value={toPart(name, column.name)}>{column.name}</option>}
                </For>
              </optgroup>
            )}
          </For>
        </select>
        <Button small onClick={() => props.onLeave()}>
          {t('texts.done')}
        </Button>
      </div>
      <textarea
        ref={field}
        class="text-field"
        aria-label={t('texts.label')}
        value={props.markdown}
        rows={3}
        onInput={({ currentTarget }) => {
          grow();
          props.onChange(currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
