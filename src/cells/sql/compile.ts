import { Problem } from '../../lib/problem';
import { fold } from '../../sql/name';
import { withInputs } from '../../sql/inputs';
import { maybePassThrough } from '../../sql/passThrough';
import { findUnseen, findReferences, toReadName } from '../../sql/references';
import { renameParameter, renameTable } from '../../sql/rename';
import type { Cell } from '../../workbook/cell';
import type { RunKind } from '../../workbook/plan';
import { toName, toText } from '../../workbook/settings';

/** One query, whose rows go by the cell's name. */
export interface SqlCell extends Cell {
  readonly kind: 'sql';
  readonly name: string;
  readonly sql: string;
}

export const sqlKind: RunKind<SqlCell> = {
  kind: 'sql',
  gives: 'table',

  toCell: (spec, id) => ({ id, kind: 'sql', name: toName(spec, 'query'), sql: toText(spec, 'sql') }),

  findReads({ sql }) {
    const { tables, parameters } = findReferences(sql);
    return {
      tables: toUnique(tables.map((table) => ({ name: toReadName(table) }))),
      values: toUnique(parameters.filter(({ name }) => !/^\d+$/.test(name))),
    };
  },

  rename: (cell, { of, from, to, keepColumns = false }) => ({
    ...cell,
    sql:
      of === 'table' ? renameTable(cell.sql, from, to, { keepColumns }) : renameParameter(cell.sql, from, to),
  }),

  toPlan({ sql }, { findValue }) {
    if (!sql.trim()) return { do: 'nothing' };
    const unseen = findUnseen(sql);
    if (unseen)
      throw new Problem('sql-by-text', { params: { name: unseen.name }, sql, position: unseen.from });
    const same = maybePassThrough(sql);
    const bound = withInputs(sql, findValue);
    return {
      do: 'keep',
      sql: bound.sql,
      written: sql,
      toWritten: bound.toOriginal,
      values: bound.values,
      ...(same && { same }),
    };
  },
};

function toUnique(found: readonly { name: string }[]): string[] {
  const byFold = new Map(found.map(({ name }) => [fold(name), name]));
  return [...byFold.values()];
}
