import { toFamily } from '../../table/column';
import type { Loose } from '../field';
import { choice, column, columns, flag, maybeNumber, number, text } from '../field';
import { isMoment } from '../shape/moments';
import { toStep } from '../step';
import { findColumn } from '../write';
import { checkTarget, toModelInput } from './predicting';
import { toRowsWith } from './rows';
import { checkDay, suggestTexts, toNumberNames } from './suggested';

/** What of a way can be set by hand. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  depth: ['tree', 'forest', 'boosting'],
  trees: ['forest', 'boosting'],
  neighbours: ['neighbours'],
  degree: ['polynomial'],
};

const uses = (name: string) => ({
  when: ({ method }: Loose) => OWN[name]!.includes(String(method)),
});
/** The plainest first. */
const METHODS = [
  'linear',
  'ridge',
  'lasso',
  'polynomial',
  'bayes',
  'tree',
  'forest',
  'boosting',
  'neighbours',
  'svm',
  'network',
] as const;

const inTime = { when: ({ test }: Loose) => test === 'time' };

/** Whatever can be predicted from other columns, by the way that does it best; the model is kept, and predicts in other tables. */
export const learn = toStep({
  step: 'learn',
  family: 'analyse',
  fields: {
    target: column({ families: ['number', 'text', 'flag'] }),
    as: choice(['auto', 'number', 'class'], {
      suits: (as, { target }, all) =>
        as === 'auto' || toFamily(findColumn(all, String(target))?.type ?? '') === 'number',
    }),
    columns: columns({ families: ['number', 'text', 'flag'] }),
    method: choice(['compare', ...METHODS]),
    depth: maybeNumber({ min: 1, max: 30, whole: true, ...uses('depth') }),
    trees: maybeNumber({ min: 1, max: 1000, whole: true, ...uses('trees') }),
    neighbours: maybeNumber({ min: 1, max: 1000, whole: true, ...uses('neighbours') }),
    degree: maybeNumber({ min: 2, max: 5, whole: true, ...uses('degree') }),
    tune: flag(),
    folds: number({ otherwise: 5, min: 2, max: 20, whole: true }),
    test: choice(['random', 'time']),
    time: column({ families: ['date'], ...inTime }),
    held: number({ otherwise: 25, min: 0, max: 90 }),
    positive: text({ optional: true, like: 'target' }),
    chances: flag(false, { when: ({ as }) => as !== 'number' }),
    alarm: maybeNumber({ min: 0 }),
    missed: maybeNumber({ min: 0 }),
    seed: number({ otherwise: 1, whole: true }),
  },
  suggest: ({ columns: all, column: chosen }) => {
    const families = new Map(all.map(({ name, type }) => [name, toFamily(type)]));
    const ofFamily = (family: string) => all.findLast(({ name }) => families.get(name) === family)?.name;
    const numbers = toNumberNames(all);
    const isMeant = chosen !== undefined && /^(number|text|flag)$/.test(families.get(chosen) ?? '');
    const target = isMeant ? chosen : (ofFamily('flag') ?? numbers.at(-1) ?? ofFamily('text'));
    const time = all.find(({ type }) => isMoment(type))?.name;
    return { target, columns: numbers.filter((name) => name !== target), time };
  },
  suggestMore: suggestTexts,
  check: (settings, context) =>
    checkTarget(settings) ??
    (settings.test === 'time' ? checkDay({ date: settings.time }, context) : undefined),
  task: (settings, { from, columns: all }) => {
    const { target, as, columns: chosen, method, tune, folds, test, time, held, positive, seed } = settings;
    const { depth, trees, neighbours, degree, alarm, missed, chances } = settings;
    const isNumber = toFamily(findColumn(all, target)!.type) === 'number';
    const by = Object.entries({ depth, trees, neighbours, degree }).filter(
      ([name, value]) => value !== null && OWN[name]!.includes(method),
    );
    return {
      sql: toModelInput(
        from,
        {
          target,
          columns: chosen,
          as: isNumber && as !== 'class' ? 'number' : 'text',
          ...(test === 'time' && { time }),
        },
        all,
      ),
      analysis: 'learn',
      settings: {
        target,
        as,
        columns: chosen,
        method,
        by: Object.fromEntries(by),
        tune,
        folds,
        time: test === 'time' ? time : '',
        held: held / 100,
        positive,
        chances: chances && as !== 'number',
        costs: alarm === null || missed === null ? null : { falsePositive: alarm, falseNegative: missed },
      },
      seed,
    };
  },
  make: (_, context) => toRowsWith(context),
});
