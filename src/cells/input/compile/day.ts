const DAY_MS = 86_400_000;

/** A date as ISO writes it, which is in the calendar: `2024-02-29`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && toDay(time / DAY_MS) === value;
}

/** Days since 1970. */
export function toDayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}

export function toDay(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
