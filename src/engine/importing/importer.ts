import { Problem } from '../../lib/problem';
import type { ImportedTable, ImportProgress } from '../engine';
import { importDatabase } from './database';
import { toTableId } from './id';
import type { ImportJob } from './job';
import type { Input } from './open';
import { openInputs } from './open';
import { importText } from './text';
import { importJson, importTyped } from './typed';

/** Everything that a file holds, as tables. */
export async function importFile(job: ImportJob): Promise<ImportedTable[]> {
  const inputs = await openInputs(job.file, job.options, { signal: job.signal });
  const tables: ImportedTable[] = [];
  for (const [k, input] of inputs.entries()) {
    const isAlone = inputs.length === 1;
    const sub = toSubJob(job, k / inputs.length, (k + 1) / inputs.length);
    const named = { ...input, name: isAlone ? job.name : input.name };
    const found = await importInput(sub, named, tables.length);
    const isOneOfMany = input.member !== undefined && (!isAlone || job.options.members !== undefined);
    tables.push(...(isOneOfMany ? found.map((table) => toMember(table, input)) : found));
  }
  if (tables.length === 0) throw new Problem('file-no-tables', { params: { file: job.file.name } });
  return tables.map(withoutSecrets);
}

/** The settings are kept with the source: a password is not. */
function withoutSecrets(table: ImportedTable): ImportedTable {
  const { settings, ...receipt } = table.receipt;
  const { password, ...kept } = settings;
  return password === undefined ? table : { ...table, receipt: { ...receipt, settings: kept } };
}

/** What gives the table again must say which of the archive's files it is from. */
function toMember(table: ImportedTable, { member }: Input): ImportedTable {
  const { receipt } = table;
  return { ...table, receipt: { ...receipt, settings: { ...receipt.settings, members: [member!] } } };
}

/** The tables of one input; `firstId` is how many the file has given before. */
async function importInput(job: ImportJob, input: Input, firstId: number): Promise<ImportedTable[]> {
  const place = input.member === undefined ? {} : { member: input.member };
  switch (input.kind.kind) {
    case 'text': {
      const source = { blob: input.file, name: input.name, id: toTableId(job.id, firstId), place };
      return [await importText(job, source)];
    }
    case 'excel': {
      const { importWorkbook } = await import('./excel');
      return importWorkbook(job, input, firstId);
    }
    case 'json':
      return [await importJson(job, input, firstId)];
    case 'duckdb':
      return importDatabase(job, input, firstId);
    case 'parquet':
    case 'arrow':
      return [await importTyped(job, input, input.kind.kind, firstId)];
  }
}

/** A share of a job, whose progress is a share of the whole. */
export function toSubJob(job: ImportJob, from: number, to: number): ImportJob {
  const onProgress = ({ doneBytes, totalBytes }: ImportProgress) =>
    job.onProgress({ doneBytes: from * totalBytes + (to - from) * doneBytes, totalBytes });
  return { ...job, onProgress };
}
