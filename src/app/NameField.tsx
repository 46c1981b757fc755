import { onMount } from 'solid-js';
import { t } from '../i18n/i18n';
import type { SourceRecord } from '../storage/catalog';
import { useApp } from './context';
import { tellProblem } from './notice';
import { toWords } from './words';

/** The name of a source while it is being changed: Enter and leaving keep it, Escape leaves it as it was. */
export function NameField(props: { source: SourceRecord }) {
  const app = useApp();
  const { sources, view } = app;
  let input!: HTMLInputElement;
  let done = false;
  onMount(() => {
    input.focus();
    input.select();
  });

  async function finish(keep: boolean, { again = true } = {}): Promise<void> {
    if (done) return;
    done = true;
    try {
      if (keep) await (app.workbooks()?.renameSource ?? sources.rename)(props.source.id, input.value);
      view.setRenaming(undefined);
    } catch (error) {
      tellProblem(error, toWords);
      if (!again) return void view.setRenaming(undefined);
      done = false;
      input.focus();
    }
  }

  return (
    <input
      ref={input}
      class="field name-field"
      value={props.source.name}
      aria-label={t('sources.renameLabel', { name: props.source.name })}
      maxLength={200}
      spellcheck={false}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter') void finish(true);
        if (event.key === 'Escape') void finish(false);
        event.stopPropagation();
      }}
      onBlur={() => void finish(true, { again: false })}
    />
  );
}
