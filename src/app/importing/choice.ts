import type { TableInspection } from '../../import/inspection';
import type { ImportOptions } from '../../import/options';

/** What a person wants of a file: which of its tables, and what is said about each. */
export interface Choice {
  tables: readonly TableInspection[];
  /** Tables that are not wanted, by key. */
  leftOut: ReadonlySet<string>;
  /** Said for the whole file. */
  shared: ImportOptions;
  /** Said for one table, by key. */
  own: ReadonlyMap<string, ImportOptions>;
}

/** The settings by which a table is looked at. A single table needs no place. */
export function toTableOptions({ tables, shared, own }: Choice, table: TableInspection): ImportOptions {
  const place = tables.length > 1 ? toPlace(table) : {};
  return { ...shared, ...place, ...own.get(table.key) };
}

/** The imports that give the wanted tables: one, unless tables of a file are to be read in different ways. */
export function toImports(choice: Choice): ImportOptions[] {
  const { tables, leftOut, shared, own } = choice;
  const wanted = tables.filter(({ key }) => !leftOut.has(key));
  const isOwn = ({ key }: TableInspection) => Object.keys(own.get(key) ?? {}).length > 0;
  if (tables.length === 1 && wanted.length === 1) return [toTableOptions(choice, wanted[0]!)];
  if (wanted.length === tables.length && !wanted.some(isOwn)) return [shared];
  const imports: ImportOptions[] = [];
  for (const table of wanted) {
    const place = toPlace(table);
    const before = imports.at(-1);
    const isPlain = !isOwn(table) && isListed(place);
    if (isPlain && before && isListed(before) && isLike(before, place, shared)) {
      if (place.sheets) before.sheets = [...before.sheets!, ...place.sheets];
      if (place.members) before.members = [...before.members!, ...place.members];
    } else imports.push(toTableOptions(choice, table));
  }
  return imports;
}

/** Where in its file a table lies. */
function toPlace({ settings }: TableInspection): ImportOptions {
  const { sheets, members, table, range, path } = settings;
  return {
    ...(sheets && { sheets }),
    ...(table && { table }),
    ...(members && { members }),
    ...(range && { range }),
    ...(path && { path }),
  };
}

/** Whether a place is a sheet or a member as a whole, so that one import can take several. */
function isListed({ sheets, members, table, range, path }: ImportOptions): boolean {
  return (sheets === undefined) !== (members === undefined) && !table && !range && !path;
}

/** Whether an import that takes whole sheets or members could take this one too. */
function isLike(before: ImportOptions, place: ImportOptions, shared: ImportOptions): boolean {
  const { sheets, members, ...rest } = before;
  return (
    (sheets === undefined) === (place.sheets === undefined) &&
    (members === undefined) === (place.members === undefined) &&
    JSON.stringify(rest) === JSON.stringify(shared)
  );
}
