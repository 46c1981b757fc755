import { createSignal } from 'solid-js';
import type { Problem } from '../../lib/problem';
import { isAbort, toProblem } from '../../lib/problem';
import { tellProblem } from '../notice';
import { createPicker } from '../picker';
import { toWords } from '../words';
import type { SharingParts } from './actions';
import { readArrival, readLink } from './actions';
import type { Arrival, Choice, Wanted } from './arrival';
import { findWanted } from './arrival';
import { findSame, takeArrival } from './takeArrival';

export type OpeningPhase =
  | { name: 'reading'; share: number }
  /** It has a passphrase; `wrong` where one was tried. */
  | { name: 'locked'; wrong: boolean }
  | { name: 'look'; arrival: Arrival; wanted: Wanted[] }
  | { name: 'taking' }
  | { name: 'stuck'; problem: Problem };

export type Opening = ReturnType<typeof createOpening>;

/** The way of somebody's workbook onto this page: it is looked at before anything of it is taken. */
export function createOpening(
  parts: SharingParts,
  from: File | string,
  { onEnd }: { onEnd: (error?: unknown) => void },
) {
  const [phase, setPhase] = createSignal<OpeningPhase>({ name: 'reading', share: 0 });
  const [choices, setChoices] = createSignal<ReadonlyMap<string, Choice>>(new Map());
  const stop = new AbortController();
  const pick = createPicker();

  async function look(passphrase?: string): Promise<void> {
    setPhase({ name: 'reading', share: 0 });
    const onProgress = (share: number) => void setPhase({ name: 'reading', share });
    try {
      const arrival =
        typeof from === 'string'
          ? await readLink(from)
          : await readArrival(from, {
              onProgress,
              signal: stop.signal,
              ...(passphrase !== undefined && { passphrase }),
            });
      const same = await findSame(parts, arrival);
      stop.signal.throwIfAborted();
      setPhase({ name: 'look', arrival, wanted: findWanted(arrival, parts.sources.state.sources, same) });
    } catch (error) {
      if (isAbort(error)) return;
      const problem = toProblem(error);
      if (problem.code === 'quire-locked') setPhase({ name: 'locked', wrong: false });
      else if (problem.code === 'quire-passphrase') setPhase({ name: 'locked', wrong: true });
      else setPhase({ name: 'stuck', problem });
    }
  }

  const choiceOf = (wanted: Wanted): Choice => choices().get(wanted.name) ?? wanted.first;

  function choose(wanted: Wanted, choice: Choice): void {
    setChoices((all) => new Map(all).set(wanted.name, choice));
  }

  return {
    phase,
    fileName: typeof from === 'string' ? '' : from.name,
    sources: () => parts.sources.state.sources,
    look,
    choiceOf,

    choose,

    /** A file that the person has at hand becomes a source, in place of the one that is missing. */
    pickFile(wanted: Wanted): void {
      const add = async (file: File) => {
        const [source] = await parts.sources.importFile(file);
        if (source) choose(wanted, { take: 'here', id: source.id });
      };
      pick(([file]) => void (file && add(file).catch((error) => tellProblem(error, toWords))), {
        multiple: false,
      });
    },

    async take(): Promise<void> {
      const current = phase();
      if (current.name !== 'look') return;
      const { arrival, wanted } = current;
      setPhase({ name: 'taking' });
      try {
        await takeArrival(
          parts,
          arrival,
          wanted.map((one) => ({ wanted: one, choice: choiceOf(one) })),
        );
        onEnd();
      } catch (error) {
        if (isAbort(error)) setPhase(current);
        else setPhase({ name: 'stuck', problem: toProblem(error) });
      }
    },

    cancel(): void {
      stop.abort();
      onEnd();
    },
  };
}
