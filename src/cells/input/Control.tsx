import { Match, Switch } from 'solid-js';
import type { CellState } from '../../run/state';
import { toDayWithin } from './compile/bounds';
import type {
  DateSettings,
  InputCell,
  ListSettings,
  NumberSettings,
  SeveralSettings,
  SliderSettings,
} from './compile/settings';
import { DayBox } from './DayBox';
import { NumberBox } from './NumberBox';
import { Picker } from './Picker';
import { RangeControl } from './RangeControl';
import { Slider } from './Slider';

export interface ControlProps {
  cell: InputCell;
  /** Of the element that the label is for. */
  id: string;
  label: string;
  state: CellState;
  disabled: boolean;
  onSet: (value: unknown) => void;
  /** For a value that a pointer moves: not every one of them counts. */
  onMove: (value: unknown) => void;
}

export function Control(props: ControlProps) {
  return (
    <Switch>
      <Match when={props.cell.control === 'slider' && (props.cell as InputCell & SliderSettings)}>
        {(cell) => (
          <>
            <Slider
              id={props.id}
              label={props.label}
              low={cell().min}
              high={cell().max}
              step={cell().step}
              value={cell().value}
              disabled={props.disabled}
              onMove={props.onMove}
            />
            <NumberBox
              label={props.label}
              min={cell().min}
              max={cell().max}
              step={cell().step}
              value={cell().value}
              disabled={props.disabled}
              onSet={props.onSet}
            />
          </>
        )}
      </Match>
      <Match when={props.cell.control === 'number' && (props.cell as InputCell & NumberSettings)}>
        {(cell) => (
          <NumberBox
            id={props.id}
            label={props.label}
            min={cell().min}
            max={cell().max}
            step={cell().step}
            value={cell().value}
            disabled={props.disabled}
            onSet={props.onSet}
          />
        )}
      </Match>
      <Match
        when={
          (props.cell.control === 'list' || props.cell.control === 'several') &&
          (props.cell as InputCell & (ListSettings | SeveralSettings))
        }
      >
        {(cell) => (
          <Picker
            cell={cell()}
            id={props.id}
            label={props.label}
            state={props.state}
            disabled={props.disabled}
            onSet={props.onSet}
          />
        )}
      </Match>
      <Match when={props.cell.control === 'date' && (props.cell as InputCell & DateSettings)}>
        {(cell) => (
          <DayBox
            id={props.id}
            label={props.label}
            min={cell().min}
            max={cell().max}
            value={cell().value}
            disabled={props.disabled}
            onSet={(day) => props.onSet(day && toDayWithin(day, cell()))}
          />
        )}
      </Match>
      <Match when={props.cell.control === 'range'}>
        <RangeControl {...props} />
      </Match>
      <Match when={props.cell.control === 'text'}>
        <input
          id={props.id}
          class="field input-text"
          value={String(props.cell.value)}
          disabled={props.disabled}
          onInput={({ currentTarget }) => props.onMove(currentTarget.value)}
        />
      </Match>
      <Match when={props.cell.control === 'switch'}>
        <button
          type="button"
          id={props.id}
          class="switch"
          role="switch"
          aria-checked={props.cell.value === true}
          aria-label={props.label}
          disabled={props.disabled}
          onClick={() => props.onSet(props.cell.value !== true)}
        >
          <i />
        </button>
      </Match>
    </Switch>
  );
}
