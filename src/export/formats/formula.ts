import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';

/**
 * Text that a spreadsheet would compute when it opens a CSV: it begins with one of `= + - @`, a tab or a carriage return (OWASP's
 * list). A sign and then digits is a number, a date or a telephone number, and none.
 */
const BEGINS = /^[=+\-@\t\r]/;
const HARMLESS = '^[+-][0-9 .,()/%+-]*([eE][+-]?[0-9]+)?$';
const harmless = new RegExp(HARMLESS);

export function isFormula(text: string): boolean {
  return BEGINS.test(text) && !harmless.test(text);
}

/** Whether text of people can be in a column; numbers, dates and the like begin as the engine writes them. */
export function canHoldFormula({ type }: Column): boolean {
  const family = toFamily(type);
  return family === 'text' || type.startsWith('UNION(');
}

/** How many values of a table a spreadsheet would compute: a query of one row, for rows that go by a name. */
export function toFormulaCountSql(columns: readonly Column[], from: string): string | undefined {
  const counts = columns.filter(canHoldFormula).map(({ name }) => {
    const text = `CAST(${quoteName(name)} AS VARCHAR)`;
    return `count_if(substr(${text}, 1, 1) IN ('=', '+', '-', '@', chr(9), chr(13)) AND NOT regexp_full_match(${text}, '${HARMLESS}'))`;
  });
  return counts.length > 0 ? `SELECT ${counts.join(' + ')} FROM ${from}` : undefined;
}
