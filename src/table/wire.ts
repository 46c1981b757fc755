/**
 * What crosses from the engine to the page. Arrow readers lose the scale of decimals, the width of 128-bit integers, the
 * end of nanoseconds and the ends of the calendar, so every type but the plain ones crosses as DuckDB's own text; inside
 * a nested type too: `STRUCT(a DECIMAL(4,1), b DATE[])` becomes `STRUCT(a VARCHAR, b VARCHAR[])`.
 */

const PLAIN = new Set([
  'BOOLEAN',
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
  'FLOAT',
  'DOUBLE',
  'VARCHAR',
]);

/** The type to cast to before a value crosses; the same type where it crosses exactly by itself. */
export function toWireType(type: string): string {
  const parts = toTypeParts(type);
  switch (parts.kind) {
    case 'plain':
      return PLAIN.has(type) ? type : 'VARCHAR';
    case 'list':
      return toWireType(parts.item) + parts.brackets;
    case 'map':
      return `MAP(${toWireType(parts.key)}, ${toWireType(parts.item)})`;
    case 'struct':
      return `STRUCT(${parts.fields.map(({ name, type }) => `${name} ${toWireType(type)}`).join(', ')})`;
  }
}

export type TypeParts =
  | { kind: 'plain' }
  | { kind: 'list'; item: string; brackets: string }
  | { kind: 'map'; key: string; item: string }
  /** Names as the engine writes them, with quotes where it needs them. */
  | { kind: 'struct'; fields: { name: string; type: string }[] };

/** What a nested type is made of. A struct without names, as `row(1, 2)` gives, crosses as text. */
export function toTypeParts(type: string): TypeParts {
  const list = /^(.*)(\[\d*\])$/s.exec(type);
  if (list) return { kind: 'list', item: list[1]!, brackets: list[2]! };
  const nested = /^(STRUCT|MAP)\((.*)\)$/s.exec(type);
  if (!nested) return { kind: 'plain' };
  const parts = splitTop(nested[2]!);
  if (nested[1] === 'MAP') return { kind: 'map', key: parts[0]!, item: parts[1]! };
  const fields = parts.map((part) => /^("(?:[^"]|"")*"|\S+)\s+(.*)$/s.exec(part));
  if (!fields.every((field) => field !== null)) return { kind: 'plain' };
  return { kind: 'struct', fields: fields.map(([, name, type]) => ({ name: name!, type: type! })) };
}

/** `a INTEGER, b MAP(VARCHAR, DATE)` at its outer commas. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth--;
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}
