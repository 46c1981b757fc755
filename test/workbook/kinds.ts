import type { Cell, Kinds } from '../../src/workbook/cell';
import type { Plan, RunKind } from '../../src/workbook/plan';

/** A kind as small as can be: `@orders + $since` reads a table and a value. */
export interface WordCell extends Cell {
  readonly words: string;
}

export interface ValueCell extends Cell {
  readonly value: number;
}

const wordKind: RunKind<WordCell> = {
  kind: 'word',
  gives: 'table',
  toCell: (spec, id) => ({
    id,
    kind: 'word',
    name: String(spec.name ?? 'word'),
    words: String(spec['words'] ?? ''),
  }),
  findReads: ({ words }) => ({ tables: find(words, '@'), values: find(words, '$') }),
  rename: (cell, { of, from, to }) => ({
    ...cell,
    words: cell.words.replaceAll(
      new RegExp(`\\${of === 'table' ? '@' : '$'}${from}\\b`, 'gi'),
      (found) => `${found[0]}${to}`,
    ),
  }),
  toPlan({ words }, { findValue }): Plan {
    const values = find(words, '$').map((name) => [name, findValue(name)!] as const);
    return { do: 'keep', sql: words, values: Object.fromEntries(values) };
  },
};

const valueKind: RunKind<ValueCell> = {
  kind: 'value',
  gives: 'value',
  toCell: (spec, id) => ({
    id,
    kind: 'value',
    name: String(spec.name ?? 'value'),
    value: Number(spec['value'] ?? 0),
  }),
  findReads: () => ({ tables: [], values: [] }),
  rename: (cell) => cell,
  toPlan: () => ({ do: 'nothing' }),
  toValue: ({ value }) => ({ type: 'DOUBLE', value: String(value) }),
};

const all: Record<string, RunKind> = {
  word: wordKind as unknown as RunKind,
  value: valueKind as unknown as RunKind,
};

export const kinds: Kinds & { find(kind: string): RunKind | undefined } = { find: (kind) => all[kind] };

export function word(id: string, words = '', name = id): WordCell {
  return { id, kind: 'word', name, words };
}

export function value(id: string, number = 0, name = id): ValueCell {
  return { id, kind: 'value', name, value: number };
}

function find(words: string, mark: string): string[] {
  return [
    ...new Set([...words.matchAll(new RegExp(`[${mark}]([\\p{L}\\p{N}_]+)`, 'gu'))].map(([, name]) => name!)),
  ];
}
