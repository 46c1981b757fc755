import type { ComputedTables, ResultTable } from '../engine';
import type { Computed } from './computer';
import type { ComputedPart } from './serveComputing';

/** What was computed, once its tables are kept in the engine. */
export async function keepComputed(
  { added, tables, notes }: Computed,
  keep: (part: ComputedPart) => Promise<ResultTable>,
): Promise<ComputedTables> {
  const kept: Record<string, ResultTable> = {};
  for (const [name, part] of Object.entries(tables)) kept[name] = await keep(part);
  return { ...(added && { added: await keep(added) }), tables: kept, notes };
}
