import { Problem } from '../lib/problem';
import type { CellSpec } from './cell';

/** A spec's settings, checked where they come in. */

export function toText(spec: CellSpec, setting: string, otherwise = ''): string {
  const value = spec[setting];
  if (value === undefined) return otherwise;
  if (typeof value === 'string') return value;
  throw new Problem('cell-setting', { params: { setting, detail: toShown(value) } });
}

export function toName(spec: CellSpec, otherwise: string): string {
  return toPlainName(toText(spec, 'name')) || otherwise;
}

/** A name in one line. The engine takes a name no further than its first NUL, and would find none. */
export function toPlainName(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

export function toNumber(spec: CellSpec, setting: string, otherwise: number): number {
  const value = spec[setting];
  if (value === undefined) return otherwise;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Problem('cell-setting', { params: { setting, detail: toShown(value) } });
}

export function toFlag(spec: CellSpec, setting: string, otherwise = false): boolean {
  const value = spec[setting];
  if (value === undefined) return otherwise;
  if (typeof value === 'boolean') return value;
  throw new Problem('cell-setting', { params: { setting, detail: toShown(value) } });
}

/** One of a few words. */
export function toChoice<T extends string>(spec: CellSpec, setting: string, choices: readonly T[]): T {
  const value = spec[setting] ?? choices[0];
  const found = choices.find((choice) => choice === value);
  if (found) return found;
  throw new Problem('cell-setting', { params: { setting, detail: toShown(value) } });
}

export function toShown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 80);
}
