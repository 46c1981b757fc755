import { column, flag } from '../field';
import { toStep } from '../step';
import { toInput, toMain } from './rows';
import { suggestText, textField, wordFields } from './texts';

/** What texts speak of: words and phrases, and in how many texts they are. */
export const words = toStep({
  step: 'words',
  family: 'analyse',
  fields: {
    text: textField,
    by: column({ optional: true }),
    phrases: flag(true),
    ...wordFields,
  },
  suggest: suggestText,
  task: ({ text, by, ...settings }, { from }) => ({
    sql: toInput(from, { texts: by ? [text, by] : [text] }),
    analysis: 'words',
    settings,
    seed: 0,
  }),
  make: (_, context) => toMain(context),
});
