import type { FoundLayout } from './layout';
import { KEY_FIELD, VALUE_FIELD } from './rowEvents';
import type { Shape } from './shape';
import type { JsonField, JsonType } from './type';
import { toJsonType } from './type';

export type RowType = JsonType & { kind: 'struct' };

/** A row as an object, whose fields become columns. */
export function toRowType(top: Shape, layout: FoundLayout, { types }: { types?: 'auto' | 'text' }): RowType {
  const options = { asText: types === 'text' };
  const { shape, rows, form } = layout;
  const fields: JsonField[] = rows === 'entries' ? [toField(KEY_FIELD, { kind: 'text' })] : [];
  if (rows === 'columns') {
    for (const { name, value } of shape.fields.entries) {
      fields.push(toField(name, toJsonType(value.items!, options)));
    }
  } else if (form === 'value') fields.push(toField(VALUE_FIELD, toJsonType(shape, options)));
  else if (form === 'tuple') {
    for (let place = 0; place < shape.longest; place++) {
      const value = shape.fields.get(String(place))?.value;
      fields.push(toField(String(place), value ? toJsonType(value, options) : { kind: 'text' }));
    }
  } else fields.push(...(toJsonType(shape, options) as RowType).fields);
  if (isGeoJson(top, layout)) {
    const geometry = fields.find(({ key }) => key === 'geometry')!;
    geometry.type = { kind: 'json' };
  }
  return { kind: 'struct', fields };
}

/** A map file: what a row says of its place is one value, and what it says otherwise lies one level deeper. */
export function isGeoJson(top: Shape, { path, rows, shape }: FoundLayout): boolean {
  const outer = top.items!.fields;
  return (
    rows === 'items' &&
    path.length === 1 &&
    path[0] === 'features' &&
    (outer.get('type')?.value.strings ?? 0) > 0 &&
    ['type', 'geometry', 'properties'].every((key) => shape.fields.get(key))
  );
}

function toField(name: string, type: JsonType): JsonField {
  return { key: name, bytes: new TextEncoder().encode(name), name, type };
}
