import type { ImportOptions } from '../../import/options';
import { toNames } from '../../import/names';
import type { Receipt } from '../../import/receipt';
import type { Column } from '../../table/column';
import type { ImportedTable } from '../engine';
import { importFile, toSubJob } from './importer';
import { toTableId } from './id';
import type { ImportJob } from './job';
import { uniteColumns } from './shape';

/**
 * Files of one form as one table, with a column that says where each row is from. Each file decides about its types by
 * itself; where they differ, the file is read once more as the others need it.
 */
export async function importTogether(
  job: ImportJob,
  files: readonly File[],
  fileColumn: string,
): Promise<ImportedTable> {
  const share = (k: number) => k / files.length;
  const first: ImportedTable[] = [];
  for (const [k, file] of files.entries()) {
    const sub = toSubJob({ ...job, file, id: toTableId(job.id, k) }, share(k), share(k + 1));
    first.push(await importOne({ ...sub, shape: { file: { column: fileColumn, value: file.name } } }));
  }
  const own = first.map(({ columns }) => columns.slice(0, -1));
  const columns = uniteColumns(own);
  const [column] = toNames([...columns.map(({ name }) => name), fileColumn]).slice(-1);
  const tables: ImportedTable[] = [];
  for (const [k, file] of files.entries()) {
    const isAlike = JSON.stringify(own[k]) === JSON.stringify(columns) && column === fileColumn;
    tables.push(
      isAlike
        ? first[k]!
        : await importOne({
            ...job,
            file,
            id: toTableId(job.id, k),
            options: withTypes(job.options, first[k]!, columns),
            shape: { columns, file: { column: column!, value: file.name } },
          }),
    );
  }
  return unite(job, tables);
}

async function importOne(job: ImportJob): Promise<ImportedTable> {
  const [table] = await importFile(job);
  return table!;
}

/** The options that make the columns of a file what the others need. */
function withTypes(options: ImportOptions, table: ImportedTable, columns: readonly Column[]): ImportOptions {
  const wanted = table.receipt.columns.flatMap(({ source, name, type, reading }) => {
    const target = columns.find((column) => column.name === name)?.type ?? type;
    if (target === type) return reading ? [[source, { reading, name }] as const] : [];
    const isNumber = target === 'DOUBLE' && reading?.type === 'BIGINT';
    const isMoment = target === 'TIMESTAMP' && reading?.type === 'DATE';
    if (isNumber) return [[source, { name, reading: { ...reading, type: 'DOUBLE' } }] as const];
    if (isMoment) return [[source, { name, reading: { ...reading, type: 'TIMESTAMP' } }] as const];
    return [[source, { name, reading: { type: 'VARCHAR' } }] as const];
  });
  return { ...options, columns: { ...Object.fromEntries(wanted), ...options.columns } };
}

function unite(job: ImportJob, tables: readonly ImportedTable[]): ImportedTable {
  const [first] = tables as [ImportedTable];
  const receipts = tables.map(({ receipt }) => receipt);
  const sum = (field: 'records' | 'header' | 'skipped' | 'loaded' | 'rejected' | 'unread') =>
    receipts.reduce((total, receipt) => total + receipt[field], 0);
  return {
    ...first,
    id: job.id,
    name: job.name,
    parts: tables.flatMap(({ id, parts }) =>
      parts.map((part) => (part.path === null ? { ...part, memory: id } : part)),
    ),
    bytes: tables.reduce((total, { bytes }) => total + bytes, 0),
    receipt: {
      ...first.receipt,
      file: {
        name: receipts.map(({ file }) => file.name).join(', '),
        bytes: receipts.reduce((total, { file }) => total + file.bytes, 0),
        modified: Math.max(...receipts.map(({ file }) => file.modified)),
      },
      records: sum('records'),
      header: sum('header'),
      skipped: sum('skipped'),
      loaded: sum('loaded'),
      rejected: sum('rejected'),
      unread: sum('unread'),
      warnings: uniteWarnings(receipts),
      files: receipts,
    },
  };
}

function uniteWarnings(receipts: readonly Receipt[]): Receipt['warnings'] {
  const united = new Map<string, Receipt['warnings'][number]>();
  for (const { file, warnings } of receipts) {
    for (const { code, count = 1 } of warnings) {
      const known = united.get(code) ?? { code, count: 0, examples: [] };
      known.count = (known.count ?? 0) + count;
      known.examples?.push(file.name);
      united.set(code, known);
    }
  }
  return [...united.values()];
}
