import type { SourceRecord } from '../storage/catalog';

/** A value out of a store as plain data, which can be sent to a worker or kept. */
export function toPlainData<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** A source without what is said of it while it is removed. */
export function toListed(source: SourceRecord): SourceRecord {
  const { removed: _, replacedBy: __, undone: ___, ...listed } = toPlainData(source);
  return listed;
}
