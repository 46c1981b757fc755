import type { SchemaElement, SchemaTree } from 'hyparquet/src/types.js';
import { createUnsupported } from './problems';

/**
 * A place of the schema as its values are nested. `defined` is the definition level from which on it is not null, `repeated`
 * the repetition level of the innermost list around it, and `slot` the definition level from which on it has a place there.
 */
export type Node = Levels &
  (
    | { kind: 'leaf'; element: SchemaElement; path: string[] }
    | { kind: 'struct'; children: Node[] }
    | { kind: 'list'; item: Node }
    | { kind: 'map'; entry: Node & { kind: 'struct' } }
  );

/** A column as it is stored. */
export type Leaf = Node & { kind: 'leaf' };

interface Levels extends Around {
  name: string;
}

interface Around {
  defined: number;
  repeated: number;
  slot: number;
}

/** The columns of a file, by the rules for lists of all ages (LogicalTypes.md, "Backward-compatibility rules"). */
export function toNodes(root: SchemaTree): Node[] {
  return root.children.map((child) => toNode(child, { defined: 0, repeated: 0, slot: 0 }));
}

function toNode(tree: SchemaTree, around: Around): Node {
  if (tree.element.repetition_type !== 'REPEATED') return toSingle(tree, around);
  // a list without a group around it is never null
  return { kind: 'list', ...around, name: tree.element.name, item: toItem(tree, around) };
}

/** The item of a list, whose repeated part is this. */
function toItem(tree: SchemaTree, { defined, repeated }: Around): Node {
  return toSingle(tree, { defined: defined + 1, repeated: repeated + 1, slot: defined + 1 });
}

function toSingle(tree: SchemaTree, around: Around): Node {
  const { element, children } = tree;
  const optional = element.repetition_type === 'OPTIONAL';
  const defined = around.defined + (optional ? 1 : 0);
  const levels = { ...around, defined, name: element.name };
  if (element.type) return { kind: 'leaf', ...levels, element, path: tree.path };
  if (children.length === 0) throw createUnsupported(`group without fields: ${element.name}`);
  const [only] = children;
  if (children.length === 1 && only!.element.repetition_type === 'REPEATED') {
    if (isMap(element) && only!.children.length === 2) {
      return { kind: 'map', ...levels, entry: toItem(only!, levels) as Node & { kind: 'struct' } };
    }
    if (isMap(element) || isList(element))
      return { kind: 'list', ...levels, item: toListItem(tree, only!, levels) };
  }
  return { kind: 'struct', ...levels, children: children.map((child) => toNode(child, levels)) };
}

/** The repeated part of a list is a wrapper around its item, or, in old files, the item itself. */
function toListItem(list: SchemaTree, repeated: SchemaTree, around: Around): Node {
  const { children, element } = repeated;
  const isItem =
    children.length !== 1 ||
    children[0]!.element.repetition_type === 'REPEATED' ||
    element.name === 'array' ||
    element.name === `${list.element.name}_tuple`;
  if (isItem) return toItem(repeated, around);
  const { defined, repeated: level } = around;
  return toNode(children[0]!, { defined: defined + 1, repeated: level + 1, slot: defined + 1 });
}

function isList({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === 'LIST' || logical_type?.type === 'LIST';
}

function isMap({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === 'MAP' || converted_type === 'MAP_KEY_VALUE' || logical_type?.type === 'MAP';
}

/** The leaves below a place, in the order of the file. */
export function findLeaves(node: Node): Leaf[] {
  switch (node.kind) {
    case 'leaf':
      return [node];
    case 'struct':
      return node.children.flatMap(findLeaves);
    case 'list':
      return findLeaves(node.item);
    case 'map':
      return findLeaves(node.entry);
  }
}
