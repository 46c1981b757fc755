import { Problem } from '../../lib/problem';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { choice, column, number, text } from '../field';
import { toStep } from '../step';
import { findColumn } from '../write';
import { toInput, toMain } from './rows';
import { checkTwo, toNumberNames } from './suggested';

const isOutcome = ({ name }: Column) =>
  /convert|success|click|bought|purchase|paid|转化|成交|点击|购买/i.test(name);
const isVariant = ({ name }: Column) =>
  /variant|group|arm|version|test|bucket|实验|分组|版本|组别/i.test(name);

/** Whether a variant of an experiment does better than the one that nothing was changed in. */
export const abTest = toStep({
  step: 'abTest',
  family: 'analyse',
  fields: {
    variant: column(),
    outcome: choice(['rate', 'mean']),
    target: column(),
    yes: text({ optional: true, like: 'target', when: ({ outcome }) => outcome === 'rate' }),
    control: text({ optional: true, like: 'variant' }),
    confidence: number({ otherwise: 95, min: 50, max: 99.9 }),
  },
  suggest({ columns: all, column: chosen }) {
    const words = all.filter(({ type }) => toFamily(type) === 'text');
    const variant = (all.find(isVariant) ?? words.find(({ name }) => name !== chosen))?.name;
    const others = all.filter(({ name }) => name !== variant);
    const flag = others.find(isOutcome) ?? others.find(({ type }) => toFamily(type) === 'flag');
    const target = chosen !== undefined && chosen !== variant ? findColumn(all, chosen) : flag;
    const name = target?.name ?? toNumberNames(others)[0];
    const isMean = name !== undefined && /^(DOUBLE|FLOAT|DECIMAL)/.test(findColumn(all, name)!.type);
    return {
      variant,
      target: name,
      ...(isMean && { outcome: 'mean' }),
    };
  },
  check({ variant, outcome, target }, { columns: all }) {
    const two = checkTwo([variant, target]);
    if (two) return two;
    const { name, type } = findColumn(all, target)!;
    return outcome === 'mean' && toFamily(type) !== 'number'
      ? new Problem('step-family', { params: { column: name, type } })
      : undefined;
  },
  task: ({ variant, outcome, target, yes, control, confidence }, { from }) => ({
    sql:
      outcome === 'rate'
        ? toInput(from, { texts: [variant, target] })
        : toInput(from, { texts: [variant], numbers: [target] }),
    analysis: 'abTest',
    settings: { outcome, yes, control, confidence: confidence / 100 },
    seed: 0,
  }),
  make: (_, context) => toMain(context),
});
