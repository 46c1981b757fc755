import { column, columns, number } from '../field';
import { toStep } from '../step';
import { toInput, toMain } from './rows';
import { toNumberNames } from './suggested';

/** Each column of numbers in a row: how many, how large, how far apart, how they lie. Of each group, where one is named. */
export const describe = toStep({
  step: 'describe',
  family: 'analyse',
  fields: {
    columns: columns({ families: ['number'] }),
    by: column({ optional: true }),
    confidence: number({ otherwise: 95, min: 50, max: 99.9 }),
  },
  suggest: ({ columns: all, column: chosen }) => ({
    columns: chosen === undefined ? toNumberNames(all) : [chosen],
  }),
  task: ({ columns: numbers, by, confidence }, { from }) => ({
    sql: toInput(from, { numbers, texts: by ? [by] : [] }),
    analysis: 'describe',
    settings: { confidence: confidence / 100 },
    seed: 0,
  }),
  make: (_, context) => toMain(context),
});
