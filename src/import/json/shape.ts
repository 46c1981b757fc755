import type { Keys } from './keys';
import { createKeys } from './keys';
import type { MomentType } from './moment';
import { maybeMomentType } from './moment';
import type { NumberFacts } from './number';
import { addNumber, createNumberFacts, mergeNumbers } from './number';
import { hasLoneSurrogate, toText } from './text';
import type { JsonHandler } from './tokens';

/** What stood at one place of a JSON text: all items of an array share a place, and so do all values of a key. */
export interface Shape {
  nulls: number;
  flags: number;
  strings: number;
  objects: number;
  arrays: number;
  numbers: NumberFacts;
  /** What every string is, as long as it is a date or a time. */
  moment: MomentType | 'none' | undefined;
  badText: number;
  duplicates: number;
  fields: Keys<Shape>;
  /** Instead of `fields`, where there are so many keys that they are data themselves. */
  values: Shape | undefined;
  /** The keys that `values` stands for, repeated ones counted again. */
  members: number;
  items: Shape | undefined;
  /** Of the arrays here. */
  shortest: number;
  longest: number;
  /** Of the arrays here, the first, if it holds nothing but strings. */
  firstTexts: string[] | undefined;
  /** Nested too deep to be looked into. */
  isDeep: boolean;
  /** The last object that had this key. */
  seenIn: number;
}

/** An object with more keys than a table has columns is a list of entries. */
const MOST_FIELDS = 4000;
const MOST_DEPTH = 64;
/** A first row with more texts is no header. */
const MOST_HEADER = 4000;

export function createShape(): Shape {
  return {
    nulls: 0,
    flags: 0,
    strings: 0,
    objects: 0,
    arrays: 0,
    numbers: createNumberFacts(),
    moment: undefined,
    badText: 0,
    duplicates: 0,
    fields: createKeys(),
    values: undefined,
    members: 0,
    items: undefined,
    shortest: Infinity,
    longest: 0,
    firstTexts: undefined,
    isDeep: false,
    seenIn: -1,
  };
}

export function countValues({ nulls, flags, strings, objects, arrays, numbers }: Shape): number {
  return nulls + flags + strings + objects + arrays + numbers.count;
}

interface Frame {
  shape: Shape;
  isObject: boolean;
  /** The number of the object, and the place of its next key. */
  serial: number;
  guess: number;
  /** The shape of the value that comes next. */
  target: Shape;
  size: number;
  texts: string[] | undefined;
}

/** Finds the shape of a JSON text; its top-level values are the items of the shape that it gives. */
export function createSurvey() {
  const top = createShape();
  top.items = createShape();
  const frames: Frame[] = [toFrame(top, 0, false)];
  let frame = frames[0]!;
  let serial = 0;
  /** How many containers are open below the deepest that is looked into. */
  let buried = 0;

  function begin(isObject: boolean): void {
    if (buried > 0) {
      buried++;
      return;
    }
    const shape = enter();
    frame.texts = undefined;
    if (isObject) shape.objects++;
    else shape.arrays++;
    if (frames.length > MOST_DEPTH) {
      shape.isDeep = true;
      buried = 1;
      return;
    }
    frame = toFrame(shape, ++serial, isObject);
    if (!isObject && shape.arrays === 1) frame.texts = [];
    if (!isObject) frame.target = shape.items ??= createShape();
    frames.push(frame);
  }

  function end(): void {
    if (buried > 0) {
      buried--;
      return;
    }
    const { shape, isObject, size, texts } = frame;
    if (!isObject) {
      shape.shortest = Math.min(shape.shortest, size);
      shape.longest = Math.max(shape.longest, size);
      if (texts) shape.firstTexts = texts;
    }
    frames.pop();
    frame = frames.at(-1)!;
  }

  /** Counts a value in the container at hand, and gives its shape. */
  function enter(): Shape {
    frame.size++;
    return frame.target;
  }

  const handler: JsonHandler = {
    beginObject: () => begin(true),
    endObject: end,
    beginArray: () => begin(false),
    endArray: end,

    key(bytes, from, to, escaped) {
      if (buried > 0) return;
      const { shape } = frame;
      if (shape.values) {
        shape.members++;
        frame.target = shape.values;
        return;
      }
      let entry = shape.fields.find(bytes, from, to, { escaped, guess: frame.guess });
      if (!entry) {
        if (shape.fields.entries.length === MOST_FIELDS) {
          foldFields(shape);
          frame.target = shape.values!;
          return;
        }
        const name = toText(bytes, from, to, escaped);
        entry = shape.fields.add(name, bytes.slice(from, to), createShape());
      }
      if (entry.value.seenIn === frame.serial) shape.duplicates++;
      entry.value.seenIn = frame.serial;
      frame.guess = entry.place + 1;
      frame.target = entry.value;
    },

    string(bytes, from, to, escaped) {
      if (buried > 0) return;
      const shape = enter();
      shape.strings++;
      if (escaped && hasLoneSurrogate(toText(bytes, from, to, true))) shape.badText++;
      if (shape.moment !== 'none') {
        const size = to - from;
        const found =
          escaped || size < 10 || size > 26 ? undefined : maybeMomentType(toText(bytes, from, to, false));
        shape.moment = found && (shape.moment ?? found) === found ? found : 'none';
      }
      if (!frame.texts) return;
      if (frame.texts.length < MOST_HEADER) frame.texts.push(toText(bytes, from, to, escaped));
      else frame.texts = undefined;
    },

    number(bytes, from, to, whole) {
      if (buried > 0) return;
      addNumber(enter().numbers, bytes, from, to, whole);
      frame.texts = undefined;
    },

    literal(value) {
      if (buried > 0) return;
      const shape = enter();
      if (value === null) shape.nulls++;
      else shape.flags++;
      frame.texts = undefined;
    },
  };

  return { handler, top };
}

function toFrame(shape: Shape, serial: number, isObject: boolean): Frame {
  return { shape, isObject, serial, guess: 0, target: shape.items ?? shape, size: 0, texts: undefined };
}

/** The keys are data: from here on all values of the object have one shape. */
function foldFields(shape: Shape): void {
  shape.values = mergeFields(shape);
  shape.members = shape.fields.entries.reduce((sum, { value }) => sum + countValues(value), 1);
}

/** One shape for the values of all keys. */
export function mergeFields({ fields, values }: Shape): Shape {
  if (values) return values;
  const merged = createShape();
  for (const { value } of fields.entries) mergeShape(merged, value);
  return merged;
}

function mergeShape(into: Shape, from: Shape): void {
  into.nulls += from.nulls;
  into.flags += from.flags;
  into.strings += from.strings;
  into.objects += from.objects;
  into.arrays += from.arrays;
  mergeNumbers(into.numbers, from.numbers);
  if (from.strings > 0) {
    into.moment = (into.moment ?? from.moment) === from.moment ? from.moment : 'none';
  }
  into.badText += from.badText;
  into.duplicates += from.duplicates;
  into.shortest = Math.min(into.shortest, from.shortest);
  into.longest = Math.max(into.longest, from.longest);
  into.isDeep ||= from.isDeep;
  if (from.items) mergeShape((into.items ??= createShape()), from.items);
  if (into.values) mergeShape(into.values, mergeFields(from));
  else if (from.values) {
    mergeShape(from.values, mergeFields(into));
    into.values = from.values;
  } else {
    for (const { name, bytes, value } of from.fields.entries) {
      const entry = into.fields.get(name) ?? into.fields.add(name, bytes, createShape());
      mergeShape(entry.value, value);
    }
    if (into.fields.entries.length > MOST_FIELDS) into.values = mergeFields(into);
  }
}
