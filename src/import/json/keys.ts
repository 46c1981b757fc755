import { toText } from './text';

export interface KeyEntry<T> {
  name: string;
  /** As the key stood in the file when it was first seen. */
  bytes: Uint8Array;
  place: number;
  value: T;
}

/**
 * The keys of objects of one kind, found by their bytes. Objects repeat their keys in one order, so the one after the last is
 * tried first.
 */
export function createKeys<T>() {
  const entries: KeyEntry<T>[] = [];
  const byName = new Map<string, KeyEntry<T>>();

  return {
    entries,

    get: (name: string) => byName.get(name),

    add(name: string, bytes: Uint8Array, value: T): KeyEntry<T> {
      const entry = { name, bytes, place: entries.length, value };
      entries.push(entry);
      byName.set(name, entry);
      return entry;
    },

    /** `guess` is the place where the key most likely is. */
    find(
      bytes: Uint8Array,
      from: number,
      to: number,
      { escaped, guess }: { escaped: boolean; guess: number },
    ): KeyEntry<T> | undefined {
      const guessed = entries[guess];
      if (guessed && isSame(guessed.bytes, bytes, from, to)) return guessed;
      return byName.get(toText(bytes, from, to, escaped));
    },
  };
}

export type Keys<T> = ReturnType<typeof createKeys<T>>;

function isSame(key: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  const size = to - from;
  if (key.length !== size) return false;
  for (let k = 0; k < size; k++) if (key[k] !== bytes[from + k]) return false;
  return true;
}
