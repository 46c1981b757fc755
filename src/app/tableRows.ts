import type { Engine, TableKind } from '../engine/engine';
import { rejectedColumns } from '../engine/engine';
import type { RowSource } from '../grid/rows';
import type { SourceRecord } from '../storage/catalog';

/** A source's rows, or those that were rejected, as the grid reads them. */
export function toRowSource(
  source: SourceRecord,
  kind: TableKind,
  engine: Engine,
  whenAttached: (id: string) => Promise<void>,
): RowSource {
  const { id, columns, receipt } = source;
  return {
    key: `${id}/${kind}`,
    columns: kind === 'rows' ? columns : rejectedColumns,
    rowCount: kind === 'rows' ? receipt.loaded : receipt.rejected,
    async read(from, to, signal) {
      await whenAttached(id);
      return engine.read(id, kind, from, to, signal ? { signal } : {});
    },
  };
}
