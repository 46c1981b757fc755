import { quoteName, quoteText } from './quote';

/** A value that a person set, on its way into a query: never as part of the query's text. */
export type Bound =
  | { type: ScalarType; value: string | null }
  | { type: ScalarType; list: readonly (string | null)[] }
  | { fields: Readonly<Record<string, Bound>> };

export type ScalarType = 'BOOLEAN' | 'DOUBLE' | 'BIGINT' | 'DATE' | 'TIMESTAMP' | 'VARCHAR';

/** The value as the engine is told it. */
export function toLiteral(bound: Bound): string {
  if ('fields' in bound) {
    const fields = Object.entries(bound.fields).map(
      ([name, value]) => `${quoteText(name)}: ${toLiteral(value)}`,
    );
    return `{${fields.join(', ')}}`;
  }
  if ('list' in bound) {
    return `CAST([${bound.list.map(toText).join(', ')}] AS ${bound.type}[])`;
  }
  return `CAST(${toText(bound.value)} AS ${bound.type})`;
}

/** The statement that sets a variable of a connection; queries read it by `getvariable`. */
export function toVariable(name: string, bound: Bound): string {
  return `SET VARIABLE ${quoteName(name)} = ${toLiteral(bound)}`;
}

/** How a query reads a variable. Never in brackets: `city IN ($cities)` would be a list of one, which is a list. */
export function readVariable(name: string): string {
  return `getvariable(${quoteText(name)})`;
}

function toText(value: string | null): string {
  return value === null ? 'NULL' : quoteText(value);
}
