/** The only place where SQL text is made from names and values. */

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A struct literal as `read_csv` takes its columns: `{'a': 'BIGINT', 'b': 'VARCHAR'}`. */
export function quoteStruct(fields: readonly (readonly [string, string])[]): string {
  return `{${fields.map(([name, value]) => `${quoteText(name)}: ${quoteText(value)}`).join(', ')}}`;
}
