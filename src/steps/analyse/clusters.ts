import type { Fields, Loose } from '../field';
import { columns, flag, maybeNumber, number } from '../field';
import type { StepKind } from '../step';
import { toStep } from '../step';
import { toInput, toRowsWith } from './rows';
import { toNumberNames } from './suggested';

export const clustersField = maybeNumber({ min: 2, max: 100, whole: true });

export const scaledField = flag(true);

export const seedField = number({ otherwise: 1, whole: true });

const columnsField = columns({ families: ['number'] });

/** A step that puts rows into clusters by columns of numbers: the analysis of its name is told its other settings. */
export function toClusterStep(step: string, fields: Fields): StepKind {
  return toStep<{ columns: typeof columnsField }>({
    step,
    family: 'analyse',
    fields: { columns: columnsField, ...fields },
    suggest: ({ columns: all }) => ({ columns: toNumberNames(all) }),
    task({ columns: numbers, ...others }, { from }) {
      const { seed = 1, ...settings } = others as Loose;
      return { sql: toInput(from, { numbers }), analysis: step, settings, seed: Number(seed) };
    },
    make: (_, context) => toRowsWith(context),
  });
}
