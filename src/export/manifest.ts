import type { Receipt } from '../import/receipt';
import { Problem } from '../lib/problem';
import type { Column } from '../table/column';

/** The number of the file's form. A new number comes with a frozen file in `test/data/quire/`, and all old ones go on opening. */
export const fileFormat = 1;

/** As in package.json. */
export const appVersion = '0.1.0';

/** The first part of a `.quire` file: what is in it. Part of a zip, so that any program can look into it. */
export interface Manifest {
  quire: number;
  app: string;
  created: string;
  title: string;
  /** How much of the rows came along. */
  data: DataChoice;
  contents: Content[];
}

export type DataChoice = 'all' | 'sample' | 'none';

export type Content = { path: string; bytes: number; sha256: string } & (
  | { kind: 'workbook' }
  /** What is known of a source; `table` says which. */
  | { kind: 'source'; table: number }
  | { kind: 'rows'; table: number; rows: number; columns: Column[] }
  | { kind: 'rejected' | 'unread'; table: number; rows: number }
);

/** A source as it travels: everything but its rows. */
export interface TravelSource {
  name: string;
  /** As they are in the file, those that were left out excepted. */
  columns: Column[];
  rows: number;
  receipt: Receipt;
  sample?: { of: number; seed: number };
  masked: string[];
  leftOut: string[];
  /** What its rows come to, where they are all there: another source of the same digest has the same. */
  digest?: string;
}

export function toManifest(json: unknown): Manifest {
  const { quire, app, created, title, data, contents } = toObject(json, 'manifest');
  if (!isCount(quire) || quire < 1) throw toUnreadable('quire');
  if (quire > fileFormat) throw new Problem('quire-newer');
  return {
    quire,
    app: toWord(app),
    created: toWord(created),
    title: toWord(title),
    data: data === 'all' || data === 'sample' ? data : 'none',
    contents: toList(contents, 'contents').map(toContent),
  };
}

function toContent(value: unknown): Content {
  const { path, bytes, sha256, kind, table, rows, columns } = toObject(value, 'contents');
  const file = { path: toWord(path), bytes: toCount(bytes, 'bytes'), sha256: toWord(sha256) };
  switch (kind) {
    case 'workbook':
      return { ...file, kind };
    case 'source':
      return { ...file, kind, table: toCount(table, 'table') };
    case 'rows':
      return {
        ...file,
        kind,
        table: toCount(table, 'table'),
        rows: toCount(rows, 'rows'),
        columns: toColumns(columns),
      };
    case 'rejected':
    case 'unread':
      return { ...file, kind, table: toCount(table, 'table'), rows: toCount(rows, 'rows') };
    default:
      throw toUnreadable('kind');
  }
}

export function toColumns(value: unknown): Column[] {
  return toList(value, 'columns').map((item) => {
    const { name, type } = toObject(item, 'columns');
    if (typeof name !== 'string' || typeof type !== 'string') throw toUnreadable('columns');
    return { name, type };
  });
}

export function toObject(value: unknown, detail: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw toUnreadable(detail);
}

export function toList(value: unknown, detail: string): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  throw toUnreadable(detail);
}

export function toCount(value: unknown, detail: string): number {
  if (isCount(value)) return value;
  throw toUnreadable(detail);
}

export function toUnreadable(detail: string, cause?: unknown): Problem {
  return new Problem('quire-unreadable', { params: { detail }, cause });
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function toWord(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
