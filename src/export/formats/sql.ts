import type { Vector } from 'apache-arrow';
import type { SettingsOf } from '../../steps/field';
import { flag, number } from '../../steps/field';
import { quoteName, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import type { Format, WriteFormat } from './format';
import { toFlatType } from './plain';
import { toTexts } from './texts';

const fields = {
  create: flag(true),
  rows: number({ otherwise: 500, min: 1, max: 10_000, whole: true }),
};

export type SqlSettings = SettingsOf<typeof fields>;

export const sql: Format<typeof fields> = {
  name: 'sql',
  ending: 'sql',
  type: 'application/sql',
  fields,
  holdsSeveral: true,
  plan: ({ type }) => toFlatType(type),
  losses: () => [],
};

const encoder = new TextEncoder();

/** Statements that make a table and fill it, as DuckDB reads them; other databases know other names for some types. */
export const writeSql: WriteFormat<SqlSettings> = async (tables, { settings, push }) => {
  for (const { name, columns, batches } of tables) {
    const table = quoteName(name);
    const names = columns.map((column) => quoteName(column.name));
    const defined = columns.map(({ type }, k) => `  ${names[k]} ${type}`).join(',\n');
    if (settings.create) await push(encoder.encode(`CREATE TABLE ${table} (\n${defined}\n);\n`));
    const begin = `INSERT INTO ${table} (${names.join(', ')}) VALUES\n`;
    const writers = columns.map(toLiteral);
    for await (const batch of batches()) {
      const texts = columns.map((column, k) => toTexts(batch.getChildAt(k) as Vector, column));
      for (let from = 0; from < batch.numRows; from += settings.rows) {
        const rows: string[] = [];
        for (let row = from; row < Math.min(batch.numRows, from + settings.rows); row++)
          rows.push(`(${texts.map((column, k) => writers[k]!(column[row]!)).join(', ')})`);
        await push(encoder.encode(`${begin}${rows.join(',\n')};\n`));
      }
    }
  }
};

const WHOLE = /^(TINYINT|SMALLINT|INTEGER|BIGINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT)$/;

/**
 * A value as it stands in a statement. Decimals and whole numbers of more than 64 bits are quoted, as the engine would read bare
 * ones as doubles; a double has an exponent, since without one it would be read as a decimal.
 */
function toLiteral({ type }: Column): (text: string | null) => string {
  const write = toPresent(type);
  return (text) => (text === null ? 'NULL' : write(text));
}

function toPresent(type: string): (text: string) => string {
  if (WHOLE.test(type)) return (text) => text;
  if (type === 'BOOLEAN') return (text) => text;
  if (type === 'DOUBLE')
    return (text) => (/n/.test(text) ? quoteText(text) : text.includes('e') ? text : `${text}e0`);
  return toTextLiteral;
}

/** No statement can hold the sign of number 0. */
function toTextLiteral(text: string): string {
  if (!text.includes('\0')) return quoteText(text);
  return `(${text.split('\0').map(quoteText).join(' || chr(0) || ')})`;
}
