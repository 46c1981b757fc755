import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import { column, flag, number } from '../field';
import { toStep } from '../step';
import { toInput, toMain } from './rows';
import { suggestTexts, textField, wordFields } from './texts';

/** What the texts of each group say more than all others. */
export const keywords = toStep({
  step: 'keywords',
  family: 'analyse',
  fields: {
    text: textField,
    by: column(),
    phrases: flag(true),
    most: number({ otherwise: 20, min: 1, max: 1000, whole: true }),
    ...wordFields,
  },
  suggest: suggestTexts,
  check: ({ text, by }) =>
    isSameName(text, by) ? new Problem('step-misfit', { params: { why: 'text-is-group' } }) : undefined,
  task: ({ text, by, ...settings }, { from }) => ({
    sql: toInput(from, { texts: [text, by] }),
    analysis: 'keywords',
    settings,
    seed: 0,
  }),
  make: (_, context) => toMain(context),
});
