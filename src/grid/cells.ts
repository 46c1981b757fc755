import { toFamily, type Column, type Value } from '../table/column';
import { countDigits, hasOpenDigits, toCellText, type CellText, type FormatOptions } from '../table/format';
import type { PageReader } from './pageReader';
import type { Rect } from './selection';

export interface Cells {
  /** Learns from a page that has arrived how many fraction digits its columns need. */
  learn(page: number): void;
  toCell(row: number, column: number, options: FormatOptions): CellText | undefined;
  toState(row: number): 'ready' | 'pending' | 'failed';
  isRight(column: number): boolean;
  /** Every loaded text of a column. */
  toTexts(column: number, options: FormatOptions): string[];
  /** The values of a rectangle, if every one of them is loaded. */
  maybeValues(rect: Rect): Value[][] | undefined;
}

/** The loaded pages as cells. */
export function createCells(columns: readonly Column[], reader: PageReader): Cells {
  const { size } = reader.layout;
  const digits = new Uint8Array(columns.length);
  const open = columns.flatMap(({ type }, index) => (hasOpenDigits(type) ? [index] : []));
  const right = columns.map(({ type }) => toFamily(type) === 'number');

  function learn(page: number): void {
    const known = reader.get(page);
    if (known?.kind !== 'ready') return;
    for (const column of open) {
      for (const value of known.columns[column] ?? []) {
        digits[column] = Math.max(digits[column]!, countDigits(value, columns[column]!.type));
      }
    }
  }

  function format(value: Value, column: number, options: FormatOptions): CellText {
    return toCellText(value, columns[column]!, { ...options, digits: digits[column] });
  }

  function findColumn(row: number, column: number): Value[] | undefined {
    const page = reader.get(Math.floor(row / size));
    return page?.kind === 'ready' ? (page.columns[column] ?? []) : undefined;
  }

  return {
    learn,
    toCell(row, column, options) {
      const values = findColumn(row, column);
      return values && format(values[row % size] ?? null, column, options);
    },
    toState(row) {
      return reader.get(Math.floor(row / size))?.kind ?? 'pending';
    },
    isRight: (column) => right[column] ?? false,
    toTexts(column, options) {
      return [...reader.all()].flatMap(([, page]) =>
        page.kind === 'ready'
          ? (page.columns[column] ?? []).map((value) => format(value, column, options).text)
          : [],
      );
    },
    maybeValues({ fromRow, toRow, fromColumn, toColumn }) {
      for (let row = fromRow; row < toRow; row += size - (row % size)) {
        if (reader.get(Math.floor(row / size))?.kind !== 'ready') return undefined;
      }
      return columns.slice(fromColumn, toColumn).map((_, i) =>
        Array.from({ length: toRow - fromRow }, (_value, offset) => {
          const row = fromRow + offset;
          return findColumn(row, fromColumn + i)?.[row % size] ?? null;
        }),
      );
    },
  };
}
