import type { Note } from '../../lib/note';
import { pick, toAllRows, toNumbers } from '../complete';
import { toNormalQuantile } from '../core/distributions/normal';
import { squaresFrom, toMean } from '../core/sums';
import type { Analysis, GivenColumn } from '../frame';
import { type Term, toTermName, toTerms } from '../predict/encode';
import { GIVES_AWAY, toShareAlone } from '../predict/giveAway';
import {
  type LinearFit,
  type LinearOptions,
  fitLinear,
  predictLinear,
  testBreuschPagan,
  toPredictionReach,
} from '../predict/linear';
import { testJarqueBera } from '../relate/normality';
import { toColumnsOf } from './columns';
import { type Measures, toQuality } from './judging';
import { type Learning, toCoefficientColumns, toFeatures, toLearning } from './learning';

export interface RegressionSettings {
  target: string;
  columns: readonly string[];
  confidence: number;
}

/** From here on a column is said to be made up by the others. */
const INFLATED = 10;

/** What is called unlikely. */
const ALPHA = 0.05;

/** What is predicted beside each row, also where the target is missing; tables of the coefficients and of how good the model is. */
export const analyse: Analysis<RegressionSettings> = (frame, settings) => {
  const { target, complete } = toFeatures(frame, settings);
  const values = pick(toNumbers([target])[0]!.values, complete.places);
  const places = Int32Array.from(values.keys()).filter((place) => Number.isFinite(values[place]));
  const learning = toLearning(complete, places);
  const known = pick(values, places);
  const { confidence } = settings;
  const fit = fitLinear(learning.learned, known, { confidence });
  const terms = toTerms(learning.encoding);
  const spread = fit.f && testBreuschPagan(fit, learning.learned);
  const shape = fit.f && testJarqueBera(fit.residuals);
  const lacking = complete.rows - places.length;
  return {
    added: toAdded(fit, learning, { values, places: complete.places, rows: frame.rows, confidence }),
    tables: {
      coefficients: toCoefficients(fit, terms),
      ...(fit.f && { qq: toQuantiles(fit) }),
      quality: toQuality({
        value: measure(fit, known, { breusch_pagan_p: spread?.pValue, jarque_bera_p: shape?.pValue }),
      }),
    },
    notes: [
      toLead(fit, terms, target.name),
      ...learning.features
        .filter((feature) => toShareAlone(feature, known) > GIVES_AWAY)
        .map(({ name }) => ({ why: 'feature-gives-away', params: { column: name, target: target.name } })),
      ...toDependence(fit, terms),
      ...(spread && spread.pValue < ALPHA
        ? [{ why: 'regression-unequal', params: { p: spread.pValue } }]
        : []),
      ...(shape && shape.pValue < ALPHA
        ? [{ why: 'regression-not-normal', params: { p: shape.pValue } }]
        : []),
      ...learning.notes,
      ...(lacking > 0 ? [{ why: 'target-missing', params: { count: lacking, target: target.name } }] : []),
    ],
  };
};

interface Rows extends Required<Pick<LinearOptions, 'confidence'>> {
  /** The target of the complete rows, and their places among all. */
  values: Float64Array;
  places: Int32Array;
  rows: number;
}

function toAdded(
  fit: LinearFit,
  { all }: Learning,
  { values, places, rows, confidence }: Rows,
): GivenColumn[] {
  const predicted = predictLinear(fit, all.columns, places.length);
  const reach = toPredictionReach(fit, all.columns, places.length, { confidence });
  for (let row = 0; row < places.length; row++) if (all.unseen[row]) predicted[row] = NaN;
  const give = (name: string, found: Float64Array): GivenColumn => ({
    name,
    type: 'DOUBLE',
    values: toAllRows(found, places, rows),
  });
  return [
    give('predicted', predicted),
    give(
      'predicted_low',
      predicted.map((value, row) => value - reach[row]!),
    ),
    give(
      'predicted_high',
      predicted.map((value, row) => value + reach[row]!),
    ),
    give(
      'residual',
      predicted.map((value, row) => (Number.isFinite(values[row]) ? values[row]! - value : NaN)),
    ),
  ];
}

function toCoefficients(fit: LinearFit, terms: readonly Term[]): GivenColumn[] {
  const { names, doubles } = toCoefficientColumns(fit, terms);
  return [
    names,
    doubles('estimate', ({ estimate }) => estimate),
    doubles('std_error', ({ error }) => error),
    doubles('t', ({ t }) => t),
    doubles('p_value', ({ pValue }) => pValue),
    doubles('low', ({ low }) => low),
    doubles('high', ({ high }) => high),
    doubles('vif', ({ inflation }) => inflation),
  ];
}

/** As many as a picture tells apart. */
const MOST_QUANTILES = 1000;

/**
 * Residuals over their standard deviation, sorted, beside where as many values of a normal distribution are expected: at the shares
 * (i - a) / (n + 1 - 2a) (Blom, 1958), with R's a of `ppoints`.
 */
function toQuantiles({ residuals, deviation }: LinearFit): GivenColumn[] {
  const sorted = Float64Array.from(residuals).sort();
  const rows = sorted.length;
  const count = Math.min(rows, MOST_QUANTILES);
  const a = rows <= 10 ? 3 / 8 : 1 / 2;
  const places = Array.from({ length: count }, (_, at) =>
    count === rows ? at : Math.round((at * (rows - 1)) / (count - 1)),
  );
  const { doubles } = toColumnsOf(places);
  return [
    doubles('normal', (at) => toNormalQuantile((at + 1 - a) / (rows + 1 - 2 * a))),
    doubles('residual', (at) => sorted[at]! / deviation),
  ];
}

function measure(
  { rSquared, adjusted, f, residuals, deviation, durbinWatson, rows, freedom }: LinearFit,
  target: Float64Array,
  tests: Measures,
): Measures {
  const size = Math.sqrt(residuals.reduce((sum, value) => sum + value ** 2, 0) / rows);
  const mean = toMean(target);
  const absolute = residuals.reduce((sum, value) => sum + Math.abs(value), 0) / rows;
  return {
    r_squared: rSquared,
    adjusted_r_squared: adjusted,
    f: f?.statistic,
    f_p_value: f?.pValue,
    rmse: size,
    rmse_baseline: Math.sqrt(squaresFrom(target, mean) / rows),
    mae: absolute,
    mae_baseline: target.reduce((sum, value) => sum + Math.abs(value - mean), 0) / rows,
    residual_sd: deviation,
    durbin_watson: durbinWatson,
    ...tests,
    rows,
    degrees_of_freedom: freedom,
  };
}

/** How much is explained, and which column says it most clearly. */
function toLead({ f, rSquared, coefficients }: LinearFit, terms: readonly Term[], target: string): Note {
  if (!f && rSquared > GIVES_AWAY) return { why: 'regressed-exactly', params: { target } };
  if (!f || f.pValue >= ALPHA) return { why: 'regressed-nothing', params: { target, p: f?.pValue ?? 1 } };
  const clear = (at: number) => Math.abs(coefficients[at + 1]!.t ?? 0);
  const [first] = terms.map((_, at) => at).sort((a, b) => clear(b) - clear(a) || a - b);
  const { column, level } = terms[first!]!;
  const { estimate, pValue } = coefficients[first! + 1]!;
  const params = { share: 100 * rSquared, target, column, estimate, p: pValue ?? 1 };
  if (level === undefined) return { why: 'regressed', params };
  return { why: 'regressed-level', params: { ...params, level } };
}

function toDependence({ aliased, coefficients }: LinearFit, terms: readonly Term[]): Note[] {
  const inflated = terms
    .map((term, at) => ({ term, value: coefficients[at + 1]!.inflation ?? 0 }))
    .filter(({ value }) => value > INFLATED)
    .sort((a, b) => b.value - a.value);
  return [
    ...aliased.map((at) => ({ why: 'feature-made-up', params: { term: toTermName(terms[at]!) } })),
    ...(inflated[0]
      ? [
          {
            why: 'feature-inflated',
            params: { term: toTermName(inflated[0].term), value: inflated[0].value, count: inflated.length },
          },
        ]
      : []),
  ];
}
