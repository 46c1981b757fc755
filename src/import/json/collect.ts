import type { Builder, StructBuilder } from './builders';
import { toOwn } from './builders';
import type { JsonHandler } from './tokens';

type Container = Extract<Builder, { kind: 'struct' | 'list' }>;

interface Frame {
  container: Container;
  /** The place of the struct's next key, most likely. */
  guess: number;
  /** Where the next value belongs. */
  target: Builder;
}

/** Puts objects, one after another, into the builder of their rows. */
export function collectRows(rows: StructBuilder, onRow: () => void): JsonHandler {
  return collect({ container: rows, guess: 0, target: rows }, onRow);
}

/** Puts the one object of a file, whose fields are the columns, into a builder for each. */
export function collectColumns(columns: StructBuilder): JsonHandler {
  const { fields } = columns;
  const frame = { container: columns, guess: 0, target: columns };
  const handler = collect(frame, () => {});
  let level = 0;
  return {
    ...handler,
    beginObject: () => {},
    endObject: () => {},
    beginArray: () => void level++,
    endArray: () => void level--,
    key(bytes, from, to, escaped) {
      frame.target = fields.find(bytes, from, to, { escaped, guess: 0 })!.value as never;
    },
    literal(value) {
      if (level > 0) handler.literal(value);
    },
  };
}

function collect(first: Frame, onRow: () => void): JsonHandler {
  const frames: Frame[] = [first];
  let frame = first;
  /** Containers that are open within a value that is kept as JSON, and whether a comma must come before the next in it. */
  let captured = 0;
  let needsComma = false;

  function push(container: Container): void {
    frame = { container, guess: 0, target: container.kind === 'list' ? container.item : container };
    frames.push(frame);
  }

  function begin(isObject: boolean): void {
    const { target } = frame;
    if (target.kind === 'json') {
      separate();
      write(isObject ? '{' : '[');
      captured++;
      needsComma = false;
    } else if (target.kind === 'scalar') throw new Error('a container among values of the type');
    else push(target);
  }

  function end(isObject: boolean): void {
    if (captured > 0) {
      write(isObject ? '}' : ']');
      needsComma = true;
      captured--;
      endCaptured();
      return;
    }
    frame.container.end();
    frames.pop();
    frame = frames.at(-1)!;
    if (frames.length === 1) onRow();
  }

  function separate(): void {
    if (captured > 0 && needsComma) write(',');
  }

  function write(text: keyof typeof SIGNS): void {
    const { target } = frame;
    if (target.kind === 'json') target.scalar.addPiece(SIGNS[text], 0, SIGNS[text].length);
  }

  function endCaptured(): void {
    const { target } = frame;
    if (captured === 0 && target.kind === 'json') target.scalar.endText();
  }

  /** A scalar within JSON, as it stands in the file. */
  function capture(bytes: Uint8Array, from: number, to: number): void {
    separate();
    const { target } = frame;
    if (target.kind === 'json') target.scalar.addPiece(bytes, from, to);
    needsComma = true;
    endCaptured();
  }

  return {
    beginObject: () => begin(true),
    endObject: () => end(true),
    beginArray: () => begin(false),
    endArray: () => end(false),

    key(bytes, from, to, escaped) {
      if (captured > 0) {
        separate();
        write('"');
        const { target } = frame;
        if (target.kind === 'json') target.scalar.addPiece(bytes, from, to);
        write('":');
        needsComma = false;
        return;
      }
      const struct = frame.container as StructBuilder;
      const entry = struct.fields.find(bytes, from, to, { escaped, guess: frame.guess })!;
      frame.guess = entry.place + 1;
      frame.target = entry.value;
      // the key stood there before: the last value counts
      const own = toOwn(entry.value);
      if (own.length > struct.length) own.truncate(struct.length);
    },

    string(bytes, from, to, escaped) {
      const { target } = frame;
      if (target.kind === 'json') {
        // the quotes stand around it
        capture(bytes, from - 1, to + 1);
      } else if (target.kind === 'scalar') target.scalar.addString(bytes, from, to, escaped);
    },

    number(bytes, from, to) {
      const { target } = frame;
      if (target.kind === 'json') capture(bytes, from, to);
      else if (target.kind === 'scalar') target.scalar.addNumber(bytes, from, to);
    },

    literal(value) {
      const { target } = frame;
      if (captured > 0) {
        const sign = SIGNS[`${value}`];
        capture(sign, 0, sign.length);
      } else if (value === null) toOwn(target).addNull();
      else if (target.kind === 'json') {
        const sign = SIGNS[`${value}`];
        capture(sign, 0, sign.length);
      } else if (target.kind === 'scalar') target.scalar.addFlag(value);
    },
  };
}

const encoder = new TextEncoder();

const SIGNS = {
  '{': encoder.encode('{'),
  '}': encoder.encode('}'),
  '[': encoder.encode('['),
  ']': encoder.encode(']'),
  ',': encoder.encode(','),
  '"': encoder.encode('"'),
  '":': encoder.encode('":'),
  true: encoder.encode('true'),
  false: encoder.encode('false'),
  null: encoder.encode('null'),
};
