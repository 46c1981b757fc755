import type { TextColumn } from '../frame';

/** The labels that rows have, numbers by size and before texts, so that the order does not hang on that of the rows. */
export function sortLabels(column: TextColumn): TextColumn {
  const used = new Uint8Array(column.labels.length);
  for (const code of column.codes) used[code] = 1;
  const order = [...column.labels.keys()]
    .filter((code) => used[code] === 1)
    .sort((a, b) => compareLabels(column.labels[a]!, column.labels[b]!));
  const places = new Int32Array(column.labels.length);
  for (const [place, code] of order.entries()) places[code] = place;
  return {
    ...column,
    codes: column.codes.map((code) => places[code]!),
    labels: order.map((code) => column.labels[code]!),
  };
}

function compareLabels(one: string, other: string): number {
  const [first, second] = [toSize(one), toSize(other)];
  return first - second || (one < other ? -1 : one > other ? 1 : 0);
}

function toSize(label: string): number {
  const size = label.trim() === '' ? NaN : Number(label);
  return Number.isFinite(size) ? size : Number.MAX_VALUE;
}
