import type { ImportOptions } from '../../import/options';
import type { Receipt, Warning } from '../../import/receipt';
import { describeFile, findChoiceWarnings, toLineEnd } from '../../import/receipt';
import { maybeFixed } from '../../import/text/fixedWidth';
import type { TextLook } from '../../import/text/look';
import { lookAtText } from '../../import/text/look';
import type { OpenedText } from '../../import/text/open';
import { openText } from '../../import/text/open';
import type { PlannedColumn, TextPlan } from '../../import/text/plan';
import {
  isPlainPlan,
  isSettled,
  keepAsText,
  toKeptColumns,
  toSettings,
  widenPlan,
} from '../../import/text/plan';
import type { RecordCounts } from '../../import/text/records';
import type { ScanResult } from '../../import/text/scan';
import { Problem } from '../../lib/problem';
import type { TablePart } from '../engine';
import type { ImportedTable } from '../engine';
import { sumParts } from './batches';
import type { Crew } from './crew';
import { createCrew } from './crew';
import type { ImportJob } from './job';
import type { Mended } from './mended';
import { loadMended, PlanBroken, planWhole } from './mended';
import type { Meter } from './meter';
import { createMeter } from './meter';
import type { TextPhase } from './plain';
import { createPlainLoader } from './plain';
import { toShaped } from './shape';

export interface TextSource {
  blob: Blob;
  /** Its name as a table. */
  name: string;
  id: string;
  place: Receipt['place'];
}

interface Read {
  parts: TablePart[];
  plan: TextPlan;
  counts: Pick<RecordCounts, 'records' | 'header' | 'skipped' | 'rejected'> & {
    lineEnds: ScanResult['lineEnds'];
  };
  changed: readonly number[];
  warnings: Warning[];
}

const weights: Record<TextPhase, number> = { open: 0.1, scan: 0.2, plan: 0, write: 0, load: 0.8 };
const mendedWeights: Record<TextPhase, number> = { open: 0.1, scan: 0.1, plan: 0.3, write: 0.3, load: 0 };

/**
 * A delimited text becomes a table. A look at a sample says how; if the engine's own reader can follow the plan, it reads the
 * file in parts side by side while a scan checks every byte. Otherwise, or when the scan finds more than a strict reader
 * takes, our own reader goes through the file and writes it anew.
 */
export async function importText(job: ImportJob, source: TextSource): Promise<ImportedTable> {
  const crew = createCrew(job, source.id);
  const locale = navigator.language;
  try {
    let text = await openText(source.blob, job.options, { signal: job.signal, locale });
    let read = await readText(job, crew, text);
    if (!read) {
      // the start of the file was taken for UTF-8, but a later byte says otherwise
      text = await openText(source.blob, job.options, { signal: job.signal, locale, thorough: true });
      read = await readText(job, crew, text);
    }
    if (!read) throw new Problem('file-failed', { params: { file: job.file.name } });
    return await toTable(job, crew, source, text, read);
  } finally {
    crew.end();
  }
}

async function readText(job: ImportJob, crew: Crew, text: OpenedText): Promise<Read | undefined> {
  const look = await lookAtText(text.body, job.options);
  const read = await readLooked(job, crew, text, look);
  const isFixed = look.plan.columns.length === 1 && maybeFixed(look.head) !== undefined;
  return read && isFixed ? { ...read, warnings: [...read.warnings, { code: 'fixed-width' }] } : read;
}

async function readLooked(
  job: ImportJob,
  crew: Crew,
  text: OpenedText,
  look: TextLook,
): Promise<Read | undefined> {
  const { options } = job;
  if (look.plan.columns.length === 0) throw new Problem('file-no-rows', { params: { file: job.file.name } });
  let { plan } = look;
  let isWhole = look.isWhole;
  if (isPlainPlan(plan)) {
    const meter = createMeter(job.file.size, weights, job.onProgress);
    const loader = createPlainLoader(job, crew, text.body, meter);
    const { result, ranges, encoding } = await loader.scan(plan);
    if (text.isAssumed && (encoding.label !== 'utf-8' || encoding.damaged > 0)) {
      loader.release();
      return undefined;
    }
    const planAll = async () => {
      isWhole = true;
      return planWhole(job, text.body, plan.layout, options, (share) => meter('plan', share));
    };
    if (result.irregular === 0) {
      const isOdd = [...result.doubts.values()].some(({ doubt }) => doubt === 'other-form');
      plan = isOdd || isAgainstChoice(plan, result) ? await planAll() : widenPlan(plan, result);
      while (isPlainPlan(plan)) {
        const { parts, misfits, refused } = await loader.load(ranges, plan);
        if (refused > 0) break;
        if (misfits.size === 0) {
          const read = toPlainRead(plan, parts, result);
          // a reader that lost a row in silence is not believed
          if (isComplete(read)) return read;
          break;
        }
        plan = isWhole ? keepAsText(plan, misfits) : await planAll();
      }
    }
    loader.release();
  } else if (text.isAssumed) return undefined;
  return readMended(job, crew, text, { plan: isWhole ? plan : look.plan, isWhole });
}

/** Whether the scan found other types than those that were chosen: these hold, or not, by every value of the column. */
function isAgainstChoice({ columns }: TextPlan, { types, doubts }: ScanResult): boolean {
  return columns.some(
    ({ why, reading }, index) =>
      why === 'chosen' && reading.type !== 'VARCHAR' && (doubts.has(index) || types[index] !== reading.type),
  );
}

async function readMended(
  job: ImportJob,
  crew: Crew,
  { body }: OpenedText,
  found: { plan: TextPlan; isWhole: boolean },
): Promise<Read> {
  const meter: Meter<TextPhase> = createMeter(job.file.size, mendedWeights, job.onProgress);
  const load = (plan: TextPlan, isProven: boolean) => loadMended(job, crew, body, plan, { meter, isProven });
  const planAll = () => planWhole(job, body, found.plan.layout, job.options, (share) => meter('plan', share));
  let { plan } = found;
  let mended: Mended | undefined;
  if (found.isWhole || isSettled(plan)) mended = await load(plan, found.isWhole).catch(orBroken);
  if (!mended) mended = await load((plan = await planAll()), true);
  const { parts, counts, changed, zeros } = mended;
  const warnings: Warning[] = [];
  for (const code of ['padded', 'trimmed', 'repaired'] as const) {
    if (counts[code] > 0)
      warnings.push({ code, count: counts[code], examples: counts.lines[code].map(String) });
  }
  if (counts.tables > 0) {
    warnings.push({
      code: 'several-tables',
      count: counts.tables,
      examples: counts.lines.elsewhere.map(String),
    });
  }
  plan = { ...plan, columns: plan.columns.map((column, index) => ({ ...column, zeros: zeros[index]! })) };
  if (plan.layout.rowNames) warnings.push({ code: 'row-names' });
  if (counts.openQuotes > 0) warnings.push({ code: 'open-quote', count: counts.openQuotes });
  return { parts, plan, counts, changed, warnings };
}

function orBroken(error: unknown): undefined {
  if (!(error instanceof PlanBroken)) throw error;
}

function toPlainRead(plan: TextPlan, parts: TablePart[], scan: ScanResult): Read {
  const { header } = plan.layout;
  // a blank line is a record of a table with one column
  const skipped = plan.columns.length === 1 ? 0 : scan.blank;
  return {
    parts,
    plan,
    counts: {
      records: scan.records + scan.blank,
      header,
      skipped,
      rejected: 0,
      lineEnds: scan.lineEnds,
    },
    changed: [],
    warnings: [],
  };
}

function isComplete({ parts, counts: { records, header, skipped } }: Read): boolean {
  return parts.reduce((sum, { rows }) => sum + rows, 0) === records - header - skipped;
}

async function toTable(
  job: ImportJob,
  crew: Crew,
  { id, name, place }: TextSource,
  text: OpenedText,
  { parts, plan, counts, changed, warnings }: Read,
): Promise<ImportedTable> {
  const lineEnd = toLineEnd(counts.lineEnds);
  const all = [...warnings, ...findChoiceWarnings(plan.columns)];
  if (lineEnd === 'mixed') all.push({ code: 'mixed-line-ends' });
  if (text.damaged > 0) all.push({ code: 'damaged-bytes', count: text.damaged });
  const settings: ImportOptions = { ...toSettings(plan), encoding: text.label };
  const types = toKeptColumns(plan);

  return {
    id,
    name,
    columns: toShaped(types, job.shape),
    parts,
    bytes: await crew.settle(parts),
    receipt: {
      file: describeFile(job.file),
      kind: 'text',
      place,
      encoding: text.label,
      dialect: {
        delimiter: plan.layout.delimiter,
        quote: plan.layout.quote,
        header: plan.layout.header > 0,
      },
      lineEnd,
      records: counts.records,
      header: counts.header,
      skipped: counts.skipped,
      loaded: sumParts(parts, 'rows'),
      rejected: sumParts(parts, 'rejected'),
      unread: sumParts(parts, 'unread'),
      columns: plan.columns.flatMap((column, index) =>
        column.leftOut ? [] : [toReceiptColumn(column, changed[index] ?? 0)],
      ),
      warnings: all,
      settings,
    },
  };
}

function toReceiptColumn(column: PlannedColumn, changed: number) {
  const { source, name, reading, why } = column;
  const example = column.example ?? (column.alternatives[0]?.examples ?? column.misfits.examples)[0];
  const nearest = why === 'mixed' ? column.alternatives[0]?.reading : undefined;
  return {
    source,
    name,
    type: reading.type,
    reading,
    why,
    changed,
    ...(example && { example }),
    ...(nearest && { nearest }),
  };
}
