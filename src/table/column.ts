/** What a person sees of a type; the engine's own name for it stays in `Column.type`. */
export type Family = 'number' | 'text' | 'date' | 'flag' | 'nested';

export interface Column {
  name: string;
  /** DuckDB's name for the type: `BIGINT`, `DECIMAL(18,2)`, `STRUCT(a INTEGER)[]`. */
  type: string;
}

/**
 * A value as the page holds it. Numbers that a double cannot hold exactly (64-bit integers and decimals beyond 2^53) are
 * strings of digits; dates, times and everything else without a JSON form are text as DuckDB writes it.
 */
export type Value = null | boolean | number | string | Value[] | { [field: string]: Value };

const NUMBER =
  /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|UHUGEINT|BIGNUM|FLOAT|DOUBLE|DECIMAL)\b/;
const DATE = /^(DATE|TIME|TIMESTAMP|INTERVAL)/;

export function toFamily(type: string): Family {
  if (/\]$/.test(type) || /^(STRUCT|MAP|UNION)\(/.test(type)) return 'nested';
  if (NUMBER.test(type)) return 'number';
  if (DATE.test(type)) return 'date';
  if (type === 'BOOLEAN') return 'flag';
  return 'text';
}

/** The mark of a family beside a column's name. */
export const glyphs: Record<Family, string> = {
  number: '12',
  text: 'ab',
  date: '▦',
  flag: '◐',
  nested: '{}',
};
