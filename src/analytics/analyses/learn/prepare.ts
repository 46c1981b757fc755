import type { Complete } from '../../complete';
import { toMisfit } from '../../core/check';
import type { Random } from '../../core/random';
import type { Frame, FrameColumn } from '../../frame';
import { splitByTime, splitTarget } from '../../predict/split';
import type { Target } from '../../predict/target';
import { findAsked, findClasses } from '../classes';
import { findColumn, toFeatures } from '../learning';

export interface LearnSettings {
  target: string;
  /** Whether a number is to be predicted, or one of several classes; a number of two values alone is a class by itself. */
  as: 'auto' | 'number' | 'class';
  columns: readonly string[];
  /** The class that is asked for where there are two; empty where a usual one, or the rarer, is meant. */
  positive: string;
  /** The share of rows that the model is tested on. */
  held: number;
  /** The column of moments after the last of which it is tested; empty where rows are held back at random. */
  time: string;
}

/** What is to be predicted, of each complete row: what is known of it. */
export type Wanted =
  | { kind: 'number'; name: string; values: Float64Array }
  | { kind: 'class'; name: string; codes: Int32Array; labels: string[]; asked?: number };

export interface Prepared {
  complete: Complete;
  wanted: Wanted;
  /** Places among the complete rows: those to learn from, and those held back. */
  train: Int32Array;
  test: Int32Array;
}

export function toPrepared(frame: Frame, settings: LearnSettings, random: Random): Prepared {
  const { target, complete } = toFeatures(frame, settings);
  const wanted = toWanted(target, complete.places, settings);
  const known = Int32Array.from({ length: complete.rows }, (_, place) => place).filter((place) =>
    isKnown(wanted, place),
  );
  if (known.length < 2) throw toMisfit('too-few-rows', { needed: 2, rows: known.length });
  const held = settings.time
    ? toHeldInTime(findColumn(frame.columns, settings.time), complete.places, known, settings.held)
    : splitTarget(toTarget(wanted, known), { share: settings.held, random });
  return {
    complete,
    wanted,
    train: known.filter((_, at) => held[at] === 0),
    test: known.filter((_, at) => held[at] === 1),
  };
}

export function toTarget(wanted: Wanted, places: Int32Array): Target {
  return wanted.kind === 'number'
    ? { kind: 'number', values: Float64Array.from(places, (place) => wanted.values[place]!) }
    : {
        kind: 'class',
        codes: places.map((place) => wanted.codes[place]!),
        classes: wanted.labels.length,
      };
}

function isKnown(wanted: Wanted, place: number): boolean {
  return wanted.kind === 'number' ? Number.isFinite(wanted.values[place]) : wanted.codes[place]! >= 0;
}

function toWanted(column: FrameColumn, places: Int32Array, { as, positive }: LearnSettings): Wanted {
  const { name } = column;
  if (column.kind === 'text') {
    const codes = places.map((place) => column.codes[place]!);
    return toClasses(name, codes, column.labels, positive);
  }
  const values = Float64Array.from(places, (place) => column.values[place]!);
  const different = [...new Set(values.filter(Number.isFinite))].sort((a, b) => a - b);
  if (as === 'number' || (as === 'auto' && different.length !== 2)) return { kind: 'number', name, values };
  const codes = Int32Array.from(values, (value) => different.indexOf(value));
  return toClasses(name, codes, different.map(String), positive);
}

/** More classes than these are no classes, but names. */
const MOST_CLASSES = 50;

function toClasses(
  name: string,
  codes: Int32Array,
  labels: readonly string[],
  positive: string,
): Extract<Wanted, { kind: 'class' }> {
  const seen = findClasses(codes, labels);
  if (seen.length > MOST_CLASSES)
    throw toMisfit('too-many-classes', { column: name, count: seen.length, most: MOST_CLASSES });
  const ranks = new Int32Array(labels.length).fill(-1);
  for (const [rank, { code }] of seen.entries()) ranks[code] = rank;
  return {
    kind: 'class',
    name,
    codes: codes.map((code) => (code < 0 ? -1 : ranks[code]!)),
    labels: seen.map(({ label }) => label),
    ...(seen.length === 2 && { asked: findAsked(name, seen, positive) }),
  };
}

/** Rows without a moment are learned from. */
function toHeldInTime(column: FrameColumn, places: Int32Array, known: Int32Array, share: number): Uint8Array {
  if (column.kind !== 'number') throw toMisfit('not-a-number', { column: column.name });
  const times = Float64Array.from(known, (place) => column.values[places[place]!]!);
  const first = times.reduce(
    (least, time) => (Number.isFinite(time) ? Math.min(least, time) : least),
    Infinity,
  );
  if (share === 0 || !Number.isFinite(first)) return new Uint8Array(known.length);
  return splitByTime(
    times.map((time) => (Number.isFinite(time) ? time : first)),
    { share },
  );
}
