import { Show } from 'solid-js';
import { t } from '../../i18n/i18n';
import { createVariable } from '../../ui/cssVariable';
import { toDayWithin, toWithin } from './compile/bounds';
import { toDay, toDayNumber } from './compile/day';
import type { DateRangeSettings, InputCell, NumberRangeSettings } from './compile/settings';
import type { ControlProps } from './Control';
import { DayBox } from './DayBox';
import { NumberBox } from './NumberBox';
import { Slider } from './Slider';
import { toDayText } from './valueText';

/** Two ends that never pass one another: two handles on one track, and a field for each. */
export function RangeControl(props: ControlProps) {
  const cell = () => props.cell as InputCell & (NumberRangeSettings | DateRangeSettings);
  const dates = () => (cell().of === 'date' ? (cell() as InputCell & DateRangeSettings) : undefined);
  const labels = () =>
    [t('inputs.least', { name: props.label }), t('inputs.greatest', { name: props.label })] as const;
  const numbers = () => {
    const { min, max, step, value } = cell();
    const convert = (end: number | string) => (typeof end === 'number' ? end : toDayNumber(end));
    return { min: convert(min), max: convert(max), step, ends: value.map(convert) as [number, number] };
  };

  function toShare(end: 0 | 1): number {
    const { min, max, ends } = numbers();
    return max > min ? Math.min(1, Math.max(0, (ends[end] - min) / (max - min))) : end;
  }

  function toEnds(end: 0 | 1, value: number): unknown {
    const { ends } = numbers();
    const moved = end === 0 ? [value, Math.max(value, ends[1])] : [Math.min(value, ends[0]), value];
    return dates() ? moved.map(toDay) : moved;
  }

  function setDay(end: 0 | 1, day: string | null): void {
    if (day) props.onSet(toEnds(end, toDayNumber(toDayWithin(day, dates()!))));
  }

  function Handle(handle: { end: 0 | 1 }) {
    return (
      <Slider
        {...(handle.end === 0 && { id: props.id })}
        label={labels()[handle.end]}
        low={numbers().min}
        high={numbers().max}
        step={numbers().step}
        value={numbers().ends[handle.end]}
        disabled={props.disabled}
        toText={dates() ? (day) => toDayText(toDay(day)) : undefined}
        onMove={(value) => props.onMove(toEnds(handle.end, value))}
      />
    );
  }

  function Field(field: { end: 0 | 1 }) {
    return (
      <Show
        when={dates()}
        fallback={
          <NumberBox
            label={labels()[field.end]}
            min={numbers().min}
            max={numbers().max}
            step={numbers().step}
            value={numbers().ends[field.end]}
            disabled={props.disabled}
            onSet={(value) => props.onSet(toEnds(field.end, toWithin(value, numbers())))}
          />
        }
      >
        {(settings) => (
          <DayBox
            label={labels()[field.end]}
            min={settings().min}
            max={settings().max}
            value={settings().value[field.end]}
            disabled={props.disabled}
            onSet={(day) => setDay(field.end, day)}
          />
        )}
      </Show>
    );
  }

  return (
    <>
      <Field end={0} />
      <div
        class="two-handles"
        ref={(element) => {
          createVariable(element, '--from', () => String(toShare(0)));
          createVariable(element, '--to', () => String(toShare(1)));
        }}
      >
        <Handle end={0} />
        <Handle end={1} />
      </div>
      <Field end={1} />
    </>
  );
}
