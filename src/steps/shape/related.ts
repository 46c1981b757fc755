import { isSameName } from '../../sql/name';
import type { Loose } from '../field';
import type { Relation } from '../model/relations';

/** The join that brings a column of a table that rows name; one that is there already takes it along. */
export function toChained(
  { from, to, twice }: Relation,
  column: string,
  before: Loose | undefined,
): { spec: Loose & { step: string }; instead: boolean } {
  const keys = [{ left: from.column, right: to.column }];
  const taken = before?.take as readonly string[] | undefined;
  const isThere =
    before?.step === 'join' &&
    before.off !== true &&
    isSameName(String(before.table), to.table) &&
    JSON.stringify(before.keys) === JSON.stringify(keys) &&
    (before.how ?? 'left') === 'left' &&
    (taken?.length ?? 0) > 0;
  if (isThere && before)
    return {
      spec: { ...before, step: 'join', take: [...new Set([...taken!, column])] },
      instead: true,
    };
  // of a key that is there twice the first row is taken, so that nothing is counted twice
  const several = twice > 0 ? { several: 'first' } : {};
  return { spec: { step: 'join', table: to.table, keys, ...several, take: [column] }, instead: false };
}
