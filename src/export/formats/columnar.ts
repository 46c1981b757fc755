import type { SettingsOf } from '../../steps/field';
import { choice } from '../../steps/field';
import type { Column } from '../../table/column';
import { planColumn } from '../columns';
import type { Format, Loss } from './format';

const fields = { codec: choice(['zstd', 'snappy']) };

export type ParquetSettings = SettingsOf<typeof fields>;

export const parquet: Format<typeof fields> = {
  name: 'parquet',
  ending: 'parquet',
  type: 'application/vnd.apache.parquet',
  fields,
  isPacked: true,
  plan: (column) => planColumn(column).cast,
  losses: findTyped,
};

export const arrow: Format = {
  name: 'arrow',
  ending: 'arrow',
  type: 'application/vnd.apache.arrow.file',
  fields: {},
  plan: (column) => planColumn(column).cast,
  losses: findTyped,
};

/** A database file holds every type as it is. */
export const duckdb: Format = {
  name: 'duckdb',
  ending: 'duckdb',
  type: 'application/vnd.duckdb',
  fields: {},
  holdsSeveral: true,
  plan: (column) => planColumn(column).cast,
  losses: () => [],
};

function findTyped(columns: readonly Column[]): Loss[] {
  const textual = columns.filter((column) => planColumn(column).cast !== undefined).map(({ name }) => name);
  return textual.length > 0 ? [{ code: 'as-text', columns: textual }] : [];
}
