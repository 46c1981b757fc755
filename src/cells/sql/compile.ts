import { readVariable } from '../../sql/bound';
import type { Bound } from '../../sql/bound';
import { fold, isSameName } from '../../sql/name';
import { toNumbered } from '../../sql/parameters';
import { maybePassThrough } from '../../sql/passThrough';
import { findReferences } from '../../sql/references';
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
      tables: toUnique(tables.filter(({ schema }) => !schema || isSameName(schema, 'main'))),
      values: toUnique(parameters.filter(({ name }) => !/^\d+$/.test(name))),
    };
  },

  rename: (cell, { of, from, to }) => ({
    ...cell,
    sql: of === 'table' ? renameTable(cell.sql, from, to) : renameParameter(cell.sql, from, to),
  }),

  toPlan({ sql }, { findValue }) {
    if (!sql.trim()) return { do: 'nothing' };
    const same = maybePassThrough(sql);
    const values: Record<string, Bound> = {};
    for (const { name } of findReferences(sql).parameters) {
      const value = findValue(name);
      if (value) values[fold(name)] = value;
    }
    const numbered = toNumbered(sql, Object.keys(values), (name, _, isAlone) => {
      const read = readVariable(fold(name));
      // `IN (list)` compares with the list itself, and people write it so
      return isAlone && 'list' in values[fold(name)]! ? `SELECT unnest(${read})` : read;
    });
    return {
      do: 'keep',
      sql: numbered.sql,
      written: sql,
      toWritten: numbered.toOriginal,
      values,
      ...(same && { same }),
    };
  },
};

function toUnique(found: readonly { name: string }[]): string[] {
  const byFold = new Map(found.map(({ name }) => [fold(name), name]));
  return [...byFold.values()];
}
