import type { BatchTable } from '../../import/batches';
import { Problem } from '../../lib/problem';
import type { GivenTable, ImportedTable } from '../engine';
import { loadBatches, sumParts } from './batches';
import { createCrew } from './crew';
import type { ImportJob } from './job';
import { loadList } from './mended';
import { createMeter } from './meter';
import { loadColumnReader } from './readers';

/** A table out of a workbook file, as it was where the file was made: with its types, its receipt and its lists. */
export async function importGiven(job: ImportJob, given: GivenTable): Promise<ImportedTable> {
  const { id, name, file } = job;
  const fromParquet = await loadColumnReader('parquet');
  const table = withTypes(await fromParquet(file, { file: file.name }), given, file.name);
  const meter = createMeter<'load'>(file.size, { load: 1 }, job.onProgress);
  const crew = createCrew(job, id);
  try {
    const onProgress = (bytes: number) => meter('load', bytes / file.size);
    const onLists = async (importer: Parameters<typeof loadList>[1]) => ({
      rejected: await loadList(job, importer, 'rejected', toText(given.rejected)),
      unread: await loadList(job, importer, 'unread', toText(given.unread)),
    });
    const { parts, columns } = await loadBatches(job, crew, table, { onProgress, onLists });
    if (sumParts(parts, 'rows') !== given.receipt.loaded) throw new Problem('quire-unsound');
    const { receipt } = given;
    return { id, name, columns, parts, bytes: await crew.settle(parts), receipt };
  } finally {
    crew.end();
  }
}

/** The engine casts what it is given to the types of its table. */
function withTypes(table: BatchTable, { columns }: GivenTable, file: string): BatchTable {
  const isSame =
    table.columns.length === columns.length &&
    table.columns.every(({ name }, index) => name === columns[index]!.name);
  if (!isSame) throw new Problem('quire-unsound', { params: { file } });
  return { ...table, columns };
}

function toText(list = new Blob()): { blob: Blob; longest: number } {
  // no record is longer than the list
  return { blob: list, longest: Math.min(list.size, 2 ** 26) };
}
