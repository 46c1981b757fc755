import type { LossKind } from './book';

/** What `Loss` is, of a sheet that has no name yet. */
export interface LossInPart {
  kind: LossKind;
  part: number;
  column: string;
  count: number;
  places: string[];
}

/** So many cells are named; the others are counted. */
const MOST_PLACES = 100;

/** Gathers what could not be written as it was. */
export function createLosses() {
  const losses = new Map<string, LossInPart>();
  return {
    add(kind: LossKind, part: number, column: string, place: string): void {
      const key = `${kind} ${part} ${column}`;
      let loss = losses.get(key);
      if (!loss) losses.set(key, (loss = { kind, part, column, count: 0, places: [] }));
      loss.count++;
      if (loss.places.length < MOST_PLACES) loss.places.push(place);
    },
    list: (): LossInPart[] => [...losses.values()],
  };
}

export type Losses = ReturnType<typeof createLosses>;
