import { toWithin } from './compile/bounds';

export interface NumberBoxProps {
  id?: string;
  label: string;
  value: number;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  disabled?: boolean;
  onSet: (value: number) => void;
}

/** A number as it is typed; it counts once it is whole, since the 1 of 120 may be out of bounds. */
export function NumberBox(props: NumberBoxProps) {
  return (
    <input
      id={props.id}
      class="field input-number"
      type="number"
      aria-label={props.id ? undefined : props.label}
      min={props.min}
      max={props.max}
      step={props.step ?? 'any'}
      value={props.value}
      disabled={props.disabled}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.valueAsNumber;
        const value = Number.isFinite(typed) ? toWithin(typed, props) : props.value;
        if (value !== props.value) props.onSet(value);
        currentTarget.value = String(props.value);
      }}
    />
  );
}
