import { createSignal } from 'solid-js';
import type { Inspection } from '../../import/inspection';
import type { ImportOptions } from '../../import/options';
import type { Receipt } from '../../import/receipt';
import type { Problem } from '../../lib/problem';

/** A file that a person is asked about. */
export interface Ask {
  file: File;
  /** A look at it, or why there could be none: a password is needed for it. */
  first: Inspection | Problem;
  /** What is said about it before anything is asked. */
  given: ImportOptions;
  /** The file that it is thought to be, where it is imported again. */
  before?: Receipt['file'];
  /** Its place among those of its batch that were asked about, from 1. */
  at: number;
  batch: Batch;
  answer: (imports: ImportOptions[] | undefined) => void;
}

/** Files that came together. What a person says of the rest holds for those that are still being looked at, too. */
export interface Batch {
  count: () => number;
  setCount: (count: number) => void;
  rest?: 'as-they-look' | 'none';
}

export interface AskOptions {
  given?: ImportOptions;
  before?: Receipt['file'];
  batch?: Batch;
}

const [asks, setAsks] = createSignal<readonly Ask[]>([]);

/** The file that is asked about now. */
export const currentAsk = (): Ask | undefined => asks()[0];

export function createBatch(): Batch {
  const [count, setCount] = createSignal(0);
  return { count, setCount };
}

/** Asks how a file is to be imported, after those before it; undefined where it is not wanted after all. */
export function askForSettings(
  file: File,
  first: Inspection | Problem,
  { given = {}, before, batch = createBatch() }: AskOptions = {},
): Promise<ImportOptions[] | undefined> {
  if (batch.rest) return Promise.resolve(toRest(batch.rest, given));
  batch.setCount(batch.count() + 1);
  return new Promise((resolve) => {
    const ask: Ask = {
      file,
      first,
      given,
      at: batch.count(),
      batch,
      answer(imports) {
        setAsks((all) => all.filter((other) => other !== ask));
        resolve(imports);
      },
      ...(before && { before }),
    };
    setAsks((all) => [...all, ask]);
  });
}

/** Answers for every file of a batch that is not answered yet. */
export function answerRest(batch: Batch, rest: NonNullable<Batch['rest']>): void {
  batch.rest = rest;
  for (const ask of asks()) if (ask.batch === batch) ask.answer(toRest(rest, ask.given));
}

function toRest(rest: NonNullable<Batch['rest']>, given: ImportOptions): ImportOptions[] | undefined {
  return rest === 'none' ? undefined : [given];
}
