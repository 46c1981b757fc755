/**
 * Sums of a node over the codes of every column that outlive the search for its cut. Of two children only the rows of the smaller are added
 * up: the other's sums are what their parent has more (Ke and others, LightGBM, NIPS 2017).
 */
import type { Coded } from './codes';
import { addUp, compareCuts, createCut, type Cut, type CutRules, NUMBER_SUMS, type NodeRows } from './cuts';
import type { Leaf, Nodes } from './nodes';

/** What rounding leaves of a difference is as large as that of the node whose rows were added up last: it may be no more than this. */
const NEAR = 1e-10;

export interface KeptSums {
  /** Adds up the rows of the first node. */
  begin(root: Leaf): void;
  /** Gives those of a node to its children. */
  part(whole: Leaf, first: Leaf, second: Leaf): void;
  findCut(leaf: Leaf, rules: CutRules): Cut;
  /** The leaf is not asked about any more. */
  end(leaf: Leaf): void;
}

export function createKeptSums(columns: readonly Coded[], nodes: Nodes, here: NodeRows): KeptSums {
  let size = 0;
  const starts = columns.map(({ lows }) => (size += NUMBER_SUMS * lows.length) - NUMBER_SUMS * lows.length);
  const taken = new Int32Array(Math.max(...columns.map(({ lows }) => lows.length)));
  const spare: Float64Array[] = [];
  return { begin, part, findCut, end };

  function begin(leaf: Leaf): void {
    const { weight, node } = leaf;
    const values = spare.pop() ?? new Float64Array(size);
    values.fill(0);
    for (const [at, { codes }] of columns.entries())
      addUp(values.subarray(starts[at]), codes, here, leaf.from, leaf.to);
    leaf.sums = { values, noise: toSpread(leaf) + (weight * nodes.values[node]!) ** 2 };
  }

  function part(whole: Leaf, first: Leaf, second: Leaf): void {
    const { values, noise } = whole.sums!;
    const [less, more] = first.to - first.from <= second.to - second.from ? [first, second] : [second, first];
    const isNear = toSpread(more) >= NEAR * noise;
    if (!less.isDone || (!more.isDone && isNear)) begin(less);
    if (!more.isDone && isNear) {
      takeOff(values, less.sums!.values, toMean(less) - toMean(whole), toMean(more) - toMean(whole));
      more.sums = { values, noise };
      // ties are as wide as what rounding leaves
      more.tie *= Math.max(1, Math.sqrt(noise / toSpread(more)));
    } else {
      end(whole);
      if (!more.isDone) begin(more);
    }
    if (less.isDone) end(less);
  }

  function findCut(leaf: Leaf, rules: CutRules): Cut {
    const best = createCut();
    for (const [column, { lows }] of columns.entries()) {
      const sums = leaf.sums!.values.subarray(starts[column]);
      let count = 0;
      for (let code = 0; code < lows.length; code++) if (sums[NUMBER_SUMS * code]! > 0) taken[count++] = code;
      compareCuts(best, column, leaf, rules, { sums, taken, count });
    }
    return best;
  }

  function end({ sums }: Leaf): void {
    if (sums) spare.push(sums.values);
  }

  function toMean({ node }: Leaf): number {
    return nodes.values[node]!;
  }

  /** The weight times the sum of squares: no sum of distances can be larger than its root. */
  function toSpread({ node, weight }: Leaf): number {
    return weight * weight * nodes.impurity[node]!;
  }
}

/** Sums of distances are from the mean of the node: that of the part lies `ofPart` above the whole's, that of the rest `ofRest`. */
function takeOff(whole: Float64Array, part: Float64Array, ofPart: number, ofRest: number): void {
  for (let at = 0; at < whole.length; at += NUMBER_SUMS) {
    const rows = whole[at]! - part[at]!;
    const weight = rows === 0 ? 0 : whole[at + 2]! - part[at + 2]!;
    whole[at] = rows;
    whole[at + 1] =
      rows === 0 ? 0 : whole[at + 1]! - part[at + 1]! - ofPart * part[at + 2]! - ofRest * weight;
    whole[at + 2] = weight;
  }
}
