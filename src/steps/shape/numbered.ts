/** A table's rows with their numbers: of 32 bits, which the engine sorts by in half the time that 64 take. */
export function toNumbered(from: string, row: string): string {
  return `SELECT *, CAST(row_number() OVER () AS UINTEGER) AS ${row} FROM ${from}`;
}
