import { Problem } from '../../../lib/problem';
import type { CellSpec } from '../../../workbook/cell';
import { toChoice, toFlag, toNumber, toShown, toText } from '../../../workbook/settings';
import { isDay } from './day';
import type {
  Control,
  DateRangeSettings,
  DateSettings,
  InputSettings,
  NumberRangeSettings,
  NumberSettings,
  Options,
  OptionType,
  SliderSettings,
} from './settings';

/** A control's settings, whole and checked. A value out of its bounds stays as it is: only a person may change it. */
export function toSettings(spec: CellSpec, control: Control): InputSettings {
  switch (control) {
    case 'slider':
      return toSlider(spec);
    case 'number':
      return toNumberBox(spec);
    case 'list': {
      const { options, of } = toOptions(spec);
      const first = isByHand(options) ? (options[0] ?? null) : null;
      return { control, options, of, value: spec['value'] === undefined ? first : toOption(spec, of) };
    }
    case 'several': {
      const { options, of } = toOptions(spec);
      return { control, options, of, value: toChosen(spec, of) };
    }
    case 'date':
      return toDate(spec);
    case 'range':
      return toChoice(spec, 'of', ['number', 'date'] as const) === 'date'
        ? toDateRange(spec)
        : toNumberRange(spec);
    case 'text':
      return { control, value: toText(spec, 'value') };
    case 'switch':
      return { control, value: toFlag(spec, 'value') };
  }
}

export function isByHand(options: Options): options is readonly string[] {
  return Array.isArray(options);
}

function toSlider(spec: CellSpec): SliderSettings {
  const bounds = toBounds(spec);
  return { control: 'slider', ...bounds, value: toNumber(spec, 'value', bounds.min) };
}

function toNumberBox(spec: CellSpec): NumberSettings {
  const [min, max, step] = [maybeNumber(spec, 'min'), maybeNumber(spec, 'max'), maybeStep(spec)];
  if (min !== undefined && max !== undefined && max < min) throw refuse(spec, 'max');
  return {
    control: 'number',
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(step !== undefined && { step }),
    value: toNumber(spec, 'value', min ?? 0),
  };
}

function toDate(spec: CellSpec): DateSettings {
  const [min, max] = [maybeDay(spec, 'min'), maybeDay(spec, 'max')];
  if (min !== undefined && max !== undefined && max < min) throw refuse(spec, 'max');
  return {
    control: 'date',
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    value: maybeDay({ ...spec, value: spec['value'] ?? undefined }, 'value') ?? null,
  };
}

function toNumberRange(spec: CellSpec): NumberRangeSettings {
  const bounds = toBounds(spec);
  const value = toPair(spec, (end) => typeof end === 'number' && Number.isFinite(end)) ?? [
    bounds.min,
    bounds.max,
  ];
  return { control: 'range', of: 'number', ...bounds, value: value as [number, number] };
}

function toDateRange(spec: CellSpec): DateRangeSettings {
  const value = toPair(spec, isDay) as [string, string] | undefined;
  const min = maybeDay(spec, 'min') ?? value?.[0] ?? '2000-01-01';
  const max = maybeDay(spec, 'max') ?? value?.[1] ?? '2029-12-31';
  if (max < min) throw refuse(spec, 'max');
  const step = maybeStep(spec) ?? 1;
  if (!Number.isInteger(step)) throw refuse(spec, 'step');
  return { control: 'range', of: 'date', min, max, step, value: value ?? [min, max] };
}

function toBounds(spec: CellSpec): { min: number; max: number; step: number } {
  const min = toNumber(spec, 'min', 0);
  const max = toNumber(spec, 'max', Math.max(100, min));
  if (max < min) throw refuse(spec, 'max');
  return { min, max, step: maybeStep(spec) ?? 1 };
}

function toPair(spec: CellSpec, isEnd: (end: unknown) => boolean): readonly unknown[] | undefined {
  const value = spec['value'];
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length !== 2 || !value.every(isEnd) || value[1] < value[0])
    throw refuse(spec, 'value');
  return value;
}

function toOptions(spec: CellSpec): { options: Options; of: OptionType } {
  const { options } = spec;
  const isNumeric = Array.isArray(options) && options.length > 0 && options.every(isNumber);
  const of =
    spec['of'] === undefined && isNumeric
      ? 'number'
      : toChoice(spec, 'of', ['text', 'number', 'date'] as const);
  if (options === undefined) return { options: [], of };
  if (Array.isArray(options)) {
    if (!options.every((option) => isText(option) || isNumber(option))) throw refuse(spec, 'options');
    const texts = [...new Set(options.map(String))];
    if (!texts.every((text) => isOf(text, of))) throw refuse(spec, 'options');
    return { options: texts, of };
  }
  if (typeof options !== 'object' || options === null) throw refuse(spec, 'options');
  const { table, column } = options as Record<string, unknown>;
  if (!isText(table) || !isText(column)) throw refuse(spec, 'options');
  return { options: { table, column }, of };
}

function toOption(spec: CellSpec, of: OptionType): string | null {
  const value = spec['value'];
  if (value === null) return null;
  if (!isText(value) && !isNumber(value)) throw refuse(spec, 'value');
  if (!isOf(String(value), of)) throw refuse(spec, 'value');
  return String(value);
}

function toChosen(spec: CellSpec, of: OptionType): string[] {
  const value = spec['value'] ?? [];
  if (!Array.isArray(value)) throw refuse(spec, 'value');
  if (!value.every((chosen) => (isText(chosen) || isNumber(chosen)) && isOf(String(chosen), of)))
    throw refuse(spec, 'value');
  return [...new Set(value.map(String))];
}

/** Whether a text can be given to a query as what it is said to be. */
export function isOf(text: string, of: OptionType): boolean {
  if (of === 'number') return text.trim() !== '' && Number.isFinite(Number(text));
  return of === 'text' || isDay(text);
}

function maybeNumber(spec: CellSpec, setting: string): number | undefined {
  return spec[setting] === undefined ? undefined : toNumber(spec, setting, 0);
}

function maybeStep(spec: CellSpec): number | undefined {
  const step = maybeNumber(spec, 'step');
  if (step !== undefined && step <= 0) throw refuse(spec, 'step');
  return step;
}

function maybeDay(spec: CellSpec, setting: string): string | undefined {
  const value = spec[setting];
  if (value === undefined) return undefined;
  if (isDay(value)) return value;
  throw refuse(spec, setting);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function refuse(spec: CellSpec, setting: string): Problem {
  return new Problem('cell-setting', { params: { setting, detail: toShown(spec[setting]) } });
}
