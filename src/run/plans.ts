import { Problem } from '../lib/problem';
import { isSameName } from '../sql/name';
import type { Cell } from '../workbook/cell';
import type { Node, Read } from '../workbook/graph';
import { findRead } from '../workbook/graph';
import type { Plan, PlanContext, RunKinds } from '../workbook/plan';

export interface PlansOptions {
  kinds: RunKinds;
  findCell: (id: string) => Cell;
  findSecret?: PlanContext['findSecret'];
  /** The columns of a table that is read, as far as they are known. */
  findColumns: (read: Read) => readonly string[] | undefined;
}

interface Made {
  plan: Plan;
  /** What it was made from besides the cell. */
  givers: readonly Cell[];
  columns: readonly (readonly [table: string, names: string])[];
}

/** Plans of cells. Each is made once for a cell and the inputs that it reads: all of them are other objects when they change. */
export function createPlans({
  kinds,
  findCell,
  findSecret,
  findColumns,
}: PlansOptions): (node: Node) => Plan {
  const made = new WeakMap<Cell, Made>();

  return (node) => {
    const { cell, reads } = node;
    const values = reads.filter(({ of, cell: giver }) => of === 'value' && giver);
    const givers = values.map((read) => findCell(read.cell!));
    const known = made.get(cell);
    if (
      known &&
      known.givers.length === givers.length &&
      givers.every((giver, n) => known.givers[n] === giver) &&
      known.columns.every(([table, names]) => String(columnsOf(node, table)) === names)
    )
      return known.plan;
    const kind = kinds.find(cell.kind);
    if (!kind) throw new Problem('cell-kind', { params: { kind: cell.kind } });
    const columns: [table: string, names: string][] = [];
    const plan = kind.toPlan(cell, {
      findValue(name) {
        const giver = givers[values.findIndex((read) => isSameName(read.name, name))];
        return giver && kinds.find(giver.kind)?.toValue?.(giver);
      },
      ...(findSecret && { findSecret }),
      findColumns(table) {
        const found = columnsOf(node, table);
        columns.push([table, String(found)]);
        return found;
      },
    });
    made.set(cell, { plan, givers, columns });
    return plan;
  };

  function columnsOf(node: Node, table: string): readonly string[] | undefined {
    const read = findRead(node, table, 'table');
    return read && findColumns(read);
  }
}
