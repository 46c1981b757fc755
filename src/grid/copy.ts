import { Problem } from '../lib/problem';
import { toFamily, type Column, type Value } from '../table/column';
import { toRawText } from '../table/format';
import { countCells, type Rect } from './selection';

const MOST_CELLS = 1_000_000;
/** Chromium takes a table apart on the page's own thread before it is copied: a million cells stood still for four seconds. */
const MOST_TABLE_CELLS = 50_000;

export interface Copied {
  text: string;
  html?: string;
}

export interface CopyFormat {
  withHeaders?: boolean;
  withTable?: boolean;
  /** The page's policy refuses styles in HTML that goes through the asynchronous clipboard, which drops them anyway. */
  withStyles?: boolean;
}

export interface CopyBuilder {
  /** The next rows, one array of values a column. */
  add(columns: readonly (readonly Value[])[]): void;
  finish(): Copied;
}

export function checkCopySize(rect: Rect): void {
  const cells = countCells(rect);
  if (cells > MOST_CELLS) throw new Problem('copy-too-large', { params: { cells, limit: MOST_CELLS } });
}

/** Whether a copy is small enough to have a table beside its text. */
export function hasTable(rect: Rect): boolean {
  return countCells(rect) <= MOST_TABLE_CELLS;
}

/** The same cells twice: tab-separated text, and a table that a spreadsheet reads without guessing at types. */
export function createCopy(
  columns: readonly Column[],
  { withHeaders = false, withTable = true, withStyles = true }: CopyFormat = {},
): CopyBuilder {
  const text: string[] = [];
  const html: string[] = [];
  if (withHeaders) {
    text.push(columns.map(({ name }) => quoteCell(name)).join('\t'));
    if (withTable)
      html.push(`<tr>${columns.map(({ name }) => `<th>${escapeHtml(name)}</th>`).join('')}</tr>`);
  }
  return {
    add(values) {
      const rows = values[0]?.length ?? 0;
      for (let row = 0; row < rows; row++) {
        const cells = columns.map((column, i) => toRawText(values[i]?.[row] ?? null, column));
        text.push(cells.map(quoteCell).join('\t'));
        if (withTable)
          html.push(
            `<tr>${cells.map((cell, i) => toTableCell(cell, columns[i]!, withStyles)).join('')}</tr>`,
          );
      }
    },
    finish: () => ({
      text: text.join('\r\n'),
      ...(withTable && { html: `<meta charset="utf-8"><table>${html.join('')}</table>` }),
    }),
  };
}

function quoteCell(text: string): string {
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Excel turns `00123` and 16-digit numbers of an HTML table into rounded numbers unless the cell says that it is text. */
function toTableCell(text: string, column: Column, withStyles: boolean): string {
  const isText = toFamily(column.type) !== 'number' || text.replace(/\D/g, '').length > 15;
  const asText = withStyles && isText && /\d/.test(text) && toFamily(column.type) !== 'date';
  const open = asText ? `<td style='mso-number-format:"\\@"'>` : '<td>';
  const lineBreak = withStyles ? '<br style="mso-data-placement:same-cell">' : '<br>';
  return `${open}${escapeHtml(text, lineBreak)}</td>`;
}

function escapeHtml(text: string, lineBreak = '<br>'): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n|\n|\r/g, lineBreak);
}
