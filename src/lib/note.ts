/** Something to be told, in words that `i18n` has for each `why`. */
export interface Note {
  why: string;
  params: Readonly<Record<string, string | number>>;
}
