import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import { columns } from '../field';
import { choose } from '../shape/choose';
import { toStep } from '../step';

/** The table without some columns: what `choose` does with all others, said as what protects. */
export const dropColumns = toStep({
  step: 'dropColumns',
  family: 'protect',
  fields: { columns: columns() },
  check({ columns: names }, { columns: all }) {
    const left = all.filter(({ name }) => !names.some((one) => isSameName(one, name)));
    return left.length === 0 ? new Problem('step-misfit', { params: { why: 'drop-all' } }) : undefined;
  },
  make: (settings, context) => choose.make({ ...settings, keep: 'others' }, context),
});
