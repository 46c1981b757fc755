/**
 * Tells when a worker dies, however it dies. Browsers send no event for a worker that is closed or killed, but they let go
 * of its locks: the worker holds one for life, and whoever waits for that lock is called at the worker's end.
 */

/** Called in the worker: holds the lock until the worker ends. Resolves once it is held. */
export function holdLife(name: string): Promise<void> {
  return new Promise((held) => {
    if (!navigator.locks) return held();
    void navigator.locks.request(name, () => {
      held();
      return new Promise(() => {});
    });
  });
}

/** Called by the owner, after the worker holds its lock: calls back once, at the worker's end. */
export function watchLife(name: string, onEnd: () => void): () => void {
  const stop = new AbortController();
  navigator.locks
    ?.request(name, { signal: stop.signal }, () => onEnd())
    .catch(() => {
      // the watch was called off
    });
  return () => stop.abort();
}
