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
  const array = /^(.*)(\[\d*\])$/s.exec(type);
  if (array) return toWireType(array[1]!) + array[2]!;
  const nested = /^(STRUCT|MAP)\((.*)\)$/s.exec(type);
  if (!nested) return PLAIN.has(type) ? type : 'VARCHAR';
  const parts = splitTop(nested[2]!);
  if (nested[1] === 'MAP') return `MAP(${parts.map(toWireType).join(', ')})`;
  return `STRUCT(${parts.map(toWireField).join(', ')})`;
}

function toWireField(field: string): string {
  const name = /^("(?:[^"]|"")*"|\S+)\s+/.exec(field)!;
  return `${name[1]} ${toWireType(field.slice(name[0].length))}`;
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
