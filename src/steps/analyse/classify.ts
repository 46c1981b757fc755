import { toFamily } from '../../table/column';
import { column, columns, number, text } from '../field';
import { toStep } from '../step';
import { checkTarget, toModelInput } from './predicting';
import { toRowsWith } from './rows';
import { suggestTexts, toNumberNames } from './suggested';

/** How likely each row is of one of two classes, learned from the rows of which it is known. */
export const classify = toStep({
  step: 'classify',
  family: 'analyse',
  fields: {
    target: column({ families: ['flag', 'text', 'number'] }),
    positive: text({ optional: true, like: 'target' }),
    columns: columns({ families: ['number', 'text', 'flag'] }),
    held: number({ otherwise: 30, min: 0, max: 90 }),
    threshold: number({ otherwise: 50, min: 0, max: 100 }),
    seed: number({ otherwise: 1, whole: true }),
  },
  suggest: ({ columns: all, column: chosen }) => {
    const last = (family: string) => all.findLast(({ type }) => toFamily(type) === family)?.name;
    const meant = all.find(
      ({ name, type }) => name === chosen && /^(flag|text|number)$/.test(toFamily(type)),
    );
    const target = meant?.name ?? last('flag') ?? last('text');
    return { target, columns: toNumberNames(all).filter((name) => name !== target) };
  },
  suggestMore: suggestTexts,
  check: checkTarget,
  task: ({ target, columns: chosen, positive, held, threshold, seed }, { from, columns: all }) => ({
    sql: toModelInput(from, { target, columns: chosen, as: 'text' }, all),
    analysis: 'classify',
    settings: { target, columns: chosen, positive, held: held / 100, threshold: threshold / 100 },
    seed,
  }),
  make: (_, context) => toRowsWith(context),
});
