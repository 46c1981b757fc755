import { Problem } from '../../lib/problem';
import { fold, isSameName } from '../../sql/name';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { column, list, text } from '../field';
import { toStep } from '../step';

type Names = readonly { readonly from: string; readonly to: string }[];

/** Columns by other names; two may change places. */
export const rename = toStep({
  step: 'rename',
  family: 'shape',
  fields: { names: list({ from: column(), to: text({ is: 'name' }) }) },
  suggest: ({ columns, column: name = columns[0]?.name ?? '' }) => ({ names: [{ from: name, to: name }] }),

  check({ names }, { columns }) {
    const twice = findRepeated(names.map(({ from }) => from));
    if (twice !== undefined)
      return new Problem('step-misfit', { params: { why: 'renamed-twice', column: twice } });
    const taken = findRepeated(toRenamed(names, columns).map(({ name }) => name));
    return taken === undefined ? undefined : new Problem('step-name', { params: { name: taken } });
  },

  make: ({ names }, { from: table, columns }) => ({
    sql: `SELECT * RENAME (${names
      .map(({ from, to }) => `${quoteName(from)} AS ${quoteName(to)}`)
      .join(', ')})\nFROM ${table}`,
    columns: toRenamed(names, columns),
    sameRows: true,
  }),
});

function toRenamed(names: Names, columns: readonly Column[]): Column[] {
  return columns.map(({ name, type }) => ({
    name: names.find(({ from }) => isSameName(from, name))?.to ?? name,
    type,
  }));
}

function findRepeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(fold(name)).size);
}
