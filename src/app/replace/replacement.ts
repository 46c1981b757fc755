import { batch, createSignal } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { LayoutAnswers, OpenField } from '../../import/again/fit';
import type { ImportOptions } from '../../import/options';
import { createAbort, isAbort, Problem, toProblem } from '../../lib/problem';
import type { SourceRecord } from '../../storage/catalog';
import { askForSettings } from '../importing/asking';
import { tell, tellProblem } from '../notice';
import { toWords } from '../words';
import type { Candidate, Imported, NextFiles, ReplaceParts, Step } from './candidate';
import { importBeside, lookAtNext } from './candidate';
import type { Choices } from './report';
import { toChoices, toSettings } from './report';
import { takeBack } from './takeBack';

export type Replacement = ReturnType<typeof createReplacement>;

export type Phase =
  | { name: 'working'; step: Step }
  /** It can't be compared; the import dialog may help. */
  | { name: 'stuck'; problem: Problem }
  /** The import dialog is open. */
  | { name: 'asking' }
  | { name: 'report'; candidate: Candidate };

/** What a person can still bring about by other settings. */
const MENDABLE: readonly Problem['code'][] = [
  'replace-kind',
  'replace-columns',
  'workbook-locked',
  'workbook-password',
];

export interface ReplacementOptions {
  /** Opens a source. */
  show: (id: string) => void;
  onEnd: () => void;
  /** It was called off while it worked; otherwise that is told. */
  onStop?: () => void;
}

/** One replacement of a source's file, from the choice of the file to its end. */
export function createReplacement(
  parts: ReplaceParts,
  source: SourceRecord,
  files: NextFiles,
  { show, onEnd, onStop = () => tell({ text: () => t('sources.stopped') }) }: ReplacementOptions,
) {
  const { engine, sources } = parts;
  const [file] = files;
  const [phase, setPhase] = createSignal<Phase>({ name: 'working', step: { name: 'looking' } });
  const [choices, setChoices] = createSignal<Choices>({ same: new Set(), kept: new Set() });
  let stop = new AbortController();
  let answers: LayoutAnswers = {};
  let candidate: Candidate | undefined;
  /** Imports that a person asked for beside the one that is compared. */
  let more: ImportOptions[] = [];

  function work() {
    stop = new AbortController();
    const onStep = (step: Step) => setPhase({ name: 'working', step });
    return { signal: stop.signal, onStep };
  }

  async function letGo(): Promise<void> {
    const before = candidate;
    candidate = undefined;
    await before?.staged.end();
  }

  async function look(given?: ImportOptions): Promise<void> {
    const options = { ...work(), given, answers };
    options.onStep({ name: 'looking' });
    try {
      await letGo();
      const next = await lookAtNext(parts, source, files, options);
      candidate = next;
      if (options.signal.aborted) return await letGo();
      batch(() => {
        setChoices(toChoices(next.report));
        setPhase({ name: 'report', candidate: next });
      });
    } catch (error) {
      fail(error);
    }
  }

  function fail(error: unknown): void {
    if (!isAbort(error)) {
      setPhase({ name: 'stuck', problem: toProblem(error) });
      return;
    }
    onStop();
    onEnd();
  }

  async function cancel(): Promise<void> {
    stop.abort(createAbort());
    onEnd();
    try {
      await letGo();
    } catch (error) {
      tellProblem(error, toWords);
    }
  }

  /** The tables as chosen; imported once more where a choice changes them. */
  async function settle(current: Candidate): Promise<Imported> {
    const settings = toSettings(current.settings, current.table, current.report, choices());
    if (settings === current.settings) return current;
    const next = await importBeside(parts, source, files, settings, work());
    await letGo();
    return next;
  }

  async function finish(place: (imported: Imported) => Promise<void>): Promise<void> {
    let imported: Imported | undefined;
    try {
      imported = await settle(candidate!);
      await place(imported);
      for (const other of imported.others) await sources.addStaged(other);
      await imported.staged.end();
      onEnd();
      for (const options of more) await sources.importFile(file, options);
    } catch (error) {
      await imported?.staged.end();
      await letGo();
      fail(error);
    }
  }

  return {
    source,
    file,
    phase,
    choices,
    look,
    cancel,
    canSetUp: (problem: Problem) => MENDABLE.includes(problem.code),

    chooseSame(from: string, isSame: boolean): void {
      setChoices(({ same, kept }) => ({ same: withItem(same, from, isSame), kept }));
    },

    chooseType(column: string, isKept: boolean): void {
      setChoices(({ same, kept }) => ({ same, kept: withItem(kept, column, isKept) }));
    },

    /** Rows hang on it, so everything is compared anew. */
    chooseLayout(what: OpenField, rows: number): void {
      answers = { ...answers, [what]: rows };
      void look();
    },

    /** Opens the import dialog for the file. */
    async setUp(): Promise<void> {
      const before = phase();
      const given = candidate?.settings ?? {};
      try {
        const first = await engine.inspect(file, given).catch((error: unknown) => {
          if (error instanceof Problem && MENDABLE.includes(error.code)) return error;
          throw error;
        });
        setPhase({ name: 'asking' });
        const imports = await askForSettings(file, first, { given });
        const [chosen, ...others] = imports ?? [];
        more = others;
        if (chosen) await look(chosen);
        else setPhase(before);
      } catch (error) {
        fail(error);
      }
    },

    replace: () =>
      finish(async ({ table }) => {
        const { id, name } = source;
        const { receipt } = await sources.replace(id, table);
        const count = receipt.loaded;
        show(table.id);
        tell({
          text: () => t('replacing.done', name, count, formatCount(count)),
          action: { label: () => t('app.undo'), run: () => void takeBack(sources, id) },
        });
      }),

    keepBoth: () =>
      finish(async ({ table, staged }) => {
        const { name } = staged.tables.find((other) => other.table.id === table.id)!;
        const done = await sources.addStaged({ table, name });
        show(done.id);
        tell({ text: () => t('replacing.keptBoth', done.name, source.name) });
      }),
  };
}

function withItem(set: ReadonlySet<string>, item: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(item);
  else next.delete(item);
  return next;
}
