import { number } from '../field';
import { toStep } from '../step';
import { toInput, toRowsWith } from './rows';
import { suggestText, textField, wordFields } from './texts';

/** What each text is about, as topics found in all of them. */
export const topics = toStep({
  step: 'topics',
  family: 'analyse',
  fields: {
    text: textField,
    topics: number({ otherwise: 8, min: 2, max: 50, whole: true }),
    ...wordFields,
    seed: number({ otherwise: 1, whole: true }),
  },
  suggest: suggestText,
  task: ({ text, seed, ...settings }, { from }) => ({
    sql: toInput(from, { texts: [text] }),
    analysis: 'topics',
    settings: { ...settings, phrases: false },
    seed,
  }),
  make: (_, context) => toRowsWith(context),
});
