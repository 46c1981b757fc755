/** What was found as a table, so that it is kept, saved and read as any other: a row for each part of it, as JSON. */
import type { Frame } from './frame';

export function toPartsTable<K extends string>(
  parts: Readonly<Record<K, unknown>>,
  names: readonly K[],
): { name: string; type: 'VARCHAR'; values: string[] }[] {
  return [
    { name: 'part', type: 'VARCHAR', values: [...names] },
    { name: 'content', type: 'VARCHAR', values: names.map((part) => JSON.stringify(parts[part], toPlain)) },
  ];
}

/** Undefined where the table has not all of these parts. */
export function maybeParts<K extends string>(
  { columns }: Frame,
  names: readonly K[],
): Record<K, unknown> | undefined {
  const find = (name: string) => columns.find((column) => column.name === name);
  const [part, content] = [find('part'), find('content')];
  if (part?.kind !== 'text' || content?.kind !== 'text') return undefined;
  const texts = new Map(
    Array.from(part.codes, (code, row) => [part.labels[code], content.labels[content.codes[row]!]] as const),
  );
  if (names.some((name) => texts.get(name) === undefined)) return undefined;
  return Object.fromEntries(names.map((name) => [name, JSON.parse(texts.get(name)!, fromPlain)])) as Record<
    K,
    unknown
  >;
}

const arrays = { Float64Array, Int32Array, Uint8Array };

/** An array of numbers under the name of its kind; what JSON has no number for stands there as text. */
function toPlain(_: string, value: unknown): unknown {
  for (const [name, kind] of Object.entries(arrays))
    if (value instanceof kind)
      return { [name]: Array.from(value, (each) => (isPlain(each) ? each : toText(each))) };
  return value;
}

function isPlain(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

function toText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function fromPlain(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const [[name, content] = []] = Object.entries(value as object);
  const kind = arrays[name as keyof typeof arrays];
  return kind && Array.isArray(content) ? kind.from(content.map(Number)) : value;
}
