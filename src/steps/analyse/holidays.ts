import { choice, column } from '../field';
import { toStep } from '../step';
import { toRowsWith } from './rows';
import { suggestSeries, toDay } from './series';
import { checkDay } from './suggested';

/** Whose holidays are known. */
export const countries = ['china', 'united-states', 'england', 'germany', 'france'] as const;

/** Which holiday each date is, and whether it is a day of work. */
export const holidays = toStep({
  step: 'holidays',
  family: 'analyse',
  fields: {
    date: column({ families: ['date'] }),
    country: choice(countries),
    names: choice(['en', 'zh']),
  },
  suggest: (context) => ({ date: suggestSeries(context).date }),
  check: checkDay,
  task: ({ date, country, names }, { from }) => ({
    sql: `SELECT ${toDay(date)} AS "day"\nFROM ${from}`,
    analysis: 'holidays',
    settings: { country, names },
    seed: 0,
  }),
  make: (_, context) => toRowsWith(context),
});
