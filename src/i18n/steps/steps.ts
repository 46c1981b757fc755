import { createEffect, createRoot, createSignal, on } from 'solid-js';
import type { Locale } from '../i18n';
import { locale } from '../i18n';
import type { steps as english } from './steps.en';
import type { StepWords } from './told';

type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]> };

export interface StepDict {
  kinds: Readonly<Record<string, StepWords>>;
  /** Labels that several kinds share. */
  fields: Readonly<Record<string, string>>;
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  panel: Widened<typeof english.panel>;
  /** What looks wrong in a table, by `why`. */
  suggest: Readonly<Record<string, string>>;
  /** Kinds of personal data. */
  personal: Readonly<Record<string, string>>;
  /** How tables hang together. */
  model: Readonly<Record<string, string>>;
  why: Readonly<Record<string, string>>;
  notes: Readonly<Record<string, string>>;
}

/** They are many, and most people who open the page need none of them yet. */
const loaders: Record<Locale, () => Promise<StepDict>> = {
  en: async () => (await import('./steps.en')).steps,
  zh: async () => (await import('./steps.zh')).steps,
};

const [words, setWords] = createSignal<StepDict>();
let loading: Promise<void> | undefined;

/** The words of steps in the language chosen; they must have been loaded. */
export const stepWords = (): StepDict => words()!;

/** Loads the words of steps, now and whenever another language is chosen. */
export function loadStepWords(): Promise<void> {
  loading ??= new Promise((done, fail) => {
    const load = async (next: Locale) => setWords(await loaders[next]());
    createRoot(() =>
      createEffect(
        on(locale, (next) => {
          void load(next).catch(fail).finally(done);
        }),
      ),
    );
  });
  return loading;
}
