import { createSignal, For, onMount, Show } from 'solid-js';
import { fillIn } from '../../cells/steps/words';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { loadStepWords, stepWords } from '../../i18n/steps/steps';
import type { PersonalColumn } from '../../steps/protect/personal/personal';
import { findPersonal } from '../../steps/protect/personal/personal';
import type { SourceRecord } from '../../storage/catalog';
import { Button } from '../../ui/Button';
import type { SharingParts } from './actions';

export interface PersonalPlace extends PersonalColumn {
  table: string;
}

const reasons = { name: 'byName', values: 'byValues', both: 'byBoth', text: 'byText' } as const;

/** Columns that look like data on people and would leave as they are, with the reason, and a button that masks them. */
export function PersonalNote(props: {
  parts: SharingParts;
  tables: readonly SourceRecord[];
  /** Whether a column leaves as it is. */
  isKept: (place: PersonalPlace) => boolean;
  onMask: (places: readonly PersonalPlace[]) => void;
}) {
  const [found, setFound] = createSignal<readonly PersonalPlace[]>([]);
  const kept = () => found().filter((place) => props.isKept(place));

  async function look(): Promise<void> {
    await loadStepWords();
    const { engine, sources } = props.parts;
    for (const { id, name, columns } of props.tables) {
      await sources.whenAttached(id);
      const personal = await findPersonal(name, columns, { ask: (sql) => engine.query(sql) });
      setFound((all) => [...all, ...personal.map((column) => ({ ...column, table: name }))]);
    }
  }
  // what cannot be looked at can still be shared, and chosen by hand
  onMount(() => void look().catch(() => {}));

  const toReason = ({ kind, why, count, looked }: PersonalPlace) => {
    const { personal } = stepWords();
    return fillIn(personal[reasons[why]] ?? '', {
      kind: personal[kind] ?? kind,
      count: formatCount(count),
      looked: formatCount(looked),
    });
  };

  return (
    <Show when={kept().length > 0}>
      <div class="share-personal" role="status">
        <p>{t('sharing.personal', kept().length, formatCount(kept().length))}</p>
        <ul>
          <For each={kept()}>
            {(place) => (
              <li>
                <b>
                  <bdi>
                    {place.table}.{place.column}
                  </bdi>
                </b>{' '}
                {toReason(place)}
              </li>
            )}
          </For>
        </ul>
        <Button small tone="quiet" onClick={() => props.onMask(kept())}>
          {t('sharing.maskPersonal')}
        </Button>
      </div>
    </Show>
  );
}
