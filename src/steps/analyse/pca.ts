import { columns, flag, number } from '../field';
import { toStep } from '../step';
import { toInput, toRowsWith } from './rows';
import { checkTwo, toNumberNames } from './suggested';

/** Many columns of numbers drawn together into a few. */
export const pca = toStep({
  step: 'pca',
  family: 'analyse',
  fields: {
    columns: columns({ families: ['number'] }),
    components: number({ otherwise: 2, min: 1, max: 50, whole: true }),
    scaled: flag(true),
  },
  suggest: ({ columns: all }) => ({ columns: toNumberNames(all) }),
  check: ({ columns: chosen }) => checkTwo(chosen),
  task: ({ columns: numbers, components, scaled }, { from }) => ({
    sql: toInput(from, { numbers }),
    analysis: 'pca',
    settings: { components, scaled },
    seed: 0,
  }),
  make: (_, context) => toRowsWith(context),
});
