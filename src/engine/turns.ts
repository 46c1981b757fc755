/** Whoever waited for one answer soon wants another: a person scrolls on. Until this has passed, what runs in the background rests. */
const PAUSE_MS = 250;

/** Lets statements that somebody waits for go before those in the background, which the engine works on a bit at a time. */
export function createTurns() {
  let ahead = 0;
  let ended = -Infinity;
  let waiting: (() => void)[] = [];

  async function whenMine(): Promise<void> {
    for (;;) {
      if (ahead > 0) await new Promise<void>((done) => waiting.push(done));
      const rest = ended + PAUSE_MS - performance.now();
      if (ahead === 0 && rest <= 0) return;
      if (ahead === 0) await new Promise((done) => setTimeout(done, rest));
    }
  }

  return {
    async take<T>(background: boolean, work: (whenMine: () => Promise<void>) => Promise<T>): Promise<T> {
      if (background) return work(whenMine);
      ahead++;
      try {
        return await work(() => Promise.resolve());
      } finally {
        ahead--;
        ended = performance.now();
        if (ahead === 0) {
          for (const go of waiting) go();
          waiting = [];
        }
      }
    },
  };
}
