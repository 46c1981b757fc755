import type { Random } from '../../core/random';
import { type Fitted, predictFitted } from '../../predict/methods';
import type { Measure } from '../../predict/measures';
import { findImportances, type Importance } from '../../predict/permutation';
import { pick } from '../../complete';
import { pickTarget } from '../../predict/pick';
import { countRows, type Predicted, type Target } from '../../predict/target';
import type { Learning } from '../learning';
import type { Comparison } from './compare';
import { type Prepared, toTarget } from './prepare';

/** Rows by which a model is judged: each was predicted by a model that had not seen it. */
export interface Judged {
  /** Whether they were held back, and were not used to choose between ways. */
  isTested: boolean;
  places: Int32Array;
  target: Target;
  predicted: Predicted;
}

/** The rows that were held back; where there are none, those on which ways were compared. */
export function toJudged(
  { wanted, train, test }: Pick<Prepared, 'wanted' | 'train' | 'test'>,
  { all }: Pick<Learning, 'all'>,
  predicted: Predicted,
  comparison: Comparison,
): Judged {
  const held = test.filter((place) => !all.unseen[place]);
  if (held.length > 0)
    return {
      isTested: true,
      places: held,
      target: toTarget(wanted, held),
      predicted: Array.isArray(predicted)
        ? predicted.map((share) => pick(share, held))
        : pick(predicted, held),
    };
  const places = comparison.tried.map((row) => train[row]!);
  return { isTested: false, places, target: toTarget(wanted, places), predicted: comparison.best.predicted };
}

/** Dealing out values of more rows than these says no more. */
const MOST_ROWS = 2000;

/** How much worse the model does without each column, the most first. */
export function findWorth(
  fitted: Fitted,
  { places, target }: Judged,
  { all, encoding }: Pick<Learning, 'all' | 'encoding'>,
  { by, seed, random }: { by: Measure; seed: number; random: Random },
): (Importance & { name: string })[] {
  const rows = countRows(target);
  const drawn =
    rows > MOST_ROWS ? random.sample(rows, MOST_ROWS) : Int32Array.from({ length: rows }, (_, row) => row);
  const some = drawn.map((row) => places[row]!);
  const groups: number[][] = [];
  let width = 0;
  for (const column of encoding.columns) {
    const count = column.kind === 'text' ? column.levels.length : 1;
    groups.push(Array.from({ length: count }, (_, at) => width + at));
    width += count;
  }
  return findImportances(
    (columns) => predictFitted(fitted, columns),
    all.columns.map((column) => pick(column, some)),
    pickTarget(target, drawn),
    { measure: by, groups, seed },
  )
    .map((importance, at) => ({ ...importance, name: encoding.columns[at]!.name }))
    .sort((a, b) => b.mean - a.mean || (a.name < b.name ? -1 : 1));
}
