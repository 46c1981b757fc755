import type { Engine, ImportFileOptions } from '../../engine/engine';
import { findCodes, freeReading, keepReadings, tellKept } from '../../import/again/edits';
import type { Fit, LayoutAnswers } from '../../import/again/fit';
import { maybeFit, toFreeSettings } from '../../import/again/fit';
import type { Inspection } from '../../import/inspection';
import type { ImportOptions } from '../../import/options';
import { findChoice } from '../../import/options';
import type { Receipt } from '../../import/receipt';
import { Problem } from '../../lib/problem';
import { readDrift } from '../../run/drift';
import type { Unread } from '../../run/unread';
import { readUnread } from '../../run/unread';
import type { SourceRecord } from '../../storage/catalog';
import type { Sources } from '../sources';
import type { Staged, StagedTable } from '../staging';
import type { Report } from './report';
import { toReport } from './report';

export interface ReplaceParts {
  engine: Engine;
  sources: Sources;
}

/** A file, or several for a source that is made of several. */
export type NextFiles = readonly [File, ...File[]];

/** What is done just now. */
export type Step =
  { name: 'looking' } | { name: 'importing'; doneBytes: number; totalBytes: number } | { name: 'comparing' };

export interface WorkOptions {
  signal: AbortSignal;
  onStep: (step: Step) => void;
}

/** Files that are imported beside a source. */
export interface Imported {
  settings: ImportOptions;
  staged: Staged;
  /** Of their tables the one that is like the source. */
  table: SourceRecord;
  others: StagedTable[];
}

/** What could take the place of a source, and how it differs. */
export interface Candidate extends Imported {
  report: Report;
}

export interface LookOptions extends WorkOptions {
  /** Settings that a person has made for these files; otherwise they are those of the source. */
  given?: ImportOptions | undefined;
  answers?: LayoutAnswers | undefined;
}

/** Imports files through the settings of a source, without listing them, and compares. */
export async function lookAtNext(
  parts: ReplaceParts,
  source: SourceRecord,
  files: NextFiles,
  { given, answers, ...work }: LookOptions,
): Promise<Candidate> {
  const { engine, sources } = parts;
  const { signal, onStep } = work;
  onStep({ name: 'looking' });
  const fit: Fit = given
    ? { settings: given, renamed: [], layout: [] }
    : await findFit(engine, source, files[0], answers, signal);
  // values that no longer fit are listed by this, and so can be counted
  let imported = await importBeside(parts, source, files, keepReadings(fit.settings), work);
  try {
    const misfits = await readMisfits(engine, imported.table, fit.settings, signal);
    imported.settings = fit.settings;
    const doubtful = new Set([...misfits.keys(), ...findCodes(imported.table.receipt, source.receipt)]);
    if (doubtful.size > 0) {
      // decided anew, so that no value is lost
      const settings = [...doubtful].reduce(freeReading, fit.settings);
      await imported.staged.end();
      imported = await importBeside(parts, source, files, settings, work);
    }
    onStep({ name: 'comparing' });
    await sources.whenAttached(source.id);
    const drift = await readDrift(engine, source, imported.table, signal);
    return { ...imported, report: toReport(source, imported.table, { fit, drift, misfits }) };
  } catch (error) {
    await imported.staged.end();
    throw error;
  }
}

/** Imports files beside a source, into a table that is not listed. */
export async function importBeside(
  { sources }: ReplaceParts,
  source: SourceRecord,
  [file, ...rest]: NextFiles,
  settings: ImportOptions,
  { signal, onStep }: WorkOptions,
): Promise<Imported> {
  onStep({ name: 'importing', doneBytes: 0, totalBytes: file.size });
  const together = toTogether(source, rest);
  const staged = await sources.stageFile(file, {
    options: settings,
    ...(together && { together }),
    signal,
    onProgress: (progress) => onStep({ name: 'importing', ...progress }),
  });
  const names = new Set(source.columns.map(({ name }) => name));
  const countAlike = ({ table }: StagedTable) => table.columns.filter(({ name }) => names.has(name)).length;
  const [best, ...others] = staged.tables.toSorted((a, b) => countAlike(b) - countAlike(a));
  const table = { ...best!.table, receipt: tellKept(best!.table.receipt, source.receipt) };
  return { settings, staged, table, others };
}

async function findFit(
  engine: Engine,
  { name, receipt }: SourceRecord,
  file: File,
  answers: LayoutAnswers | undefined,
  signal: AbortSignal,
): Promise<Fit> {
  const { settings } = receipt;
  // settings that say where things lie may lead nowhere in another file; how it looks by itself tells more then
  const kept = await engine.inspect(file, settings, { signal }).catch(maybeProblem);
  const isLaidOut = kept instanceof Problem || hasLayout(kept);
  const fresh = isLaidOut
    ? await engine.inspect(file, toFreeSettings(settings), { signal }).catch(maybeProblem)
    : undefined;
  const looks = { kept: maybeLook(kept), fresh: maybeLook(fresh) };
  const look = looks.kept ?? looks.fresh;
  if (!look) throw fresh ?? kept;
  if (!isSameKind(look, receipt)) {
    throw new Problem('replace-kind', { params: { file: file.name, name } });
  }
  const fit = maybeFit(receipt, looks, answers);
  if (!fit) throw new Problem('replace-columns', { params: { file: file.name, name } });
  return fit;
}

function maybeProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

function maybeLook(look: Inspection | Problem | undefined): Inspection | undefined {
  return look instanceof Problem ? undefined : look;
}

/** Whether rows of such a file are found by where they lie. */
function hasLayout({ kind }: Inspection): boolean {
  return kind === 'text' || kind === 'excel' || kind === 'archive';
}

/** What is packed in an archive is told by its columns. */
function isSameKind({ kind }: Inspection, receipt: Receipt): boolean {
  return kind === receipt.kind || kind === 'archive';
}

/** A source of several files has a column that tells them apart, the last one. */
function toTogether(
  { receipt, columns }: SourceRecord,
  files: File[],
): ImportFileOptions['together'] | undefined {
  return receipt.files ? { files, column: columns.at(-1)!.name } : undefined;
}

/** Values that the kept readings can't read, of columns where no one has accepted that; by their names in the file. */
async function readMisfits(
  engine: Engine,
  { name, receipt }: SourceRecord,
  settings: ImportOptions,
  signal: AbortSignal,
): Promise<Map<string, Unread>> {
  const kept = receipt.columns.filter(({ source }) => {
    const { reading, acceptMisfits } = findChoice(settings.columns, source) ?? {};
    return reading && !acceptMisfits;
  });
  if (receipt.unread === 0 || kept.length === 0) return new Map();
  const unread = await readUnread(engine, name, signal);
  return new Map(
    kept.flatMap((column) => {
      const found = unread.get(column.name);
      return found ? [[column.source, found] as const] : [];
    }),
  );
}
