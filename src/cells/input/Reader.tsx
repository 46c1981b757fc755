import { createMemo, createUniqueId, Show } from 'solid-js';
import type { CellViewProps } from '../view';
import type { InputCell } from './compile/settings';
import { Notes } from './Notes';
import { Setter } from './Setter';
import { toValueText } from './valueText';
import './input.css';

/** A value that readers set: its control under its label. */
export function Reader(props: CellViewProps<InputCell>) {
  const id = createUniqueId();
  const label = () => props.cell.label ?? props.cell.name;
  // a new object with every move, though what is shown is the same control
  const control = createMemo(() => props.cell.control);
  return (
    <div class="input-reader" data-control={control()}>
      <div class="input-reader-head">
        <label class="input-label" for={id}>
          {label()}
        </label>
        <Show when={['range', 'date'].includes(control())}>
          <output class="input-value" for={id}>
            {toValueText(props.cell)}
          </output>
        </Show>
      </div>
      <Setter {...props} id={id} label={label()} />
      <Notes cell={props.cell} state={props.state} />
    </div>
  );
}
