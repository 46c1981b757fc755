import type { ImportOptions } from '../options';
import type { Shape } from './shape';
import { countValues, mergeFields } from './shape';

/** Where the rows of a JSON text lie, and what they are. */
export interface Layout {
  /** Keys from the outermost object to what holds the rows. */
  path: string[];
  /**
   * `sequence`: values one after another, a row each; `items` of an array; `entries` of an object, each with its key;
   * `single`: one value, one row; `columns`: an object of arrays, a column each.
   */
  rows: 'sequence' | 'items' | 'entries' | 'single' | 'columns';
  /** What a row is: an object with the columns as its fields, an array of them, or a value of any kind. */
  form: 'record' | 'tuple' | 'value';
  /** The first tuple holds the names. */
  header: boolean;
}

/** A place in the file that can become a table. */
export interface JsonPath {
  /** As `ImportOptions.path` takes it: keys joined by dots, in quotes where they hold dots themselves. */
  path: string;
  rows: number;
}

export interface FoundLayout extends Layout {
  /** The rows' shape. */
  shape: Shape;
  count: number;
  /** The header's texts. */
  names?: string[];
}

/** The arrays of objects, or of arrays, that can be reached through objects; the one with most rows first. */
export function findPaths(top: Shape): JsonPath[] {
  const value = top.items!;
  const found: (JsonPath & { isRecords: boolean })[] = [];
  const look = (shape: Shape, path: string[]): void => {
    const items = maybeItems(shape);
    if (items && items.objects + items.arrays > 0) {
      found.push({ path: toPath(path), rows: countValues(items), isRecords: items.objects > 0 });
    } else if (isOnlyObject(shape) && !shape.values) {
      for (const entry of shape.fields.entries) look(entry.value, [...path, entry.name]);
    }
  };
  if (countValues(value) === 1) look(value, []);
  else found.push({ path: '', rows: countValues(value), isRecords: true });
  const records = found.filter(({ isRecords }) => isRecords);
  return (records.length > 0 ? records : found)
    .map(({ path, rows }) => ({ path, rows }))
    .sort((a, b) => b.rows - a.rows);
}

/** `path` is where a person wants the rows from; undefined where the place with most rows is taken. */
export function findLayout(
  top: Shape,
  { path, header }: Pick<ImportOptions, 'path' | 'header'>,
): FoundLayout | undefined {
  const value = top.items!;
  const count = countValues(value);
  if (count !== 1)
    return path ? undefined : toLayout({ path: [], rows: 'sequence', shape: value, count }, header);
  const keys = path === undefined ? fromPath(value, findPaths(top)[0]?.path ?? '') : fromPath(value, path);
  if (!keys) return undefined;
  const shape = findShape(value, keys)!;
  const items = maybeItems(shape);
  if (items) return toLayout({ path: keys, rows: 'items', shape: items, count: countValues(items) }, header);
  if (isOnlyObject(shape)) {
    if (isColumns(shape)) {
      const rows = shape.fields.entries[0]!.value.longest;
      return { path: keys, rows: 'columns', form: 'record', header: false, shape, count: rows };
    }
    const members = shape.values
      ? shape.members
      : shape.fields.entries.reduce((sum, entry) => sum + countValues(entry.value), 0);
    const merged = mergeFields(shape);
    const isRecords = merged.objects > 0 && isOnlyObject(merged);
    if (shape.values || (isRecords && members > 1 && hasCommonField(shape))) {
      const form = isRecords ? 'record' : 'value';
      return { path: keys, rows: 'entries', form, header: false, shape: merged, count: members };
    }
  }
  return toLayout({ path: keys, rows: 'single', shape, count: 1 }, false);
}

function toLayout(
  { path, rows, shape, count }: Pick<FoundLayout, 'path' | 'rows' | 'shape' | 'count'>,
  header: ImportOptions['header'],
): FoundLayout {
  if (shape.objects > 0 && isOnlyObject(shape) && (shape.values ?? shape.fields.entries.length > 0)) {
    if (!shape.values) return { path, rows, form: 'record', header: false, shape, count };
  }
  const isTuples = rows !== 'single' && shape.arrays > 0 && isOnlyArray(shape) && shape.longest > 0;
  if (!isTuples || shape.longest > MOST_COLUMNS) {
    return { path, rows, form: 'value', header: false, shape, count };
  }
  const isHeader = header === undefined ? looksLikeHeader(shape) : Boolean(header);
  const names = isHeader ? shape.firstTexts : undefined;
  return { path, rows, form: 'tuple', header: isHeader, shape, count: count - (isHeader ? 1 : 0), names };
}

const MOST_COLUMNS = 4000;

/** The first row holds texts only, all different, one for each column. */
function looksLikeHeader({ firstTexts, arrays, longest }: Shape): boolean {
  return (
    firstTexts !== undefined &&
    arrays > 1 &&
    firstTexts.length === longest &&
    new Set(firstTexts).size === firstTexts.length &&
    firstTexts.every((text) => text.trim() !== '')
  );
}

function maybeItems(shape: Shape): Shape | undefined {
  return shape.arrays > 0 && isOnlyArray(shape) ? shape.items : undefined;
}

function isOnlyArray(shape: Shape): boolean {
  return !shape.isDeep && shape.arrays + shape.nulls === countValues(shape);
}

function isOnlyObject(shape: Shape): boolean {
  return !shape.isDeep && shape.objects + shape.nulls === countValues(shape);
}

/** An object of arrays of one length, of which at least one holds something. */
function isColumns({ values, fields: { entries } }: Shape): boolean {
  const length = entries[0]?.value.longest ?? 0;
  const isColumn = ({ value }: (typeof entries)[number]) =>
    value.arrays === 1 &&
    isOnlyArray(value) &&
    value.longest === length &&
    value.items!.objects + value.items!.arrays === 0;
  return !values && length > 0 && entries.length > 1 && entries.every(isColumn);
}

/** Records of one kind have at least one key in common. */
function hasCommonField({ fields: { entries } }: Shape): boolean {
  const objects = entries.map(({ value }) => value).filter((value) => value.objects > 0);
  const first = objects[0];
  if (!first) return false;
  if (objects.some((value) => value.values)) return true;
  return first.fields.entries.some(({ name }) => objects.every((value) => value.fields.get(name)));
}

function findShape(shape: Shape, keys: readonly string[]): Shape | undefined {
  return keys.reduce<Shape | undefined>((found, key) => found?.fields.get(key)?.value, shape);
}

/** The keys that a path stands for, if there is such a place. */
function fromPath(shape: Shape, path: string): string[] | undefined {
  const parts = path.match(/"(?:[^"\\]|\\.)*"|[^.]+/g) ?? [];
  const keys = parts.map((part) => (part.startsWith('"') && part.endsWith('"') ? maybeText(part) : part));
  return findShape(shape, keys) && keys;
}

function maybeText(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
}

export function toPath(keys: readonly string[]): string {
  return keys.map((key) => (/^[^."]+$/.test(key) ? key : JSON.stringify(key))).join('.');
}
