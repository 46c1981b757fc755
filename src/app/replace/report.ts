import { keepReading, maybePlainReading, takeAs, takeAsNew } from '../../import/again/edits';
import type { Fit, LayoutChange } from '../../import/again/fit';
import { canName, canRead } from '../../import/again/fit';
import type { Reading } from '../../import/columns/reading';
import type { Why } from '../../import/inspection';
import type { ImportOptions } from '../../import/options';
import type { Drift } from '../../run/drift';
import { isDrift } from '../../run/drift';
import type { Unread } from '../../run/unread';
import type { SourceRecord } from '../../storage/catalog';

/** All that is different in a file that may take the place of a source's, and what a person can decide about it. */
export interface Report {
  drift: Drift;
  renames: Rename[];
  types: TypeChange[];
  layout: LayoutChange[];
  encoding?: { before: string; after: string };
  /** Whether columns can have other names than in the file. */
  canRename: boolean;
}

export interface Rename {
  /** Its name as a column of the source. */
  from: string;
  /** Its name in the new file. */
  to: string;
  by: 'name' | 'values';
  /** It was imported under the old name. */
  isApplied: boolean;
}

export interface TypeChange {
  column: string;
  /** Its name in the new file. */
  source: string;
  before: Typed;
  after: Typed;
  /** By which it would keep its type. */
  keep: Reading | undefined;
  /** Values of the new file that were not readable as before. */
  misfits: Unread | undefined;
}

export interface Typed {
  type: string;
  reading?: Reading;
  why: Why;
  /** A value that decided. */
  example?: string;
}

/** What a person says about the differences. */
export interface Choices {
  /** Old names of the columns that go on under a new one. */
  same: ReadonlySet<string>;
  /** Columns that keep their type. */
  kept: ReadonlySet<string>;
}

export interface ReportParts {
  fit: Fit;
  drift: Drift;
  /** By the column's name in the new file. */
  misfits: ReadonlyMap<string, Unread>;
}

export function toReport(source: SourceRecord, table: SourceRecord, parts: ReportParts): Report {
  const { fit, drift, misfits } = parts;
  const applied = fit.renamed.map((rename): Rename => ({ ...rename, by: 'name', isApplied: true }));
  const found = drift.renamed.map(({ from, to, by }): Rename => ({
    from,
    to: toFileName(table, to),
    by,
    isApplied: false,
  }));
  const renames = [...applied, ...found];
  const [before, after] = [source.receipt.encoding, table.receipt.encoding];
  return {
    drift: { ...drift, renamed: renames.map(({ from, to, by }) => ({ from, to, by })) },
    renames,
    types: findTypeChanges(source, table, parts, misfits),
    layout: fit.layout,
    ...(before && after && before !== after && { encoding: { before, after } }),
    canRename: canName(table.receipt.kind),
  };
}

/** Nothing that a person would want to know of. */
export function isQuiet({ drift, types, layout, encoding }: Report): boolean {
  return !isDrift(drift) && types.length === 0 && layout.length === 0 && !encoding;
}

/** What holds where nothing is said: names that say the same are the same, and no value is lost for a type. */
export function toChoices({ renames, types }: Report): Choices {
  return {
    same: new Set(renames.filter(({ by }) => by === 'name').map(({ from }) => from)),
    kept: new Set(types.filter(({ before, keep }) => keep && before.type === 'VARCHAR').map(toColumn)),
  };
}

/** Settings that give the table as chosen; the same object where it is the one that there is. */
export function toSettings(
  settings: ImportOptions,
  table: SourceRecord,
  { renames, types, canRename }: Report,
  { same, kept }: Choices,
): ImportOptions {
  let next = settings;
  for (const { from, to, isApplied } of canRename ? renames : []) {
    const column = table.receipt.columns.find(({ source }) => source === to);
    if (!column || same.has(from) === isApplied) continue;
    next = isApplied ? takeAsNew(next, to) : takeAs(next, column, from);
  }
  for (const { column, source, keep } of types) {
    const isOther = renames.some(({ from }) => from === column && !same.has(from));
    if (keep && kept.has(column) && !isOther) next = keepReading(next, source, keep);
  }
  return next;
}

function findTypeChanges(
  source: SourceRecord,
  table: SourceRecord,
  { drift }: ReportParts,
  misfits: ReadonlyMap<string, Unread>,
): TypeChange[] {
  return source.columns.flatMap(({ name, type }): TypeChange[] => {
    const to = drift.renamed.find(({ from }) => from === name)?.to ?? name;
    const column = table.columns.find((other) => other.name === to);
    if (!column) return [];
    const before = toTyped(source, name, type);
    const after = toTyped(table, to, column.type);
    const fileName = toFileName(table, to);
    const found = misfits.get(fileName);
    if (before.type === after.type && !(found && isOtherReading(before, after))) return [];
    const keep = canRead(table.receipt.kind) ? (before.reading ?? maybePlainReading(type)) : undefined;
    return [{ column: name, source: fileName, before, after, keep, misfits: found }];
  });
}

function toTyped({ receipt }: SourceRecord, column: string, type: string): Typed {
  const { reading, why, example } = receipt.columns.find(({ name }) => name === column) ?? {};
  return {
    type,
    why: why ?? 'in-the-file',
    ...(reading && { reading }),
    ...(example !== undefined && { example }),
  };
}

function isOtherReading(before: Typed, after: Typed): boolean {
  return (
    before.reading !== undefined &&
    after.reading !== undefined &&
    JSON.stringify(before.reading) !== JSON.stringify(after.reading)
  );
}

/** A column's name in the file that its table is from. */
function toFileName({ receipt }: SourceRecord, column: string): string {
  return receipt.columns.find(({ name }) => name === column)?.source ?? column;
}

function toColumn({ column }: TypeChange): string {
  return column;
}
