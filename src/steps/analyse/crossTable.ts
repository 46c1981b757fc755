import { toFamily } from '../../table/column';
import { choice, column, number } from '../field';
import { toStep } from '../step';
import { toInput, toMain } from './rows';
import { checkTwo } from './suggested';

/** How often the values of two columns come together, and whether that is more than chance. */
export const crossTable = toStep({
  step: 'crossTable',
  family: 'analyse',
  fields: {
    down: column(),
    across: column(),
    shape: choice(['long', 'wide']),
    confidence: number({ otherwise: 95, min: 50, max: 99.9 }),
    seed: number({ otherwise: 1, min: 0, whole: true }),
  },
  suggest({ columns: all, column: chosen }) {
    const words = all.filter(({ type }) => ['text', 'flag'].includes(toFamily(type))).map(({ name }) => name);
    const [down, across] =
      chosen === undefined ? words : [chosen, ...words.filter((name) => name !== chosen)];
    return { down, across };
  },
  check: ({ down, across }) => checkTwo([down, across]),
  task: ({ down, across, shape, confidence, seed }, { from }) => ({
    sql: toInput(from, { texts: [down, across] }),
    analysis: 'crossTable',
    settings: { shape, confidence: confidence / 100 },
    seed,
  }),
  make: (_, context) => toMain(context),
});
