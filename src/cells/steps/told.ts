import type { StepDict } from '../../i18n/steps/steps';
import type { Told } from '../../i18n/steps/told';
import type { Fields, Loose } from '../../steps/field';

/** Around what is shown strong. They are the marks for text of its own direction, so that a name in Arabic stays whole. */
export const STRONG = { open: '\u2068', close: '\u2069' };

const MOST_NAMES = 4;

export interface TellOptions {
  words: Pick<StepDict, 'kinds' | 'choices'>;
  /** For lists: `en`, `zh-CN`. */
  locale: string;
}

/** What a step does with its settings, in a line; names in it stand between `STRONG` marks. */
export function toSentence(
  step: string,
  fields: Fields,
  settings: Loose,
  { words, locale }: TellOptions,
): string {
  const kind = words.kinds[step];
  if (!kind) return step;
  const lists = new Intl.ListFormat(locale);
  const own = kind.choices ?? {};

  function toTold(fields: Fields, settings: Loose): Told {
    const read = (setting: string) => toShown(settings[setting]);
    return {
      name: (setting) => strong(read(setting) || '…'),
      names(setting) {
        const all = (settings[setting] ?? []) as readonly string[];
        if (all.length === 0) return strong('…');
        const shown = all.slice(0, MOST_NAMES).map(strong);
        if (all.length > MOST_NAMES) shown.push(`+${all.length - MOST_NAMES}`);
        return lists.format(shown);
      },
      text: read,
      choice: (setting) => (own[setting] ?? words.choices[setting])?.[read(setting)] ?? read(setting),
      is: (setting, value) => settings[setting] === value,
      count(setting) {
        const value = settings[setting];
        return Array.isArray(value)
          ? value.length
          : value === '' || value === undefined || value === null
            ? 0
            : 1;
      },
      each(setting) {
        const field = fields[setting];
        if (field?.kind !== 'list') return [];
        return ((settings[setting] ?? []) as readonly Loose[]).map((item) => toTold(field.fields, item));
      },
      join: (pieces) => lists.format(pieces),
    };
  }

  return kind.says(toTold(fields, settings));
}

function strong(text: string): string {
  return `${STRONG.open}${text}${STRONG.close}`;
}

function toShown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object' && 'input' in value) return `$${String(value.input)}`;
  return String(value);
}
