import { flag, number } from '../field';
import { toStep } from '../step';
import { basketFields, checkBaskets, suggestBaskets, toBasketInput } from './baskets';
import { toMain } from './rows';

/** What goes together in one basket. */
export const rules = toStep({
  step: 'rules',
  family: 'analyse',
  fields: {
    ...basketFields,
    support: number({ otherwise: 1, min: 0.0001, max: 100 }),
    confidence: number({ otherwise: 30, min: 0, max: 100 }),
    lift: number({ otherwise: 1, min: 0 }),
    longest: number({ otherwise: 5, min: 2, max: 10, whole: true }),
    shortest: flag(true),
  },
  suggest: ({ columns }) => suggestBaskets(columns),
  check: (settings, context) => checkBaskets(settings, context),
  task: ({ support, confidence, lift, longest, shortest, ...baskets }, context) => ({
    sql: toBasketInput(baskets, context),
    analysis: 'rules',
    settings: { support: support / 100, confidence: confidence / 100, lift, longest, shortest },
    seed: 0,
  }),
  make: (_, context) => toMain(context),
});
