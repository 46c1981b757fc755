import { For, Show } from 'solid-js';
import type { LegendSpot } from '../../charts/render/decor';
import { chartWords } from '../../i18n/charts/charts';
import { createVariable } from '../../ui/cssVariable';

/** The entries of the legend as buttons, which stand over it unseen: each shows or hides its group. */
export function LegendKeys(props: {
  legend: readonly LegendSpot[];
  scale: number;
  onToggle: (name: string, alone: boolean) => void;
}) {
  const words = () => chartWords().plate;
  const names = () => props.legend.flatMap(({ item }) => (item.name === undefined ? [] : [item.name]));
  const find = (name: string) => props.legend.find(({ item }) => item.name === name);
  return (
    <Show when={names().length > 1}>
      <div class="plate-keys" role="group" aria-label={words().series}>
        {/* by their names, so that a button that was pressed keeps the keyboard when the picture is drawn anew */}
        <For each={names()}>
          {(name) => (
            <button
              type="button"
              class="plate-key"
              ref={(element) => {
                for (const side of ['x', 'y', 'width', 'height'] as const)
                  createVariable(element, `--${side}`, () => `${(find(name)?.[side] ?? 0) * props.scale}px`);
              }}
              aria-pressed={!find(name)?.item.hidden}
              aria-label={find(name)?.item.label}
              title={words().hint}
              onClick={(event) => props.onToggle(name, event.shiftKey)}
            />
          )}
        </For>
      </div>
    </Show>
  );
}
