import { isCodeAmongNumbers, losesZeros } from '../columns/codeValue';
import { toConverter } from '../columns/convert';
import { createMissing } from '../columns/missing';
import type { TextPlan } from './plan';
import { toCanonical } from './write';

/** A value that its column's reading can't read: it is missing in the table, and listed. */
export interface Misfit {
  line: number;
  column: string;
  value: string;
}

export interface MenderEvents {
  onMisfit: (misfit: Misfit) => void;
  /** A value that would have kept its column from being one of numbers, had it been seen before. */
  onCode?: ((column: number) => void) | undefined;
}

/**
 * Writes records as the engine's own reader takes them: each value in the plain form of its type, each record as long as
 * every other.
 */
export function createMender({ columns, missing }: TextPlan, { onMisfit, onCode }: MenderEvents) {
  const isMissing = createMissing(missing);
  const missingTexts = new Set(missing);
  const kept = columns.flatMap(({ leftOut, reading, name }, index) =>
    leftOut ? [] : [{ index, name, reading, convert: toConverter(reading) }],
  );
  const changed = columns.map(() => 0);
  const zeros = columns.map(() => 0);

  function toField(value: string, column: (typeof kept)[number], line: number): string | null {
    if (column.reading.type === 'VARCHAR') return missingTexts.has(value) ? null : value;
    if (isMissing(value)) return null;
    const converted = column.convert(value);
    if (converted === undefined) {
      onMisfit({ line, column: column.name, value });
      return null;
    }
    if (converted !== value) changed[column.index]!++;
    if (onCode || converted !== value) noteCode(value, column);
    return converted;
  }

  function noteCode(value: string, { index, reading }: (typeof kept)[number]): void {
    if (reading.type !== 'BIGINT' && reading.type !== 'DOUBLE') return;
    const isZero = losesZeros(value, reading);
    if (isZero) zeros[index]!++;
    if (onCode && (isZero || (columns[index]!.why !== 'chosen' && isCodeAmongNumbers(value)))) onCode(index);
  }

  return {
    /** A record as a line of canonical CSV. */
    write: (fields: readonly (string | null)[], line: number): string =>
      toCanonical(kept.map((column) => toField(fields[column.index] ?? '', column, line))),

    /** Values that stand otherwise in the table than in the file, by column. */
    changed: (): readonly number[] => changed,

    /** Values that have lost the zeros that they began with, by column. */
    zeros: (): readonly number[] => zeros,
  };
}
