/**
 * Columns as a linear model reads them: a number is itself; of a text each value but the most frequent becomes a column of 0 and 1
 * (treatment coding: Chambers and Hastie, Statistical Models in S, 1992, 2.3), so that its coefficient is the distance to that one.
 */
import { toMisfit } from '../core/check';
import type { FrameColumn } from '../frame';

export interface Encoding {
  kind: 'encoding';
  columns: EncodedColumn[];
}

export type EncodedColumn =
  | { kind: 'number'; name: string }
  | {
      kind: 'text';
      name: string;
      /** The most frequent value, which all others are compared with. */
      base: string;
      /** The others, the most frequent first. */
      levels: string[];
    };

/** A column of the model. */
export interface Term {
  column: string;
  /** The text's value that is 1 here. */
  level?: string;
}

export interface Encoded {
  columns: Float64Array[];
  /** 1 for rows with a text that was not there when the encoding was made. */
  unseen: Uint8Array;
}

const MOST_VALUES = 100;

/** What becomes of each column, as some of its rows have it. */
export function fitEncoding(
  columns: readonly FrameColumn[],
  places: Int32Array,
  { most = MOST_VALUES } = {},
): Encoding {
  return {
    kind: 'encoding',
    columns: columns.map((column): EncodedColumn => {
      const { name } = column;
      if (column.kind === 'number') return { kind: 'number', name };
      const counts = new Float64Array(column.labels.length);
      for (const place of places) counts[column.codes[place]!]!++;
      const seen = column.labels
        .map((label, code) => ({ label, count: counts[code]! }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
      if (seen.length > most) throw toMisfit('too-many-values', { column: name, count: seen.length, most });
      const [base, ...levels] = seen.map(({ label }) => label);
      return { kind: 'text', name, base: base ?? '', levels };
    }),
  };
}

export function toTerms({ columns }: Encoding): Term[] {
  return columns.flatMap((column) =>
    column.kind === 'number'
      ? [{ column: column.name }]
      : column.levels.map((level) => ({ column: column.name, level })),
  );
}

export function toTermName({ column, level }: Term): string {
  return level === undefined ? column : `${column} = ${level}`;
}

/** The columns, in the encoding's order, of these or other rows. */
export function encode({ columns: known }: Encoding, columns: readonly FrameColumn[], rows: number): Encoded {
  const unseen = new Uint8Array(rows);
  const encoded = known.flatMap((how, at) => {
    const column = columns[at]!;
    if (how.kind === 'number') {
      if (column.kind !== 'number') throw toMisfit('not-a-number', { column: column.name });
      return [column.values];
    }
    if (column.kind !== 'text') throw toMisfit('not-text', { column: column.name });
    const ranks = column.labels.map((label) =>
      label === how.base ? 0 : how.levels.indexOf(label) + 1 || -1,
    );
    const ones = how.levels.map(() => new Float64Array(rows));
    for (let row = 0; row < rows; row++) {
      const rank = ranks[column.codes[row]!]!;
      if (rank < 0) unseen[row] = 1;
      else if (rank > 0) ones[rank - 1]![row] = 1;
    }
    return ones;
  });
  return { columns: encoded, unseen };
}
