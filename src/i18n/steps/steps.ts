import { createLater } from '../later';
import type { steps as english } from './steps.en';
import type { StepWords } from './told';

type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]> };

export interface StepDict {
  kinds: Readonly<Record<string, StepWords>>;
  /** Labels that several kinds share. */
  fields: Readonly<Record<string, string>>;
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  panel: Widened<typeof english.panel>;
  /** Pairs that are pasted into a list. */
  paste: Widened<typeof english.paste>;
  /** What can be done with a value. */
  values: Widened<typeof english.values>;
  /** The review of rows that may be one. */
  review: Widened<typeof english.review>;
  /** The builder of rules, and checks that are kept. */
  rules: Widened<typeof english.rules>;
  /** What a step that hides makes of a few values. */
  sample: Widened<typeof english.sample>;
  /** What looks wrong in a table, by `why`. */
  suggest: Readonly<Record<string, string>>;
  /** Kinds of personal data. */
  personal: Readonly<Record<string, string>>;
  /** How tables hang together. */
  model: Readonly<Record<string, string>>;
  /** Ways to learn and to forecast, by the names that notes have for them. */
  methods: Readonly<Record<string, string>>;
  why: Readonly<Record<string, string>>;
  notes: Readonly<Record<string, string>>;
}

const later = createLater<StepDict>({
  en: async () => (await import('./steps.en')).steps,
  zh: async () => (await import('./steps.zh')).steps,
});

/** The words of steps in the language chosen; they must have been loaded. */
export const stepWords = later.words;

/** Loads the words of steps, now and whenever another language is chosen. */
export const loadStepWords = later.load;
