import type { SettingsOf } from '../../steps/field';
import { choice, flag, text } from '../../steps/field';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { toTypeParts } from '../../table/wire';
import type { Format, Loss } from './format';
import { toFlatType } from './plain';

/** What a delimited text can be told. */
const fields = {
  delimiter: choice(['comma', 'semicolon', 'tab', 'pipe']),
  quotes: choice(['needed', 'texts', 'all']),
  quote: choice(['double', 'single']),
  lineEnd: choice(['lf', 'crlf']),
  encoding: choice(['utf-8', 'utf-8-mark', 'gb18030']),
  decimal: choice(['point', 'comma']),
  dates: choice(['iso', 'iso-t', 'day-dot', 'day-slash', 'month-slash', 'year-slash']),
  missing: text(),
  header: flag(true),
  formulas: choice(['leave', 'mark']),
};

export type DelimitedSettings = SettingsOf<typeof fields>;

export const csv: Format<typeof fields> = {
  name: 'csv',
  ending: 'csv',
  type: 'text/csv',
  fields,
  readyMade: {
    excel: { encoding: 'utf-8-mark', lineEnd: 'crlf' },
    // Excel in Chinese takes a file without a mark for one in the system's own encoding
    'excel-zh': { encoding: 'gb18030', lineEnd: 'crlf', dates: 'year-slash' },
  },
  asksFormulas: true,
  plan: ({ type }) => toFlatType(type),
  losses: findLosses,
};

export const tsv: Format<typeof fields> = {
  ...csv,
  name: 'tsv',
  ending: 'tsv',
  type: 'text/tab-separated-values',
  fields: { ...fields, delimiter: choice(['tab', 'comma', 'semicolon', 'pipe']) },
  readyMade: {},
};

function findLosses(columns: readonly Column[], settings: DelimitedSettings): Loss[] {
  const losses: Loss[] = [{ code: 'types' }];
  const nested = columns.filter(
    ({ type }) => toTypeParts(type).kind !== 'plain' || toFamily(type) === 'nested',
  );
  if (nested.length > 0) losses.push({ code: 'as-text', columns: nested.map(({ name }) => name) });
  if (settings.missing === '' && columns.some(({ type }) => toFamily(type) === 'text'))
    losses.push({ code: 'missing-by-quotes' });
  if (settings.missing === '' && columns.length === 1) losses.push({ code: 'blank-lines' });
  if (settings.encoding === 'gb18030') losses.push({ code: 'beyond-gbk' });
  return losses;
}
