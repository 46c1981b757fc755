import type { Data, DataType } from 'apache-arrow';
import { Field, List, makeData, Map_, Struct } from 'apache-arrow';
import { quoteName } from '../../sql/quote';
import { createBits, grow } from '../arrow/buffers';
import { toDuckType } from '../arrow/duckType';
import { toNames } from '../names';
import type { LeafRows } from './column';
import type { LeafType } from './leafType';
import type { Leaf, Node } from './schema';

/** What a place of the schema becomes. */
export interface NodeType {
  arrow: DataType;
  duckType: string;
}

/** `leaf` gives the types of the columns that are stored. */
export function toNodeType(node: Node, leaf: (leaf: Leaf) => LeafType): NodeType {
  switch (node.kind) {
    case 'leaf': {
      const { arrow, duckType } = leaf(node);
      return { arrow, duckType: duckType ?? toDuckType(arrow) };
    }
    case 'struct': {
      const names = toNames(node.children.map(({ name }) => name));
      const types = node.children.map((child) => toNodeType(child, leaf));
      return {
        arrow: new Struct(types.map(({ arrow }, k) => new Field(names[k]!, arrow, true))),
        duckType: `STRUCT(${types.map(({ duckType }, k) => `${quoteName(names[k]!)} ${duckType}`).join(', ')})`,
      };
    }
    case 'list': {
      const { arrow, duckType } = toNodeType(node.item, leaf);
      return { arrow: new List(new Field('item', arrow, true)), duckType: `${duckType}[]` };
    }
    case 'map': {
      const [key, value] = node.entry.children.map((child) => toNodeType(child, leaf));
      const fields = [new Field('key', key!.arrow, false), new Field('value', value!.arrow, true)];
      return {
        arrow: new Map_(new Field('entries', new Struct(fields), false) as never),
        duckType: `MAP(${key!.duckType}, ${value!.duckType})`,
      };
    }
  }
}

/** Puts the stored columns together as the schema nests them (Melnik et al., "Dremel", 2010). */
export function nest(node: Node, type: DataType, leaf: (leaf: Leaf) => LeafRows): Data {
  switch (node.kind) {
    case 'leaf':
      return leaf(node).data;
    case 'struct': {
      const { length, nullCount, nullBitmap } = findStructs(node, leaf(findFirstLeaf(node)));
      const fields = (type as Struct).children;
      const children = node.children.map((child, k) => nest(child, fields[k]!.type as DataType, leaf));
      return makeData({ type: type as Struct, length, nullCount, nullBitmap, children });
    }
    case 'list': {
      const lists = findLists(node, leaf(findFirstLeaf(node)));
      const child = nest(node.item, (type as List).valueType, leaf);
      return makeData({ type: type as List, ...lists, child });
    }
    case 'map': {
      const lists = findLists(node, leaf(findFirstLeaf(node)));
      const child = nest(node.entry, (type as Map_).children[0]!.type as DataType, leaf);
      return makeData({ type: type as Map_, ...lists, child: child as Data<never> });
    }
  }
}

/** All columns below a place tell the same of it; the first will do. */
function findFirstLeaf(node: Node): Leaf {
  switch (node.kind) {
    case 'leaf':
      return node;
    case 'struct':
      return findFirstLeaf(node.children[0]!);
    case 'list':
      return findFirstLeaf(node.item);
    case 'map':
      return findFirstLeaf(node.entry);
  }
}

interface Structs {
  length: number;
  nullCount: number;
  nullBitmap: Uint8Array;
}

function findStructs(
  { slot, repeated, defined }: Node,
  { entries, definitions, repetitions }: LeafRows,
): Structs {
  const valid = createBits(entries);
  let length = 0;
  for (let k = 0; k < entries; k++) {
    if (repetitions[k]! > repeated || definitions[k]! < slot) continue;
    if (definitions[k]! >= defined) valid.set(length);
    length++;
  }
  return { length, nullCount: valid.countNulls(length), nullBitmap: valid.take(length) };
}

function findLists(
  { slot, repeated, defined }: Node,
  { entries, definitions, repetitions }: LeafRows,
): Structs & { valueOffsets: Int32Array } {
  const valid = createBits(entries);
  let offsets = new Int32Array(1024);
  let length = 0;
  let items = 0;
  for (let k = 0; k < entries; k++) {
    if (repetitions[k]! <= repeated && definitions[k]! >= slot) {
      if (length + 1 === offsets.length) offsets = grow(offsets, offsets.length * 2);
      offsets[length] = items;
      if (definitions[k]! >= defined) valid.set(length);
      length++;
    }
    if (repetitions[k]! <= repeated + 1 && definitions[k]! > defined) items++;
  }
  offsets[length] = items;
  const valueOffsets = offsets.subarray(0, length + 1);
  return { length, nullCount: valid.countNulls(length), nullBitmap: valid.take(length), valueOffsets };
}
