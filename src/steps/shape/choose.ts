import { Problem } from '../../lib/problem';
import type { Column } from '../../table/column';
import { choice, columns } from '../field';
import type { StepContext } from '../step';
import { toStep } from '../step';
import { findColumn, toNames } from '../write';

interface Settings {
  columns: readonly string[];
  keep: 'these' | 'others' | 'all';
}

/** Columns kept, left out, or put first. */
export const choose = toStep({
  step: 'choose',
  family: 'shape',
  fields: { columns: columns(), keep: choice(['these', 'others', 'all']) },
  suggest: ({ columns: all, column }) => ({
    columns: column === undefined ? all.map(({ name }) => name) : [column],
  }),

  check: (settings, context) =>
    toLeft(settings, context).length === 0
      ? new Problem('step-misfit', { params: { why: 'no-columns' } })
      : undefined,

  make(settings, context) {
    const { named, others } = toHalves(settings.columns, context.columns);
    const toSql = (what: string) => `SELECT ${what}\nFROM ${context.from}`;
    const star = others.length === 0 ? '' : `, * EXCLUDE (${toListed(named)})`;
    const sql = {
      these: () => toSql(toListed(named)),
      others: () => toSql(`* EXCLUDE (${toListed(named)})`),
      all: () => toSql(`${toListed(named)}${star}`),
    }[settings.keep]();
    return { sql, columns: toLeft(settings, context), sameRows: true };
  },
});

function toLeft(
  { columns: names, keep }: Settings,
  { columns: all }: Pick<StepContext, 'columns'>,
): Column[] {
  const { named, others } = toHalves(names, all);
  return keep === 'these' ? named : keep === 'others' ? others : [...named, ...others];
}

function toHalves(names: readonly string[], all: readonly Column[]): { named: Column[]; others: Column[] } {
  const named = [...new Set(names.map((name) => findColumn(all, name)!))];
  return { named, others: all.filter((column) => !named.includes(column)) };
}

function toListed(columns: readonly Column[]): string {
  return toNames(columns.map(({ name }) => name));
}
