import type { StepDict } from '../../i18n/steps/steps';
import type { Field, Fields } from '../../steps/field';
import type { StepFamily, StepKind } from '../../steps/step';

/** A kind of step as the console tells of it. */
export interface StepListing {
  /** What stands under `step` in a cell's steps. */
  step: string;
  family: StepFamily;
  name: string;
  help: string;
  settings: SettingListing[];
}

export interface SettingListing {
  setting: string;
  label: string;
  kind: Field['kind'];
  /** What it is where it is left out; without it, it has to be given. */
  otherwise?: string | number | boolean | null | readonly never[];
  /** What it may be. */
  choices?: { choice: string; label: string }[];
  /** Of a column: the sorts of it that fit. Without it, all do. */
  families?: readonly string[];
  least?: number;
  most?: number;
  /** Asked only where other settings make it matter. */
  sometimes?: true;
  /** Of a list: the settings of each of its items. */
  items?: SettingListing[];
}

/** Every kind of step with its settings, from their descriptions. */
export function toListing(kinds: readonly StepKind[], words: StepDict): StepListing[] {
  return kinds.map(({ step, family, fields }) => ({
    step,
    family,
    name: words.kinds[step]?.name ?? step,
    help: words.kinds[step]?.help ?? '',
    settings: toSettingListings(step, fields, words),
  }));
}

function toSettingListings(step: string, fields: Fields, words: StepDict): SettingListing[] {
  const own = words.kinds[step];
  return Object.entries(fields).map(([setting, field]) => {
    const otherwise = findOtherwise(field);
    const labels = own?.choices?.[setting] ?? words.choices[setting];
    return {
      setting,
      label: own?.fields?.[setting] ?? words.fields[setting] ?? setting,
      kind: field.kind,
      ...(otherwise !== undefined && { otherwise }),
      ...(field.kind === 'choice' && {
        choices: field.choices.map((choice) => ({ choice, label: labels?.[choice] ?? choice })),
      }),
      ...('families' in field && field.families && { families: field.families }),
      ...(field.kind === 'number' && field.min !== undefined && { least: field.min }),
      ...(field.kind === 'number' && field.max !== undefined && { most: field.max }),
      ...(field.when && { sometimes: true as const }),
      ...(field.kind === 'list' && { items: toSettingListings(step, field.fields, words) }),
    };
  });
}

function findOtherwise(field: Field): SettingListing['otherwise'] {
  switch (field.kind) {
    case 'choice':
      return field.choices[0];
    case 'flag':
      return field.otherwise;
    case 'number':
      return field.optional ? (field.otherwise ?? null) : (field.otherwise ?? field.min ?? 0);
    case 'text':
      return field.otherwise ?? (field.optional ? '' : undefined);
    case 'value':
      return '';
    case 'list':
    case 'columns':
    case 'values':
      return field.optional ? [] : undefined;
    default:
      return field.optional ? '' : undefined;
  }
}
