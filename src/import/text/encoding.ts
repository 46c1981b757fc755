import { createAsciiSkip } from './ascii';
import type { LegacyReading } from './legacy';
import { createIso2022Check } from './iso2022';
import { createLegacyProbe } from './legacy';
import { findMark } from './marks';
import type { Utf16 } from './utf16';
import { createUtf16Check, findUtf16 } from './utf16';
import { createUtf8Check } from './utf8';
import { isUtf32 } from './utf32';
import { toUtf8Likelihood } from './utf8Likelihood';

export { decodeSample, toUtf8Blob } from './transcode';

export interface EncodingFinding {
  /** A label of the Encoding Standard. */
  label: string;
  /** Encodings that it could be, the likeliest first, `label` among them; each reads the text differently. */
  candidates: string[];
  /** No other encoding is nearly as likely, and nothing is damaged. */
  sure: boolean;
  /** Bytes of the mark at the start, which is no part of the text. */
  markBytes: number;
  /** Places that the encoding has no character for. */
  damaged: number;
}

const HEAD_BYTES = 2 ** 16;
const LF = 10;
/** So many characters of UTF-8, or so many places that are not, are no chance: from there on only the one or the other is checked. */
const ENOUGH = 4096;
/** Natural logarithms: e¹⁰ to 1 that it is this encoding, and how far behind others are worth showing. */
const SURE = 10;
/** What a byte of a text costs at most, where the encoding is right; noise costs more in all of them. */
const PLAUSIBLE = -7;
const WORTH_SHOWING = 30;
const MOST_SHOWN = 5;

export interface ProbeOptions {
  /** The language of whoever asks, which tips the balance where a character or two can be read in two ways. */
  locale?: string;
}

/** Finds the encoding of a text that is given to it piece by piece, from all of its bytes. */
export function createEncodingProbe({ locale = 'zh' }: ProbeOptions = {}) {
  let head: Uint8Array[] = [];
  let headBytes = 0;
  let body: BodyProbe | undefined;
  const isEastAsian = /^(zh|ja|ko)\b/i.test(locale);

  function start(): BodyProbe {
    const bytes = join(head, headBytes);
    const mark = findMark(bytes);
    const markBytes = mark?.bytes.length ?? 0;
    const rest = bytes.subarray(markBytes);
    head = [];
    if (mark && isUtf32(mark.label)) return createSettledProbe(mark.label, markBytes);
    const utf16 = mark ? maybeUtf16(mark.label) : findUtf16(rest);
    const started = utf16
      ? createUtf16Probe(utf16, { markBytes })
      : createByteProbe({ isEastAsian, markBytes, marked: mark?.label });
    started.push(rest);
    return started;
  }

  return {
    push(bytes: Uint8Array): void {
      if (body) body.push(bytes);
      else {
        head.push(bytes.slice());
        headBytes += bytes.length;
        if (headBytes >= HEAD_BYTES) body = start();
      }
    },
    finish(): EncodingFinding {
      return (body ?? start()).finish();
    },
  };
}

interface BodyProbe {
  push(bytes: Uint8Array): void;
  finish(): EncodingFinding;
}

function toSettled(
  label: string,
  { markBytes, damaged }: Pick<EncodingFinding, 'markBytes' | 'damaged'>,
): EncodingFinding {
  return { label, candidates: [label], sure: damaged === 0, markBytes, damaged };
}

/** What its mark alone says. */
function createSettledProbe(label: string, markBytes: number): BodyProbe {
  return { push: () => {}, finish: () => toSettled(label, { markBytes, damaged: 0 }) };
}

function createUtf16Probe(label: Utf16, { markBytes }: { markBytes: number }): BodyProbe {
  const check = createUtf16Check(label);
  return {
    push: check.push,
    finish() {
      check.finish();
      return toSettled(label, { markBytes, damaged: check.damaged });
    },
  };
}

function createByteProbe({
  isEastAsian,
  markBytes,
  marked,
}: {
  isEastAsian: boolean;
  markBytes: number;
  marked?: string | undefined;
}): BodyProbe {
  const utf8 = createUtf8Check();
  const legacy = createLegacyProbe();
  const iso2022 = createIso2022Check();
  let last = LF;
  let isOpen = false;
  let beyondAscii = 0;
  let isEvident = false;
  let isOut = false;

  function readUtf8(): Reading {
    const likelihood = toUtf8Likelihood(legacy.neighbours(), utf8, { isEastAsian });
    return { label: 'utf-8', likelihood, damaged: utf8.damaged };
  }

  return {
    push(bytes) {
      const { length } = bytes;
      if (isEvident) return utf8.push(bytes, 0, length);
      if (beyondAscii === 0) iso2022.push(bytes);
      const skipAscii = createAsciiSkip(bytes);
      for (let at = 0; at < length;) {
        const from = isOpen ? at : skipAscii(at);
        isOpen = false;
        if (from === length) break;
        let to = from;
        while (to < length && bytes[to]! >= 0x80) to++;
        beyondAscii += to - from;
        // the ASCII byte that ends the stretch belongs to it, and may be in the next piece
        if (to < length) to++;
        else isOpen = true;
        if (!isOut) utf8.push(bytes, from, to);
        legacy.push(bytes, from, to, from > 0 ? bytes[from - 1]! : last);
        at = to;
      }
      if (length > 0) last = bytes[length - 1]!;
      const { damaged, twoBytes, moreBytes } = utf8;
      isEvident ||= !isOut && twoBytes / 4 + moreBytes > ENOUGH * (1 + damaged);
      isOut ||= !isEvident && damaged > ENOUGH + 4 * (twoBytes + moreBytes);
    },

    finish() {
      utf8.finish();
      const { damaged, twoBytes, moreBytes } = utf8;
      if (marked === 'gb18030') {
        const reading = legacy.finish().find(({ label }) => label === marked);
        return toSettled(marked, { markBytes, damaged: reading?.damaged ?? 0 });
      }
      if (iso2022.isFound && beyondAscii === 0 && !marked) {
        return toSettled('iso-2022-jp', { markBytes, damaged });
      }
      const isSettled = marked === 'utf-8' ? twoBytes + moreBytes >= damaged : isEvident;
      if (isSettled || damaged + twoBytes + moreBytes === 0) {
        return toSettled('utf-8', { markBytes, damaged });
      }
      const readings = [...legacy.finish(), ...(isOut ? [] : [readUtf8()])];
      const near = findNear(readings);
      const [best] = near;
      return {
        label: best!.label,
        candidates: near.map(({ label }) => label),
        sure: best!.damaged === 0 && isAhead(near) && best!.likelihood > PLAUSIBLE * beyondAscii,
        markBytes,
        damaged: best!.damaged,
      };
    },
  };
}

type Reading = Pick<LegacyReading, 'label' | 'likelihood' | 'damaged'>;

function findNear(readings: readonly Reading[]): Reading[] {
  const ranked = readings.toSorted((a, b) => b.likelihood - a.likelihood);
  const least = ranked[0]!.likelihood - WORTH_SHOWING;
  return ranked.filter(({ likelihood }) => likelihood >= least).slice(0, MOST_SHOWN);
}

/** What is undamaged UTF-8 is hardly ever so by chance. */
function isAhead([best, next]: readonly Reading[]): boolean {
  return !next || best!.likelihood - next.likelihood >= (best!.label === 'utf-8' ? SURE / 2 : SURE);
}

function maybeUtf16(label: string): Utf16 | undefined {
  return label === 'utf-16le' || label === 'utf-16be' ? label : undefined;
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
