import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import { choice, column, columns, flag, maybeNumber, number } from '../field';
import type { Loose } from '../field';
import { toStep } from '../step';
import { toInput, toRowsWith } from './rows';
import { toNumberNames } from './suggested';

const is =
  (...methods: readonly string[]) =>
  ({ method }: Loose) =>
    methods.includes(String(method));
const isWhole = is('forest', 'lof');
const isByColumn = is('mad', 'iqr', 'z');

/** How many times the spread, unless something else is said. */
const usual = { mad: 3.5, iqr: 1.5, z: 3 };

/** Rows that are unlike the others, and why. */
export const odd = toStep({
  step: 'odd',
  family: 'analyse',
  fields: {
    columns: columns({ families: ['number'] }),
    method: choice(['forest', 'lof', 'mad', 'iqr', 'z']),
    share: number({ otherwise: 1, min: 0.001, max: 50, when: isWhole }),
    times: maybeNumber({ min: 0, when: isByColumn }),
    by: column({ optional: true, when: isByColumn }),
    neighbours: number({ otherwise: 20, min: 1, max: 200, whole: true, when: is('lof') }),
    scaled: flag(true, { when: is('lof') }),
    trees: number({ otherwise: 100, min: 10, max: 1000, whole: true, when: is('forest') }),
    seed: number({ otherwise: 1, whole: true, when: is('forest') }),
  },
  suggest: ({ columns: all }) => ({ columns: toNumberNames(all) }),
  check: ({ method, columns: numbers, by }) =>
    isByColumn({ method }) && numbers.some((name) => isSameName(name, by))
      ? new Problem('step-misfit', { params: { why: 'group-itself', column: by } })
      : undefined,
  task({ columns: numbers, method, share, times, by, neighbours, scaled, trees, seed }, { from }) {
    if (method === 'forest' || method === 'lof')
      return {
        sql: toInput(from, { numbers }),
        analysis: 'odd',
        settings: { method, share: share / 100, trees, neighbours, scaled },
        seed,
      };
    return {
      sql: toInput(from, { numbers, texts: by === '' ? [] : [by] }),
      analysis: 'odd',
      settings: { method, times: times ?? usual[method] },
      seed: 0,
    };
  },
  make: (_, context) => toRowsWith(context),
});
