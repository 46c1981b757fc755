import { batch, createMemo, createSignal, onCleanup } from 'solid-js';
import type { Engine } from '../../engine/engine';
import type { FileKind, Inspection, Question, TableInspection } from '../../import/inspection';
import type { ImportOptions } from '../../import/options';
import { isAbort, Problem, toProblem } from '../../lib/problem';
import type { Answer } from './answers';
import { toAnswers, toQuestionKey } from './answers';
import type { Ask } from './asking';
import type { Choice } from './choice';
import { toImports, toTableOptions } from './choice';
import type { Edit } from './settings';
import { change, isSame } from './settings';

export type Session = ReturnType<typeof createSession>;

/** A question with its answers as they were when it was asked: a look after the answer no longer asks it. */
export interface Asked {
  question: Question;
  answers: Answer[];
  /** The file leaves it open still. */
  isOpen: boolean;
}

/** Typing goes on while nothing is looked at. */
const QUIET_MS = 200;

/** What is known and said about a file while a person decides how it is imported. */
export function createSession(engine: Engine, ask: Ask) {
  const { file, first } = ask;
  const found = first instanceof Problem ? undefined : first;
  const [kind, setKind] = createSignal<FileKind | undefined>(found?.kind);
  const [tables, setTables] = createSignal<readonly TableInspection[]>(found?.tables ?? []);
  const [problem, setProblem] = createSignal(found ? undefined : (first as Problem));
  const [isWaiting, setWaiting] = createSignal(false);
  const [active, setActive] = createSignal('');
  const [leftOut, setLeftOut] = createSignal<ReadonlySet<string>>(new Set(findHidden(found?.tables ?? [])));
  const [hasTaken, setTaken] = createSignal(false);
  const [shared, setShared] = createSignal<ImportOptions>(ask.given);
  const [own, setOwn] = createSignal<ReadonlyMap<string, ImportOptions>>(new Map());
  const [asked, setAsked] = createSignal<ReadonlyMap<string, readonly Asked[]>>(new Map());
  const [isChoosing, setChoosing] = createSignal(
    (found?.tables ?? []).some(({ questions }) => questions.some(({ ask: what }) => what === 'encoding')),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = new AbortController();
  onCleanup(() => {
    clearTimeout(timer);
    stop.abort();
  });

  const table = createMemo(() => tables().find(({ key }) => key === active()) ?? tables()[0]);
  const choice = (): Choice => ({ tables: tables(), leftOut: leftOut(), shared: shared(), own: own() });
  const settings = (): ImportOptions => ({ ...shared(), ...own().get(table()?.key ?? '') });
  for (const one of tables()) noteQuestions(one);

  /** The password stays when other choices are taken back. */
  function unlocked(options: ImportOptions): ImportOptions {
    return change(options, { password: shared().password });
  }

  function noteQuestions(seen: TableInspection): void {
    const open = new Map(seen.questions.map((question) => [toQuestionKey(question), question]));
    const all: Asked[] = [];
    for (const item of asked().get(seen.key) ?? []) {
      const key = toQuestionKey(item.question);
      const question = open.get(key);
      open.delete(key);
      all.push(question ? toAsked(question, seen) : { ...item, isOpen: false });
    }
    for (const question of open.values()) all.push(toAsked(question, seen));
    setAsked((before) => new Map(before).set(seen.key, all));
  }

  /** Looks again, a moment after the last change; the answer to an earlier one is dropped. */
  function look(options: () => ImportOptions, take: (inspection: Inspection) => void): void {
    clearTimeout(timer);
    stop.abort();
    stop = new AbortController();
    setWaiting(true);
    const { signal } = stop;
    timer = setTimeout(async () => {
      try {
        const inspection = await engine.inspect(file, options(), { signal });
        if (signal.aborted) return;
        batch(() => {
          setProblem(undefined);
          take(inspection);
          setWaiting(false);
        });
      } catch (error) {
        if (signal.aborted || isAbort(error)) return;
        setProblem(toProblem(error));
        setWaiting(false);
      }
    }, QUIET_MS);
  }

  function takeAll(inspection: Inspection): void {
    if (tables().length === 0) setLeftOut(new Set(findHidden(inspection.tables)));
    setKind(inspection.kind);
    setTables(inspection.tables);
    for (const one of inspection.tables) noteQuestions(one);
  }

  /** One of several tables was looked at by itself. */
  function takeOne(key: string, inspection: Inspection): void {
    const seen = inspection.tables.find((one) => one.key === key) ?? inspection.tables[0];
    if (!seen) return;
    const next = { ...seen, key };
    setTables((all) => all.map((one) => (one.key === key ? next : one)));
    noteQuestions(next);
  }

  function lookAgain(): void {
    const current = table();
    if (!current || tables().length === 1) look(settings, takeAll);
    else
      look(
        () => toTableOptions(choice(), current),
        (inspection) => takeOne(current.key, inspection),
      );
  }

  return {
    ask,
    file,
    kind,
    tables,
    table,
    problem,
    isWaiting,
    /** Whether the encodings are shown side by side. */
    isChoosing,
    setChoosing,
    /** What is said about the table on show. */
    settings,
    asked: () => asked().get(table()?.key ?? '') ?? [],
    isLeftOut: (key: string) => leftOut().has(key),
    isChanged: () => !isSame(settings(), unlocked(ask.given)),
    imports: () => (problem() ? [] : toImports(choice())),

    show: setActive,

    /** Whether a person has said which tables are wanted. */
    hasTaken,
    take(keys: readonly string[], isWanted: boolean): void {
      setTaken(true);
      setLeftOut((before) => {
        const next = new Set(before);
        for (const key of keys) {
          if (isWanted) next.delete(key);
          else next.add(key);
        }
        return next;
      });
    },

    edit(edit: Edit): void {
      const key = table()?.key ?? '';
      const before = own().get(key) ?? {};
      // of a single table everything is said in one place, so that a choice can be taken back
      if (tables().length <= 1) {
        const next = edit(settings());
        if (isSame(next, settings())) return;
        setShared(next);
      } else {
        const next = edit(before);
        if (isSame(next, before)) return;
        setOwn(new Map(own()).set(key, next));
      }
      lookAgain();
    },

    reset(): void {
      setShared(unlocked(ask.given));
      setOwn(new Map());
      look(settings, takeAll);
    },

    /** Opens a file that is locked. */
    unlock(password: string): void {
      setShared({ ...shared(), password });
      look(shared, takeAll);
    },
  };
}

/** Sheets that a workbook does not show are not wanted by themselves, unless there is nothing else. */
function findHidden(tables: readonly TableInspection[]): string[] {
  const hidden = tables.filter((table) => table.hidden);
  return hidden.length < tables.length ? hidden.map(({ key }) => key) : [];
}

function toAsked(question: Question, seen: TableInspection): Asked {
  return { question, answers: toAnswers(question, seen), isOpen: true };
}
