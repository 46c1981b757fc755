import type { Sliced, Spelling, SpellingGroup } from './spelling';
import { toGroup, toSorted } from './spelling';

const PLAIN = /^[a-z0-9]*$/;
const MARKS = /\p{M}/gu;
const BETWEEN = /[^\p{L}\p{N}]+/gu;

/** A text without case, accents, width and punctuation. */
export function toPlainText(value: string): string {
  const lower = value.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower.normalize('NFKD').replace(MARKS, '').replace(BETWEEN, ' ').trim().normalize('NFC');
}

/** The words of a text, each once and sorted: “Müller, Anna” and “anna MULLER” have one key. Google Refine's key collision. */
export function toFingerprint(value: string): string {
  const plain = toPlainText(value);
  if (!plain.includes(' ')) return plain;
  const words = plain.split(' ');
  // blanks between Chinese characters are none between words
  if (words.every((word) => /^\p{Script=Han}+$/u.test(word))) return words.join('');
  return [...new Set(words)].sort().join(' ');
}

/** The pairs of letters of a text, each once and sorted: “Krzysztof” and “Krzystzof” differ, “data base” and “database” do not. */
export function toPairKey(value: string): string {
  const plain = toPlainText(value).replaceAll(' ', '');
  if (plain.length < 3) return plain;
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= plain.length; at++) pairs.add(plain.slice(at, at + 2));
  return [...pairs].sort().join('');
}

const SLICE = 500;

/** Values of one key. Those without a key, of punctuation only, are left alone. */
export function* findByKey(
  spellings: readonly Spelling[],
  toKey: (value: string) => string,
): Sliced<SpellingGroup[]> {
  const byKey = new Map<string, Spelling | Spelling[]>();
  for (const [at, spelling] of spellings.entries()) {
    if (at % SLICE === 0) yield at / spellings.length;
    const key = toKey(spelling.value);
    if (key === '') continue;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, spelling);
    else if (Array.isArray(known)) known.push(spelling);
    else byKey.set(key, [known, spelling]);
  }
  const groups: SpellingGroup[] = [];
  for (const found of byKey.values()) if (Array.isArray(found)) groups.push(toGroup(found));
  return toSorted(groups);
}
