import type { Table } from 'apache-arrow';
import type { Column } from '../../table/column';

/** What an Excel file is made of. Contents and notes are added where there is something to be told. */
export interface Book {
  title: string;
  sheets: readonly Sheet[];
  /** A sheet that lists the others: by itself where there are several. */
  contents?: boolean;
  /** What the last sheet tells: where the rows are from, what was left out, when. */
  notes?: readonly PageRow[];
}

export type Sheet = TableSheet | PageSheet;

/** Rows under a header that stays in sight. */
export interface TableSheet {
  kind: 'table';
  name: string;
  columns: readonly SheetColumn[];
  /** Columns as `toXlsxCast` says, in their order. What one sheet cannot hold goes on in the next. */
  rows: Iterable<Table> | AsyncIterable<Table>;
  /** A sentence in the contents. */
  about?: string;
  pictures?: readonly Picture[];
}

export interface SheetColumn extends Column {
  /** An Excel number format, where that of the type will not do. */
  format?: string;
  /** In characters; else as wide as the first rows need. */
  width?: number;
  /** Written as text whatever it is, as numbers are that nobody counts with. */
  isText?: boolean;
  /** Addresses become links. */
  isLink?: boolean;
  /** A formula below the rows, which follows the filter. */
  total?: keyof typeof totals;
}

/** Functions of SUBTOTAL that leave out hidden rows. */
export const totals = { average: 101, count: 103, max: 104, min: 105, sum: 109 } as const;

/** Cells that are laid out by hand, as those of notes and of pivots. */
export interface PageSheet {
  kind: 'page';
  name: string;
  rows: readonly PageRow[];
  /** Of its columns in characters; else as wide as their cells. */
  widths?: readonly number[];
  about?: string;
  pictures?: readonly Picture[];
}

export type PageRow = readonly (PageValue | PageCell)[];
export type PageValue = string | number | boolean | null;

export interface PageCell {
  value: PageValue;
  look?: 'title' | 'heading' | 'label' | 'code';
  format?: string;
  /** A sheet of the book by its place, of several by its name; or an address. */
  to?: { sheet: number; name?: string } | { url: string };
}

/** A PNG whose upper left corner lies in a cell, counted from 0. */
export interface Picture {
  png: Uint8Array<ArrayBuffer>;
  row: number;
  column: number;
  /** What it shows, for those who do not see it. */
  alt: string;
  /** In CSS pixels; else as large as it is. */
  width?: number;
  height?: number;
  /** How many of its points come to a CSS pixel, where neither is given. */
  scale?: number;
}

/** A picture that finds its place beside the rows by itself. */
export type TablePicture = Omit<Picture, 'row' | 'column'>;

/** What was written, and what could not be as it was. */
export interface BookReport {
  sheets: { name: string; rows: number; of?: string }[];
  losses: Loss[];
}

export type LossKind =
  'long-text' | 'old-date' | 'long-number' | 'not-a-number' | 'duration' | 'too-many-links' | 'no-total';

/** Values of a column that are not in the file as what they are. */
export interface Loss {
  kind: LossKind;
  sheet: string;
  column: string;
  count: number;
  /** The first cells where it is so. */
  places: string[];
}
