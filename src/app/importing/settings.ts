import type { Reading } from '../../import/columns/reading';
import type { RawLine } from '../../import/inspection';
import type { ColumnChoice, ImportOptions } from '../../import/options';

/** A change that a person makes to the settings of an import. */
export type Edit = (settings: ImportOptions) => ImportOptions;

/** The settings with some of them changed; one that becomes undefined is found out again. */
export function change(settings: ImportOptions, patch: Partial<ImportOptions>): ImportOptions {
  return withoutGaps({ ...settings, ...patch });
}

/** What stands between the values: nothing where columns are told by their width, whose borders are found then. */
export function setDelimiter(settings: ImportOptions, delimiter: string): ImportOptions {
  if (settings.delimiter === delimiter) return settings;
  return change(settings, { delimiter, borders: undefined, wide: undefined });
}

/** Borders as a person types them: numbers, with anything between them; found again where there are none. */
export function setBorders(settings: ImportOptions, typed: string): ImportOptions {
  const borders = (typed.match(/\d+/g) ?? []).map(Number);
  return change(settings, { delimiter: '', borders: borders.length > 0 ? borders : undefined });
}

/** What is known of the lines of a file. */
export interface Layout {
  lines: readonly RawLine[];
  /** The settings in force. */
  settings: ImportOptions;
}

/** The header is at this line; what stands above it is skipped. A header of several rows keeps their number. */
export function setHeaderAt(given: ImportOptions, line: number, layout: Layout): ImportOptions {
  const { header = 1 } = layout.settings;
  return change(given, { skip: countAbove(line, layout), header: Math.max(1, Number(header)) });
}

/** The header goes on to this line: one row for each line from where it starts, blank ones and comments left out. */
export function setHeaderEndAt(given: ImportOptions, line: number, layout: Layout): ImportOptions {
  const { skip = 0 } = layout.settings;
  const rows = layout.lines.filter(
    ({ number, role }) => countAbove(number, layout) >= skip && number <= line && isRecord(role),
  );
  return change(given, { skip, header: Math.max(1, rows.length) });
}

/** Rows begin at this line, and there is no header. */
export function setRowsFrom(given: ImportOptions, line: number, layout: Layout): ImportOptions {
  return change(given, { skip: countAbove(line, layout), header: 0, units: 0 });
}

/** Lines above a line: of the file, or of the cells that are read where these are not all of a sheet. */
export function countAbove(line: number, { lines, settings }: Layout): number {
  const first = settings.range || settings.table ? (lines[0]?.number ?? 1) : 1;
  return line - first;
}

/** This is the last row; the records below it are the footer. Needs all lines of the file. */
export function setRowsEndAt(
  settings: ImportOptions,
  line: number,
  lines: readonly RawLine[],
): ImportOptions {
  return change(settings, {
    footer: lines.filter(({ number, role }) => number > line && isRecord(role)).length,
  });
}

/** How a column is read. A person who has seen how many values it can't read accepts these as missing. */
export function chooseReading(
  settings: ImportOptions,
  source: string,
  reading: Reading,
  { accept = false }: { accept?: boolean } = {},
): ImportOptions {
  return chooseColumn(settings, source, { reading, acceptMisfits: accept || undefined });
}

/** A column has the type that its file says. */
export function takeAsInFile(settings: ImportOptions, source: string): ImportOptions {
  return chooseColumn(settings, source, { reading: undefined, acceptMisfits: undefined });
}

/** A new name; an empty one, or the one in the file, takes the choice back. */
export function renameColumn(settings: ImportOptions, source: string, wanted: string): ImportOptions {
  const name = wanted.trim();
  return chooseColumn(settings, source, { name: name === '' || name === source ? undefined : name });
}

export function leaveOut(settings: ImportOptions, source: string, isOut: boolean): ImportOptions {
  return chooseColumn(settings, source, { leaveOut: isOut || undefined });
}

/** One more text that means a missing value; `inForce` are those that count now. */
export function addMissing(
  settings: ImportOptions,
  words: readonly string[],
  inForce: readonly string[],
): ImportOptions {
  return change(settings, { missing: [...new Set([...inForce, ...words])] });
}

export function removeMissing(
  settings: ImportOptions,
  word: string,
  inForce: readonly string[],
): ImportOptions {
  return change(settings, { missing: inForce.filter((other) => other !== word) });
}

/** Whether two settings say the same. */
export function isSame(a: ImportOptions, b: ImportOptions): boolean {
  return JSON.stringify(toSorted(a)) === JSON.stringify(toSorted(b));
}

function chooseColumn(settings: ImportOptions, source: string, patch: ColumnChoice): ImportOptions {
  const all = settings.columns ?? {};
  const { [source]: _, ...others } = all;
  // a column may be called what every object has: `constructor`
  const before = Object.hasOwn(all, source) ? all[source] : {};
  const choice = withoutGaps({ ...before, ...patch });
  const columns = Object.keys(choice).length > 0 ? { ...others, [source]: choice } : others;
  return change(settings, { columns: Object.keys(columns).length > 0 ? columns : undefined });
}

function isRecord(role: RawLine['role']): boolean {
  return role !== 'blank' && role !== 'comment';
}

function withoutGaps<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}

/** With the keys of every object in one order, so that equal values have equal texts. */
function toSorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, toSorted(item)]),
  );
}
