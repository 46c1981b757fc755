import { encodings } from '../../i18n/importing.en';
import { t } from '../../i18n/i18n';

type Known = keyof typeof encodings;

/** The labels that a person can choose among. */
export const encodingLabels = Object.keys(encodings) as Known[];

/** An encoding in a person's words; one that is not known by its label. */
export function toEncodingWords(label: string): string {
  const known = label.toLowerCase();
  return known in encodings ? t(`encodings.${known as Known}`) : label;
}
