import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { choice, columns, flag } from '../field';
import { order, toOrder } from '../order';
import type { Sort } from '../order';
import { toStep } from '../step';
import { findColumn, toOwnName } from '../write';

/** One row of those that are the same, in all columns or in some. */
export const dedupe = toStep({
  step: 'dedupe',
  family: 'clean',
  fields: {
    columns: columns({ optional: true }),
    loose: flag(false),
    keep: choice(['first', 'last', 'fullest', 'order']),
    order: order({ when: ({ keep }) => keep === 'order' }),
  },

  make({ columns: names, loose, keep, order: sorts }, { from, columns: all }) {
    const keys = names.length > 0 ? names.map((name) => findColumn(all, name)!) : all;
    const row = quoteName(toOwnName(all, 'row_no'));
    const numbered = from === '"numbered"' ? 'rows_numbered' : 'numbered';
    return {
      // numbered twice: to hold all columns of 5 million rows beside the table takes more memory than there is
      sql: [
        `WITH ${numbered} AS NOT MATERIALIZED (SELECT *, row_number() OVER () AS ${row} FROM ${from})`,
        `SELECT * EXCLUDE (${row})`,
        `FROM ${numbered}`,
        `WHERE ${row} IN (`,
        `  SELECT ${toKept(keep, { row, sorts, columns: all })}`,
        `  FROM ${numbered}`,
        `  GROUP BY ${keys.map((key) => toKey(key, loose)).join(', ')}`,
        `)`,
      ].join('\n'),
      columns: all,
      readsTwice: true,
    };
  },
});

function toKey({ name, type }: Column, loose: boolean): string {
  const it = quoteName(name);
  if (!loose || toFamily(type) !== 'text') return it;
  return `regexp_replace(lower(${it}), '[\\s\\p{Z}]+', '', 'g')`;
}

function toKept(
  keep: 'first' | 'last' | 'fullest' | 'order',
  { row, sorts, columns: all }: { row: string; sorts: readonly Sort[]; columns: readonly Column[] },
): string {
  switch (keep) {
    case 'first':
      return `min(${row})`;
    case 'last':
      return `max(${row})`;
    case 'fullest': {
      const holes = all.map(({ name, type }) => `CAST(${toHole(name, type)} AS INTEGER)`);
      return `arg_min(${row}, (${holes.join(' + ')}, ${row}))`;
    }
    case 'order':
      return sorts.length === 0 ? `min(${row})` : `first(${row} ORDER BY ${toOrder(sorts)}, ${row})`;
  }
}

function toHole(name: string, type: string): string {
  const it = quoteName(name);
  return type === 'VARCHAR' ? `coalesce(${it}, '') = ''` : `${it} IS NULL`;
}
