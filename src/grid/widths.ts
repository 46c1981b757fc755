import { createMemo, createSignal, type Accessor } from 'solid-js';
import type { Column } from '../table/column';
import { toOffsets } from './columns';
import { fitColumn, type FitOptions } from './fit';

const NARROWEST = 40;
const WIDEST = 1200;
const WIDEST_FIT = 640;
/** Cells looked at for the first widths of all columns together: some 20 ms. */
const SAMPLED = 12_000;

export interface Widths {
  offsets: Accessor<Float64Array>;
  widthOf(column: number): number;
  set(column: number, width: number): number;
  setNamed(widths: Record<string, number>): void;
  /** Widths from the first rows that arrive, for the columns that have none yet. */
  fitFirst(rows: number, toText: (row: number, column: number) => string): void;
  fit(column: number, texts: readonly string[]): number;
}

/** The width of each column: the one a person gave, else the one that fits what was first seen of it. */
export function createWidths(columns: Accessor<readonly Column[]>, measure: () => FitOptions): Widths {
  const [given, setGiven] = createSignal<Record<string, number>>({});
  const [fitted, setFitted] = createSignal<ReadonlyMap<string, number>>(new Map());

  const widths = createMemo(() => {
    const options = measure();
    return columns().map(
      (column) => given()[column.name] ?? fitted().get(toKey(column)) ?? fitColumn(column.name, [], options),
    );
  });
  const offsets = createMemo(() => toOffsets(widths()));

  function set(column: number, width: number): number {
    const name = columns()[column]?.name;
    const clamped = Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));
    if (name !== undefined) setGiven((all) => ({ ...all, [name]: clamped }));
    return clamped;
  }

  function fitFirst(rows: number, toText: (row: number, column: number) => string): void {
    const sampled = Math.min(rows, Math.max(3, Math.min(100, Math.floor(SAMPLED / columns().length))));
    const next = new Map(fitted());
    const options = measure();
    columns().forEach((column, index) => {
      if (next.has(toKey(column))) return;
      const texts = Array.from({ length: sampled }, (_, row) => toText(row, index));
      next.set(toKey(column), fitColumn(column.name, texts, options));
    });
    setFitted(next);
  }

  return {
    offsets,
    widthOf: (column) => widths()[column] ?? 0,
    set,
    setNamed: (named) => setGiven(named),
    fitFirst,
    fit: (column, texts) =>
      set(column, fitColumn(columns()[column]?.name ?? '', texts, { ...measure(), widest: WIDEST_FIT })),
  };
}

function toKey({ name, type }: Column): string {
  return `${type} ${name}`;
}
