import { createEffect, createSignal, createUniqueId, For, Show } from 'solid-js';
import { t } from '../i18n/i18n';
import { hasWords } from '../lib/hasWords';
import { useApp } from './context';
import type { Command } from './commands';
import { showKey } from './shortcuts';

/** Finds a command or a source by a part of its name. */
export function Palette(props: { commands: readonly Command[]; onDone: () => void }) {
  const { sources, view } = useApp();
  const [text, setText] = createSignal('');
  const [active, setActive] = createSignal(0);
  const listId = createUniqueId();
  let list!: HTMLUListElement;

  const all = (): Command[] => [
    ...sources.state.sources.map(({ id, name }) => ({
      id: `open-${id}`,
      title: () => t('command.open', { name }),
      run: () => view.show(id),
    })),
    ...props.commands.filter(({ id, when }) => id !== 'palette' && (!when || when())),
  ];
  const found = () => all().filter(({ title }) => hasWords(title(), text()));

  createEffect(() => list.children[active()]?.scrollIntoView({ block: 'nearest' }));

  function run(command: Command | undefined): void {
    if (!command) return;
    props.onDone();
    // after the dialog has given the focus back, so that a command that opens another dialog keeps it
    setTimeout(() => void command.run());
  }

  function onKeyDown(event: KeyboardEvent): void {
    const count = found().length;
    if (event.isComposing || count === 0) return;
    if (event.key === 'ArrowDown') setActive((active() + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active() + count - 1) % count);
    else if (event.key === 'Enter') run(found()[active()]);
    else return;
    event.preventDefault();
  }

  return (
    <div class="palette">
      <input
        class="palette-field"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found().length > 0 ? `${listId}-${active()}` : undefined}
        aria-label={t('command.search')}
        placeholder={t('command.search')}
        autocomplete="off"
        spellcheck={false}
        value={text()}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} class="palette-list" role="listbox" id={listId} aria-label={t('command.palette')}>
        <For each={found()}>
          {(command, index) => (
            <li
              id={`${listId}-${index()}`}
              role="option"
              aria-selected={index() === active()}
              onPointerMove={() => setActive(index())}
              onClick={() => run(command)}
            >
              <span>{command.title()}</span>
              <Show when={command.key}>{(key) => <kbd class="kbd">{showKey(key())}</kbd>}</Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={found().length === 0}>
        <p class="empty">{t('command.none')}</p>
      </Show>
    </div>
  );
}
