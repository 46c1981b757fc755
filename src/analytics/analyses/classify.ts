import type { Note } from '../../lib/note';
import { pick, toAllCodes, toAllRows, toTexts } from '../complete';
import { toMisfit } from '../core/check';
import type { Analysis, GivenColumn } from '../frame';
import { type Term, toTermName, toTerms } from '../predict/encode';
import { isGivingClass } from '../predict/giveAway';
import { fitLogistic, type LogisticFit, predictLogistic } from '../predict/logistic';
import { splitStratified } from '../predict/split';
import { findAsked, findClasses } from './classes';
import { type Judged, toConfusionTable, toMeasures, toQuality, toRocTable } from './judging';
import { toCoefficientColumns, toFeatures, toLearning } from './learning';

export interface ClassifySettings {
  target: string;
  columns: readonly string[];
  /** The class that is asked for; empty where a usual one, or the rarer, is meant. */
  positive: string;
  /** The share of rows that the model is tested on. */
  held: number;
  /** From this chance on a row is said to be of the class. */
  threshold: number;
}

const ALPHA = 0.05;

/** The chance of each row, also where the target is missing; tables of the coefficients and of how good the model is. */
export const analyse: Analysis<ClassifySettings> = (frame, settings, { random, onProgress }) => {
  const { target, complete } = toFeatures(frame, settings);
  const { codes, labels } = toTexts([target])[0]!;
  const all = Int32Array.from(complete.places, (place) => codes[place]!);
  const { yes, no } = toClasses(all, labels, settings);
  const known = Int32Array.from(all.keys()).filter((place) => all[place]! >= 0);
  const truth = Uint8Array.from(all, (code) => Number(code === yes));
  const held = splitStratified(
    known.map((place) => truth[place]!),
    2,
    { share: settings.held, random },
  );
  const parts = new Int32Array(all.length).fill(-1);
  for (const [at, place] of known.entries()) parts[place] = held[at]!;

  const train = known.filter((place) => parts[place] === 0);
  const learning = toLearning(complete, train);
  const learned = Uint8Array.from(train, (place) => truth[place]!);
  const fit = fitLogistic(learning.learned, learned, { onProgress });
  const chances = predictLogistic(fit, learning.all.columns, complete.rows);
  for (const [row, unseen] of learning.all.unseen.entries()) if (unseen) chances[row] = NaN;

  const judge = (places: Int32Array): Judged => ({
    truth: Uint8Array.from(places, (place) => truth[place]!),
    chances: pick(chances, places),
    threshold: settings.threshold,
  });
  const trained = judge(train);
  const tested = judge(known.filter((place) => parts[place] === 1 && !Number.isNaN(chances[place])));
  const shown = tested.truth.length > 0 ? tested : trained;
  const ones = learned.reduce((sum, value) => sum + value, 0);
  const base = ones / learned.length;
  const naive = { ...shown, chances: new Float64Array(shown.truth.length).fill(base), threshold: 0.5 };
  const terms = toTerms(learning.encoding);
  const names = { yes: labels[yes]!, no: labels[no]! };
  const lacking = all.length - known.length;
  return {
    added: [
      {
        name: 'probability',
        type: 'DOUBLE',
        values: toAllRows(chances, complete.places, frame.rows),
      },
      {
        name: 'predicted',
        type: 'VARCHAR',
        codes: toAllCodes(toPredicted(chances, settings.threshold), complete.places, frame.rows),
        labels: [names.no, names.yes],
      },
      {
        name: 'part',
        type: 'VARCHAR',
        codes: toAllCodes(parts, complete.places, frame.rows),
        labels: ['train', 'test'],
      },
    ],
    tables: {
      coefficients: toCoefficients(fit, terms),
      quality: toQuality({
        train: { ...toMeasures(trained), ...toOverall(fit) },
        test: tested.truth.length > 0 ? toMeasures(tested) : {},
        baseline: toMeasures(naive),
      }),
      confusion: toConfusionTable({ train: trained, test: tested }, names),
      roc: toRocTable([shown]),
    },
    notes: [
      ...toLead(fit, { shown, naive, isTested: shown === tested, name: names.yes, target: target.name }),
      ...toClearest(fit, terms, names.yes),
      ...learning.features
        .filter((feature) => isGivingClass(feature, learned))
        .map(({ name }) => ({ why: 'feature-gives-away', params: { column: name, target: target.name } })),
      ...(fit.separated === undefined
        ? []
        : [{ why: 'classified-separated', params: { term: toTermName(terms[fit.separated]!) } }]),
      ...fit.aliased.map((at) => ({ why: 'feature-made-up', params: { term: toTermName(terms[at]!) } })),
      ...learning.notes,
      ...(lacking > 0 ? [{ why: 'target-missing', params: { count: lacking, target: target.name } }] : []),
    ],
  };
};

/** The codes of the class that is asked for, and of the other. */
function toClasses(
  codes: Int32Array,
  labels: readonly string[],
  { target, positive }: ClassifySettings,
): { yes: number; no: number } {
  const seen = findClasses(codes, labels);
  if (seen.length === 0) throw toMisfit('too-few-rows', { needed: 2, rows: 0 });
  if (seen.length > 2) throw toMisfit('two-classes', { column: target, count: seen.length });
  const asked = findAsked(target, seen, positive);
  return { yes: seen[asked]!.code, no: seen[1 - asked]!.code };
}

function toPredicted(chances: Float64Array, threshold: number): Int32Array {
  return Int32Array.from(chances, (chance) => (Number.isNaN(chance) ? -1 : Number(chance >= threshold)));
}

function toOverall({ pseudoRSquared, deviance, nullDeviance, aic, pValue }: LogisticFit) {
  return {
    pseudo_r_squared: pseudoRSquared,
    deviance,
    null_deviance: nullDeviance,
    aic,
    likelihood_ratio_p: pValue,
  };
}

function toCoefficients(fit: LogisticFit, terms: readonly Term[]): GivenColumn[] {
  const { names, doubles } = toCoefficientColumns(fit, terms);
  return [
    names,
    doubles('estimate', ({ estimate }) => estimate),
    doubles('std_error', ({ error }) => error),
    doubles('z', ({ z }) => z),
    doubles('p_value', ({ pValue }) => pValue),
    doubles('odds_ratio', ({ estimate }) => toOdds(estimate)),
    doubles('odds_low', ({ low }) => toOdds(low)),
    doubles('odds_high', ({ high }) => toOdds(high)),
  ];
}

/** None where it is too large for a number. */
function toOdds(logarithm: number | undefined): number | undefined {
  const odds = logarithm === undefined ? NaN : Math.exp(logarithm);
  return Number.isFinite(odds) ? odds : undefined;
}

interface Shown {
  shown: Judged;
  naive: Judged;
  isTested: boolean;
  name: string;
  target: string;
}

function toLead({ pValue }: LogisticFit, { shown, naive, isTested, name, target }: Shown): Note[] {
  if (pValue !== undefined && pValue >= ALPHA)
    return [{ why: 'regressed-nothing', params: { target, p: pValue } }];
  const { accuracy, auc = 0.5 } = toMeasures(shown);
  const params = {
    share: 100 * accuracy!,
    baseline: 100 * toMeasures(naive).accuracy!,
    rows: shown.truth.length,
    auc,
    target,
    value: name,
  };
  return [{ why: isTested ? 'classified' : 'classified-untested', params }];
}

function toClearest({ coefficients }: LogisticFit, terms: readonly Term[], name: string): Note[] {
  const clear = (at: number) => Math.abs(coefficients[at + 1]!.z ?? 0);
  const [first] = terms.map((_, at) => at).sort((a, b) => clear(b) - clear(a) || a - b);
  const { pValue, estimate } = coefficients[first! + 1]!;
  const odds = toOdds(estimate);
  if (pValue === undefined || pValue >= ALPHA || odds === undefined) return [];
  const { column, level } = terms[first!]!;
  const params = { column, odds, p: pValue, value: name };
  if (level === undefined) return [{ why: 'classified-clearest', params }];
  return [{ why: 'classified-clearest-level', params: { ...params, level } }];
}
