import { For, Show } from 'solid-js';
import type { Slot } from '../../../charts/spec/channel';
import { everywhere, toSlots } from '../../../charts/spec/chart';
import type { Making } from './making';
import { ShelfRow } from './ShelfRow';
import { words } from './words';

/** Which column lies on which slot of the chart: the kind's own slots, then those that every kind has. */
export function Shelf(props: { making: Making }) {
  const slots = (): [string, Slot][] => {
    const kind = props.making.kind();
    return kind ? Object.entries(toSlots(kind)) : [];
  };
  const own = () => slots().filter(([name]) => !(name in everywhere));
  const others = () => slots().filter(([name]) => name in everywhere);
  return (
    <div class="making-shelf" role="group" aria-label={words().shelf}>
      <For each={[...own(), ...others()].map(([name]) => name)}>
        {(name) => (
          <Show when={slots().find(([other]) => other === name)?.[1]}>
            {(slot) => <ShelfRow making={props.making} name={name} slot={slot()} />}
          </Show>
        )}
      </For>
    </div>
  );
}
