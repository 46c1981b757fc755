import type { Data, Struct } from 'apache-arrow';
import { Field, List, makeData } from 'apache-arrow';
import { createBits, grow } from '../arrow/buffers';
import type { Keys } from './keys';
import { createKeys } from './keys';
import type { ScalarBuilder } from './scalars';
import { createScalarBuilder, createTextBuilder } from './scalars';
import type { JsonType } from './type';
import { toArrowType } from './type';

/** Collects the values of one place of a JSON text as an Arrow column. */
export type Builder =
  | { kind: 'scalar'; scalar: ScalarBuilder }
  | { kind: 'json'; scalar: ReturnType<typeof createTextBuilder> }
  | ListBuilder
  | StructBuilder;

export interface ListBuilder {
  kind: 'list';
  length: number;
  item: Builder;
  /** The list is complete. */
  end(): void;
  addNull(): void;
  truncate(length: number): void;
  take(): Data;
}

export interface StructBuilder {
  kind: 'struct';
  length: number;
  fields: Keys<Builder>;
  /** The struct is complete: fields that were not given are null. */
  end(): void;
  addNull(): void;
  truncate(length: number): void;
  take(): Data;
}

/** `onBytes` hears how much room texts take. */
export function createBuilder(type: JsonType, onBytes: (count: number) => void): Builder {
  switch (type.kind) {
    case 'list':
      return createListBuilder(createBuilder(type.item, onBytes), toArrowType(type) as List);
    case 'struct':
      return createStructBuilder(type, onBytes);
    case 'json':
      return { kind: 'json', scalar: createTextBuilder(onBytes) };
    case 'text':
      return { kind: 'scalar', scalar: createTextBuilder(onBytes) };
    default:
      return { kind: 'scalar', scalar: createScalarBuilder(type.kind) };
  }
}

export function createStructBuilder(
  type: JsonType & { kind: 'struct' },
  onBytes: (count: number) => void,
): StructBuilder {
  const fields = createKeys<Builder>();
  for (const field of type.fields) fields.add(field.key, field.bytes, createBuilder(field.type, onBytes));
  const arrow = toArrowType(type) as Struct;
  let valid = createBits(1024);

  const builder: StructBuilder = {
    kind: 'struct',
    length: 0,
    fields,

    end() {
      valid.set(builder.length++);
      for (const { value } of fields.entries)
        if (toOwn(value).length < builder.length) toOwn(value).addNull();
    },

    addNull() {
      valid.clear(builder.length++);
      for (const { value } of fields.entries) toOwn(value).addNull();
    },

    truncate(length) {
      builder.length = length;
      for (const { value } of fields.entries) toOwn(value).truncate(length);
    },

    take() {
      const { length } = builder;
      const taken = makeData({
        type: arrow,
        length,
        nullCount: valid.countNulls(length),
        nullBitmap: valid.take(length),
        children: fields.entries.map(({ value }) => toOwn(value).take()),
      });
      valid = createBits(1024);
      builder.length = 0;
      return taken;
    },
  };
  return builder;
}

function createListBuilder(item: Builder, type: List): ListBuilder {
  let offsets = new Int32Array(1024);
  let valid = createBits(1024);

  function end(isValid: boolean): void {
    if (builder.length + 1 >= offsets.length) offsets = grow(offsets, offsets.length * 2);
    if (isValid) valid.set(builder.length);
    else valid.clear(builder.length);
    offsets[++builder.length] = toOwn(item).length;
  }

  const builder: ListBuilder = {
    kind: 'list',
    length: 0,
    item,
    end: () => end(true),
    addNull: () => end(false),

    truncate(length) {
      builder.length = length;
      toOwn(item).truncate(offsets[length]!);
    },

    take() {
      const { length } = builder;
      const taken = makeData({
        type: new List(new Field('item', type.valueType, true)),
        length,
        nullCount: valid.countNulls(length),
        nullBitmap: valid.take(length),
        valueOffsets: offsets.subarray(0, length + 1),
        child: toOwn(item).take(),
      });
      offsets = new Int32Array(1024);
      valid = createBits(1024);
      builder.length = 0;
      return taken;
    },
  };
  return builder;
}

/** What every builder can do. */
export function toOwn(builder: Builder): Pick<ListBuilder, 'length' | 'addNull' | 'truncate' | 'take'> {
  return 'scalar' in builder ? builder.scalar : builder;
}
