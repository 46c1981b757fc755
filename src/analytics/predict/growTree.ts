/**
 * Trees of two branches at a node (Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984). A column is
 * searched by sums over codes in order of its values, so that every cut between two values is looked at and nothing is sorted.
 */
import type { Random } from '../core/random';
import { type Coded, toMiddle } from './codes';
import { createCut, type Cut, findClassCut, findNumberCut, type NodeRows, NUMBER_SUMS } from './cuts';
import { createKeptSums } from './keptSums';
import { createNodes, type Leaf, measureClass, measureNumber, type Nodes, sliceNodes } from './nodes';
import { countAnswers, type Target } from './target';
import { createUsedCodes } from './usedCodes';

export interface GrowOptions {
  maxDepth?: number;
  /** In a leaf. */
  leastRows?: number;
  /** In a leaf, of a number. */
  leastWeight?: number;
  /** With a limit the leaf that gains most is cut first. */
  mostLeaves?: number;
  /** How many columns, drawn at each node, are searched. */
  tried?: number;
  /** Of a number, where every column is searched and has few codes: much faster, and ties are seen a little more roughly. */
  keepSums?: boolean;
}

export interface Grower {
  /** Of `rows`, which are put in another order, each with its weight. What is to be predicted may have changed since the last one. */
  grow(rows: Int32Array, weights: Float64Array, random?: Random): Nodes;
}

/** Numbers that the leaves of a tree may keep together: 128 MB. */
const MOST_KEPT = 2 ** 24;

interface Branch {
  leaf: Leaf;
  cut: Cut;
}

export function createGrower(
  columns: readonly Coded[],
  target: Target,
  {
    maxDepth = Infinity,
    leastRows = 1,
    leastWeight = 0,
    mostLeaves = Infinity,
    tried = columns.length,
    keepSums = false,
  }: GrowOptions = {},
): Grower {
  const width = countAnswers(target);
  const length = columns[0]!.codes.length;
  const mostCodes = Math.max(...columns.map(({ lows }) => lows.length));
  const rules = { leastRows, leastWeight };
  const sums = {
    sums: new Float64Array(mostCodes * (target.kind === 'number' ? NUMBER_SUMS : width + 1)),
    used: createUsedCodes(mostCodes),
    totals: new Float64Array(width),
    left: new Float64Array(width),
  };
  const here: NodeRows = {
    rows: new Int32Array(0),
    from: 0,
    to: 0,
    weight: 0,
    tie: 0,
    weights: new Float64Array(length),
    distances: new Float64Array(length),
  };
  const spare = new Int32Array(length);
  const order = Int32Array.from(columns.keys());
  const limit = Math.max(1, Math.floor(Math.min(length / leastRows, mostLeaves, 2 ** maxDepth)));
  const nodes = createNodes(2 * limit - 1, width);
  const codes = columns.reduce((sum, { lows }) => sum + lows.length, 0);
  const isKept = keepSums && limit * codes * NUMBER_SUMS <= MOST_KEPT;
  const kept = isKept ? createKeptSums(columns, nodes, here) : undefined;
  return { grow };

  function grow(rows: Int32Array, weights: Float64Array, random?: Random): Nodes {
    here.rows = rows;
    let count = 1;
    let leaves = 1;
    const open: Branch[] = [];
    const root = look(0, 0, rows.length, 0);
    if (kept && !root.isDone) {
      kept.begin(root);
      offer(root, kept.findCut(root, rules));
    }
    while (open.length > 0 && leaves < mostLeaves) {
      const { leaf, cut } = takeBranch(open, mostLeaves < Infinity);
      const { node, from, to, depth } = leaf;
      const { column, code, next } = cut;
      const { codes, lows, highs } = columns[column]!;
      const middle = splitRows(codes, code, { rows, from, to, spare });
      nodes.column[node] = column;
      nodes.threshold[node] = toMiddle(highs[code]!, lows[next]!);
      nodes.children[node] = count;
      const first = look(count, from, middle, depth + 1);
      const second = look(count + 1, middle, to, depth + 1);
      if (kept) {
        kept.part(leaf, first, second);
        for (const half of [first, second]) if (!half.isDone) offer(half, kept.findCut(half, rules));
      }
      count += 2;
      leaves++;
    }
    for (const { leaf } of open) kept?.end(leaf);
    return sliceNodes(nodes, count, width);

    function look(node: number, from: number, to: number, depth: number): Leaf {
      here.from = from;
      here.to = to;
      nodes.column[node] = -1;
      nodes.children[node] = 0;
      nodes.threshold[node] = 0;
      const isPure =
        target.kind === 'number'
          ? measureNumber(nodes, node, here, { values: target.values, weights })
          : measureClass(nodes, node, here, { codes: target.codes, weights, totals: sums.totals });
      const isDone = isPure || depth >= maxDepth || to - from < 2 * leastRows;
      const leaf: Leaf = {
        node,
        from,
        to,
        depth,
        weight: here.weight,
        tie: here.tie,
        isDone,
        sums: undefined,
      };
      if (!kept && !isDone) offer(leaf, findCut(random));
      return leaf;
    }

    function offer(leaf: Leaf, cut: Cut): void {
      if (cut.column >= 0) open.push({ leaf, cut });
      else kept?.end(leaf);
    }
  }

  function findCut(random?: Random): Cut {
    const best = createCut();
    for (let at = 0; at < order.length; at++) {
      if (at >= tried && best.column >= 0) break;
      if (random) swap(order, at, at + random.below(order.length - at));
      const column = order[at]!;
      if (target.kind === 'number') findNumberCut(best, column, columns[column]!.codes, here, rules, sums);
      else findClassCut(best, column, columns[column]!.codes, here, rules, sums);
    }
    return best;
  }
}

/** The one that gains most; without a limit of leaves any will do. */
function takeBranch(open: Branch[], isBest: boolean): Branch {
  const last = open.pop()!;
  if (!isBest) return last;
  let best = -1;
  let most = last.cut.gain;
  for (const [at, { cut }] of open.entries()) {
    if (cut.gain <= most) continue;
    most = cut.gain;
    best = at;
  }
  if (best < 0) return last;
  const taken = open[best]!;
  open[best] = last;
  return taken;
}

interface Part {
  rows: Int32Array;
  from: number;
  to: number;
  spare: Int32Array;
}

/** Those up to the code first, both sides in the order they had; says where the second begins. */
function splitRows(codes: Uint8Array | Int32Array, code: number, { rows, from, to, spare }: Part): number {
  let middle = from;
  let moved = 0;
  for (let at = from; at < to; at++) {
    const row = rows[at]!;
    // without a branch, which nobody could foretell
    const isSecond = (code - codes[row]!) >>> 31;
    rows[middle] = spare[moved] = row;
    middle += 1 - isSecond;
    moved += isSecond;
  }
  for (let at = 0; at < moved; at++) rows[middle + at] = spare[at]!;
  return middle;
}

function swap(order: Int32Array, one: number, other: number): void {
  const held = order[one]!;
  order[one] = order[other]!;
  order[other] = held;
}
