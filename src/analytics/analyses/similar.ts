import { toAllRows, toComplete, toTexts } from '../complete';
import { checkRows, toMisfit } from '../core/check';
import type { Analysis } from '../frame';
import { toSimilarities } from '../text/similar';
import { pickRows } from '../text/sparse';
import { fitRarity, weighWords } from '../text/tfidf';
import { toLeftOut } from './leftOut';
import { readTexts, toTextNotes } from './texts';

export interface SimilarSettings {
  /** The text that others are compared with. */
  like: string;
}

/** How like one text each of the others is. */
export const analyse: Analysis<SimilarSettings> = (frame, { like }, { onProgress }) => {
  const complete = toComplete(frame);
  checkRows(complete.rows, 1);
  const text = toTexts(complete.columns)[0]!;
  const { rows } = complete;
  // it is read with the others, so that its words are cut as theirs
  const codes = new Int32Array(rows + 1).fill(text.labels.length);
  codes.set(text.codes);
  const all = { ...text, labels: [...text.labels, like], codes };
  const read = readTexts(all, { stop: true, own: [], phrases: false, least: 1 }, onProgress);
  const one = pickRows(read.counts, Int32Array.of(rows));
  if (one.values.length === 0) throw toMisfit('no-words-to-compare');
  const others = pickRows(read.counts, Int32Array.from(text.codes.keys()));
  const rarity = fitRarity(others);
  const cosines = toSimilarities(weighWords(others, rarity), weighWords(one, rarity));
  const best = cosines.reduce((most, cosine, row) => (cosine > cosines[most]! ? row : most), 0);
  const score = cosines[best]!;
  return {
    added: [{ name: 'similarity', type: 'DOUBLE', values: toAllRows(cosines, complete.places, frame.rows) }],
    notes: [
      score > 0
        ? { why: 'similar-found', params: { score, text: text.labels[text.codes[best]!]! } }
        : { why: 'similar-none', params: { rows } },
      ...toTextNotes(read, rows),
      ...toLeftOut(complete),
    ],
  };
};
