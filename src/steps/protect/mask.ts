import { quoteName } from '../../sql/quote';
import { choice, columns, number } from '../field';
import type { Loose } from '../field';
import { toStep } from '../step';
import { findColumn, toReplaced } from '../write';
import { masks, toMasked } from './masks';

const isEnds = ({ as }: Loose) => as === 'ends';

/** A part of each value stays to be read, the rest is stars. */
export const mask = toStep({
  step: 'mask',
  family: 'protect',
  fields: {
    columns: columns({ families: ['text', 'number', 'date'] }),
    as: choice(masks),
    first: number({ otherwise: 1, min: 0, max: 100, whole: true, when: isEnds }),
    last: number({ otherwise: 1, min: 0, max: 100, whole: true, when: isEnds }),
  },
  make({ columns: names, as, first, last }, context) {
    const toText = (name: string) =>
      findColumn(context.columns, name)!.type === 'VARCHAR'
        ? quoteName(name)
        : `CAST(${quoteName(name)} AS VARCHAR)`;
    return toReplaced(
      context,
      Object.fromEntries(names.map((name) => [name, toMasked(as, toText(name), { first, last })])),
    );
  },
});
