import type { Receipt, Warning } from '../import/receipt';
import type { Column } from '../table/column';
import { isTypeName } from './columns';
import type { TravelSource } from './manifest';
import { toColumns, toCount, toList, toObject, toUnreadable } from './manifest';

export interface ColumnChoices {
  masked: readonly string[];
  leftOut: readonly string[];
}

export interface TravelOptions extends ColumnChoices {
  rows: number;
  /** So many rows it has at home, and the seed by which those that travel were drawn. */
  sample?: { of: number; seed: number };
  digest?: string;
}

/** A source without what shall not leave: of columns that are masked or left out, no value stays in its receipt either. */
export function toTravelSource(
  { name, columns, receipt }: { name: string; columns: readonly Column[]; receipt: Receipt },
  { masked, leftOut, rows, sample, digest }: TravelOptions,
): TravelSource {
  const isWhole = !sample && masked.length === 0 && leftOut.length === 0;
  return {
    name,
    columns: columns
      .filter((column) => !leftOut.includes(column.name))
      .map(({ name: column, type }) => ({
        name: column,
        // what no text gives back stays text
        type: masked.includes(column) || !isTypeName(type) ? 'VARCHAR' : type,
      })),
    rows,
    receipt: isWhole
      ? receipt
      : toPartial(receipt, { masked, leftOut, rows, isSample: sample !== undefined }),
    ...(sample && { sample }),
    masked: [...masked],
    leftOut: [...leftOut],
    ...(digest !== undefined && isWhole && { digest }),
  };
}

function toPartial(
  receipt: Receipt,
  { masked, leftOut, rows, isSample }: ColumnChoices & { rows: number; isSample: boolean },
): Receipt {
  const { files: _, warnings: __, settings, ...rest } = receipt;
  const told: Warning[] = [];
  if (isSample) told.push({ code: 'sampled', count: receipt.loaded });
  if (masked.length > 0) told.push({ code: 'masked', count: masked.length, examples: [...masked] });
  const isKept = (column: { name: string }) => !leftOut.includes(column.name);
  return {
    ...rest,
    // the lists of what is not among the rows stay behind, for they hold values of every column
    records: rows,
    header: 0,
    skipped: 0,
    loaded: rows,
    rejected: 0,
    unread: 0,
    columns: receipt.columns.filter(isKept).map((column) => {
      if (!masked.includes(column.name)) return column;
      const { example: ___, reading: ____, nearest: _____, ...bare } = column;
      return { ...bare, type: 'VARCHAR', changed: rows };
    }),
    warnings: told,
    settings: leftOut.length + masked.length > 0 ? {} : settings,
  };
}

/** What somebody's file says of a source, held against what it may say. */
export function checkTravelSource(json: unknown): TravelSource {
  const source = toObject(json, 'source');
  const { name, rows, sample, masked, leftOut, digest } = source;
  if (typeof name !== 'string' || !name.trim()) throw toUnreadable('name');
  const columns = toColumns(source['columns']);
  if (columns.length === 0 || !columns.every(({ type }) => isTypeName(type))) throw toUnreadable('columns');
  const count = toCount(rows, 'rows');
  const drawn = sample === undefined ? undefined : toObject(sample, 'sample');
  return {
    name: name.trim(),
    columns,
    rows: count,
    receipt: checkReceipt(source['receipt'], count),
    ...(drawn && { sample: { of: toCount(drawn['of'], 'sample'), seed: Number(drawn['seed']) } }),
    masked: toList(masked, 'masked').map(String),
    leftOut: toList(leftOut, 'leftOut').map(String),
    ...(typeof digest === 'string' && { digest }),
  };
}

const COUNTS = ['records', 'header', 'skipped', 'loaded', 'rejected', 'unread'] as const;
const KINDS = ['text', 'excel', 'json', 'parquet', 'arrow', 'duckdb'] as const;

function checkReceipt(json: unknown, rows: number): Receipt {
  const receipt = toObject(json, 'receipt') as unknown as Receipt;
  for (const count of COUNTS) toCount(receipt[count], count);
  if (receipt.loaded !== rows) throw toUnreadable('loaded');
  if (!KINDS.some((kind) => kind === receipt.kind)) throw toUnreadable('kind');
  const file = toObject(receipt.file, 'file');
  if (typeof file['name'] !== 'string') throw toUnreadable('file');
  toCount(file['bytes'], 'file');
  toObject(receipt.place, 'place');
  toObject(receipt.settings, 'settings');
  for (const column of toList(receipt.columns, 'columns')) {
    const { source, name, type, why } = toObject(column, 'columns');
    if (![source, name, type, why].every((word) => typeof word === 'string')) throw toUnreadable('columns');
  }
  for (const warning of toList(receipt.warnings, 'warnings')) {
    if (typeof toObject(warning, 'warnings')['code'] !== 'string') throw toUnreadable('warnings');
  }
  for (const part of receipt.files === undefined ? [] : toList(receipt.files, 'files'))
    checkReceipt(part, toCount(toObject(part, 'files')['loaded'], 'files'));
  return receipt;
}
