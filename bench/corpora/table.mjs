/**
 * What an import gave, with everything as text.
 * @param {import('./reader.mjs').Source} source
 * @returns {string[][]} the header first, where the file has one
 */
export function toRecords({ columns, receipt, rows }) {
  const header = receipt.header > 0 ? [columns.map(({ name }) => name)] : [];
  return [...header, ...rows.map((row) => row.map((value) => String(value ?? '')))];
}

/**
 * The first cell by which two tables differ; undefined where they are equal. Cells that are missing are empty.
 * @param {readonly (readonly string[])[]} ours
 * @param {readonly (readonly string[])[]} expected
 * @param {(ours: string, expected: string) => boolean} [isSame]
 */
export function findFirstDifference(ours, expected, isSame = (a, b) => a === b) {
  for (let row = 0; row < Math.max(ours.length, expected.length); row++) {
    const width = Math.max(ours[row]?.length ?? 0, expected[row]?.length ?? 0);
    for (let column = 0; column < width; column++) {
      const [our, other] = [ours[row]?.[column] ?? '', expected[row]?.[column] ?? ''];
      if (!isSame(our, other)) {
        return `row ${row + 1}, column ${column + 1}: ${quote(our)} instead of ${quote(other)}`;
      }
    }
  }
  return ours.length === expected.length ? undefined : `${ours.length} rows instead of ${expected.length}`;
}

/** A value on one line, shortened. @param {unknown} value */
export function quote(value) {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
