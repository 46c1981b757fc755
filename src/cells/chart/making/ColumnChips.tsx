import { createSignal, For, Show } from 'solid-js';
import { toSlots } from '../../../charts/spec/chart';
import { takes } from '../../../charts/spec/suit';
import type { Column } from '../../../table/column';
import { toFamily } from '../../../table/column';
import { PointMenu } from '../../../ui/PointMenu';
import { TypeGlyph } from '../../../ui/TypeGlyph';
import { fillIn } from '../../steps/words';
import type { Making } from './making';
import { toSlotName, words } from './words';

/** The table's columns: dragged onto a slot, or pressed to be told where they go. */
export function ColumnChips(props: { making: Making }) {
  const [asked, setAsked] = createSignal<{ column: Column; x: number; y: number; chip: HTMLElement }>();
  const columns = () => props.making.columns().filter(({ type }) => toFamily(type) !== 'nested');

  const items = (column: Column) =>
    Object.entries(toSlots(props.making.kind()!))
      .filter(([, slot]) => takes(slot, column) || slot.role === 'measure')
      .map(([name, slot]) => {
        const before = slot.many ? undefined : props.making.channels(name)[0]?.column;
        return {
          label: toSlotName(name),
          hint: before === undefined ? undefined : fillIn(words().replaces, { column: before }),
          run: () => props.making.put(name, { column: column.name }),
        };
      });

  return (
    <Show when={columns().length > 0 && props.making.kind() && !props.making.isReadOnly()}>
      <section class="making-columns">
        <h3>{words().columns}</h3>
        <ul aria-label={words().columns} title={words().columnsHint}>
          <For each={columns()}>
            {(column) => (
              <li>
                <button
                  type="button"
                  class="making-column"
                  draggable={true}
                  aria-label={fillIn(words().put, { column: column.name })}
                  aria-haspopup="menu"
                  onDragStart={(event) => {
                    event.stopPropagation();
                    event.dataTransfer?.setData('text/plain', column.name);
                    props.making.drag({ column: column.name });
                  }}
                  onDragEnd={() => props.making.drag(undefined)}
                  onClick={({ currentTarget }) => {
                    const box = currentTarget.getBoundingClientRect();
                    setAsked({ column, x: box.left, y: box.bottom, chip: currentTarget });
                  }}
                >
                  <TypeGlyph type={column.type} />
                  <bdi>{column.name}</bdi>
                </button>
              </li>
            )}
          </For>
        </ul>
        <Show when={asked()} keyed>
          {(ask) => (
            <PointMenu
              label={fillIn(words().put, { column: ask.column.name })}
              at={ask}
              note={ask.column.name}
              items={items(ask.column)}
              onClose={() => setAsked(undefined)}
              onLeave={() => ask.chip.focus()}
            />
          )}
        </Show>
      </section>
    </Show>
  );
}
