import { Problem } from '../../lib/problem';
import { isSameName } from '../../sql/name';
import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { findColumn } from '../write';
import { toInput } from './rows';

/** The query of what a model learns from: its columns as numbers or texts, and the target as the one that is asked for. */
export function toModelInput(
  from: string,
  {
    target,
    columns,
    as,
    time,
  }: { target: string; columns: readonly string[]; as: 'number' | 'text'; time?: string },
  all: readonly Column[],
): string {
  const isNumber = (name: string) => toFamily(findColumn(all, name)!.type) === 'number';
  const numbers = columns.filter(isNumber);
  const texts = columns.filter((name) => !isNumber(name));
  (as === 'number' ? numbers : texts).unshift(target);
  return toInput(from, { numbers, texts, ...(time !== undefined && { moments: [time] }) });
}

/** A column that is to be predicted would tell itself. */
export function checkTarget({
  target,
  columns,
}: {
  target: string;
  columns: readonly string[];
}): Problem | undefined {
  if (!columns.some((name) => isSameName(name, target))) return undefined;
  return new Problem('step-misfit', { params: { why: 'target-among-columns', column: target } });
}
