/** A value out of a store as plain data, which can be sent to a worker or kept. */
export function toPlainData<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
