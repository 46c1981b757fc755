import { isByHand } from './complete';
import type { Control, InputCell, InputSettings, OptionType } from './settings';

type Patch = Readonly<Record<string, unknown>>;

const nothing = {
  min: undefined,
  max: undefined,
  step: undefined,
  options: undefined,
  of: undefined,
  value: undefined,
};

/** What to change for an input to have another control: it keeps of its settings what means the same there. */
export function toControlPatch(cell: InputCell, control: Control, today: string): Patch {
  return { ...nothing, control, ...carry(cell, control, today) };
}

/** What to change for the ends of a range, or the options of a list, to be of another type. */
export function toTypePatch(cell: InputCell, of: OptionType, today: string): Patch {
  if (cell.control === 'range') return { ...nothing, of, ...(of === 'date' && toYear(today)) };
  return { of, value: undefined };
}

function carry(cell: InputSettings, control: Control, today: string): Patch {
  switch (control) {
    case 'slider':
    case 'number': {
      const numbers = toNumbers(cell);
      if (!numbers) return control === 'number' ? { step: 1 } : {};
      const { min = 0, step = 1, value } = numbers;
      const max = numbers.max ?? Math.max(100, min, value);
      return control === 'number' ? numbers : { min: Math.min(min, value), max, step, value };
    }
    case 'range': {
      if (cell.control === 'date') return { of: 'date', ...toYear(cell.value ?? today) };
      const { min, max, step } = toNumbers(cell) ?? {};
      return { of: 'number', min, max: max !== undefined && max >= (min ?? 0) ? max : undefined, step };
    }
    case 'list':
    case 'several': {
      if (cell.control !== 'list' && cell.control !== 'several') return {};
      const { options, of } = cell;
      const chosen = cell.control === 'list' ? (cell.value === null ? [] : [cell.value]) : cell.value;
      const first = chosen[0] ?? (isByHand(options) ? options[0] : undefined) ?? null;
      return { options, of, value: control === 'list' ? first : chosen };
    }
    case 'date':
      return { value: cell.control === 'range' && cell.of === 'date' ? cell.value[0] : today };
    case 'text':
      return { value: cell.control === 'list' ? (cell.value ?? '') : '' };
    case 'switch':
      return {};
  }
}

function toNumbers(
  cell: InputSettings,
): { min?: number; max?: number; step?: number; value: number } | undefined {
  if (cell.control === 'slider' || cell.control === 'number') {
    const { min, max, step, value } = cell;
    return {
      value,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(step !== undefined && { step }),
    };
  }
  if (cell.control !== 'range' || cell.of !== 'number') return undefined;
  const { min, max, step, value } = cell;
  return { min, max, step, value: value[0] };
}

function toYear(day: string): Patch {
  const year = day.slice(0, 4);
  return { min: `${year}-01-01`, max: `${year}-12-31` };
}
