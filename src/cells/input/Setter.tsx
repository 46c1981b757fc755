import type { CellViewProps } from '../view';
import type { InputCell } from './compile/settings';
import { Control } from './Control';
import { createPerFrame } from './perFrame';

/** The control of a cell, which sets its value; all that is done to it one after the other is undone as one. */
export function Setter(props: CellViewProps<InputCell> & { id: string; label: string }) {
  const set = (value: unknown) => props.change({ value }, { merge: props.cell.id });
  const move = createPerFrame(set);
  return (
    <div class="input-control">
      <Control
        cell={props.cell}
        id={props.id}
        label={props.label}
        state={props.state}
        disabled={props.readOnly}
        onSet={set}
        onMove={move}
      />
    </div>
  );
}
