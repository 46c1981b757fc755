import type { PlanStep } from '../../run/explain';
import type { Catalog } from '../../sql/complete';

type Table = Pick<Catalog['tables'][number], 'name' | 'columns'>;

/**
 * The plan with the names that people know. The engine reads files of its own, whose names say nothing; which table a file
 * belongs to shows in the columns that are read of it, or else is left open.
 */
export function nameTables(step: PlanStep, tables: readonly Table[]): PlanStep {
  const children = step.children.map((child) => nameTables(child, tables));
  if (step.operation !== 'read' || step.table === undefined) return { ...step, children };
  const fitting = tables.filter((table) => hasColumns(table, step.details));
  return { ...step, children, table: fitting.length === 1 ? fitting[0]!.name : undefined };
}

function hasColumns({ columns }: Table, names: readonly string[]): boolean {
  return names.every((name) => columns.some((column) => column.name === name));
}
