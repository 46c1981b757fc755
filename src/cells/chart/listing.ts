import type { charts } from '../../i18n/charts/charts.en';
import type { ChartKind } from '../../charts/spec/chart';
import { toFields, toSlots } from '../../charts/spec/chart';
import type { Fields } from '../../steps/field';

/** A kind of chart as the console tells of it. */
export interface ChartListing {
  /** What stands under `mark` in a cell. */
  mark: string;
  name: string;
  /** What columns can be put on, as a name or as `{column, aggregate, unit, …}`. */
  slots: SlotListing[];
  /** What else can be said. */
  options: OptionListing[];
}

export interface SlotListing {
  slot: string;
  label: string;
  /** `group`: rows with the same value come together; `measure`: what they come to; `value`: the value of each row. */
  role: 'group' | 'measure' | 'value';
  optional: boolean;
  several?: true;
  /** Of columns: the sorts that fit. Without it, all do. */
  families?: readonly string[];
}

export interface OptionListing {
  option: string;
  label: string;
  kind: string;
  choices?: { choice: string; label: string }[];
  least?: number;
  most?: number;
  /** Of a list: what each of its items has. */
  items?: OptionListing[];
}

/** Every kind of chart with its slots and options, from their descriptions. */
export function toChartListing(kinds: readonly ChartKind[], words: typeof charts): ChartListing[] {
  return kinds.map((kind) => ({
    mark: kind.mark,
    name: words.marks[kind.mark] ?? kind.mark,
    slots: Object.entries(toSlots(kind)).map(([slot, { role, optional = false, many, families }]) => ({
      slot,
      label: words.slots[slot] ?? slot,
      role,
      optional,
      ...(many && { several: true as const }),
      ...(families && { families }),
    })),
    options: toOptions(toFields(kind), words),
  }));
}

function toOptions(fields: Fields, words: typeof charts): OptionListing[] {
  const { labels, choices: names } = words.making;
  return Object.entries(fields).map(([option, field]) => ({
    option,
    label: labels[option] ?? option,
    kind: field.kind,
    ...(field.kind === 'choice' && {
      choices: field.choices.map((choice) => ({ choice, label: names[option]?.[choice] ?? choice })),
    }),
    ...(field.kind === 'number' && field.min !== undefined && { least: field.min }),
    ...(field.kind === 'number' && field.max !== undefined && { most: field.max }),
    ...(field.kind === 'list' && { items: toOptions(field.fields, words) }),
  }));
}
