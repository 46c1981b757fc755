import { choice, columns } from '../field';
import { toStep } from '../step';
import { toInput, toMain } from './rows';
import { checkTwo, toNumberNames } from './suggested';

/** How far every two columns of numbers go together. */
export const correlate = toStep({
  step: 'correlate',
  family: 'analyse',
  fields: {
    columns: columns({ families: ['number'] }),
    method: choice(['pearson', 'spearman', 'kendall']),
    adjustment: choice(['holm', 'benjamini-hochberg', 'bonferroni', 'none']),
  },
  suggest: ({ columns: all }) => ({ columns: toNumberNames(all) }),
  check: ({ columns: chosen }) => checkTwo(chosen),
  task: ({ columns: numbers, method, adjustment }, { from }) => ({
    sql: toInput(from, { numbers }),
    analysis: 'correlate',
    settings: { method, adjustment },
    seed: 0,
  }),
  make: (_, context) => toMain(context),
});
