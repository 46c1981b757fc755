import { text } from '../field';
import { toStep } from '../step';
import { toInput, toRowsWith } from './rows';
import { suggestText, textField } from './texts';

/** How like one text each of the others is. */
export const similar = toStep({
  step: 'similar',
  family: 'analyse',
  fields: { text: textField, like: text() },
  suggest: suggestText,
  task: ({ text: column, like }, { from }) => ({
    sql: toInput(from, { texts: [column] }),
    analysis: 'similar',
    settings: { like },
    seed: 0,
  }),
  make: (_, context) => toRowsWith(context),
});
