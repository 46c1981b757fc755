import { toStep } from '../step';
import { toInput, toRowsWith } from './rows';
import { suggestText, textField } from './texts';

/** How good or bad each text sounds. */
export const sentiment = toStep({
  step: 'sentiment',
  family: 'analyse',
  fields: { text: textField },
  suggest: suggestText,
  task: ({ text }, { from }) => ({
    sql: toInput(from, { texts: [text] }),
    analysis: 'sentiment',
    settings: {},
    seed: 0,
  }),
  make: (_, context) => toRowsWith(context),
});
