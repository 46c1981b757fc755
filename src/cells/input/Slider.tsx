import { createRenderEffect } from 'solid-js';
import { createVariable } from '../../ui/cssVariable';
import { toWithin } from './compile/bounds';
import { toNumberText } from './valueText';

export interface SliderProps {
  id?: string;
  label: string;
  low: number;
  high: number;
  step: number;
  value: number;
  disabled: boolean;
  /** Words for a value, where it is not a number to people. */
  toText?: (value: number) => string;
  onMove: (value: number) => void;
}

export function Slider(props: SliderProps) {
  let field!: HTMLInputElement;
  const share = (value: number) =>
    props.high > props.low ? Math.min(1, Math.max(0, (value - props.low) / (props.high - props.low))) : 0;
  return (
    <input
      ref={(element) => {
        field = element;
        createVariable(element, '--to', () => String(share(props.value)));
        // the browser clamps the value to the bounds that it has, so these come first
        createRenderEffect(() => {
          Object.assign(field, { min: props.low, max: props.high, step: props.step });
          field.value = String(props.value);
        });
      }}
      id={props.id}
      class="slider"
      type="range"
      aria-label={props.id ? undefined : props.label}
      aria-valuetext={(props.toText ?? toNumberText)(props.value)}
      disabled={props.disabled}
      onInput={({ currentTarget }) =>
        props.onMove(
          toWithin(currentTarget.valueAsNumber, { min: props.low, max: props.high, step: props.step }),
        )
      }
    />
  );
}
