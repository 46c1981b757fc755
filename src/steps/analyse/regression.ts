import { column, columns, number } from '../field';
import { toStep } from '../step';
import { checkTarget, toModelInput } from './predicting';
import { toRowsWith } from './rows';
import { suggestTexts, toNumberNames } from './suggested';

/** A number as a sum of what other columns add to it. */
export const regression = toStep({
  step: 'regression',
  family: 'analyse',
  fields: {
    target: column({ families: ['number'] }),
    columns: columns({ families: ['number', 'text', 'flag'] }),
    confidence: number({ otherwise: 95, min: 50, max: 99.9 }),
  },
  suggest: ({ columns: all, column: chosen }) => {
    const numbers = toNumberNames(all);
    const target = chosen !== undefined && numbers.includes(chosen) ? chosen : numbers.at(-1);
    return { target, columns: numbers.filter((name) => name !== target) };
  },
  suggestMore: suggestTexts,
  check: checkTarget,
  task: ({ target, columns: chosen, confidence }, { from, columns: all }) => ({
    sql: toModelInput(from, { target, columns: chosen, as: 'number' }, all),
    analysis: 'regression',
    settings: { target, columns: chosen, confidence: confidence / 100 },
    seed: 0,
  }),
  make: (_, context) => toRowsWith(context),
});
