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
export function findNext(app: App, files: readonly File[]) {
  const sources = toNeeded(app).length > 0 ? toNeeded(app) : app.sources.state.sources;
  return matchFiles(files, [...sources], ({ name, receipt }) => ({
    name,
    file: receipt.file.name,
    isSeveral: receipt.files !== undefined,
  }));
}

/** Files that take the place of those of before, a workbook that runs anew, and the same that leaves again. */
export function createRepeat(app: App, files: readonly File[]) {
  const workbooks = app.workbooks()!;
  const outputs: Outputs = workbooks.workbook()?.outputs ?? {};
  const { matched, others } = findNext(app, files);
  const [left, setLeft] = createSignal<ReadonlySet<keyof Outputs>>(new Set());
  const [isBusy, setBusy] = createSignal(false);
  const lines = matched.map(({ source, files }): RepeatLine => {
    const replacement = createReplacement(app, toPlainData(source), files, {
      show: () => {},
      onEnd: () => {},
    });
    return { source, files, replacement };
  });
  let isOver = false;

  /** One after the other: each is imported beside the rows of before, and compared. */
  async function look(): Promise<void> {
    for (const { replacement } of lines) if (!isOver) await replacement.look();
  }

  async function close(): Promise<void> {
    isOver = true;
    setRepeat(undefined);
    for (const { replacement } of lines) await replacement.cancel();
  }

  const isLooking = () => lines.some(({ replacement }) => replacement.phase().name === 'working');

  return {
    lines,
    others,
    outputs,
    left,
    isBusy,
    look,
    close,
    canGo: () => !isBusy() && !isLooking(),

    choose(output: keyof Outputs, comes: boolean): void {
      const next = new Set(left());
      if (comes) next.delete(output);
      else next.add(output);
      setLeft(next);
    },

    /** Replaces what could be compared, runs all, and saves. */
    async go(): Promise<void> {
      setBusy(true);
      isOver = true;
      try {
        for (const { replacement } of lines)
          if (replacement.phase().name === 'report') await replacement.replace();
        await workbooks.run();
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
        setRepeat(undefined);
      }
    },
  };
}

/** Compares files with those of before, and asks before anything changes. */
export function startRepeat(app: App, files: readonly File[]): void {
  if (files.length === 0 || currentRepeat()) return;
  const repeat = createRepeat(app, files);
  setRepeat(() => repeat);
  repeat.look().catch((error: unknown) => tellProblem(error, toWords));
}
