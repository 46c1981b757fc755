import { escapeJson } from './escapeJson';
import type { ReportContent } from './content';
import script from './liveScript.js?raw';

/** All columns and rows of a table. */
export interface LiveTable {
  readonly columns: readonly LiveColumn[];
  /** What of it is not inside, if anything. */
  readonly note?: string;
}

export interface LiveColumn {
  readonly name: string;
  readonly kind: 'number' | 'date' | 'text';
  /** As the plain table has them. */
  readonly look: string;
  readonly texts: readonly string[];
  /** What a CSV has in their stead, where that is something else. */
  readonly raw?: readonly string[];
  readonly ranks: readonly (number | null)[];
}

/** What can be pointed at in a picture, and what is then said. */
export interface LiveChart {
  /** A pointer means all marks that stand above one another. */
  readonly along: boolean;
  readonly panels: readonly (readonly [left: number, top: number, width: number, height: number])[];
  readonly marks: readonly LiveMark[];
  readonly says: readonly (readonly LiveLine[])[];
  /** In light and in dark. */
  readonly colors: readonly (readonly [light: string, dark: string])[];
}

export interface LiveMark {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly panel?: number;
  /** Where it is no rectangle: which of the picture's paths it is. */
  readonly path?: number;
  /** Where what is said of it stands, if not beside it. */
  readonly tip?: readonly [x: number, y: number];
  /** Which of what is said. */
  readonly say: number;
  /** The marks to the left, to the right, above and below. */
  readonly to: readonly [number, number, number, number];
}

export type LiveLine = readonly [name: string, text: string, color?: number];

/** What an interactive page says itself; numbers take the places in braces. */
export interface LiveWords {
  readonly search: string;
  readonly filter: string;
  readonly number: string;
  readonly date: string;
  readonly text: string;
  readonly size: string;
  readonly rows: string;
  readonly found: string;
  readonly none: string;
  readonly before: string;
  readonly next: string;
  readonly csv: string;
  readonly csvHint: string;
  readonly chart: string;
  readonly keys: string;
  readonly mark: string;
}

/** The data of an interactive page, for an element that is not run, and the script that reads them. */
export function toLive({ lang, blocks }: ReportContent, words: LiveWords): { data: string; script: string } {
  const parts = blocks.flatMap((block): readonly object[] => {
    if (block.kind === 'table' && block.live)
      return [{ cell: block.cell, name: block.caption, table: block.live }];
    if (block.kind === 'chart' && block.live) return [{ cell: block.cell, chart: block.live }];
    return [];
  });
  return { data: escapeJson({ lang, words, parts }), script: SCRIPT };
}

/** Without what only those read who change it. */
const SCRIPT = script
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line && !/^(\/\/|\/?\*)/.test(line))
  .join('\n');
