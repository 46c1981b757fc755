import type { Record as TextRecord, RecordCounts } from '../../import/text/records';
import { createRecordReader } from '../../import/text/records';
import type { Layout } from '../../import/text/layout';
import { createMender } from '../../import/text/mend';
import type { PlannedColumn, TextPlan } from '../../import/text/plan';
import { createPlanner, toKeptColumns } from '../../import/text/plan';
import type { ImportOptions } from '../../import/options';
import { findChoice } from '../../import/options';
import { toCanonical } from '../../import/text/write';
import { toCuts } from '../../import/text/cuts';
import { readChunks } from '../../lib/chunks';
import { Problem } from '../../lib/problem';
import type { TablePart } from '../engine';
import { rejectedColumns, unreadColumns } from '../engine';
import type { Crew, Importer } from './crew';
import type { ImportJob } from './job';
import type { LoadedCsv } from './load';
import { loadCsv } from './load';
import type { Meter } from './meter';
import type { TextPhase } from './plain';
import { countImporters } from './plain';
import { toSelect } from './shape';
import { createSpool } from './spool';

/** Reads all records of a text by our own reader. */
export async function readRecords(
  job: ImportJob,
  body: Blob,
  layout: Layout,
  onRecord: (record: TextRecord) => void,
  onProgress: (share: number) => void,
): Promise<RecordCounts> {
  const reader = createRecordReader(layout, onRecord);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let done = 0;
  for await (const piece of readChunks(body, 2 ** 20)) {
    job.signal.throwIfAborted();
    reader.push(decoder.decode(piece, { stream: true }));
    done += piece.length;
    onProgress(done / body.size);
  }
  reader.push(decoder.decode());
  return reader.finish();
}

/** Plans by every value of the text. */
export async function planWhole(
  job: ImportJob,
  body: Blob,
  layout: Layout,
  options: ImportOptions,
  onProgress: (share: number) => void,
): Promise<TextPlan> {
  const planner = createPlanner(layout, options);
  const take = ({ role, fields, line }: TextRecord) => {
    if (role === 'record') planner.add(fields, line);
  };
  await readRecords(job, body, layout, take, onProgress);
  return planner.plan();
}

/** A value that a reading found on a sample can't read. */
export class PlanBroken extends Error {}

export interface Mended {
  parts: TablePart[];
  counts: RecordCounts;
  changed: readonly number[];
  zeros: readonly number[];
}

/**
 * Reads a text by our own reader, writes it anew as the engine's takes it, and loads that. What is no row goes into the lists
 * beside the last part.
 */
export async function loadMended(
  job: ImportJob,
  crew: Crew,
  body: Blob,
  plan: TextPlan,
  { meter, isProven }: { meter: Meter<TextPhase>; isProven: boolean },
): Promise<Mended> {
  const cuts = toCuts(countImporters(body.size, crew.inMemory));
  const rejected = createSpool();
  const unread = createSpool();
  const mender = createMender(plan, {
    onMisfit({ line, column, value }) {
      if (!isProven && !isChosen(plan, column)) throw new PlanBroken();
      unread.write(toCanonical([String(line), column, value]));
    },
    onCode: isProven
      ? undefined
      : (column) => {
          if (!isAccepted(job.options, plan.columns[column]!)) throw new PlanBroken();
        },
  });
  const loading: { importer: Importer; bytes: number; loaded: Promise<LoadedCsv> }[] = [];
  let rows = createSpool();
  let read = 0;

  function load(): Importer {
    const part = rows.end();
    rows = createSpool();
    const importer = crew.open();
    const form = {
      ...canonical,
      columns: toKeptColumns(plan),
      longestRecord: part.longest,
      emptyTexts: true,
    };
    const loaded = loadCsv(importer, part.blob, form, {
      table: importer.target.rows,
      select: toSelect(form.columns, job.shape),
      signal: job.signal,
    });
    loaded.catch(() => {});
    loading.push({ importer, bytes: part.blob.size, loaded });
    return importer;
  }

  const counts = await readRecords(
    job,
    body,
    plan.layout,
    ({ role, fields, line, reason, raw }) => {
      if (role === 'record') {
        rows.write(mender.write(fields, line));
        if (loading.length < cuts.length - 1 && read >= cuts[loading.length]!) load();
      } else if (role === 'rejected') {
        rejected.write(
          toCanonical([String(line), null, reason ?? null, raw ?? fields.join(plan.layout.delimiter)]),
        );
      }
    },
    (share) => {
      read = share;
      meter('write', share);
    },
  );
  const last = load();
  const loaded = await crew.wait(Promise.all(loading.map((part) => part.loaded)));
  if (loaded.some(({ refused, misfits }) => refused > 0 || misfits.size > 0)) {
    throw new Problem('file-failed', { params: { file: job.file.name, detail: 'canonical form refused' } });
  }
  const lists = {
    rejected: await loadList(job, last, 'rejected', rejected.end()),
    unread: await loadList(job, last, 'unread', unread.end()),
  };
  for (const { importer, bytes } of loading) await crew.wait(importer.finish(bytes));
  return {
    parts: loading.map(({ importer }, k) => ({
      path: importer.path,
      rows: loaded[k]!.rows,
      rejected: importer === last ? lists.rejected : 0,
      unread: importer === last ? lists.unread : 0,
    })),
    counts,
    changed: mender.changed(),
    zeros: mender.zeros(),
  };
}

/** A person's word holds, whatever the values are. */
function isChosen({ columns }: TextPlan, name: string): boolean {
  return columns.some((column) => column.name === name && column.why === 'chosen');
}

/** A person wants numbers, whatever the values lose by that. */
function isAccepted({ columns }: ImportOptions, { source, why }: PlannedColumn): boolean {
  return why === 'chosen' && (findChoice(columns, source)?.acceptMisfits ?? false);
}

/** What `toCanonical` writes. */
export const canonical = { delimiter: ',', quote: '"', header: false, lineEnd: 'lf' } as const;

/** A list beside the rows; nothing is made of an empty one. */
export async function loadList(
  { signal }: ImportJob,
  importer: Importer,
  kind: 'rejected' | 'unread',
  { blob, longest }: { blob: Blob; longest: number },
): Promise<number> {
  if (blob.size === 0) return 0;
  const columns = (kind === 'rejected' ? rejectedColumns : unreadColumns).map(({ name, type }) => ({
    name,
    type: type as 'BIGINT' | 'VARCHAR',
  }));
  const form = { ...canonical, columns, longestRecord: longest, emptyTexts: true };
  const { rows } = await loadCsv(importer, blob, form, { table: importer.target[kind], signal });
  return rows;
}
