/** Codes for signs by how often they come, no longer than `limit` bits: the lengths from which both sides make the codes (RFC 1951, 3.2.2). */
export function toLengths(counts: Uint32Array, limit: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const used = Array.from(counts.keys()).filter((sign) => counts[sign]! > 0);
  used.sort((a, b) => counts[a]! - counts[b]! || a - b);
  if (used.length < 2) {
    if (used.length === 1) lengths[used[0]!] = 1;
    return lengths;
  }
  const perLength = limitLengths(toDepths(used.map((sign) => counts[sign]!)), limit);
  let at = 0;
  for (let length = limit; length > 0; length--)
    for (let k = perLength[length]!; k > 0; k--) lengths[used[at++]!] = length;
  return lengths;
}

/** How deep each leaf lies in Huffman's tree; weights are sorted, the least first. */
function toDepths(weights: readonly number[]): Uint8Array {
  const leaves = weights.length;
  const nodes = 2 * leaves - 1;
  const weight = new Float64Array(nodes);
  weight.set(weights);
  const parent = new Int32Array(nodes);
  let leaf = 0;
  let inner = leaves;
  for (let next = leaves; next < nodes; next++) {
    for (let side = 0; side < 2; side++) {
      const isLeaf = leaf < leaves && (inner >= next || weight[leaf]! <= weight[inner]!);
      const least = isLeaf ? leaf++ : inner++;
      weight[next]! += weight[least]!;
      parent[least] = next;
    }
  }
  const depths = new Uint8Array(nodes);
  for (let node = nodes - 2; node >= 0; node--) depths[node] = depths[parent[node]!]! + 1;
  return depths.subarray(0, leaves);
}

/** How many codes of each length there are, when those that are too long have been cut: others grow until all have room. */
function limitLengths(depths: Uint8Array, limit: number): Uint32Array {
  const perLength = new Uint32Array(limit + 1);
  for (const depth of depths) perLength[Math.min(limit, depth)]!++;
  let taken = 0;
  for (let length = 1; length <= limit; length++) taken += perLength[length]! * 2 ** (limit - length);
  for (; taken > 2 ** limit; taken--) {
    let length = limit - 1;
    while (perLength[length] === 0) length--;
    perLength[length]!--;
    perLength[length + 1]! += 2;
    perLength[limit]!--;
  }
  return perLength;
}

const MOST_BITS = 15;

/** The codes of these lengths, turned round, as they are written from their last bit. */
export function toCodes(lengths: Uint8Array): Uint16Array {
  const perLength = new Uint16Array(MOST_BITS + 1);
  for (const length of lengths) if (length > 0) perLength[length]!++;
  const next = new Uint16Array(MOST_BITS + 2);
  for (let length = 1; length <= MOST_BITS; length++)
    next[length + 1] = (next[length]! + perLength[length]!) << 1;
  return Uint16Array.from(lengths, (length) => (length > 0 ? reverse(next[length]!++, length) : 0));
}

function reverse(code: number, length: number): number {
  let turned = 0;
  for (let k = 0; k < length; k++) turned |= ((code >> k) & 1) << (length - 1 - k);
  return turned;
}
