import { createNodes, type Nodes } from './nodes';

/** The smallest tree with the least sum of impurity and `alpha` a leaf (minimal cost-complexity; Breiman and others, 1984, chapter 3). */
export function pruneNodes(nodes: Nodes, alpha: number): Nodes {
  const { children, weight, impurity } = nodes;
  const costs = new Float64Array(children.length);
  const isLeaf = new Uint8Array(children.length);
  for (let node = children.length - 1; node >= 0; node--) {
    const child = children[node]!;
    const alone = (weight[node]! / weight[0]!) * impurity[node]! + alpha;
    const below = child === 0 ? Infinity : costs[child]! + costs[child + 1]!;
    isLeaf[node] = alone <= below ? 1 : 0;
    costs[node] = Math.min(alone, below);
  }
  return keepNodes(nodes, isLeaf);
}

function keepNodes(nodes: Nodes, isLeaf: Uint8Array): Nodes {
  const width = nodes.values.length / nodes.column.length;
  const from = [0];
  for (let at = 0; at < from.length; at++) {
    const node = from[at]!;
    if (!isLeaf[node]) from.push(nodes.children[node]!, nodes.children[node]! + 1);
  }
  const kept = createNodes(from.length, width);
  let next = 1;
  for (const [at, node] of from.entries()) {
    kept.column[at] = isLeaf[node] ? -1 : nodes.column[node]!;
    kept.threshold[at] = isLeaf[node] ? 0 : nodes.threshold[node]!;
    kept.children[at] = isLeaf[node] ? 0 : next;
    kept.weight[at] = nodes.weight[node]!;
    kept.impurity[at] = nodes.impurity[node]!;
    kept.values.set(nodes.values.subarray(node * width, (node + 1) * width), at * width);
    if (!isLeaf[node]) next += 2;
  }
  return kept;
}
