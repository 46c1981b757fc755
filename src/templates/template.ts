import type { CellSpec } from '../workbook/cell';
import type { Outputs } from '../workbook/outputs';
import type { PartPatch, Report } from '../workbook/report';

/** A workbook for a task, that lacks nothing but the tables: which column of them is what is asked for by its role. */
export interface Template<W extends TemplateWords = TemplateWords> {
  readonly id: string;
  readonly tables: Readonly<Record<string, TableRole>>;
  /** What has to be there before it is made. */
  load?(): Promise<unknown>;
  make(kit: Kit<W>): Draft;
}

export interface TableRole {
  /** What such a table is called by those who have one. */
  readonly names: RegExp;
  /** The file of the sample company that is one. */
  readonly sample: string;
  readonly optional?: true;
  readonly columns: Readonly<Record<string, ColumnRole>>;
}

export interface ColumnRole {
  readonly is: 'text' | 'number' | 'date';
  /** What such a column is called, the likeliest first. */
  readonly names: readonly RegExp[];
  readonly optional?: true;
}

/** What every template says: of itself, and what its columns are called, in the form that asks for them as in the workbook. */
export interface TemplateWords {
  readonly title: string;
  readonly about: string;
  readonly tables: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, string>>;
}

/** A table of the person's, and which of its columns have which role. */
export interface FilledTable {
  readonly source: string;
  readonly columns: Readonly<Record<string, FilledColumn>>;
  /** All that the table has; those with a role where nobody has said. */
  readonly all?: readonly FilledColumn[];
}

export interface FilledColumn {
  readonly name: string;
  readonly type: string;
}

export type Filled = Readonly<Record<string, FilledTable>>;

/** What a template is made with. */
export interface Kit<W extends TemplateWords = TemplateWords> {
  readonly filled: Filled;
  readonly words: W;
  readonly locale: 'en' | 'zh';
  /** A name that is free, for a cell that would like to have this one. */
  name(wanted: string): string;
}

/** What comes of it: cells in their order, and how they stand in the report. */
export interface Draft {
  readonly cells: readonly DraftCell[];
  readonly report?: Partial<Omit<Report, 'parts'>>;
  /** What is to leave it, so that it can be saved at once. */
  readonly outputs?: Outputs;
}

export interface DraftCell {
  readonly spec: CellSpec;
  readonly part?: PartPatch;
}

/** A template whose words are known inside it, and forgotten outside. */
export function toTemplate<W extends TemplateWords>(template: Template<W>): Template {
  return template as unknown as Template;
}
