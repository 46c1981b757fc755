import { toTypeParts, toWireType } from '../table/wire';
import type { Column } from '../table/column';

/** An element of a Parquet schema, as far as it is written here. */
export interface Element {
  name: string;
  type?: 'BOOLEAN' | 'INT32' | 'INT64' | 'FLOAT' | 'DOUBLE' | 'BYTE_ARRAY' | 'FIXED_LEN_BYTE_ARRAY';
  type_length?: number;
  converted_type?: string;
  logical_type?: { type: string; isAdjustedToUTC?: boolean; unit?: string };
  repetition_type?: 'OPTIONAL' | 'REQUIRED' | 'REPEATED';
  num_children?: number;
  precision?: number;
  scale?: number;
}

/** How a column leaves the engine, and what it is in the file. */
export interface ColumnPlan {
  name: string;
  /** The type to cast to before it leaves; none where it leaves as it is. */
  cast?: string;
  /** The place of the schema, the outermost first. */
  elements: Element[];
}

/** Every value exactly: as a type of Parquet's own where there is one, else as DuckDB's text. */
export function planColumn({ name, type }: Column): ColumnPlan {
  const elements = maybeElements(name, type);
  if (elements) return { name, elements };
  const wire = toWireType(type);
  return { name, cast: wire, elements: maybeElements(name, wire)! };
}

/** Masked values are text, whatever they were. */
export function planMasked(name: string): ColumnPlan {
  return { name, elements: maybeElements(name, 'VARCHAR')! };
}

function maybeElements(name: string, type: string): Element[] | undefined {
  const parts = toTypeParts(type);
  const group: Element = { name, repetition_type: 'OPTIONAL', num_children: 1 };
  switch (parts.kind) {
    case 'list': {
      const item = maybeElements('element', parts.item);
      const list: Element = { name: 'list', repetition_type: 'REPEATED', num_children: 1 };
      return item && [{ ...group, converted_type: 'LIST' }, list, ...item];
    }
    case 'map': {
      const [key, value] = [maybeElements('key', parts.key), maybeElements('value', parts.item)];
      if (!key || !value) return undefined;
      const pairs: Element = { name: 'key_value', repetition_type: 'REPEATED', num_children: 2 };
      return [
        { ...group, converted_type: 'MAP' },
        pairs,
        { ...key[0]!, repetition_type: 'REQUIRED' },
        ...key.slice(1),
        ...value,
      ];
    }
    case 'struct': {
      const fields = parts.fields.map((field) => maybeElements(toFieldName(field.name), field.type));
      if (!fields.every((field) => field !== undefined)) return undefined;
      return [{ ...group, num_children: fields.length }, ...fields.flat()];
    }
    case 'plain': {
      const leaf = maybeLeaf(type);
      return leaf && [{ name, repetition_type: 'OPTIONAL', ...leaf }];
    }
  }
}

const LEAVES: Record<string, Omit<Element, 'name'>> = {
  BOOLEAN: { type: 'BOOLEAN' },
  TINYINT: { type: 'INT32', converted_type: 'INT_8' },
  SMALLINT: { type: 'INT32', converted_type: 'INT_16' },
  INTEGER: { type: 'INT32' },
  BIGINT: { type: 'INT64' },
  UTINYINT: { type: 'INT32', converted_type: 'UINT_8' },
  USMALLINT: { type: 'INT32', converted_type: 'UINT_16' },
  UINTEGER: { type: 'INT32', converted_type: 'UINT_32' },
  UBIGINT: { type: 'INT64', converted_type: 'UINT_64' },
  FLOAT: { type: 'FLOAT' },
  DOUBLE: { type: 'DOUBLE' },
  VARCHAR: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  BLOB: { type: 'BYTE_ARRAY' },
  DATE: { type: 'INT32', converted_type: 'DATE' },
  TIME: { type: 'INT64', converted_type: 'TIME_MICROS' },
  TIMESTAMP: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MICROS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' },
  },
};

const MOST_INT64_DIGITS = 18;

function maybeLeaf(type: string): Omit<Element, 'name'> | undefined {
  const decimal = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(type);
  if (!decimal) return LEAVES[type];
  const [precision, scale] = [Number(decimal[1]), Number(decimal[2])];
  const form = { converted_type: 'DECIMAL', precision, scale };
  return precision <= MOST_INT64_DIGITS
    ? { type: 'INT64', ...form }
    : { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, ...form };
}

/** `"a ""b"""` as it stands in a type → `a "b"`. */
export function toFieldName(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

const OTHERS =
  'HUGEINT UHUGEINT BIGNUM UUID INTERVAL BIT TIME_NS TIMESTAMP_S TIMESTAMP_MS TIMESTAMP_NS'.split(' ');
const ZONED = ['TIME WITH TIME ZONE', 'TIMESTAMP WITH TIME ZONE'];
const SCALARS = new Set([...Object.keys(LEAVES), ...OTHERS, ...ZONED]);

/** Whether a text is the name of a type and nothing else: what stands in somebody's file goes into a statement. */
export function isTypeName(type: string, depth = 0): boolean {
  if (depth > 32) return false;
  const parts = toTypeParts(type);
  switch (parts.kind) {
    case 'list':
      return /^\[\d{0,6}\]$/.test(parts.brackets) && isTypeName(parts.item, depth + 1);
    case 'map':
      return isTypeName(parts.key, depth + 1) && isTypeName(parts.item ?? '', depth + 1);
    case 'struct':
      return parts.fields.every(
        (field) => /^("(?:[^"]|"")+"|[A-Za-z_]\w*)$/.test(field.name) && isTypeName(field.type, depth + 1),
      );
    case 'plain':
      return (
        SCALARS.has(type) ||
        /^DECIMAL\(\d{1,2},\s*\d{1,2}\)$/.test(type) ||
        /^ENUM\('(?:[^']|'')*'(?:, '(?:[^']|'')*')*\)$/.test(type)
      );
  }
}
