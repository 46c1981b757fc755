import { For, Show } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { locale, t } from '../../i18n/i18n';
import type { Arrival, Wanted } from './arrival';
import type { Opening } from './opening';
import { CellLook } from './CellLook';
import { WantedLine } from './WantedLine';

/** More cells than anyone reads before they open a workbook. */
const MOST_CELLS = 200;

/** What a workbook from elsewhere holds: its tables, and its cells with all that they say. */
export function ArrivalView(props: { opening: Opening; arrival: Arrival; wanted: readonly Wanted[] }) {
  const cells = () => props.arrival.workbook.cells;
  const made = () => {
    const { manifest } = props.arrival;
    if (!manifest) return undefined;
    const date = new Date(manifest.created);
    if (Number.isNaN(date.getTime())) return undefined;
    return t('sharing.made', manifest.app, date.toLocaleDateString(locale()));
  };
  return (
    <div class="share">
      <div>
        <p class="share-title">{props.arrival.workbook.title || t('workbook.untitled')}</p>
        <Show when={made()}>{(words) => <p class="share-note">{words()}</p>}</Show>
        <p class="share-held">{t('sharing.held')}</p>
      </div>
      <section>
        <h3>{t('sharing.sources')}</h3>
        <ul class="share-list">
          <For each={props.wanted} fallback={<li class="share-note">{t('sharing.noSources')}</li>}>
            {(wanted) => <WantedLine opening={props.opening} wanted={wanted} />}
          </For>
        </ul>
      </section>
      <section>
        <h3>
          {t('sharing.cells')} <span class="count">{formatCount(cells().length)}</span>
        </h3>
        <ul class="share-list">
          <For
            each={cells().slice(0, MOST_CELLS)}
            fallback={<li class="share-note">{t('sharing.noCells')}</li>}
          >
            {(cell) => <CellLook cell={cell} />}
          </For>
          <Show when={cells().length > MOST_CELLS}>
            <li class="share-note">
              {t('sharing.more', cells().length - MOST_CELLS, formatCount(cells().length - MOST_CELLS))}
            </li>
          </Show>
        </ul>
      </section>
    </div>
  );
}
