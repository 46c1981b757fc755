import type { Column } from '../../table/column';
import type { SheetColumn } from './book';

/** How values of a column are read and written. */
export type CellKind =
  | 'flag'
  | 'number'
  | 'whole64'
  | 'decimal'
  | 'digits'
  | 'date'
  | 'moment'
  | 'moment-text'
  | 'time'
  | 'time-text'
  | 'duration'
  | 'text';

const KINDS: Record<string, CellKind> = {
  BOOLEAN: 'flag',
  TINYINT: 'number',
  SMALLINT: 'number',
  INTEGER: 'number',
  UTINYINT: 'number',
  USMALLINT: 'number',
  UINTEGER: 'number',
  FLOAT: 'number',
  DOUBLE: 'number',
  BIGINT: 'whole64',
  UBIGINT: 'whole64',
  HUGEINT: 'digits',
  UHUGEINT: 'digits',
  BIGNUM: 'digits',
  DATE: 'date',
  TIMESTAMP: 'moment',
  TIMESTAMP_S: 'moment-text',
  TIMESTAMP_MS: 'moment-text',
  TIMESTAMP_NS: 'moment-text',
  'TIMESTAMP WITH TIME ZONE': 'moment-text',
  TIME: 'time',
  TIME_NS: 'time-text',
  INTERVAL: 'duration',
};

export function toCellKind({ type, isText = false }: Pick<SheetColumn, 'type' | 'isText'>): CellKind {
  if (isText) return 'text';
  if (/^DECIMAL\(\d+,\s*\d+\)$/.test(type)) return 'decimal';
  return KINDS[type] ?? 'text';
}

const AS_THEY_ARE: readonly CellKind[] = ['flag', 'number', 'whole64', 'decimal', 'date', 'moment', 'time'];

/** The type to cast a column to before it leaves the engine; none where Arrow has every value exactly. */
export function toXlsxCast(column: Pick<SheetColumn, 'type' | 'isText'>): string | undefined {
  return column.type === 'VARCHAR' || AS_THEY_ARE.includes(toCellKind(column)) ? undefined : 'VARCHAR';
}

/** The digits behind the point of a `DECIMAL(18,2)`. */
export function toScale(type: string): number {
  return Number(/,\s*(\d+)\)$/.exec(type)?.[1] ?? 0);
}

export const MOMENT = 'yyyy-mm-dd hh:mm:ss';
const MOST_DIGITS = 15;

/** The number format of a type; `digits` are those that the first values have behind the point. */
export function toFormat(column: SheetColumn, digits: number): string {
  if (column.format !== undefined) return column.format;
  switch (toCellKind(column)) {
    case 'number':
      return isFloat(column) ? (digits > 0 ? toFixedFormat(digits) : 'General') : '0';
    case 'whole64':
    case 'digits':
      return '0';
    case 'decimal':
      return toScale(column.type) > 0 ? toFixedFormat(Math.min(MOST_DIGITS, toScale(column.type))) : '0';
    case 'date':
      return 'yyyy-mm-dd';
    case 'moment':
      return MOMENT;
    case 'moment-text':
      // it has been brought to the time of Greenwich, and says so
      return column.type === 'TIMESTAMP WITH TIME ZONE' ? `${MOMENT}"+00"` : MOMENT;
    case 'time':
    case 'time-text':
      return 'hh:mm:ss';
    case 'duration':
      return '[h]:mm:ss';
    case 'flag':
      // LibreOffice shows 1 and 0 otherwise
      return '"TRUE";"TRUE";"FALSE"';
    case 'text':
      return 'General';
  }
}

/** The same with thousandths of a second. */
export function toFinerFormat(format: string): string {
  return format.replace('ss', 'ss.000');
}

export function isFloat({ type }: Column): boolean {
  return type === 'FLOAT' || type === 'DOUBLE';
}

function toFixedFormat(digits: number): string {
  return `#,##0.${'0'.repeat(digits)}`;
}
