import { toFreeName } from '../../lib/freeName';
import { quoteName } from '../../sql/quote';
import type { Column } from '../../table/column';
import { columns, text } from '../field';
import { findColumn } from '../write';

/** Which columns of another table come along, and what is put after their names where these are taken. */
export const takeFields = {
  take: columns({ of: 'table', optional: true }),
  suffix: text({ otherwise: '_2' }),
};

export interface Taken {
  column: Column;
  name: string;
}

/** Without any being named, all that `isLeft` does not leave out. */
export function toTaken(
  { take, suffix }: { readonly take: readonly string[]; readonly suffix: string },
  {
    ours,
    others,
    isLeft,
  }: { ours: readonly Column[]; others: readonly Column[]; isLeft: (column: Column) => boolean },
): Taken[] {
  const chosen =
    take.length > 0
      ? [...new Set(take.map((name) => findColumn(others, name)!))]
      : others.filter((column) => !isLeft(column));
  const names = ours.map(({ name }) => name);
  return chosen.map((column) => {
    const isFree = !names.some((name) => name.toLowerCase() === column.name.toLowerCase());
    const name = isFree ? column.name : toFreeName(`${column.name}${suffix}`, names);
    names.push(name);
    return { column, name };
  });
}

export function toTakenSql(taken: readonly Taken[], alias: string): string[] {
  return taken.map(({ column, name }) => {
    const sql = `${alias}.${quoteName(column.name)}`;
    return name === column.name ? sql : `${sql} AS ${quoteName(name)}`;
  });
}

export function toTakenColumns(taken: readonly Taken[]): Column[] {
  return taken.map(({ column: { type }, name }) => ({ name, type }));
}
