import { toFamily } from '../../table/column';
import { choice, column, number } from '../field';
import { toStep } from '../step';
import { toInput, toMain } from './rows';
import { checkTwo, toNumberNames } from './suggested';

/** Whether a number differs between groups of rows, or between two columns row by row. */
export const compareGroups = toStep({
  step: 'compareGroups',
  family: 'analyse',
  fields: {
    how: choice(['groups', 'pairs']),
    target: column({ families: ['number'] }),
    by: column({ when: ({ how }) => how === 'groups' }),
    other: column({ families: ['number'], when: ({ how }) => how === 'pairs' }),
    method: choice(['auto', 'means', 'ranks']),
    confidence: number({ otherwise: 95, min: 50, max: 99.9 }),
  },
  suggest({ columns: all, column: chosen }) {
    const isChosenNumber = all.some(({ name, type }) => name === chosen && toFamily(type) === 'number');
    const [first, second] = toNumberNames(all);
    const target = isChosenNumber ? chosen : first;
    const words = all.find(({ type }) => ['text', 'flag'].includes(toFamily(type)))?.name;
    const by = chosen !== undefined && !isChosenNumber ? chosen : words;
    const other = target === second ? first : second;
    return { target, by, other };
  },
  check: ({ how, target, by, other }) => checkTwo([target, how === 'pairs' ? other : by]),
  task: ({ how, target, by, other, method, confidence }, { from }) => ({
    sql: toInput(from, how === 'pairs' ? { numbers: [target, other] } : { numbers: [target], texts: [by] }),
    analysis: 'compareGroups',
    settings: { how, method, confidence: confidence / 100 },
    seed: 0,
  }),
  make: (_, context) => toMain(context),
});
