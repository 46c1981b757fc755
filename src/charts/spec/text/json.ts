/** A text of JSON as a tree whose parts know where they stand, so that what is wrong can be shown at its place. */
export type Node =
  | {
      readonly kind: 'object';
      readonly from: number;
      readonly to: number;
      readonly members: readonly Member[];
    }
  | { readonly kind: 'array'; readonly from: number; readonly to: number; readonly items: readonly Node[] }
  | {
      readonly kind: 'plain';
      readonly from: number;
      readonly to: number;
      readonly value: string | number | boolean | null;
    };

export interface Member {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly value: Node;
}

/** Why a text is no JSON. */
export type Broken = 'value' | 'name' | 'colon' | 'comma' | 'end' | 'quote' | 'rest' | 'twice';

export class JsonFault extends Error {
  constructor(
    readonly why: Broken,
    readonly from: number,
    readonly to: number,
  ) {
    super(`no JSON at ${from}: ${why}`);
  }
}

const BLANK = /\s*/y;
const PLAIN = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true\b|false\b|null\b/y;
const QUOTED = /"(?:[^"\\\n]|\\.)*"/y;

/** The tree of a text; throws a `JsonFault` with the place where it is none. */
export function toTree(text: string): Node {
  let at = 0;

  function fail(why: Broken, from = at, to = from + 1): never {
    throw new JsonFault(why, Math.min(from, text.length), Math.min(to, text.length));
  }
  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }
  function skip(): string | undefined {
    take(BLANK);
    return text[at];
  }
  function takeText(): string {
    const from = at;
    const written = take(QUOTED);
    if (written === undefined) return fail('quote', from, Math.max(text.indexOf('\n', from), from + 1));
    try {
      return JSON.parse(written) as string;
    } catch {
      return fail('quote', from, at);
    }
  }
  function takeValue(): Node {
    const sign = skip();
    const from = at;
    if (sign === '{') return takeObject(from);
    if (sign === '[') return takeArray(from);
    if (sign === '"') return { kind: 'plain', value: takeText(), from, to: at };
    const plain = take(PLAIN);
    if (plain === undefined) return fail(sign === undefined ? 'end' : 'value');
    return { kind: 'plain', value: JSON.parse(plain) as number, from, to: at };
  }
  /** Goes on over a comma, or ends. */
  function isMore(closing: string): boolean {
    const sign = skip();
    if (sign === closing) {
      at += 1;
      return false;
    }
    if (sign === undefined) return fail('end');
    if (sign !== ',') return fail('comma');
    at += 1;
    return true;
  }
  function takeObject(from: number): Node {
    const members: Member[] = [];
    at += 1;
    if (skip() === '}') return { kind: 'object', members, from, to: ++at };
    do {
      const sign = skip();
      if (sign !== '"') return fail(sign === undefined ? 'end' : 'name');
      const begin = at;
      const name = takeText();
      const end = at;
      if (members.some((other) => other.name === name)) return fail('twice', begin, end);
      if (skip() !== ':') return fail(text[at] === undefined ? 'end' : 'colon');
      at += 1;
      members.push({ name, from: begin, to: end, value: takeValue() });
    } while (isMore('}'));
    return { kind: 'object', members, from, to: at };
  }
  function takeArray(from: number): Node {
    const items: Node[] = [];
    at += 1;
    if (skip() === ']') return { kind: 'array', items, from, to: ++at };
    do items.push(takeValue());
    while (isMore(']'));
    return { kind: 'array', items, from, to: at };
  }

  const tree = takeValue();
  if (skip() !== undefined) fail('rest', at, text.length);
  return tree;
}

/** The value that a tree stands for. */
export function toPlainValue(node: Node): unknown {
  switch (node.kind) {
    case 'plain':
      return node.value;
    case 'array':
      return node.items.map(toPlainValue);
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name, toPlainValue(value)]));
  }
}
