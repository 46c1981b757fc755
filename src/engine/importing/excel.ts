import { toRangeText } from '../../import/excel/address';
import type { ExcelTable } from '../../import/excel/readTables';
import { readTables } from '../../import/excel/readTables';
import type { Workbook } from '../../import/excel/workbook';
import type { ImportOptions } from '../../import/options';
import type { Receipt, Warning } from '../../import/receipt';
import { describeFile, findChoiceWarnings } from '../../import/receipt';
import { Problem } from '../../lib/problem';
import type { ImportedTable, TablePart } from '../engine';
import type { UnreadValue } from './batches';
import { loadBatches, sumParts } from './batches';
import type { Crew } from './crew';
import { createCrew } from './crew';
import { toTableId, toTableName } from './id';
import type { ImportJob } from './job';
import { createMeter } from './meter';
import type { Input } from './open';
import { createUnpacker } from './unpacker';
import { isScanned, withWorkbook } from './workbook';

/** A smaller file is read before another worker has started. */
const LARGE_BYTES = 2 * 2 ** 20;
/** So large a file has a table that two importers write. */
const HUGE_BYTES = 24 * 2 ** 20;

/** The tables of a workbook. A sheet is read whole before its types are known, so they come one after the other. */
export async function importWorkbook(
  job: ImportJob,
  input: Input,
  firstId: number,
): Promise<ImportedTable[]> {
  const isLarge = isScanned(input) && input.file.size >= LARGE_BYTES;
  const unpacker = isLarge ? createUnpacker(job.file.name) : undefined;
  const crew = createCrew(job, toTableId(job.id, firstId));
  crew.prepare(input.file.size >= HUGE_BYTES ? Math.min(2, navigator.hardwareConcurrency || 2) : 1);
  try {
    const opening = { password: job.options.password, signal: job.signal, unpack: unpacker?.unpack };
    return await withWorkbook(input, opening, (workbook) =>
      importSheets(job, input, { firstId, crew, workbook }),
    );
  } finally {
    crew.end();
    unpacker?.end();
  }
}

async function importSheets(
  job: ImportJob,
  input: Input,
  { firstId, crew: firstCrew, workbook }: { firstId: number; crew: Crew; workbook: Workbook },
): Promise<ImportedTable[]> {
  const { options, signal } = job;
  const meter = createMeter<'read' | 'load'>(job.file.size, { read: 3, load: 1 }, job.onProgress);
  const onProgress = (bytes: number, total: number) => meter('read', bytes / total);
  const imported: { table: ImportedTable; own: string }[] = [];
  for await (const table of readTables(workbook, options, { signal, onProgress })) {
    if (table.columns.length === 0) continue;
    const id = toTableId(job.id, firstId + imported.length);
    const crew = imported.length === 0 ? firstCrew : createCrew(job, id);
    try {
      const { parts, columns } = await loadBatches(job, crew, table.batches, {
        onProgress: (rows) => meter('load', rows / Math.max(table.rows.records, 1)),
        unread: toUnread(table),
      });
      imported.push({
        own: table.name,
        table: {
          id,
          name: input.name,
          columns,
          parts,
          bytes: await crew.settle(parts),
          receipt: toReceipt(job, input, table, parts),
        },
      });
    } finally {
      crew.end();
    }
  }
  if (imported.length === 0) throw new Problem('file-no-rows', { params: { file: job.file.name } });
  return imported.map(({ table, own }) => ({
    ...table,
    name: toTableName(input.name, own, imported.length),
  }));
}

function toReceipt(
  job: ImportJob,
  { member }: Input,
  found: ExcelTable,
  parts: readonly TablePart[],
): Receipt {
  const { table, columns, rows } = found;
  const { titles, header, units, footer, blank } = rows;
  return {
    file: describeFile(job.file),
    kind: 'excel',
    place: { ...(member && { member }), sheet: found.key, range: toRangeText(table.range) },
    records: rows.total,
    header: header + units,
    skipped: titles + footer + blank,
    loaded: sumParts(parts, 'rows'),
    rejected: 0,
    unread: countFaults(found.faults),
    columns: columns
      .filter(({ leftOut }) => !leftOut)
      .map(({ source, name, type, reading, why, misfits }) => ({
        source,
        name,
        type,
        ...(reading && { reading }),
        why,
        changed: 0,
        ...(misfits.examples[0] !== undefined && { example: misfits.examples[0] }),
      })),
    warnings: toWarnings(found),
    settings: toSettings(job.options, found),
  };
}

function toWarnings({ strays, merges, hiddenRows, hiddenColumns, hidden, columns, faults }: ExcelTable) {
  const warnings: Warning[] = [];
  for (const [kind, code] of [
    ['error', 'error-cells'],
    ['no-result', 'no-cached-result'],
  ] as const) {
    const count = faults.counts[kind];
    if (count > 0) {
      const found = faults.faults.filter((fault) => fault.kind === kind).slice(0, 20);
      const examples = found.map(({ cell, text }) => `${cell} ${text}`.trim());
      warnings.push({ code, count, ...(examples.length > 0 && { examples }) });
    }
  }
  const listed = faults.faults.length;
  if (countFaults(faults) > listed) warnings.push({ code: 'listed', count: listed });
  if (strays.length > 0) warnings.push({ code: 'elsewhere', count: strays.length, examples: strays });
  if (merges.length > 0)
    warnings.push({ code: 'merged-cells', count: merges.length, examples: merges.slice(0, 20) });
  if (hiddenRows + hiddenColumns > 0 || hidden)
    warnings.push({ code: 'hidden', count: hiddenRows + hiddenColumns });
  const hours = columns.filter((column) => column.hours && !column.leftOut).map(({ name }) => name);
  if (hours.length > 0) warnings.push({ code: 'hours', count: hours.length, examples: hours });
  warnings.push(...findChoiceWarnings(columns));
  return warnings;
}

function countFaults({ counts }: ExcelTable['faults']): number {
  return counts.error + counts['no-result'] + counts.misfit;
}

/** Cells that are missing in the table though something stands in them. */
function toUnread({ faults: { faults } }: ExcelTable): UnreadValue[] {
  return faults.map(({ cell, column, text }) => ({
    line: Number(cell.replace(/\D/g, '')),
    column,
    value: text,
  }));
}

/** What gives this table again out of the next file of its kind. */
function toSettings(options: ImportOptions, { key, table, mark, columns }: ExcelTable): ImportOptions {
  const sheet = key.replace(/![A-Z]+\d+:[A-Z]+\d+$/, '');
  const { headerRows, unitsRows } = table;
  return {
    ...options,
    sheets: [sheet],
    ...(mark && { table: mark }),
    header: headerRows === 0 ? false : headerRows,
    units: unitsRows,
    columns: Object.fromEntries(
      columns.flatMap(({ source, name, reading, leftOut, misfits, zeros = 0 }) => {
        const choice = {
          ...(reading && { reading }),
          ...(name !== source && { name }),
          ...(leftOut && { leaveOut: true }),
          ...((misfits.count > 0 || zeros > 0) && reading && { acceptMisfits: true }),
        };
        return Object.keys(choice).length > 0 ? [[source, choice] as const] : [];
      }),
    ),
  };
}
