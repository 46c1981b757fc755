/** Items that one side makes and another takes, in order. The maker can wait until not too much is waiting. */
export function createQueue<T>(weigh: (item: T) => number, mostWaiting: number) {
  const items: { item: T; weight: number }[] = [];
  let waiting = 0;
  let isClosed = false;
  let wakeTaker = () => {};
  let wakeMaker = () => {};

  const isFull = () => waiting > mostWaiting && !isClosed;

  return {
    /** Adds an item; resolves when there is room for another. */
    async push(item: T): Promise<void> {
      // weighed once: whoever takes it may give it away
      const weight = weigh(item);
      items.push({ item, weight });
      waiting += weight;
      wakeTaker();
      while (isFull()) await new Promise<void>((done) => (wakeMaker = done));
    },

    /** Nothing more comes, or nothing more is taken. */
    close(): void {
      isClosed = true;
      wakeTaker();
      wakeMaker();
    },

    isClosed: () => isClosed,

    async *[Symbol.asyncIterator](): AsyncGenerator<T> {
      for (;;) {
        while (items.length === 0) {
          if (isClosed) return;
          await new Promise<void>((done) => (wakeTaker = done));
        }
        const { item, weight } = items.shift()!;
        yield item;
        // only now is it done with
        waiting -= weight;
        wakeMaker();
      }
    },
  };
}
