import { fold, isSameName } from '../sql/name';
import type { Cell, Kinds } from './cell';
import { findReads, toGift } from './cell';
import type { Workbook } from './document';

/** What a cell reads, found: where each name leads. */
export interface Read {
  name: string;
  of: 'table' | 'value';
  /** The cell that goes by the name; undefined for a source, and for a name that nothing goes by. */
  cell?: string;
  /** The source that goes by the name. */
  source?: string;
}

export type NameFault =
  /** Cells that read one another: their names, in the order in which they do. */
  | { fault: 'cycle'; names: readonly string[] }
  /** A source or a cell further up goes by the same name. */
  | { fault: 'duplicate'; name: string; with: 'source' | 'cell' }
  | { fault: 'unknown-value'; name: string; nearest: readonly string[] };

export interface Node {
  cell: Cell;
  reads: readonly Read[];
  fault?: NameFault;
}

export interface Graph {
  /** By cell id, each after those whose tables it reads; cells of a cycle come last. */
  nodes: ReadonlyMap<string, Node>;
}

export interface GraphOptions {
  kinds: Kinds;
  /** Names of the sources, which come before cells of the same name. */
  sources: readonly string[];
  findNearest?: (name: string, names: readonly string[]) => string[];
}

/** Who reads whom. The order of cells on the page has no say in it. */
export function toGraph(workbook: Workbook, { kinds, sources, findNearest = () => [] }: GraphOptions): Graph {
  const sourceNames = new Map(sources.map((name) => [fold(name), name]));
  const givers = { table: new Map<string, Cell>(), value: new Map<string, Cell>() };
  const faults = new Map<string, NameFault>();
  for (const cell of workbook.cells) {
    const gift = toGift(cell, kinds);
    if (gift === 'nothing') continue;
    const folded = fold(cell.name!);
    if (gift === 'table' && sourceNames.has(folded)) {
      faults.set(cell.id, { fault: 'duplicate', name: cell.name!, with: 'source' });
    } else if (givers[gift].has(folded)) {
      faults.set(cell.id, { fault: 'duplicate', name: cell.name!, with: 'cell' });
    } else givers[gift].set(folded, cell);
  }

  const nodes = new Map<string, Node>();
  for (const cell of workbook.cells) {
    const { tables, values, maybeValues = [] } = findReads(cell, kinds);
    const reads = [
      ...tables.map((name): Read => {
        const source = sourceNames.get(fold(name));
        const giver = givers.table.get(fold(name));
        return { name, of: 'table', ...(source ? { source } : giver && { cell: giver.id }) };
      }),
      ...[...values, ...maybeValues.filter((name) => givers.value.has(fold(name)))].map((name): Read => {
        const giver = givers.value.get(fold(name));
        return { name, of: 'value', ...(giver && { cell: giver.id }) };
      }),
    ];
    const unknown = reads.find((read) => read.of === 'value' && !read.cell);
    const fault =
      faults.get(cell.id) ??
      (unknown && {
        fault: 'unknown-value' as const,
        name: unknown.name,
        nearest: findNearest(
          unknown.name,
          [...givers.value.values()].map((giver) => giver.name!),
        ),
      });
    nodes.set(cell.id, { cell, reads, ...(fault && { fault }) });
  }
  return { nodes: sortNodes(nodes) };
}

/** Depth first; what is met again while it is still open reads itself. */
function sortNodes(nodes: ReadonlyMap<string, Node>): Map<string, Node> {
  const sorted = new Map<string, Node>();
  const done = new Set<string>();
  const path = new Set<string>();
  const cycles = new Map<string, readonly string[]>();

  // a stack of its own: a chain of thousands of cells must not end the page's
  for (const start of nodes.keys()) {
    const stack: { id: string; next: number }[] = [{ id: start, next: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      if (top.next === 0) {
        if (done.has(top.id)) {
          stack.pop();
          continue;
        }
        path.add(top.id);
      }
      const tables = nodes.get(top.id)!.reads.filter(({ of, cell }) => of === 'table' && cell);
      const giver = tables[top.next++]?.cell;
      if (giver === undefined) {
        stack.pop();
        path.delete(top.id);
        done.add(top.id);
        sorted.set(top.id, nodes.get(top.id)!);
      } else if (path.has(giver)) {
        const open = [...path];
        const cycle = open.slice(open.indexOf(giver));
        for (const id of cycle) if (!cycles.has(id)) cycles.set(id, cycle);
      } else if (!done.has(giver)) stack.push({ id: giver, next: 0 });
    }
  }
  for (const [id, cycle] of cycles) {
    const node = nodes.get(id)!;
    const names = [...cycle, cycle[0]!].map((member) => nodes.get(member)!.cell.name!);
    sorted.delete(id);
    sorted.set(id, { ...node, fault: node.fault ?? { fault: 'cycle', names } });
  }
  return sorted;
}

/** Where a name leads that a cell reads. */
export function findRead({ reads }: Node, name: string, of: Read['of']): Read | undefined {
  return reads.find((read) => read.of === of && isSameName(read.name, name));
}

/** A cell and everything that it follows from. */
export function findAncestors({ nodes }: Graph, ids: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const { cell } of nodes.get(id)?.reads ?? []) if (cell) waiting.push(cell);
  }
  return found;
}
