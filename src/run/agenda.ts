import type { Graph, Node } from '../workbook/graph';

export type Agenda = ReturnType<typeof createAgenda>;

/**
 * The cells that something has happened to, each to be looked at once, after those that it reads. Looking at all of them
 * each time that one ends takes minutes for a chain of thousands.
 */
export function createAgenda({ nodes }: Graph) {
  const all = [...nodes.values()];
  // what is wrong with a name is told before anything that reads it can start
  const order = [...all.filter(({ fault }) => fault), ...all.filter(({ fault }) => !fault)];
  const places = new Map(order.map(({ cell }, place) => [cell.id, place]));
  const readers = toReaders(all);
  const open = createQueue();
  /** Cells that could run at once if there were room. */
  const ready = createQueue();

  function add(id: string): void {
    const place = places.get(id);
    if (place !== undefined) open.add(place);
  }

  return {
    add,

    addReaders(id: string): void {
      for (const reader of readers.get(id) ?? []) add(reader);
    },

    addAll(): void {
      for (let place = order.length - 1; place >= 0; place--) open.add(place);
    },

    take(): Node | undefined {
      const place = open.take();
      if (place !== undefined) ready.remove(place);
      return place === undefined ? undefined : order[place];
    },

    /** Looks at a cell again when there is room. */
    postpone(id: string): void {
      ready.add(places.get(id)!);
    },

    /** Says that there is room for so many, and whether anything was postponed. */
    admit(count: number): boolean {
      let isAny = false;
      for (let left = count; left > 0; left--) {
        const place = ready.take();
        if (place === undefined) break;
        open.add(place);
        isAny = true;
      }
      return isAny;
    },
  };
}

/** Who reads the rows of each cell. */
function toReaders(all: readonly Node[]): Map<string, string[]> {
  const readers = new Map<string, string[]>();
  for (const { cell: reader, reads } of all) {
    for (const { of, cell } of reads) {
      if (of !== 'table' || !cell) continue;
      const known = readers.get(cell);
      if (known) known.push(reader.id);
      else readers.set(cell, [reader.id]);
    }
  }
  return readers;
}

/** Numbers that are taken from the smallest on, each once. */
function createQueue() {
  // the smallest is the last, where an array gives it up at once
  const numbers: number[] = [];

  function findPlace(number: number): number {
    let [from, to] = [0, numbers.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (numbers[middle]! > number) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  return {
    add(number: number): void {
      const at = findPlace(number);
      if (numbers[at] !== number) numbers.splice(at, 0, number);
    },
    remove(number: number): void {
      const at = findPlace(number);
      if (numbers[at] === number) numbers.splice(at, 1);
    },
    take: () => numbers.pop(),
  };
}
