const SPECIAL = /[",\r\n]/;

/**
 * A record as a line of RFC 4180, without its line end. A missing value is nothing at all, so that a record of one missing
 * value is a blank line; the empty text is a pair of quotes.
 */
export function toCanonical(fields: readonly (string | null)[]): string {
  let line = '';
  for (let index = 0; index < fields.length; index++) {
    if (index > 0) line += ',';
    const field = fields[index]!;
    if (field === null) continue;
    line += field === '' || SPECIAL.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
  }
  return line;
}
