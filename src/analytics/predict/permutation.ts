/** What a column is worth to a model: how much worse it predicts once the column's values are dealt out anew (Breiman, Machine Learning 45, 2001). */
import { createRandom } from '../core/random';
import { measure, type Measure, toScore } from './measures';
import { pick } from '../complete';
import { countRows, type Predicted, type Target } from './target';

export interface Importance {
  /** The columns that were dealt out together. */
  columns: readonly number[];
  /** The mean of what the score lost, and the standard deviation over the repeats. */
  mean: number;
  spread: number;
  each: Float64Array;
}

export interface ImportanceOptions {
  measure: Measure;
  repeats?: number;
  /** Columns that belong together, such as those of one text; by itself each where they are not given. */
  groups?: readonly (readonly number[])[];
  seed?: number;
  onProgress?: (share: number) => void;
}

/** On rows that the model was not fitted to, best of all. In the order of the groups. */
export function findImportances(
  predict: (columns: readonly Float64Array[]) => Predicted,
  columns: readonly Float64Array[],
  target: Target,
  {
    measure: by,
    repeats = 5,
    groups = columns.map((_, at) => [at]),
    seed = 1,
    onProgress = () => {},
  }: ImportanceOptions,
): Importance[] {
  const random = createRandom(seed);
  const score = (given: readonly Float64Array[]) => {
    const value = toScore(measure(target, predict(given)), by);
    if (value === undefined) throw new Error(`measure does not exist for these rows: ${by}`);
    return value;
  };
  const whole = score(columns);
  const places = Int32Array.from({ length: countRows(target) }, (_, row) => row);
  return groups.map((group, at) => {
    const each = new Float64Array(repeats);
    for (let repeat = 0; repeat < repeats; repeat++) {
      random.shuffle(places);
      const dealt = columns.map((column, place) => (group.includes(place) ? pick(column, places) : column));
      each[repeat] = whole - score(dealt);
      onProgress((at + (repeat + 1) / repeats) / groups.length);
    }
    const mean = each.reduce((sum, value) => sum + value, 0) / repeats;
    const squares = each.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { columns: group, mean, spread: Math.sqrt(squares / repeats), each };
  });
}
