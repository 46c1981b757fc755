import type { Cut } from './cutter';
import type { Field, Grammar } from './fields';
import { isWord } from './kind';
import { maybeRepair } from './repair';
import type { ColumnForm } from './shape';

/** Delimiters that one record may use while the others use another. */
export const OTHER_DELIMITERS = [',', ';', '\t', '|', ', ', ' '];

/** A name may be any text, but not a blank one. */
const NAME_FORM: ColumnForm = { shapes: [], blank: 'never' };

/**
 * The names in a header row that has not one for each column: a delimiter or a quote too many, one too few, or another
 * delimiter than the rows have.
 */
export function maybeTitles({ text, from, to }: Cut, grammar: Grammar, width: number): Field[] | undefined {
  const line = text.slice(from, to);
  const rules = toRules(width);
  const found = maybeRepair(line, grammar, rules);
  if (found) return found;
  for (const delimiter of OTHER_DELIMITERS) {
    if (!line.includes(delimiter)) continue;
    const other = maybeRepair(line, { ...grammar, delimiter }, { ...rules, quotesOnly: true });
    if (other && areNames(other)) return other;
  }
  return undefined;
}

/** The names in a line that runs on because of a quote. */
export function maybeNames(line: string, grammar: Grammar, width: number): Field[] | undefined {
  const found = maybeRepair(line, grammar, toRules(width));
  return found && areNames(found) ? found : undefined;
}

const toRules = (width: number) => ({ forms: Array.from({ length: width }, () => NAME_FORM), width });

const areNames = (fields: readonly Field[]) => fields.every((field) => field !== null && isWord(field));
