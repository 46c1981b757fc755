/** What an ARIMA model expects next, from all rows it has seen, and the exact variance of its errors (Brockwell, Davis 1991, §5.3 and 9.5). */
import { toMisfit } from '../core/check';
import { toArma } from './armaPolynomials';
import { differenceAll, type ArimaModel, type ArimaOrder } from './arima';
import { toForecast, type Forecast, type ForecastOptions } from './forecast';
import { findInnovations } from './innovations';
import { checkHorizon } from './series';

export interface ArimaForecastOptions extends Partial<ForecastOptions> {
  /** What the regressors will be. */
  regressors?: readonly Float64Array[];
}

export function forecastArima(
  model: ArimaModel,
  { horizon = 12, levels = [0.8, 0.95], regressors = [] }: ArimaForecastOptions = {},
): Forecast {
  checkHorizon(horizon);
  if (regressors.length !== model.regressors.length || regressors.some((column) => column.length < horizon))
    throw toMisfit('regressors-missing', { needed: model.regressors.length });
  const { order, residuals, lost } = model;
  const rows = residuals.length - lost;
  const { phi, theta } = toArma(model.coefficients, order.period);
  const innovations = findInnovations({ phi, theta }, rows + horizon);
  if (!innovations) throw new Error(`not stationary: ${model.name}`);
  const { band, width, head, variances, steady } = innovations;
  const weigh = (row: number, back: number) =>
    row >= steady ? (theta[back - 1] ?? 0) : back <= width ? band[row * width + back - 1]! : 0;

  // differences as a part of the autoregression: errors add up through both
  const weights = findWeights(phi, order);
  const drift = model.constant?.value ?? 0;
  const plain = takeOffRegression(model.series, model, model.regressors);
  const stationary = differenceAll(plain, order).map((value) => value - drift);
  const expected = new Float64Array(rows + horizon);
  expected.set(stationary);
  const known = new Float64Array(plain.length + horizon);
  known.set(plain);
  const spread = new Float64Array(horizon);
  const paths: Float64Array[] = [];
  for (let step = 0; step < horizon; step++) {
    const row = rows + step;
    let value = 0;
    const own = row >= head ? phi.length : 0;
    for (let back = 1; back <= own; back++) value += phi[back - 1]! * expected[row - back]!;
    for (let back = step + 1; back <= Math.min(row, Math.max(width, theta.length)); back++)
      value += weigh(row, back) * residuals[lost + row - back]!;
    expected[row] = value;
    known[lost + row] = value + drift + integrate(known, lost + row, order);

    const path = new Float64Array(step + 1);
    path[step] = 1;
    for (let back = 1; back <= step; back++) {
      path[step - back]! += weigh(row, back);
      const weight = weights[back - 1] ?? 0;
      if (weight !== 0)
        for (let at = 0; at <= step - back; at++) path[at]! += weight * paths[step - back]![at]!;
    }
    paths.push(path);
    let sum = 0;
    for (let at = 0; at <= step; at++) sum += path[at]! ** 2 * variances[rows + at]!;
    spread[step] = Math.sqrt(model.variance * sum);
  }
  const mean = known.slice(plain.length);
  regressors.forEach((column, at) => {
    for (let step = 0; step < horizon; step++) mean[step]! += model.regression[at]!.value * column[step]!;
  });
  return toForecast(mean, spread, levels);
}

function takeOffRegression(
  series: Float64Array,
  { regression }: ArimaModel,
  columns: readonly Float64Array[],
): Float64Array {
  return series.map((value, row) =>
    columns.reduce((rest, column, at) => rest - regression[at]!.value * column[row]!, value),
  );
}

/** What the differences' polynomial adds to a value from those before it. */
function integrate(values: Float64Array, row: number, order: ArimaOrder): number {
  const weights = findWeights(new Float64Array(0), order);
  let sum = 0;
  for (let back = 1; back <= weights.length; back++) sum += weights[back - 1]! * values[row - back]!;
  return sum;
}

/** 1 - Σ w[k] B^k = (1 - Σ phi[k] B^k) (1 - B)^d (1 - B^period)^D */
function findWeights(phi: Float64Array, { d, D, period }: ArimaOrder): Float64Array {
  let product = Float64Array.of(1, ...phi.map((value) => -value));
  const lags = [...Array<number>(d).fill(1), ...Array<number>(D).fill(period)];
  for (const lag of lags) {
    const longer = new Float64Array(product.length + lag);
    longer.set(product);
    product.forEach((value, at) => (longer[at + lag]! -= value));
    product = longer;
  }
  return product.subarray(1).map((value) => -value);
}
