import { kinds } from '../../cells/kinds';
import type { Engine } from '../../engine/engine';
import { fromScript } from '../../export/fromScript';
import { fromLink, toLink } from '../../export/link';
import { toDigestQuery } from '../../export/digest';
import type { DataChoice } from '../../export/manifest';
import { writeInWorker, readInWorker } from '../../export/quireWorker';
import type { JobOptions } from '../../export/quireWorker';
import type { ReadOptions } from '../../export/readQuire';
import type { LeftOutReason, ScriptParts } from '../../export/toScript';
import { toScript } from '../../export/toScript';
import type { TableToWrite } from '../../export/writeTable';
import { toSourceName } from '../../import/name';
import { t } from '../../i18n/i18n';
import type { SourceRecord } from '../../storage/catalog';
import type { Workbook } from '../../workbook/document';
import type { Ask } from '../../workbook/plan';
import { createWorkbook } from '../../workbook/document';
import { toCell } from '../../workbook/edits';
import type { SourceNeed } from '../../workbook/serialize';
import { serialize } from '../../workbook/serialize';
import { toPlainData } from '../plainData';
import type { Sources } from '../sources';
import type { Arrival } from './arrival';

/** What sharing needs of the page. */
export interface SharingParts {
  engine: Engine;
  sources: Sources;
  workbooks: {
    workbook: () => Workbook | undefined;
    /** What a workbook's cells read of sources. */
    listNeeds: (book: Workbook) => SourceNeed[];
    /** Opens a workbook from elsewhere. Nothing of it runs until a person says so. */
    adopt: (book: Workbook) => Promise<void>;
  };
  /** Shows the workbook that is open. */
  show: () => void;
  /** A file holds all of the workbook. */
  onWhole: () => Promise<void>;
}

export interface ExportOptions extends JobOptions {
  /** How much of the rows: all by itself. */
  data?: boolean | DataChoice;
  /** How many rows of each source, where not all. */
  sample?: { rows: number; seed?: number };
  /** Columns whose values become marks that nobody can turn back, by source. */
  masked?: Readonly<Record<string, readonly string[]>>;
  leftOut?: Readonly<Record<string, readonly string[]>>;
  password?: string;
}

const SAMPLE_ROWS = 1000;

/** The workbook as one file, with as much of its data as is wanted. */
export async function exportWorkbook(parts: SharingParts, options: ExportOptions = {}): Promise<Blob> {
  const { data = true, password, signal, onProgress } = options;
  const choice: DataChoice =
    data === true ? (options.sample ? 'sample' : 'all') : data === false ? 'none' : data;
  const book = findBook(parts);
  const travelling = choice === 'none' ? [] : findRead(parts, book);
  const tables: TableToWrite[] = [];
  for (const source of travelling) {
    signal?.throwIfAborted();
    await parts.sources.whenAttached(source.id);
    tables.push(await toTable(parts, source, choice, options));
  }
  const workbook = serialize(book, parts.workbooks.listNeeds(book));
  const spec = { workbook, data: choice, tables, ...(password && { passphrase: password }) };
  const ids = travelling.map(({ id }) => id);
  const file = await writeInWorker(parts.engine, spec, ids, {
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  const isWhole = tables.every(({ masked, leftOut }) => masked.length + leftOut.length === 0);
  if (choice === 'all' && isWhole) await parts.onWhole();
  return file;
}

/** The workbook as a script for DuckDB's command line. */
export async function exportScript(
  parts: SharingParts,
  { onLeftOut }: Pick<ScriptParts, 'onLeftOut'> = {},
): Promise<Blob> {
  const book = findBook(parts);
  const sources = toPlainData(findRead(parts, book));
  const ask: Ask = (sql, values) => parts.engine.query(sql, { values });
  const words = toScriptWords();
  const script = await toScript({
    workbook: book,
    sources,
    kinds,
    words,
    ask,
    ...(onLeftOut && { onLeftOut }),
  });
  return new Blob([script], { type: 'application/sql' });
}

/** The workbook without data, as an address. */
export async function exportLink(parts: SharingParts, page = location.href): Promise<string> {
  const book = findBook(parts);
  return toLink(serialize(book, parts.workbooks.listNeeds(book)), page);
}

/** What a `.quire` file or a script holds, checked. */
export async function readArrival(file: File, options: ReadOptions = {}): Promise<Arrival> {
  if (!/\.sql$/i.test(file.name)) {
    const { manifest, workbook, needs, tables } = await readInWorker(file, options);
    return { from: 'file', name: file.name, workbook, needs, tables, manifest };
  }
  const notes = {
    noCell: t('sharing.script.noCell'),
    readsFile: (files: string) => t('sharing.script.readsFile', files),
  };
  const { cells, seed } = fromScript(await file.text(), notes);
  const workbook = createWorkbook({
    title: toSourceName(file.name.replace(/\.sql$/i, '')),
    cells: cells.map((spec) => toCell(spec, kinds)),
    ...(seed !== undefined && { seed }),
  });
  return { from: 'script', name: file.name, workbook, needs: [], tables: [] };
}

export async function readLink(address: string): Promise<Arrival> {
  return { from: 'link', name: '', tables: [], ...(await fromLink(address)) };
}

/** The sources that the cells read. */
export function findRead({ sources, workbooks }: SharingParts, book: Workbook): SourceRecord[] {
  const names = new Set(workbooks.listNeeds(book).map(({ name }) => name));
  return sources.state.sources.filter(({ name }) => names.has(name));
}

async function toTable(
  { engine }: SharingParts,
  listed: SourceRecord,
  choice: DataChoice,
  { sample, masked, leftOut }: ExportOptions,
): Promise<TableToWrite> {
  const { name, columns, receipt, parts } = toPlainData(listed);
  const count = (kind: 'rows' | 'rejected' | 'unread') => parts.reduce((sum, part) => sum + part[kind], 0);
  const choices = { masked: [...(masked?.[name] ?? [])], leftOut: [...(leftOut?.[name] ?? [])] };
  const isWhole = choice === 'all' && choices.masked.length + choices.leftOut.length === 0;
  const { values } = isWhole ? await engine.query(toDigestQuery(name, columns)) : { values: [] };
  const digest = values[0]?.[0];
  return {
    name,
    columns,
    receipt,
    rows: count('rows'),
    rejected: count('rejected'),
    unread: count('unread'),
    ...choices,
    ...(choice === 'sample' && { sample: { rows: sample?.rows ?? SAMPLE_ROWS, seed: sample?.seed ?? 1 } }),
    ...(typeof digest === 'string' && { digest }),
  };
}

function findBook({ workbooks }: SharingParts): Workbook {
  const book = workbooks.workbook();
  if (!book) throw new Error('no workbook is open');
  return book;
}

const leftOutWords = {
  secret: 'sharing.script.leftOutSecret',
  computed: 'sharing.script.leftOutComputed',
  other: 'sharing.script.leftOut',
} as const;

function toScriptWords() {
  return {
    head: (title: string) => t('sharing.script.head', title || t('workbook.untitled')),
    inputs: t('sharing.script.inputs'),
    sources: t('sharing.script.sources'),
    cells: t('sharing.script.cells'),
    exported: (source: string, file: string, from: string) =>
      t('sharing.script.exported', source, file, from),
    leftOut: (name: string, why: LeftOutReason) => t(leftOutWords[why], name),
    random: t('sharing.script.random'),
  };
}
