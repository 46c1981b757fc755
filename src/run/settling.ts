/** Who waits until cells have come to rest. */
export function createSettling(isOpen: (id: string) => boolean) {
  const checks = new Set<() => void>();
  return {
    whenSettled(ids: Iterable<string>): Promise<void> {
      const all = [...ids];
      let at = 0;
      return new Promise((done) => {
        const check = () => {
          // round from the one that was open the last time, which is most often open still
          for (let n = 0; n < all.length; n++) {
            if (isOpen(all[at]!)) return;
            at = (at + 1) % all.length;
          }
          checks.delete(check);
          done();
        };
        checks.add(check);
        check();
      });
    },

    tell(): void {
      for (const check of checks) check();
    },
  };
}
