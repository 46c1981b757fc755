import { For, Index } from 'solid-js';
import { t } from '../../i18n/i18n';
import type { TableInspection } from '../../import/inspection';
import { encodingLabels, toEncodingWords } from './encodingWords';
import type { Session } from './session';
import { change } from './settings';

/** How the file reads in the encodings that it could be in, side by side; the one that reads right is chosen. */
export function Encodings(props: { session: Session; table: TableInspection }) {
  const inForce = () => props.table.settings.encoding;
  const choose = (encoding: string) => props.session.edit((settings) => change(settings, { encoding }));
  return (
    <section class="import-encodings" aria-label={t('importing.encodings')}>
      <ul>
        <Index each={props.table.encodings ?? []}>
          {(candidate) => (
            <li>
              <button
                type="button"
                class="encoding"
                aria-pressed={candidate().label === inForce()}
                onClick={() => choose(candidate().label)}
              >
                <b>{toEncodingWords(candidate().label)}</b>
                <span>{candidate().sample}</span>
              </button>
            </li>
          )}
        </Index>
        <li>
          <label class="setting">
            <span>{t('importing.allEncodings')}</span>
            <select class="field" onChange={(event) => choose(event.currentTarget.value)}>
              <For each={encodingLabels}>
                {(label) => (
                  <option value={label} selected={label === inForce()}>
                    {toEncodingWords(label)}
                  </option>
                )}
              </For>
            </select>
          </label>
        </li>
      </ul>
    </section>
  );
}
