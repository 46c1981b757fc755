import type { Table } from 'apache-arrow';
import type { Fields, SettingsOf } from '../../steps/field';
import type { Column } from '../../table/column';
import type { PageRow, TablePicture } from '../xlsx/book';

/** A table that goes into a file. */
export interface TableOut {
  name: string;
  columns: readonly Column[];
  /** All that come. */
  rows: number;
  /** The rows, each column as the format's `plan` has it leave the engine. There is one at least, of no rows where the table has none. */
  batches: () => AsyncIterable<Table>;
  /** What a chart shows of them, where the format has room for it. */
  picture?: TablePicture;
}

/** Takes the bytes of a file, in their order; whoever waits for it never has more of them in memory than a few. */
export type Push = (bytes: Uint8Array<ArrayBuffer>) => void | Promise<void>;

export interface WriteContext<S> {
  settings: S;
  push: Push;
  /** The signs and words that a file says of itself, in the person's language. */
  words: Readonly<Record<string, string>>;
  /** What the tables are together, and what is noted of them, where the file has room for it. */
  title?: string;
  notes?: readonly PageRow[];
}

/** Writes tables as one file. It is handed one table, unless the format's files hold several. */
export type WriteFormat<S = never> = (tables: readonly TableOut[], context: WriteContext<S>) => Promise<void>;

/** What would not come back from a file as it was in the table. The words are in `i18n/exporting`. */
export interface Loss {
  code: LossCode;
  /** The columns that it is about, where not all. */
  columns?: readonly string[];
}

export type LossCode =
  /** A reader guesses types anew. */
  | 'types'
  /** Values of these columns are text in the file. */
  | 'as-text'
  /** Missing and empty are written alike. */
  | 'missing'
  /** They are told apart by quotes, which some programs do not look at. */
  | 'missing-by-quotes'
  /** A missing value alone in its row is a blank line. */
  | 'blank-lines'
  /** Numbers that many programs round are written as text. */
  | 'large-as-text'
  /** Numbers that many programs round are written as they are. */
  | 'large-as-number'
  /** NaN and infinity are written as text. */
  | 'not-finite'
  /** Control signs, which the format has no place for, are shown by their pictures. */
  | 'control-signs'
  /** Signs beyond GBK take four bytes, which old programs do not read. */
  | 'beyond-gbk'
  /** One sheet does not hold all rows. */
  | 'more-rows'
  /** Of a text only so much is written. */
  | 'long-text'
  /** Numbers of more than fifteen digits are written as text. */
  | 'digits'
  /** Dates before 1900-03-01 and after 9999 are written as text. */
  | 'old-dates'
  /** Durations with months, and those below zero, are written as text. */
  | 'durations';

/** A kind of file, described as data: the form, the checks and the console follow from it. */
export interface Format<F extends Fields = Fields> {
  name: string;
  /** Of the file's name, without the dot. */
  ending: string;
  /** The type of its content, as browsers name it. */
  type: string;
  fields: F;
  /** Settings under a name, for a program that reads the file. */
  readyMade?: Readonly<Record<string, Partial<SettingsOf<F>>>>;
  /** One file holds several tables. */
  holdsSeveral?: boolean;
  /** Already packed: a zip stores it as it is. */
  isPacked?: boolean;
  /** Text that a spreadsheet may take for a formula. */
  asksFormulas?: boolean;
  /** The type that a column is cast to before it leaves the engine; as it is where there is none. */
  plan: (column: Column) => string | undefined;
  losses: (columns: readonly Column[], settings: SettingsOf<F>, rows?: number) => Loss[];
}
