import type { BatchNote, BatchTable } from '../../import/batches';
import { withChoices } from '../../import/batches';
import type { Receipt, Warning } from '../../import/receipt';
import { describeFile } from '../../import/receipt';
import type { BrokenLine } from '../../import/json/wholeLines';
import { openText } from '../../import/text/open';
import type { RejectReason } from '../../import/text/records';
import { toCanonical } from '../../import/text/write';
import type { ImportedTable, TablePart } from '../engine';
import { loadBatches, sumParts } from './batches';
import { createCrew } from './crew';
import { toTableId } from './id';
import type { ImportJob } from './job';
import { loadList } from './mended';
import { createMeter } from './meter';
import type { Input } from './open';
import { loadColumnReader, loadJsonReader } from './readers';
import { createSpool } from './spool';

/** The rows of a file that says its types itself, as Parquet and Arrow do. */
export async function importTyped(
  job: ImportJob,
  input: Input,
  kind: 'parquet' | 'arrow',
  firstId: number,
): Promise<ImportedTable> {
  const { file } = input;
  const read = await loadColumnReader(kind);
  const table = await read(file, { file: job.file.name });
  const meter = createMeter<'load'>(job.file.size, { load: 1 }, job.onProgress);
  return importBatches(job, input, toTableId(job.id, firstId), table, {
    onProgress: (bytes) => meter('load', bytes / file.size),
    receipt: { kind, place: {}, settings: job.options },
  });
}

/** The rows of a JSON file, or of one with a value on each line. */
export async function importJson(job: ImportJob, input: Input, firstId: number): Promise<ImportedTable> {
  const { options, signal } = job;
  const { body, label } = await openText(input.file, options, { signal });
  const meter = createMeter<'read' | 'load'>(job.file.size, { read: 1, load: 2 }, job.onProgress);
  const fromJson = await loadJsonReader();
  const table = await fromJson(body, {
    ...options,
    file: job.file.name,
    signal,
    onProgress: (bytes) => meter('read', bytes / body.size),
  });
  const { path, layout, broken } = table;
  return importBatches(job, input, toTableId(job.id, firstId), table, {
    onProgress: (bytes) => meter('load', bytes / body.size),
    broken,
    receipt: {
      kind: 'json',
      encoding: label,
      header: layout.header ? 1 : 0,
      place: path ? { path } : {},
      settings: { ...options, path, encoding: label },
    },
  });
}

export interface BatchReceipt extends Pick<Receipt, 'kind' | 'place' | 'settings'> {
  encoding?: string;
  header?: number;
}

interface BatchImport {
  onProgress: (done: number) => void;
  receipt: BatchReceipt;
  broken?: readonly BrokenLine[];
}

/** A table whose types the file itself says. */
export async function importBatches(
  job: ImportJob,
  { name, member }: Input,
  id: string,
  table: BatchTable,
  { onProgress, receipt, broken = [] }: BatchImport,
): Promise<ImportedTable> {
  const crew = createCrew(job, id);
  try {
    const chosen = withChoices(table, job.options);
    const { parts, columns, given } = await loadBatches(job, crew, chosen.table, {
      onProgress,
      onLists: async (importer) => ({
        rejected: await loadList(job, importer, 'rejected', toList(broken)),
        unread: 0,
      }),
    });
    return {
      id,
      name,
      columns,
      parts,
      bytes: await crew.settle(parts),
      receipt: toReceipt(
        job,
        table,
        chosen.columns,
        { parts, given, rejected: broken.length },
        {
          ...receipt,
          place: { ...(member && { member }), ...receipt.place },
        },
      ),
    };
  } finally {
    crew.end();
  }
}

function toList(broken: readonly BrokenLine[]) {
  const reason: RejectReason = 'not-json';
  const list = createSpool();
  for (const { line, text } of broken) list.write(toCanonical([String(line), null, reason, text]));
  return list.end();
}

function toReceipt(
  job: ImportJob,
  { notes, rows }: BatchTable,
  columns: readonly ChosenColumn[],
  { parts, given, rejected }: { parts: readonly TablePart[]; given: number; rejected: number },
  { header = 0, ...rest }: BatchReceipt,
): Receipt {
  return {
    file: describeFile(job.file),
    ...rest,
    records: (rows ?? given) + header + rejected,
    header,
    skipped: 0,
    loaded: sumParts(parts, 'rows'),
    rejected: sumParts(parts, 'rejected'),
    unread: 0,
    columns: columns.filter(({ leftOut }) => !leftOut).map((column) => toReceiptColumn(column, notes)),
    warnings: notes.flatMap((note) => toWarning(note)),
  };
}

type ChosenColumn = ReturnType<typeof withChoices>['columns'][number];

function toReceiptColumn(
  { source, name, type, reading }: ChosenColumn,
  notes: readonly BatchNote[],
): Receipt['columns'][number] {
  const note = notes.find(
    ({ column, kind }) => column === source && (kind === 'mixed' || kind === 'long-number'),
  );
  if (reading) return { source, name, type, reading, why: 'chosen', changed: 0 };
  return {
    source,
    name,
    type,
    why: note ? (note.kind as 'mixed' | 'long-number') : 'in-the-file',
    changed: 0,
    ...(note?.example !== undefined && { example: note.example }),
  };
}

/** What the words of a column do not say already. */
function toWarning({ kind, column, count, example }: BatchNote): Warning[] {
  if (kind === 'mixed' || kind === 'long-number') return [];
  const examples = [column, example].filter((text) => text !== undefined);
  const code = codes[kind];
  return [{ code, ...(count !== undefined && { count }), ...(examples.length > 0 && { examples }) }];
}

const codes = {
  'duplicate-key': 'duplicate-keys',
  renamed: 'renamed',
  'left-out': 'elsewhere',
  'bad-text': 'damaged-bytes',
  nanoseconds: 'nanoseconds',
  'as-text': 'as-text',
} as const;
