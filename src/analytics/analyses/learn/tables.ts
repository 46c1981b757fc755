import type { GivenColumn } from '../../frame';
import type { Settings } from '../../predict/gridSearch';
import type { Measure, Measured } from '../../predict/measures';
import type { Importance } from '../../predict/permutation';
import type { Target } from '../../predict/target';
import { toColumnsOf } from '../columns';
import type { Comparison } from './compare';

/** Measures by the names that they have in tables. */
const NAMES: Readonly<Record<Measure, string>> = {
  rSquared: 'r_squared',
  rmse: 'rmse',
  mae: 'mae',
  accuracy: 'accuracy',
  balanced: 'balanced_accuracy',
  f1: 'f1',
  logLoss: 'log_loss',
  auc: 'auc',
};

const OF: Readonly<Record<Target['kind'], readonly Measure[]>> = {
  number: ['rmse', 'mae', 'rSquared'],
  class: ['auc', 'accuracy', 'balanced', 'f1', 'logLoss'],
};

/** Every way side by side, as it did on rows that it had not seen, with the spread between the folds of what decides. */
export function toModelsTable({ all, by }: Comparison, kind: Target['kind']): GivenColumn[] {
  const { words, doubles } = toColumnsOf(all);
  return [
    words('method', ({ method }) => method),
    words('settings', ({ settings }) => toText(settings)),
    ...OF[kind].map((name) => doubles(NAMES[name], ({ means }) => means[name])),
    doubles(`${NAMES[by]}_spread`, ({ spreads }) => spreads[by]),
    words('left_out', ({ problem }) => (problem ? String(problem.params.why ?? problem.code) : null)),
  ];
}

export function toTuningTable({ tuned, by }: Comparison): GivenColumn[] {
  const { words, doubles } = toColumnsOf(tuned);
  return [
    words('method', ({ method }) => method),
    words('settings', ({ settings }) => toText(settings)),
    doubles(NAMES[by], ({ means }) => means[by]),
    doubles(`${NAMES[by]}_spread`, ({ spreads }) => spreads[by]),
  ];
}

/** How good the model is, where each set of rows has a column. */
export function toQualityTable(
  kind: Target['kind'],
  found: Readonly<Record<string, Measured & { rows: number }>>,
): GivenColumn[] {
  const { words, doubles } = toColumnsOf([...OF[kind], 'rows'] as const);
  return [
    words('measure', (name) => (name === 'rows' ? name : NAMES[name])),
    ...Object.entries(found).map(([name, values]) => doubles(name, (each) => values[each])),
  ];
}

export function toImportanceTable(importances: readonly (Importance & { name: string })[]): GivenColumn[] {
  const { words, doubles } = toColumnsOf(importances);
  return [
    words('column', ({ name }) => name),
    doubles('importance', ({ mean }) => mean),
    doubles('spread', ({ spread }) => spread),
  ];
}

function toText(settings: Settings): string | null {
  const parts = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  return parts.length > 0 ? parts.join(', ') : null;
}
