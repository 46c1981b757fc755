import type { TableInspection } from '../../import/inspection';
import { readFields } from '../../import/text/fields';

/**
 * The cells of the first rows as they stand in the file, beside the rows as they will be; undefined for a row whose record
 * was mended, or does not end within the lines at hand.
 */
export function toRawCells({
  lines,
  rows,
  columns,
  settings,
}: TableInspection): ((string | null)[] | undefined)[] {
  const { delimiter, quote = '', escape = quote } = settings;
  if (!delimiter) return rows.map(() => undefined);
  const text = lines
    .filter(({ role }) => role === 'record')
    .map((line) => line.text)
    .join('\n');
  const cells: ((string | null)[] | undefined)[] = [];
  let at = 0;
  while (cells.length < rows.length && at < text.length) {
    const { fields, end } = readFields(text, at, { delimiter, quote, escape, spaced: true });
    cells.push(fields.length === columns.length ? fields : undefined);
    at = end + 1;
  }
  return rows.map((_, row) => cells[row]);
}
