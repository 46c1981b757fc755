import type { Neighbours } from './singleByte';

/** Natural logarithms, on the scale of the readings in other encodings. */
const PRIOR = 2;
const DAMAGED = -25;
const THREE_BYTES = -7;
const LETTER = -4;
const MARK = -5;
const RARE = -16;
/** A letter of its own, in no word. */
const ALONE = -5;

/**
 * How likely a text is as UTF-8, to weigh it against other readings where there is little of it: 模式 in GBK is two letters in
 * UTF-8, though odd ones. Outside of East Asia the odd letters are the likelier reading.
 */
export function toUtf8Likelihood(
  neighbours: Neighbours,
  { damaged, moreBytes }: { damaged: number; moreBytes: number },
  { isEastAsian }: { isEastAsian: boolean },
): number {
  let likelihood = PRIOR + damaged * DAMAGED + moreBytes * THREE_BYTES;
  let letters = 0;
  let inWords = 0;
  for (const [pair, count] of neighbours) {
    const [first, second] = [pair >> 8, pair & 0xff];
    if (isLead(first) && second >= 0x80 && second < 0xc0) {
      const code = ((first & 0x1f) << 6) | (second & 0x3f);
      likelihood += count * (isEastAsian ? toRarity(code) : LETTER);
      if (/\p{L}/u.test(String.fromCharCode(code))) letters += count;
    } else if ((isLead(second) && isWord(first)) || (isWord(second) && first >= 0x80)) inWords += count;
  }
  return likelihood + (isEastAsian && inWords === 0 ? letters * ALONE : 0);
}

function isLead(byte: number): boolean {
  return byte >= 0xc2 && byte < 0xe0;
}

function isWord(byte: number): boolean {
  return byte >= 0x80 || /[a-z]/i.test(String.fromCharCode(byte));
}

function toRarity(code: number): number {
  const char = String.fromCharCode(code);
  if (code < 0x180 || (code >= 0x370 && code < 0x460)) return /\p{L}/u.test(char) ? LETTER : MARK;
  return /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(char) && /\p{L}/u.test(char) ? LETTER : RARE;
}
