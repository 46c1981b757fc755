/** A lock that is held among all tabs. */
export interface Held {
  free(): void;
  /** Resolves if another tab takes it by force. */
  lost: Promise<void>;
}

export interface Locks {
  /** Takes a lock at once: undefined where another tab holds it, unless it is taken by force. */
  take(name: string, how: 'if-free' | 'by-force'): Promise<Held | undefined>;
  /** Waits for its turn; rejects when it is called off. */
  wait(name: string, signal: AbortSignal): Promise<Held>;
}

export function createWebLocks(locks: LockManager): Locks {
  function request(name: string, options: LockOptions): Promise<Held | undefined> {
    return new Promise((taken, fail) => {
      let isHeld = false;
      let lose = () => {};
      const lost = new Promise<void>((done) => (lose = done));
      locks
        .request(name, options, (lock) => {
          if (!lock) return taken(undefined);
          isHeld = true;
          return new Promise<void>((free) => taken({ free, lost }));
        })
        .catch((error: unknown) => (isHeld ? lose() : fail(error)));
    });
  }

  return {
    take: (name, how) => request(name, how === 'by-force' ? { steal: true } : { ifAvailable: true }),
    wait: async (name, signal) => (await request(name, { signal }))!,
  };
}

/** Where there is but one tab that can see what is stored: every lock is free. */
export function createFreeLocks(): Locks {
  const take = async (): Promise<Held> => ({ free: () => {}, lost: new Promise(() => {}) });
  return { take, wait: take };
}
