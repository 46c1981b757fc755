import { Show } from 'solid-js';
import { t } from '../i18n/i18n';
import { hasWords } from '../lib/hasWords';
import { SearchList } from '../ui/SearchList';
import { useApp } from './context';
import type { Command } from './commands';
import { showKey } from './shortcuts';

/** Finds a command or a source by a part of its name. */
export function Palette(props: { commands: readonly Command[]; onDone: () => void }) {
  const { sources, view } = useApp();

  const all = (): Command[] => [
    ...sources.state.sources.map(({ id, name }) => ({
      id: `open-${id}`,
      title: () => t('command.open', { name }),
      run: () => view.show(id),
    })),
    ...props.commands.filter(({ id, when }) => id !== 'palette' && (!when || when())),
  ];

  function run(command: Command): void {
    props.onDone();
    // after the dialog has given the focus back, so that a command that opens another dialog keeps it
    setTimeout(() => void command.run());
  }

  return (
    <SearchList
      class="palette"
      label={t('command.search')}
      listLabel={t('command.palette')}
      find={(text) => all().filter(({ title }) => hasWords(title(), text))}
      none={t('command.none')}
      onPick={run}
    >
      {(command) => (
        <>
          <span>{command.title()}</span>
          <Show when={command.key}>{(key) => <kbd class="kbd">{showKey(key())}</kbd>}</Show>
        </>
      )}
    </SearchList>
  );
}
