/** Those who want to be told. */
export function createListeners<A extends unknown[]>() {
  const listeners = new Set<(...args: A) => void>();
  return {
    /** Gives back what ends it. */
    add(listener: (...args: A) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    call(...args: A): void {
      for (const listener of listeners) listener(...args);
    },
  };
}
