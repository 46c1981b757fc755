import { multiply, toBlock } from './block';
import type { Topics } from './nmf';
import type { Sparse } from './sparse';

export interface MainTopics {
  /** The main topic of each text, the largest topic being 0; -1 where none says enough of it. */
  codes: Int32Array;
  /** Of the squares of the text's weights, what its main topic accounts for. */
  shares: Float64Array;
  /** Texts of each topic, falling. */
  sizes: Int32Array;
  /** The text that says it most; -1 where it is nobody's main topic. */
  examples: Int32Array;
  /** Places in what was given. */
  order: Int32Array;
}

/** Of what topics account for in all texts together: one that says less of a text than a quarter of that is not what it is about. */
const LEAST = 0.25;

export function findMainTopics(
  table: Sparse,
  { texts, words, explained }: Pick<Topics, 'texts' | 'words' | 'explained'>,
): MainTopics {
  const { rows, starts, values } = table;
  const { values: products } = multiply(table, toBlock(words));
  const mains = new Int32Array(rows).fill(-1);
  const shares = new Float64Array(rows).fill(NaN);
  const sizes = new Int32Array(texts.length);
  const examples = new Int32Array(texts.length).fill(-1);
  for (let row = 0; row < rows; row++) {
    let all = 0;
    for (let at = starts[row]!; at < starts[row + 1]!; at++) all += values[at]! * values[at]!;
    let most = LEAST * explained * all;
    for (let topic = 0; topic < texts.length; topic++) {
      const said = texts[topic]![row]! * products[row * texts.length + topic]!;
      if (said <= most) continue;
      most = said;
      mains[row] = topic;
    }
    const main = mains[row]!;
    if (main < 0) continue;
    shares[row] = most / all;
    sizes[main]!++;
    const best = examples[main]!;
    if (best < 0 || shares[row]! > shares[best]!) examples[main] = row;
  }
  const order = Int32Array.from(sizes.keys()).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const places = new Int32Array(texts.length);
  for (const [place, topic] of order.entries()) places[topic] = place;
  return {
    codes: mains.map((main) => (main < 0 ? -1 : places[main]!)),
    shares,
    sizes: order.map((topic) => sizes[topic]!),
    examples: order.map((topic) => examples[topic]!),
    order,
  };
}
