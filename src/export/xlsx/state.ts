import type { Out } from '../formats/out';
import type { ZipStream } from '../zipStream';
import type { Drawings } from './drawings';
import type { Losses } from './losses';
import type { Pen } from './pen';
import type { SheetNames } from './sheetNames';
import type { Strings } from './strings';
import type { Styles } from './styles';
import type { XlsxWords } from './words';

/** A worksheet that has been written, as the workbook lists it. */
export interface WrittenSheet {
  /** The number of its part in the file. */
  part: number;
  name: string;
  rows: number;
  columns: number;
  /** Which sheet of the book it is, or is a part of. */
  of: number;
  about?: string | undefined;
  /** The rows of the table that it has, where other sheets have others. */
  share?: { from: number; to: number } | undefined;
  /** Under which a filter stands, and which is printed on each page. */
  hasHeader: boolean;
}

/** What the sheets of a book share while it is written. */
export interface BookState {
  zip: ZipStream;
  styles: Styles;
  strings: Strings;
  /** What writes the cells of the sheet that is open, and where they are until they go on. */
  pen: Pen;
  out: Out;
  names: SheetNames;
  losses: Losses;
  drawings: Drawings;
  words: XlsxWords;
  /** Rows of one sheet, header and all. */
  mostRows: number;
  nextPart: () => number;
  onRows: (rows: number) => void;
  check: () => void;
}
