import { isDay } from './compile/day';

export interface DayBoxProps {
  id?: string;
  label: string;
  value: string | null;
  min?: string | undefined;
  max?: string | undefined;
  disabled?: boolean;
  onSet: (day: string | null) => void;
}

/** A date in the browser's own field, which a person may empty. */
export function DayBox(props: DayBoxProps) {
  return (
    <input
      id={props.id}
      class="field input-day"
      type="date"
      aria-label={props.id ? undefined : props.label}
      min={props.min}
      max={props.max}
      value={props.value ?? ''}
      disabled={props.disabled}
      onChange={({ currentTarget }) => {
        const day = currentTarget.value;
        if (day === '' || isDay(day)) props.onSet(day || null);
        currentTarget.value = props.value ?? '';
      }}
    />
  );
}
