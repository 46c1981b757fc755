import { findFormat } from '../../export/formats/catalog';
import type { Loose } from '../../steps/field';
import type { App } from '../context';
import { exportTables } from './exportTables';
import { isPictureFormat } from './pictureFormat';
import type { PictureSettings } from './pictures';
import { toFileNames } from './fileNames';
import { findTable, toPart } from './tables';

export interface ExportSettings {
  /** Settings that are ready-made: `'excel'`, `'excel-zh'`. */
  for?: string;
  columns?: readonly string[];
  offset?: number;
  limit?: number;
  signal?: AbortSignal;
  onProgress?: (share: number) => void;
  /** Any setting of the format: `delimiter`, `encoding`, `codec` … */
  [setting: string]: unknown;
}

/** A table by its name, or several: as one file where the format holds several, else as an archive of files. */
export async function exportByName(
  app: App,
  name: string | readonly string[],
  format: string,
  { for: reader, columns, offset = 0, limit, signal, onProgress, ...given }: ExportSettings = {},
): Promise<Blob> {
  if (isPictureFormat(format)) {
    if (typeof name !== 'string') throw new Error(`one chart at a time: ${name.join(', ')}`);
    const { exportPicture } = await import('./pictures');
    return exportPicture(app, name, format, given as PictureSettings);
  }
  const { fields, readyMade, holdsSeveral, ending, type } = findFormat(format);
  for (const key of Object.keys(given))
    if (!(key in fields)) throw new Error(`unknown option of ${format}: ${key}`);
  const ready = reader === undefined ? {} : readyMade?.[reader];
  if (!ready) throw new Error(`${format} has nothing ready-made for: ${reader}`);
  const names = typeof name === 'string' ? [name] : name;
  const tables = names.map((one) => {
    const table = findTable(app, one);
    if (!columns && offset === 0 && limit === undefined) return table;
    const from = Math.min(table.to, offset);
    return toPart(table, {
      columns: columns ? columns.map((wanted) => findColumn(table.columns, wanted)) : table.columns,
      from,
      to: limit === undefined ? table.to : Math.min(table.to, from + limit),
    });
  });
  const isArchive = typeof name !== 'string' && !holdsSeveral;
  const settings: Loose = { ...ready, ...given };
  const what = { tables, format, settings, ...(isArchive && { files: toFileNames(names, ending) }) };
  const telling = { ...(signal && { signal }), ...(onProgress && { onProgress }) };
  const { blob } = await exportTables(app, what, { to: 'blob' }, telling);
  return new Blob([blob!], { type: isArchive ? 'application/zip' : type });
}

function findColumn<C extends { name: string }>(columns: readonly C[], wanted: string): C {
  const found = columns.find(({ name }) => name === wanted);
  if (!found) throw new Error(`no column named: ${wanted}`);
  return found;
}
