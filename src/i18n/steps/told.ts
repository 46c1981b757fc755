/** A step's settings, for the sentence that says what it does. */
export interface Told {
  /** A column, a table, a name: shown strong. */
  name(setting: string): string;
  /** Columns or values: the first few of them shown strong, and how many more. */
  names(setting: string): string;
  /** A text or a number as it is. */
  text(setting: string): string;
  /** The words of a choice. */
  choice(setting: string): string;
  is(setting: string, value: string | boolean): boolean;
  /** How many there are of a list. */
  count(setting: string): number;
  /** Each of a list. */
  each(setting: string): readonly Told[];
  /** Several pieces as one: `a, b and c`. */
  join(pieces: readonly string[]): string;
}

/** The words of a kind of step. */
export interface StepWords {
  name: string;
  /** What it is for, in a sentence: shown where it is chosen, and above its form. */
  help: string;
  /** How an analysis computes what it gives, after whom. */
  how?: string;
  /** Other words by which a person may look for it. */
  also?: string;
  /** What it does with its settings, as one line. */
  says: (told: Told) => string;
  fields?: Readonly<Record<string, string>>;
  /** By setting, and by the word that is chosen. */
  choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
