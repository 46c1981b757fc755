import type { CellState } from '../../run/state';
import { isByHand } from './compile/complete';
import type { ListSettings, SeveralSettings } from './compile/settings';

export interface Option {
  value: string;
  /** How many rows have it, where it comes from a table. */
  count?: number;
}

export interface OptionList {
  options: Option[];
  /** How many there are in all, where not all came. */
  of?: number;
  /** What is chosen and not among them; empty as long as they are not known. */
  gone: string[];
}

/** What can be chosen. */
export function toOptionList(
  settings: ListSettings | SeveralSettings,
  { fetched, status }: CellState,
): OptionList {
  const chosen = settings.control === 'list' ? [settings.value ?? []].flat() : settings.value;
  if (isByHand(settings.options)) {
    const options = settings.options.map((value) => ({ value }));
    return { options, gone: findGone(chosen, settings.options) };
  }
  const { values: [names = [], counts = []] = [], rowCount = 0 } = fetched ?? {};
  const options = names.map((name, row) => ({ value: String(name), count: Number(counts[row]) }));
  const isCut = rowCount > options.length;
  const isKnown = fetched !== undefined && status === 'done' && !isCut;
  return {
    options,
    ...(isCut && { of: rowCount }),
    gone: isKnown
      ? findGone(
          chosen,
          options.map(({ value }) => value),
        )
      : [],
  };
}

/** The options that have a text in them, whatever its case. */
export function findMatching(options: readonly Option[], text: string): Option[] {
  const wanted = text.trim().toLowerCase();
  return options.filter(({ value }) => value.toLowerCase().includes(wanted));
}

function findGone(chosen: readonly string[], options: readonly string[]): string[] {
  const known = new Set(options);
  return chosen.filter((value) => !known.has(value));
}
