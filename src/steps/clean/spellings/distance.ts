import { toPlainText } from './keys';
import { toDistance } from './levenshtein';
import type { Sliced, Spelling, SpellingGroup } from './spelling';
import { byCount, toGroup, toSorted } from './spelling';

export interface DistanceOptions {
  /** The share of letters that may differ. */
  share?: number;
  /** Letters that may differ however long a text is. */
  most?: number;
}

/** A text, the values that are written so, and those near it. */
interface Node {
  text: string;
  spellings: Spelling[];
  count: number;
  digits: string;
  /** Which pairs of letters it has, as bits of 64: texts whose bits differ much are far from each other. */
  pairs: readonly [number, number];
  /** The last text that it was compared with, by place. */
  seen: number;
  near: Node[];
}

const SLICE = 500;
/** A piece that more texts share says little, such as 有限公司: 200,000 names take 20 s where all such pairs are compared. */
const MOST_SHARING = 400;

/** A Chinese character says more than a letter. */
const HAN = 1.3;

function isHan(text: string): boolean {
  return text.charCodeAt(0) > 0x2e80;
}

/**
 * Values that differ by few letters, whatever their case, accents and punctuation; numbers in them must be the same. A text of
 * which k letters differ has one of k + 1 pieces of the other whole, so only texts that share a piece are compared (Pass-Join: Li,
 * Deng, Wang, Feng, VLDB 2011). The most frequent value of all takes those near it, then the next: no chain leads far away.
 */
export function* findByDistance(
  spellings: readonly Spelling[],
  { share = 0.2, most = 3 }: DistanceOptions = {},
): Sliced<SpellingGroup[]> {
  const toMost = (letters: number) => Math.min(most, Math.floor(letters * share));
  const nodes = toNodes(spellings).sort((a, b) => a.text.length - b.text.length);
  const pieces = new Map<string, Node[]>();

  for (const [at, node] of nodes.entries()) {
    if (at % SLICE === 0) yield at / nodes.length;
    const { text } = node;
    for (let length = Math.max(1, text.length - most); length <= text.length; length++) {
      // a text of this length is one of either script
      const [latin, han] = [toMost(length), toMost(length * HAN)];
      if (latin > 0) compareAt(node, { length, differing: latin, at });
      if (han > latin) compareAt(node, { length, differing: han, at });
    }
    const differing = toMost(isHan(text) ? text.length * HAN : text.length);
    if (differing > 0) put(node, differing);
  }
  yield 1;
  return toGroups(nodes);

  function compareAt(
    node: Node,
    { length, differing, at }: { length: number; differing: number; at: number },
  ) {
    const { text } = node;
    const more = text.length - length;
    if (more > differing) return;
    for (let piece = 0; piece <= differing; piece++) {
      const [from, size] = toPiece(length, differing, piece);
      const left = differing - piece;
      const first = Math.max(0, from - piece, from + more - left);
      const last = Math.min(text.length - size, from + piece, from + more + left);
      for (let start = first; start <= last; start++) {
        const found = pieces.get(toPieceKey(text, { length, differing, piece, start, size }));
        if (found === undefined || found.length > MOST_SHARING) continue;
        for (const other of found) {
          if (other.seen === at) continue;
          other.seen = at;
          if (isNear(node, other, differing)) {
            node.near.push(other);
            other.near.push(node);
          }
        }
      }
    }
  }

  function put(node: Node, differing: number): void {
    const { length } = node.text;
    for (let piece = 0; piece <= differing; piece++) {
      const [start, size] = toPiece(length, differing, piece);
      const key = toPieceKey(node.text, { length, differing, piece, start, size });
      const known = pieces.get(key);
      if (known) known.push(node);
      else pieces.set(key, [node]);
    }
  }
}

function isNear(a: Node, b: Node, differing: number): boolean {
  // a letter is in two pairs, so that one other letter takes two away and brings two
  const bits = countBits(a.pairs[0] ^ b.pairs[0]) + countBits(a.pairs[1] ^ b.pairs[1]);
  if (bits > 4 * differing || a.digits !== b.digits) return false;
  return toDistance(a.text, b.text, differing) <= differing;
}

/** Where a piece of a text begins, and how long it is: of the pieces the last ones take what is over. */
function toPiece(length: number, differing: number, piece: number): [from: number, size: number] {
  const size = Math.floor(length / (differing + 1));
  const short = differing + 1 - (length - size * (differing + 1));
  return [piece * size + Math.max(0, piece - short), piece < short ? size : size + 1];
}

function toPieceKey(
  text: string,
  {
    length,
    differing,
    piece,
    start,
    size,
  }: Record<'length' | 'differing' | 'piece' | 'start' | 'size', number>,
): string {
  return String.fromCharCode(length, differing * 16 + piece) + text.slice(start, start + size);
}

function toNodes(spellings: readonly Spelling[]): Node[] {
  const byText = new Map<string, Node>();
  for (const spelling of spellings) {
    const text = toPlainText(spelling.value);
    if (text === '') continue;
    const known = byText.get(text);
    if (known) {
      known.spellings.push(spelling);
      known.count += spelling.count;
    } else {
      const digits = text.replace(/\D+/g, ' ').trim();
      byText.set(text, {
        text,
        spellings: [spelling],
        count: spelling.count,
        digits,
        pairs: toPairs(text),
        near: [],
        seen: -1,
      });
    }
  }
  return [...byText.values()];
}

function toPairs(text: string): [number, number] {
  let [low, high] = [0, 0];
  for (let at = 1; at < text.length; at++) {
    const hash = Math.imul(text.charCodeAt(at - 1) * 31 + text.charCodeAt(at), 0x9e3779b1) >>> 26;
    if (hash < 32) low |= 1 << hash;
    else high |= 1 << hash;
  }
  return [low, high];
}

function countBits(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function toGroups(nodes: readonly Node[]): SpellingGroup[] {
  const groups: SpellingGroup[] = [];
  const taken = new Set<Node>();
  const sorted = [...nodes].sort((a, b) => b.count - a.count || byCount(a.spellings[0]!, b.spellings[0]!));
  for (const node of sorted) {
    if (taken.has(node)) continue;
    taken.add(node);
    const members = [node, ...node.near.filter((other) => !taken.has(other))];
    for (const member of members) taken.add(member);
    const spellings = members.flatMap((member) => member.spellings);
    if (spellings.length > 1) groups.push(toGroup(spellings));
  }
  return toSorted(groups);
}
