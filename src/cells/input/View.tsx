import Settings from 'lucide-solid/icons/settings-2';
import { createMemo, createSignal, createUniqueId, onMount, Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import type { CellViewProps } from '../view';
import type { InputCell } from './compile/settings';
import { CopyChip } from './CopyChip';
import { Notes } from './Notes';
import { SettingsForm } from './SettingsForm';
import { Setter } from './Setter';
import { isReadable } from './usage';
import { toValueText } from './valueText';
import './input.css';

/** A value that a person sets: its control on one line, and its settings below once they are asked for. */
export function View(props: CellViewProps<InputCell>) {
  const [isOpen, setOpen] = createSignal(false);
  const id = createUniqueId();
  let root!: HTMLDivElement;

  const label = () => props.cell.label ?? props.cell.name;
  // a new object with every move, though what is shown is the same control
  const control = createMemo(() => props.cell.control);

  onMount(() =>
    props.onReady({
      focus: () => root.querySelector<HTMLElement>('.input-control :is(input, select, button)')?.focus(),
    }),
  );

  return (
    <div ref={root} class="input-cell" data-control={control()}>
      <div class="input-line">
        <label class="input-label" for={id} title={props.cell.name}>
          {label()}
        </label>
        <Setter {...props} id={id} label={label()} />
        <Show when={['slider', 'range', 'date', 'switch'].includes(control())}>
          <output class="input-value" for={id}>
            {toValueText(props.cell)}
          </output>
        </Show>
        <span class="input-tools">
          <Show when={isReadable(props.cell.name)}>
            <CopyChip text={`$${props.cell.name}`} />
          </Show>
          <Show when={!props.readOnly}>
            <Button
              small
              icon={<Settings />}
              label={t('inputs.settings', { name: label() })}
              aria-expanded={isOpen()}
              onClick={() => setOpen(!isOpen())}
            />
          </Show>
        </span>
      </div>
      <Notes cell={props.cell} state={props.state} />
      <Show when={isOpen() && !props.readOnly}>
        <SettingsForm
          cell={props.cell}
          catalog={props.surroundings.catalog()}
          onChange={(patch) => props.change(patch)}
          onClose={() => {
            setOpen(false);
            root.querySelector<HTMLElement>('.input-tools [aria-expanded]')?.focus();
          }}
        />
      </Show>
    </div>
  );
}
