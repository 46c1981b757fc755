import type { Bound, ScalarType } from '../../sql/bound';
import { fold } from '../../sql/name';
import { quoteName } from '../../sql/quote';
import type { RunKind } from '../../workbook/plan';
import { toChoice, toName, toText } from '../../workbook/settings';
import { isByHand, toSettings } from './compile/complete';
import type { InputCell, Options, OptionType } from './compile/settings';
import { controls } from './compile/settings';

/** More options than anyone looks through; a search in the page goes over so many at once. */
export const MOST_OPTIONS = 1000;

export const inputKind: RunKind<InputCell> = {
  kind: 'input',
  gives: 'value',

  toCell(spec, id) {
    const label = toText(spec, 'label').trim();
    return {
      id,
      kind: 'input',
      name: toName(spec, 'input'),
      ...(label && { label }),
      ...toSettings(spec, toChoice(spec, 'control', controls)),
    };
  },

  findReads(cell) {
    const table = findOptionTable(cell);
    return { tables: table?.table ? [table.table] : [], values: [] };
  },

  rename(cell, { of, from, to }) {
    const table = findOptionTable(cell);
    if (!table || of !== 'table' || fold(table.table) !== fold(from)) return cell;
    return { ...cell, options: { ...table, table: to } } as InputCell;
  },

  toPlan(cell) {
    const from = findOptionTable(cell);
    if (!from?.table || !from.column) return { do: 'nothing' };
    return { do: 'fetch', sql: toOptionQuery(from), values: {}, maxRows: MOST_OPTIONS };
  },

  toValue,
};

/** What `$name` stands for. A range is `$period.min` and `$period.max`. */
export function toValue(cell: InputCell): Bound {
  switch (cell.control) {
    case 'slider':
    case 'number': {
      const { min = 0, max = 0, step, value } = cell;
      return toNumberBound(value, [min, max, step, value].every(Number.isSafeInteger));
    }
    case 'list':
      return { type: toScalarType(cell.of, cell.value === null ? [] : [cell.value]), value: cell.value };
    case 'several':
      return { type: toScalarType(cell.of, cell.value), list: cell.value };
    case 'date':
      return { type: 'DATE', value: cell.value };
    case 'range': {
      if (cell.of === 'date') {
        const [min, max] = cell.value;
        return { fields: { min: { type: 'DATE', value: min }, max: { type: 'DATE', value: max } } };
      }
      const isWhole = [cell.min, cell.max, cell.step, ...cell.value].every(Number.isSafeInteger);
      const [min, max] = cell.value.map((end) => toNumberBound(end, isWhole)) as [Bound, Bound];
      return { fields: { min, max } };
    }
    case 'text':
      return { type: 'VARCHAR', value: cell.value };
    case 'switch':
      return { type: 'BOOLEAN', value: String(cell.value) };
  }
}

export function findOptionTable(cell: InputCell): Exclude<Options, readonly string[]> | undefined {
  if (cell.control !== 'list' && cell.control !== 'several') return undefined;
  return isByHand(cell.options) ? undefined : cell.options;
}

function toOptionQuery({ table, column }: { table: string; column: string }): string {
  const name = quoteName(column);
  return [
    `SELECT CAST(${name} AS VARCHAR) AS option, count(*) AS count`,
    `FROM ${quoteName(table)}`,
    `WHERE ${name} IS NOT NULL`,
    'GROUP BY ALL',
    'ORDER BY 2 DESC, 1',
  ].join('\n');
}

function toNumberBound(value: number, isWhole: boolean): Bound {
  return { type: isWhole ? 'BIGINT' : 'DOUBLE', value: String(value) };
}

function toScalarType(of: OptionType, values: readonly string[]): ScalarType {
  if (of === 'date') return 'DATE';
  if (of === 'text') return 'VARCHAR';
  return values.every((value) => /^-?\d{1,18}$/.test(value)) ? 'BIGINT' : 'DOUBLE';
}
