import Sparkles from 'lucide-solid/icons/sparkles';
import { createSignal, For, Show } from 'solid-js';
import { Button } from '../../../ui/Button';
import { Tabs } from '../../../ui/Tabs';
import { fillIn } from '../../steps/words';
import { ChartText } from './ChartText';
import { ColumnChips } from './ColumnChips';
import { KindPicker } from './KindPicker';
import type { Making } from './making';
import { Options } from './Options';
import { Shelf } from './Shelf';
import { words } from './words';
import './making.css';

type Way = 'fields' | 'text';

/** How a chart is set up: its table, its kind, what lies where; or all of it as text. */
export function MakingPanel(props: { making: Making }) {
  const [way, setWay] = createSignal<Way>('fields');
  const cell = () => props.making.cell();
  const chosen = () => props.making.table();

  return (
    <div class="making" role="group" aria-label={fillIn(words().panel, { name: cell().name })}>
      <h2 class="making-title">{cell().name}</h2>
      <label class="making-from">
        <span>{words().from}</span>
        <select
          class="field"
          disabled={props.making.isReadOnly()}
          onChange={({ currentTarget }) => {
            const next = props.making.tables()[Number(currentTarget.value)];
            if (next) props.making.setTable(next);
          }}
        >
          <Show when={!chosen()}>
            <option value="" selected>
              {cell().from ? `${cell().from} ${words().gone}` : words().chooseTable}
            </option>
          </Show>
          <For each={props.making.tables()}>
            {(table, at) => (
              <option value={at()} selected={table === chosen()}>
                {table.name}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={cell().from}>
        <KindPicker making={props.making} />
        <div class="making-ways">
          <Tabs
            label={words().views}
            tabs={[
              { id: 'fields', label: words().fields },
              { id: 'text', label: words().text },
            ]}
            chosen={way()}
            onChoose={(next) => setWay(next as Way)}
          />
          <span class="grow" />
          <Show when={!props.making.isReadOnly() && !props.making.isBlank()}>
            <Button
              small
              tone="quiet"
              icon={<Sparkles />}
              aria-pressed={props.making.isProposing()}
              onClick={() => props.making.propose(!props.making.isProposing())}
            >
              {words().suggestions}
            </Button>
          </Show>
        </div>
        <Show when={way() === 'fields'} fallback={<ChartText making={props.making} />}>
          <Shelf making={props.making} />
          <ColumnChips making={props.making} />
          <Options making={props.making} />
        </Show>
      </Show>
    </div>
  );
}
