import { createSignal } from 'solid-js';
import { formatBytes } from '../../i18n/format';
import { reportWords } from '../../i18n/report';
import type { SourceRecord } from '../../storage/catalog';
import { saveFile } from '../../ui/saveFile';
import type { Outputs } from '../../workbook/outputs';
import type { App } from '../context';
import { toNeeded } from '../exporting/notes';
import { tell, tellProblem } from '../notice';
import { toPlainData } from '../plainData';
import type { Replacement } from '../replace/replacement';
import { createReplacement } from '../replace/replacement';
import { toWords } from '../words';
import { currentRepeat, setRepeat } from './current';
import { matchFiles } from './matchFiles';
import { writeOutputs } from './writeOutputs';

export type Repeat = ReturnType<typeof createRepeat>;

export interface RepeatLine {
  source: SourceRecord;
  files: readonly [File, ...File[]];
  replacement: Replacement;
}

/** Which of the files is the next of which source that the workbook reads. */
export function findNext(
  app: App,
  files: readonly File[],
  chosen: ReadonlyMap<File, SourceRecord | null> = new Map(),
) {
  const sources = toNeeded(app).length > 0 ? toNeeded(app) : app.sources.state.sources;
  return matchFiles(
    files,
    [...sources],
    ({ name, receipt }) => ({ name, file: receipt.file.name, isSeveral: isSeveral({ receipt }) }),
    chosen,
  );
}

export function isSeveral({ receipt }: Pick<SourceRecord, 'receipt'>): boolean {
  return receipt.files !== undefined;
}

/** Files that take the place of those of before, a workbook that runs anew, and the same that leaves again. */
export function createRepeat(app: App, files: readonly File[]) {
  const workbooks = app.workbooks()!;
  const outputs: Outputs = workbooks.workbook()?.outputs ?? {};
  const [lines, setLines] = createSignal<readonly RepeatLine[]>([]);
  const [left, setLeft] = createSignal<ReadonlySet<keyof Outputs>>(new Set());
  const [isBusy, setBusy] = createSignal(false);
  const stop = new AbortController();
  let looking = Promise.resolve();
  let isOver = false;

  /** Lines as they are to be; those whose files stay the same stay, with what was found of them. */
  function setUp(matched: readonly { source: SourceRecord; files: readonly [File, ...File[]] }[]): void {
    const before = lines();
    const next = matched.map(({ source, files }): RepeatLine => {
      const same = before.find((line) => line.source.id === source.id && isSame(line.files, files));
      if (same) return same;
      const options = { show: () => {}, onEnd: () => {}, onStop: () => {} };
      return { source, files, replacement: createReplacement(app, toPlainData(source), files, options) };
    });
    setLines(next);
    for (const line of before) if (!next.includes(line)) void line.replacement.cancel();
    for (const line of next) if (!before.includes(line)) looking = looking.then(() => look(line));
  }

  /** One after the other: each is imported beside the rows of before, and compared. */
  async function look(line: RepeatLine): Promise<void> {
    if (!isOver && lines().includes(line)) await line.replacement.look();
  }

  /** What was imported beside the rows of before goes, unless it has taken their place. */
  async function end(): Promise<void> {
    isOver = true;
    setRepeat(undefined);
    for (const { replacement } of lines()) await replacement.cancel();
  }

  async function close(): Promise<void> {
    if (!isBusy()) return end();
    // what takes the place of rows just now is done with that; what runs is stopped, and nothing leaves
    stop.abort();
    workbooks.stopAll();
  }

  async function replaceAll(): Promise<void> {
    for (const { replacement } of lines()) {
      if (stop.signal.aborted || replacement.phase().name !== 'report') continue;
      await replacement.replace();
      const phase = replacement.phase();
      // what leaves would be made of some of the new rows
      if (phase.name === 'stuck') throw phase.problem;
    }
  }

  const isLooking = () => lines().some(({ replacement }) => replacement.phase().name === 'working');
  setUp(findNext(app, files).matched);

  return {
    files,
    lines,
    outputs,
    left,
    isBusy,
    close,
    canGo: () => !isBusy() && !isLooking(),

    /** The source whose place a file takes. */
    findPlace: (file: File) => lines().find((line) => line.files.includes(file))?.source.id,

    /** Gives a file the place of a source, or leaves it out; of a source of one file, whatever had the place has none then. */
    assign(file: File, id: string | undefined): void {
      const { sources } = app.sources.state;
      const place = new Map(
        lines().flatMap((line) => line.files.map((other) => [other, line.source.id] as const)),
      );
      const isOne = !isSeveral(sources.find((source) => source.id === id) ?? { receipt: {} as never });
      if (isOne) for (const [other, taken] of place) if (taken === id) place.delete(other);
      if (id === undefined) place.delete(file);
      else place.set(file, id);
      setUp(
        sources.flatMap((source) => {
          const [first, ...rest] = files.filter((other) => place.get(other) === source.id);
          return first ? [{ source, files: [first, ...rest] as const }] : [];
        }),
      );
    },

    choose(output: keyof Outputs, comes: boolean): void {
      const next = new Set(left());
      if (comes) next.delete(output);
      else next.add(output);
      setLeft(next);
    },

    /** Replaces what could be compared, runs all, and saves. */
    async go(): Promise<void> {
      if (isBusy()) return;
      setBusy(true);
      try {
        await replaceAll();
        if (!stop.signal.aborted) await workbooks.run();
        if (stop.signal.aborted) return;
        const { report, tables } = outputs;
        const chosen: Outputs = {
          ...(report && !left().has('report') && { report }),
          ...(tables && !left().has('tables') && { tables }),
        };
        for (const { name, blob } of await writeOutputs(app, chosen)) {
          saveFile(name, blob);
          tell({ text: () => reportWords().saved(name, formatBytes(blob.size)) });
        }
      } catch (error) {
        tellProblem(error, toWords);
      } finally {
        await end();
      }
    },
  };
}

function isSame(some: readonly File[], others: readonly File[]): boolean {
  return some.length === others.length && some.every((file, at) => file === others[at]);
}

/** Compares files with those of before, and asks before anything changes. */
export function startRepeat(app: App, files: readonly File[]): void {
  if (files.length === 0 || currentRepeat()) return;
  setRepeat(createRepeat(app, files));
}
