import { createMemo, For, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { Catalog } from '../../sql/complete';
import { isSameName } from '../../sql/name';
import { toFamily } from '../../table/column';
import { isByHand } from './compile/complete';
import type { InputCell, ListSettings, OptionType, SeveralSettings } from './compile/settings';
import { Setting } from './Setting';

export interface OptionFieldsProps {
  cell: InputCell & (ListSettings | SeveralSettings);
  catalog: Pick<Catalog, 'tables'>;
  onChange: (patch: Readonly<Record<string, unknown>>) => void;
}

/** Where the options of a list come from. */
export function OptionFields(props: OptionFieldsProps) {
  const from = () => (isByHand(props.cell.options) ? undefined : props.cell.options);
  const byHand = () => (isByHand(props.cell.options) ? props.cell.options : []);
  const columns = createMemo(() => {
    const table = from()?.table ?? '';
    return props.catalog.tables.find(({ name }) => isSameName(name, table))?.columns ?? [];
  });
  // none is chosen any more: what is chosen was one of the old options
  const setFrom = (table: string, column: string, type = '') =>
    props.onChange({ options: { table, column }, of: toOptionType(type), value: undefined });

  return (
    <>
      <div class="input-setting broad" role="group" aria-label={t('inputs.from')}>
        <span>{t('inputs.from')}</span>
        <div class="seg">
          <button
            type="button"
            aria-pressed={from() === undefined}
            onClick={() => from() && props.onChange({ options: [], of: undefined, value: undefined })}
          >
            {t('inputs.byHand')}
          </button>
          <button type="button" aria-pressed={from() !== undefined} onClick={() => from() || setFrom('', '')}>
            {t('inputs.byColumn')}
          </button>
        </div>
      </div>
      <Show
        when={from()}
        fallback={
          <Setting label={t('inputs.options')} wide>
            <textarea
              class="field input-options"
              rows={Math.min(10, byHand().length + 2)}
              value={byHand().join('\n')}
              onChange={({ currentTarget }) => {
                const options = currentTarget.value.split('\n').flatMap((line) => line.trim() || []);
                props.onChange({ options });
                currentTarget.value = byHand().join('\n');
              }}
            />
          </Setting>
        }
      >
        {(chosen) => (
          <>
            <Setting label={t('inputs.table')}>
              <select class="field" onChange={({ currentTarget }) => setFrom(currentTarget.value, '')}>
                <option value="" selected={chosen().table === ''}>
                  {t('inputs.choose')}
                </option>
                <For each={withChosen(props.catalog.tables, chosen().table)}>
                  {({ name }) => (
                    <option value={name} selected={isSameName(name, chosen().table)}>
                      {name}
                    </option>
                  )}
                </For>
              </select>
            </Setting>
            <Setting label={t('inputs.column')}>
              <select
                class="field"
                onChange={({ currentTarget }) => {
                  const column = columns().find(({ name }) => name === currentTarget.value);
                  setFrom(chosen().table, column?.name ?? '', column?.type);
                }}
              >
                <option value="" selected={chosen().column === ''}>
                  {t('inputs.choose')}
                </option>
                <For each={withChosen(columns(), chosen().column)}>
                  {({ name }) => (
                    <option value={name} selected={isSameName(name, chosen().column)}>
                      {name}
                    </option>
                  )}
                </For>
              </select>
            </Setting>
          </>
        )}
      </Show>
    </>
  );
}

/** What is chosen is shown, also when it is gone or not there yet. */
function withChosen(all: readonly { name: string }[], chosen: string): readonly { name: string }[] {
  const isThere = chosen === '' || all.some(({ name }) => isSameName(name, chosen));
  return isThere ? all : [{ name: chosen }, ...all];
}

function toOptionType(type: string): OptionType {
  if (type === 'DATE') return 'date';
  return toFamily(type) === 'number' ? 'number' : 'text';
}
