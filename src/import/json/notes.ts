import type { BatchNote } from '../batches';
import type { JsonColumn } from './columns';
import type { FoundLayout } from './layout';
import { toPath } from './layout';
import { KEY_FIELD } from './rowEvents';
import { isGeoJson } from './rowType';
import type { Shape } from './shape';
import type { JsonType } from './type';

/** What is not as it stands in the file, or not in the table. */
export function findNotes(top: Shape, layout: FoundLayout, columns: readonly JsonColumn[]): BatchNote[] {
  const notes = findLeftOut(top, layout);
  const row = layout.rows === 'columns' ? undefined : layout.shape;
  if (row && layout.form === 'record' && row.duplicates > 0) {
    notes.push({ kind: 'duplicate-key', count: row.duplicates });
  }
  for (const column of columns) {
    const { name, given, json } = column;
    const isNameless = layout.form === 'tuple' && !layout.header;
    if (name !== given && given !== KEY_FIELD && !isNameless) {
      notes.push({ kind: 'renamed', column: name, example: given });
    }
    const shape = findShape(layout, column);
    if (shape) notes.push(...findOf(shape, json, name));
  }
  return notes;
}

/** What stands beside the path to the rows. */
function findLeftOut(top: Shape, layout: FoundLayout): BatchNote[] {
  const notes: BatchNote[] = [];
  let shape = top.items!;
  layout.path.forEach((key, depth) => {
    for (const { name } of shape.fields.entries) {
      if (name === key) continue;
      notes.push({ kind: 'left-out', column: toPath([...layout.path.slice(0, depth), name]) });
    }
    shape = shape.fields.get(key)!.value;
  });
  if (isGeoJson(top, layout)) notes.push({ kind: 'left-out', column: 'features.type' });
  return notes;
}

function findOf(shape: Shape, type: JsonType, column: string): BatchNote[] {
  switch (type.kind) {
    case 'json':
      return type.why ? [{ kind: type.why, column }] : [];
    case 'list':
      return findOf(shape.items!, type.item, column);
    case 'struct': {
      const notes: BatchNote[] = type.fields.flatMap(({ key, type: inner }) =>
        findOf(shape.fields.get(key)!.value, inner, column),
      );
      for (const { key, name } of type.fields) {
        if (key !== name) notes.push({ kind: 'renamed', column: `${column}.${name}`, example: key });
      }
      if (shape.duplicates > 0) notes.push({ kind: 'duplicate-key', column, count: shape.duplicates });
      return notes;
    }
    case 'text': {
      const notes: BatchNote[] = [];
      if (type.why === 'mixed') notes.push({ kind: 'mixed', column });
      if (type.why === 'long-number') {
        notes.push({ kind: 'long-number', column, example: shape.numbers.example });
      }
      if (shape.badText > 0) notes.push({ kind: 'bad-text', column, count: shape.badText });
      return notes;
    }
    default:
      return [];
  }
}

/** Where the values of a column were counted. */
function findShape(layout: FoundLayout, { keys }: JsonColumn): Shape | undefined {
  const { rows, form, shape } = layout;
  if (keys[0] === KEY_FIELD) return undefined;
  if (form === 'value') return shape;
  const found = keys.reduce<Shape | undefined>((at, key) => at?.fields.get(key)?.value, shape);
  return rows === 'columns' ? found?.items : found;
}
