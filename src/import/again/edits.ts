import type { Reading } from '../columns/reading';
import type { ColumnChoice, ImportOptions } from '../options';
import { findChoice } from '../options';
import type { Receipt, ReceiptColumn } from '../receipt';

/** Changes to the settings of a file's next edition, by the names that its columns have in the file. */

/** Every column is read as before, also where not all of its values can be. */
export function keepReadings(settings: ImportOptions): ImportOptions {
  if (!settings.columns) return settings;
  const columns = Object.entries(settings.columns).map(
    ([source, choice]) => [source, choice.reading ? { ...choice, acceptMisfits: true } : choice] as const,
  );
  return { ...settings, columns: Object.fromEntries(columns) };
}

/** The type of a column is found anew, on every value. */
export function freeReading(settings: ImportOptions, source: string): ImportOptions {
  const { reading: _, acceptMisfits: __, ...choice } = findChoice(settings.columns, source) ?? {};
  return withChoice(settings, source, choice);
}

/** A column keeps how it was read; values that can't be read so are missing, and listed. */
export function keepReading(settings: ImportOptions, source: string, reading: Reading): ImportOptions {
  const choice = findChoice(settings.columns, source);
  return withChoice(settings, source, { ...choice, reading, acceptMisfits: true });
}

/** A new column is an old one under another name. It is read as it was found, so that no value is lost by that. */
export function takeAs(
  settings: ImportOptions,
  { source, reading }: ReceiptColumn,
  name: string,
): ImportOptions {
  const others = Object.entries(settings.columns ?? {}).filter(
    ([other, choice]) => other !== source && (choice.name ?? other) !== name,
  );
  const columns = Object.fromEntries(others);
  return withChoice({ ...settings, columns }, source, { ...(reading && { reading }), name });
}

/** A column that was taken for an old one is a new one. */
export function takeAsNew(settings: ImportOptions, source: string): ImportOptions {
  return withChoice(settings, source, {});
}

function withChoice(settings: ImportOptions, source: string, choice: ColumnChoice): ImportOptions {
  const { [source]: _, ...others } = settings.columns ?? {};
  const columns = Object.keys(choice).length > 0 ? { ...others, [source]: choice } : others;
  return { ...settings, columns };
}

/** The plain reading of a type, where a person keeps a type that the file itself had said. */
export function maybePlainReading(type: string): Reading | undefined {
  switch (type) {
    case 'VARCHAR':
    case 'TIME':
    case 'BOOLEAN':
      return { type };
    case 'BIGINT':
    case 'DOUBLE':
      return { type, decimal: '.' };
    case 'DATE':
    case 'TIMESTAMP':
      return { type, order: 'ymd' };
    default:
      return undefined;
  }
}

/** A receipt that does not call a person's choice what was only kept. */
export function tellKept(receipt: Receipt, before: Receipt): Receipt {
  const columns = receipt.columns.map((column): ReceiptColumn => {
    const old = before.columns.find(({ name }) => name === column.name);
    const isKept = column.why === 'chosen' && old && old.why !== 'chosen';
    return isKept && isSame(column.reading, old.reading) ? { ...column, why: 'as-before' } : column;
  });
  return { ...receipt, columns };
}

/**
 * Columns of whole numbers that hold more than numbers now, `007`: unless a person wanted numbers, such values must not lose
 * their zeros in silence. By their names in the file.
 */
export function findCodes(receipt: Receipt, before: Receipt): string[] {
  return receipt.columns
    .filter(({ name, reading, changed }) => {
      const isChosen = before.columns.find((old) => old.name === name)?.why === 'chosen';
      return !isChosen && changed > 0 && isSame(reading, maybePlainReading('BIGINT'));
    })
    .map(({ source }) => source);
}

function isSame(a: Reading | undefined, b: Reading | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
