import type { Loose } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { toFields, toSlots } from '../chart';

/** A chart's settings as a text to be edited: slots first, one a line. */
export function toChartText(mark: string, settings: Loose, kind: ChartKind | undefined): string {
  const order = kind ? [...Object.keys(toSlots(kind)), ...Object.keys(toFields(kind))] : [];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const names = Object.keys(settings).toSorted((a, b) => place(a) - place(b));
  const lines = [['mark', mark] as const, ...names.map((name) => [name, settings[name]] as const)]
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${toLine(value)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

/** In one line, with room between. */
function toLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  return members.length === 0
    ? '{}'
    : `{ ${members.map(([name, one]) => `${JSON.stringify(name)}: ${toLine(one)}`).join(', ')} }`;
}

/** Whether two say the same, in whatever order. */
export function isSaidAlike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, toOrdered) === JSON.stringify(other, toOrdered);
}

function toOrdered(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(members.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
