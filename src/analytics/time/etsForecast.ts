/**
 * What an ETS model expects next and how sure it is, without simulation: mean and variance of the additive models, of those
 * with multiplicative errors and additive parts (Hyndman, Koehler, Ord, Snyder 2008, ch. 6, classes 1 and 2), and of those whose
 * season multiplies (class 3) from the second moments of level and trend along each season's chain of errors.
 */
import type { EtsModel } from './ets';
import { toForecast, type Forecast, type ForecastOptions } from './forecast';
import { checkHorizon } from './series';

export function forecastEts(
  model: EtsModel,
  { horizon = 12, levels = [0.8, 0.95] }: Partial<ForecastOptions> = {},
): Forecast {
  checkHorizon(horizon);
  const mean = new Float64Array(horizon);
  const variance = new Float64Array(horizon);
  if (model.season === 'multiplicative') spreadChains(model, mean, variance);
  else spread(model, mean, variance);
  return toForecast(mean, variance.map(Math.sqrt), levels);
}

/** Classes 1 and 2: the model's states are sums of its errors. */
function spread(model: EtsModel, mean: Float64Array, variance: Float64Array): void {
  const { alpha, beta = 0, gamma = 0, phi = 1, last, period, variance: sigma } = model;
  const weights = new Float64Array(mean.length);
  const squares = new Float64Array(mean.length);
  let reach = 0;
  let damping = 1;
  for (let step = 0; step < mean.length; step++) {
    damping *= phi;
    reach += damping;
    mean[step] = last.level + reach * last.trend + (last.seasons[step % period] ?? 0);
    weights[step] = alpha + beta * reach + ((step + 1) % period === 0 ? gamma : 0);
    let sum = 0;
    if (model.error === 'additive') {
      for (let back = 0; back < step; back++) sum += weights[back]! ** 2;
      variance[step] = sigma * (1 + sum);
    } else {
      for (let back = 0; back < step; back++) sum += weights[back]! ** 2 * squares[step - 1 - back]!;
      squares[step] = mean[step]! ** 2 + sigma * sum;
      variance[step] = (1 + sigma) * squares[step]! - mean[step]! ** 2;
    }
  }
}

/**
 * Class 3. Level and trend u go on as u' = (F + G e) u, and a season's state as s' = s (1 + gamma e) each time it is met. E[u W] and
 * E[u u' W²], with W the product of the season's factors so far, go on by themselves, since errors do not depend on the past.
 */
function spreadChains(model: EtsModel, mean: Float64Array, variance: Float64Array): void {
  const { alpha, beta = 0, gamma = 0, phi = 1, last, period, variance: sigma } = model;
  for (let chain = 0; chain < Math.min(period, mean.length); chain++) {
    const season = last.seasons[chain]!;
    let [l, b] = [last.level, last.trend];
    let [ll, lb, bb] = [l * l, l * b, b * b];
    for (let step = 0; step < mean.length; step++) {
      const isMet = step % period === chain;
      const q = l + phi * b;
      const qq = ll + 2 * phi * lb + phi * phi * bb;
      const qb = phi * (lb + phi * bb);
      if (isMet) {
        mean[step] = season * q;
        variance[step] = season * season * (1 + sigma) * qq - mean[step]! ** 2;
      }
      // F u = (q, phi b), G u = (alpha q, beta q); the errors are normal: E[e⁴] = 3 sigma²
      const turn = isMet ? gamma : 0;
      const plain = 1 + turn * turn * sigma;
      const cross = 2 * turn * sigma;
      const both = sigma + 3 * turn * turn * sigma * sigma;
      ll = (plain + 2 * cross * alpha + both * alpha * alpha) * qq;
      lb = plain * qb + cross * (beta * qq + alpha * qb) + both * alpha * beta * qq;
      bb = plain * phi * phi * bb + 2 * cross * beta * qb + both * beta * beta * qq;
      l = q * (1 + turn * sigma * alpha);
      b = phi * b + turn * sigma * beta * q;
    }
  }
}
