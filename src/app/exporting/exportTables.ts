import { findFormat } from '../../export/formats/catalog';
import { toReads } from '../../export/tables/batches';
import type { Written } from '../../export/tables/exportWorker';
import { exportInWorker } from '../../export/tables/exportWorker';
import type { Place } from '../../export/tables/sink';
import type { JobOptions } from '../../export/quireWorker';
import type { TablePicture } from '../../export/xlsx/book';
import { locale } from '../../i18n/i18n';
import { xlsxWords } from '../../i18n/xlsx';
import { findFile } from '../../lib/opfs';
import { Problem } from '../../lib/problem';
import type { Loose } from '../../steps/field';
import { toSettings } from '../../steps/settings';
import type { App } from '../context';
import { toPlainData } from '../plainData';
import type { ExportTable } from './current';
import { createPlace } from './leftovers';
import { toNotes, toTitle } from './notes';

export interface ExportWhat {
  tables: readonly ExportTable[];
  format: string;
  settings?: Loose;
  /** The names of the files in an archive, one a table; without them there is one file, and no archive. */
  files?: readonly string[];
}

type Parts = Pick<App, 'engine' | 'keep' | 'sources' | 'workbooks'>;

/** Writes tables as a file. Where no place is given, the file comes back. */
export async function exportTables(
  parts: Parts,
  { tables, format, settings = {}, files }: ExportWhat,
  place: Place,
  { signal, onProgress }: JobOptions = {},
): Promise<Written> {
  const { engine, keep } = parts;
  const { fields, plan } = findFormat(format);
  const telling = { ...(signal && { signal }), ...(onProgress && { onProgress }) };
  const held: string[] = [];
  try {
    for (const { id, name, whenReady } of tables) {
      await whenReady?.();
      // the rows stay while they are read, also where a cell runs again
      const hold = await engine.shareResult({ name: '', of: id });
      if (!hold) throw new Error(`no table: ${name}`);
      held.push(hold.id);
    }
    const whole = toSettings(fields, toPlainData(settings));
    const pictures = format === 'xlsx' && whole['pictures'] ? await drawCharts(parts, tables) : [];
    const specs = tables.map(({ name, columns, from, to }, k) => ({
      name,
      columns: toPlainData([...columns]),
      from,
      to,
      ...(pictures[k] && { picture: pictures[k] }),
    }));
    if (format !== 'duckdb') {
      const isBook = format === 'xlsx';
      const spec = {
        format,
        settings: whole,
        tables: specs,
        words: { lang: locale(), ...(isBook && xlsxWords()) },
        ...(isBook && { title: toTitle(parts), notes: await toNotes(parts, tables) }),
        ...(files && { files }),
      };
      return await exportInWorker(engine, spec, held, place, telling);
    }
    if (!keep) throw new Problem('export-needs-device');
    const { path } = await createPlace('database.duckdb');
    const databases = specs.map((spec, k) => ({ ...spec, id: held[k]!, reads: toReads(spec.columns, plan) }));
    await engine.writeDatabase(path, databases, telling);
    const file = (await findFile(path))!;
    if (place.to !== 'file') return { blob: file, bytes: file.size };
    await file.stream().pipeTo(await place.handle.createWritable(), signal && { signal });
    return { blob: undefined, bytes: file.size };
  } finally {
    for (const id of held) void engine.dropResult(id).catch(() => {});
  }
}

/** Only the page draws charts. One at a time: an image takes megabytes before it is packed. */
async function drawCharts(
  parts: Parts,
  tables: readonly ExportTable[],
): Promise<(TablePicture | undefined)[]> {
  if (!tables.some(({ chart }) => chart !== undefined)) return [];
  const { toSheetPicture } = await import('./pictures');
  const pictures: (TablePicture | undefined)[] = [];
  for (const table of tables) pictures.push(await toSheetPicture(parts, table));
  return pictures;
}
