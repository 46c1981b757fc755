import type { Report } from '../../workbook/report';
import type { LiveChart, LiveTable, LiveWords } from './live';

/** A report whole: everything that a file of it says, as plain data and in the language of who made it. */
export interface ReportContent {
  readonly lang: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly logo: string;
  readonly look: ReportLook;
  /** `As of 22 Nov 2026, 11:30` */
  readonly asOf: string;
  readonly filters: readonly Filter[];
  readonly blocks: readonly Block[];
  /** What it was made of, a line a source. */
  readonly sources: readonly string[];
  readonly words: ReportFileWords;
  /** What an interactive page says besides; a plain one where there is none. */
  readonly live?: LiveWords;
}

export type ReportLook = Pick<
  Report,
  'paper' | 'orientation' | 'type' | 'accent' | 'header' | 'footer' | 'cover' | 'contents'
>;

export interface Filter {
  readonly name: string;
  readonly value: string;
}

export type Block = TextBlock | ChartBlock | TableBlock | GapBlock;

interface BlockBase {
  /** The cell that it is of. */
  readonly cell: string;
  readonly half: boolean;
  readonly newPage: boolean;
  readonly caption: string;
  /** What a footnote says: how it was made. */
  readonly sql?: string;
  /** What a reader should know of it, as that it is older than its cell. */
  readonly warning?: string;
}

export interface TextBlock extends BlockBase {
  readonly kind: 'text';
  /** Without anything that could run or be asked for; headings have their ids. */
  readonly html: string;
  readonly markdown: string;
  readonly headings: readonly ReportHeading[];
}

export interface ReportHeading {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

export interface ChartBlock extends BlockBase {
  readonly kind: 'chart';
  readonly light: string;
  readonly dark?: string;
  /** What it shows, in a sentence. */
  readonly says: string;
  readonly live?: LiveChart;
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly columns: readonly ReportColumn[];
  /** How much of it is shown: `The first 20 of 1,204 rows`. */
  readonly note: string;
  readonly live?: LiveTable;
}

/** A column with its values as they are read, and the place of each among them; none where a value is missing. */
export interface ReportColumn {
  readonly name: string;
  readonly isRight: boolean;
  readonly texts: readonly string[];
  readonly ranks: readonly (number | undefined)[];
}

/** A cell that has nothing to show. */
export interface GapBlock extends BlockBase {
  readonly kind: 'gap';
  readonly text: string;
}

export interface ReportFileWords {
  readonly filters: string;
  readonly contents: string;
  readonly notes: string;
  readonly sources: string;
  readonly back: string;
}
