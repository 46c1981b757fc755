/**
 * Ridge regression: least squares with alpha times the squares of the standardised columns' weights (Hoerl and Kennard, Technometrics 12,
 * 1970). The penalty means what it does in scikit-learn.
 */
import { toMisfit } from '../core/check';
import { factorCholesky, solveCholesky } from '../core/cholesky';
import { checkLearnable, toNumbers } from './learner';
import type { Moments } from './moments';
import { fitPenalised, type PenalisedModel, type PenaltyOptions, toFalling } from './penalised';
import type { Target } from './target';

export function fitRidge(
  columns: readonly Float64Array[],
  target: Target,
  options: PenaltyOptions = {},
): PenalisedModel {
  checkLearnable(columns, target, 3);
  // from where hardly anything is left of the weights down to where hardly anything is taken off them
  const toAlphas = ({ rows }: Moments) => toFalling(100 * rows, { share: 1e-8, count: 81 });
  return fitPenalised('ridge', columns, toNumbers(target), solveRidge, toAlphas, options);
}

export function solveRidge({ gram, cross }: Moments, alpha: number): Float64Array {
  const size = cross.length;
  const matrix = gram.slice();
  for (let at = 0; at < size; at++) matrix[at * (size + 1)]! += alpha;
  const r = factorCholesky(matrix, size);
  if (!r) throw toMisfit('penalty-too-small', { alpha });
  const weights = cross.slice();
  solveCholesky(r, size, weights);
  return weights;
}
