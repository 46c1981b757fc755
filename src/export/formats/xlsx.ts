import type { SettingsOf } from '../../steps/field';
import { flag } from '../../steps/field';
import { MAX_ROWS } from '../../import/excel/address';
import { toFamily } from '../../table/column';
import type { Column } from '../../table/column';
import { isFloat, toCellKind, toXlsxCast } from '../xlsx/kinds';
import type { Format, Loss } from './format';

const fields = {
  totals: flag(),
  links: flag(),
  notes: flag(true),
  pictures: flag(true),
};

export type XlsxSettings = SettingsOf<typeof fields>;

export const xlsx: Format<typeof fields> = {
  name: 'xlsx',
  ending: 'xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  fields,
  holdsSeveral: true,
  isPacked: true,
  plan: toXlsxCast,
  losses: findLosses,
};

/** Digits of which Excel holds all. */
const EXACT_DIGITS = 15;

function findLosses(columns: readonly Column[], settings: XlsxSettings, rows = 0): Loss[] {
  const about = (code: Loss['code'], test: (column: Column) => boolean): Loss[] => {
    const named = columns.filter(test).map(({ name }) => name);
    return named.length > 0 ? [{ code, columns: named }] : [];
  };
  const most = MAX_ROWS - (settings.totals ? 2 : 1);
  return [
    ...(rows > most ? [{ code: 'more-rows' as const }] : []),
    ...about('digits', canBeLong),
    ...about('not-finite', isFloat),
    ...about('old-dates', ({ type }) => /^(DATE|TIMESTAMP)/.test(type)),
    ...about('durations', ({ type }) => type === 'INTERVAL'),
    ...about('as-text', (column) => toCellKind(column) === 'text' && column.type !== 'VARCHAR'),
    ...about('long-text', ({ type }) => toFamily(type) === 'text' || toFamily(type) === 'nested'),
  ];
}

function canBeLong(column: Column): boolean {
  const kind = toCellKind(column);
  const digits = Number(/^DECIMAL\((\d+)/.exec(column.type)?.[1] ?? 0);
  return kind === 'whole64' || kind === 'digits' || digits > EXACT_DIGITS;
}
