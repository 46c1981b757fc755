/**
 * The order of an ARIMA model: differences by tests, the rest by steps from a few first models to whichever neighbour has the
 * lowest AICc (Hyndman, Khandakar 2008, J. Statistical Software 27). Every model is fitted by exact likelihood, none by a shortcut.
 */
import { Problem } from '../../lib/problem';
import { toMisfit } from '../core/check';
import { fitArima, toName, toOrder, type ArimaModel, type ArimaOrder } from './arima';
import { checkPeriod, checkSeries, difference, findSize, isFlat } from './series';
import { countDifferences, countSeasonalDifferences } from './unitRoots';

export interface ArimaChoiceOptions {
  period?: number;
  /** Differences to take, where they are known. */
  d?: number;
  D?: number;
  /** The highest p and q. */
  most?: number;
  /** The highest P and Q. */
  mostSeasonal?: number;
  regressors?: readonly Float64Array[];
  onProgress?: (share: number) => void;
}

export interface ArimaChoice {
  model: ArimaModel;
  /** `aicc` is undefined for a model that was refused: near a unit root, or without an end to the search. */
  tried: { name: string; aicc: number | undefined }[];
}

/** The likelihood's cost grows with the square of the period: beyond, a season is differenced only. */
const LONGEST_SEASON = 60;

/** As many models as R's `auto.arima` tries at most. */
const MOST_MODELS = 94;

export function chooseArima(
  series: Float64Array,
  { period = 1, d, D, most = 5, mostSeasonal = 2, regressors = [], onProgress }: ArimaChoiceOptions = {},
): ArimaChoice {
  checkSeries(series, 5);
  if (period !== 1) checkPeriod(period, series.length, { cycles: 0 });
  const seasonal = D ?? countSeasonalDifferences(series, period);
  const flat = difference(series, period, seasonal);
  const plain = d ?? countDifferences(flat);
  if (isFlat(difference(flat, 1, plain), findSize(series))) throw toMisfit('no-variation');
  const top = Math.min(most, Math.floor(series.length / 3));
  const hasSeason = period > 1 && period <= LONGEST_SEASON;
  const seasonalTop = hasSeason ? Math.min(mostSeasonal, Math.floor(series.length / 3 / period)) : 0;
  const mayHaveConstant = plain + seasonal <= 1;

  const tried = new Map<string, number | undefined>();
  let best: ArimaModel | undefined;
  const isBetter = (p: number, q: number, P: number, Q: number, constant: boolean): boolean => {
    if (Math.min(p, q, P, Q) < 0 || Math.max(p, q) > top || Math.max(P, Q) > seasonalTop) return false;
    if (constant && !mayHaveConstant) return false;
    const order = toOrder({ p, d: plain, q, P, D: seasonal, Q, period, constant });
    const name = toName(order);
    if (tried.has(name) || tried.size >= MOST_MODELS) return false;
    const model = maybeFit(series, order, regressors);
    const isFit = model?.aicc !== undefined && model.converged && !model.isNearUnitRoot;
    tried.set(name, isFit ? model.aicc : undefined);
    onProgress?.(tried.size / MOST_MODELS);
    if (!isFit || (best && model.aicc! >= best.aicc!)) return false;
    best = model;
    return true;
  };

  const some = Math.min(2, top);
  const one = Math.min(1, top);
  const season = Math.min(1, seasonalTop);
  isBetter(some, some, season, season, mayHaveConstant);
  isBetter(0, 0, 0, 0, mayHaveConstant);
  isBetter(one, 0, season, 0, mayHaveConstant);
  isBetter(0, one, 0, season, mayHaveConstant);
  isBetter(0, 0, 0, 0, false);
  if (!best) throw toMisfit('did-not-converge', { rounds: tried.size });

  while (findNeighbours(best.order).some((to) => isBetter(to.p, to.q, to.P, to.Q, to.constant)));
  const model = fitArima(series, { ...best.order, regressors });
  onProgress?.(1);
  const list = [...tried].map(([name, aicc]) => ({ name, aicc }));
  return { model, tried: list.sort((a, b) => (a.aicc ?? Infinity) - (b.aicc ?? Infinity)) };
}

/** The season's orders first, then the others, one or two at a time; then the constant. */
function findNeighbours(order: ArimaOrder): ArimaOrder[] {
  const steps = [
    [-1, 0],
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, -1],
    [-1, 1],
    [1, -1],
    [1, 1],
  ] as const;
  return [
    ...steps.map(([P, Q]) => ({ ...order, P: order.P + P, Q: order.Q + Q })),
    ...steps.map(([p, q]) => ({ ...order, p: order.p + p, q: order.q + q })),
    { ...order, constant: !order.constant },
  ];
}

/** An order that does not fit these rows is no failure of the search. */
function maybeFit(
  series: Float64Array,
  order: ArimaOrder,
  regressors: readonly Float64Array[],
): ArimaModel | undefined {
  try {
    return fitArima(series, { ...order, regressors, quick: true });
  } catch (error) {
    if (error instanceof Problem && isMisfit(error)) return undefined;
    throw error;
  }
}

function isMisfit({ params }: Problem): boolean {
  return params.why === 'too-few-rows' || params.why === 'no-variation' || params.why === 'did-not-converge';
}
