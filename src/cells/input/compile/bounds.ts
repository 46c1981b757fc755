import type { InputSettings } from './settings';

/** The nearest value that the bounds and the step allow: what a person moves goes there. */
export function toWithin(
  value: number,
  { min, max, step }: { min?: number | undefined; max?: number | undefined; step?: number | undefined },
): number {
  const from = min ?? 0;
  const stepped = step === undefined ? value : toShort(from + Math.round((value - from) / step) * step);
  const below = max !== undefined && stepped > max ? lastStep(from, max, step) : stepped;
  return min !== undefined && below < min ? min : below;
}

export function toDayWithin(
  value: string,
  { min, max }: { min?: string | undefined; max?: string | undefined },
): string {
  if (max !== undefined && value > max) return max;
  return min !== undefined && value < min ? min : value;
}

/** Whether a saved value lies outside of the bounds, as it may when they were set after it. */
export function isOutside(settings: InputSettings): boolean {
  switch (settings.control) {
    case 'slider':
    case 'number':
    case 'date':
      return isBeyond(settings.value, settings);
    case 'range':
      return settings.value.some((end) => isBeyond(end, settings));
    default:
      return false;
  }
}

function isBeyond(
  value: number | string | null,
  { min, max }: { min?: number | string; max?: number | string },
): boolean {
  if (value === null) return false;
  return (min !== undefined && value < min) || (max !== undefined && value > max);
}

function lastStep(from: number, max: number, step: number | undefined): number {
  return step === undefined ? max : toShort(from + Math.floor(toShort((max - from) / step)) * step);
}

/** 0.1 + 0.2 is 0.3 to a person. Twelve digits are more than a control has places. */
function toShort(value: number): number {
  return Number(value.toPrecision(12));
}
