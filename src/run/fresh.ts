import type { Graph, Node } from '../workbook/graph';

/** The cells that are as they were when they ran, and so is all that they read. */
export function findFresh({ nodes }: Graph, isAsItWas: (node: Node) => boolean): Set<string> {
  const fresh = new Set<string>();
  for (const node of nodes.values()) {
    const isRead = node.reads.every(({ of, cell }) => of === 'value' || !cell || fresh.has(cell));
    if (!node.fault && isRead && isAsItWas(node)) fresh.add(node.cell.id);
  }
  return fresh;
}
