import type { Loose } from '../../steps/field';
import { findColumn } from '../../steps/write';
import type { Column, Family } from '../../table/column';
import { toFamily } from '../../table/column';
import type { Slot } from './channel';
import type { ChartKind } from './chart';
import { everywhere, toFields, toSlots } from './chart';

/** What a kind of chart needs and a table has not. */
export interface Misfit {
  readonly slot: string;
  /** None where any column would do, and there are too few. */
  readonly families?: readonly Family[];
}

export const takes = (slot: Slot, { type }: Column): boolean => {
  const family = toFamily(type);
  return family !== 'nested' && (slot.families?.includes(family) ?? true);
};

/** Whether columns can be put on all slots that a kind of chart needs: the first that cannot be filled. */
export function findMisfit(kind: ChartKind, columns: readonly Column[]): Misfit | undefined {
  const needed = Object.entries(kind.slots).filter(([, slot]) => !slot.optional);
  const free = new Set(columns);
  // those that take the fewest sorts of columns choose first
  const strict = needed.toSorted(([, a], [, b]) => (a.families?.length ?? 9) - (b.families?.length ?? 9));
  for (const [name, slot] of strict) {
    const found = [...free].find((column) => takes(slot, column));
    if (!found) return { slot: name, ...(slot.families && { families: slot.families }) };
    free.delete(found);
  }
  return undefined;
}

interface Lying {
  slot: string;
  settings: Loose;
  column: Column | undefined;
}

/**
 * Settings of one kind of chart for another: each column stays on a slot of the same name where that takes it, else goes to one that is
 * free and takes it. What has no place is not carried over, and undone with the change.
 */
export function toOtherKind(
  kind: ChartKind,
  before: { kind: ChartKind | undefined; settings: Loose },
  columns: readonly Column[],
): Loose {
  const slots = toSlots(kind);
  const lying = findLying(before, columns);
  const placed: Record<string, Loose | Loose[]> = {};
  const homeless: Lying[] = [];
  for (const one of lying) {
    const slot = slots[one.slot];
    if (!slot || (one.column && !takes(slot, one.column)) || (placed[one.slot] && !slot.many))
      homeless.push(one);
    else if (slot.many) placed[one.slot] = [...((placed[one.slot] as Loose[]) ?? []), toFit(slot, one)];
    else placed[one.slot] = toFit(slot, one);
  }
  for (const one of homeless) {
    if (!one.column) continue;
    const free = Object.entries(slots).find(
      ([name, slot]) => !(name in everywhere) && !placed[name] && takes(slot, one.column!),
    );
    if (free) placed[free[0]] = toFit(free[1], one);
  }
  const own = toFields(kind);
  const options = Object.entries(before.settings).filter(
    ([name, value]) => name in own && fits(own[name], value),
  );
  return { ...Object.fromEntries(options), ...placed };
}

function findLying(
  { kind, settings }: { kind: ChartKind | undefined; settings: Loose },
  columns: readonly Column[],
) {
  const slots = kind ? Object.keys(toSlots(kind)) : [];
  return slots.flatMap((slot) =>
    [settings[slot]].flat().flatMap((given): Lying[] => {
      if (given === undefined || given === null || given === '') return [];
      const channel = (typeof given === 'string' ? { column: given } : given) as Loose;
      return [{ slot, settings: channel, column: findColumn(columns, String(channel['column'] ?? '')) }];
    }),
  );
}

/** What is said of a column on a slot, as far as it means something on another. */
function toFit({ role }: Slot, { settings }: Lying): Loose {
  const said = role === 'measure' ? settings : { ...settings, aggregate: undefined };
  const apt = role === 'group' ? said : { ...said, unit: undefined, top: undefined, sort: undefined };
  return Object.fromEntries(Object.entries(apt).filter(([, value]) => value !== undefined));
}

/** An option of the same name may have other choices in another kind. */
function fits(field: ReturnType<typeof toFields>[string] | undefined, value: unknown): boolean {
  return field?.kind !== 'choice' || field.choices.includes(value as string);
}
