import { For, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { SourceRecord } from '../../storage/catalog';

export type ColumnUse = 'keep' | 'mask' | 'leaveOut';

export interface ColumnChoicesProps {
  source: SourceRecord;
  use: (column: string) => ColumnUse;
  onUse: (column: string, use: ColumnUse) => void;
}

const uses: readonly ColumnUse[] = ['keep', 'mask', 'leaveOut'];

/** What becomes of each column of a table that travels. */
export function ColumnChoices(props: ColumnChoicesProps) {
  const count = (use: ColumnUse) => props.source.columns.filter(({ name }) => props.use(name) === use).length;
  const changed = () => t('sharing.changed', count('mask'), count('leaveOut'));
  return (
    <details class="share-table">
      <summary>
        {t('sharing.columns', props.source.name, props.source.columns.length)}
        <Show when={changed()}>{(words) => <span class="pill warn">{words()}</span>}</Show>
      </summary>
      <ul>
        <For each={props.source.columns}>
          {({ name }) => (
            <li>
              <span class="share-column">{name}</span>
              <select
                class="share-use"
                aria-label={t('sharing.column', { name })}
                value={props.use(name)}
                onChange={({ currentTarget }) => props.onUse(name, currentTarget.value as ColumnUse)}
              >
                <For each={uses}>{(use) => <option value={use}>{t(`sharing.${use}`)}</option>}</For>
              </select>
            </li>
          )}
        </For>
      </ul>
    </details>
  );
}
